/**
 * Counts what becomes of the records of a batch, and sums it up at the end.
 *
 * @module
 */
import type { Outcome } from "./outcome.ts";
import { durationText, rateText, shares } from "./progress_line.ts";

/** Lines named of those that are passed over for one reason, at most. */
const LINES_NAMED = 5;

/** What was done so far. */
export class Totals {
  answered = 0;
  failed = 0;
  for_review = 0;
  readonly types = new Map<string, number>();
  readonly routes = new Map<string, number>();
  /** Records passed over, by reason. */
  readonly left_out = new Map<string, number>();
  /** Where the first of them stand, by reason. */
  readonly #lines = new Map<string, number[]>();

  /** Records of any fate. */
  get done(): number {
    return this.answered + this.failed + sum(this.left_out);
  }

  /** Counts the record that stands on this line. */
  count({ answered, left_out }: Pick<Outcome, "answered" | "left_out">, line: number): void {
    if (left_out !== null) {
      const lines = this.#lines.get(left_out) ?? [];
      if (lines.length < LINES_NAMED) this.#lines.set(left_out, [...lines, line]);
      return add(this.left_out, left_out);
    }
    if (answered === null) return void this.failed++;
    this.answered++;
    if (answered.explanation.review.required) this.for_review++;
    add(this.types, answered.answer.message_type);
    add(this.routes, answered.explanation.route);
  }

  /** One line: `1,200 records in 3s (400/s): 1,198 answered, 1 passed over (no text: line 7), 1 failed | …`. */
  summary(seconds: number): string {
    const fates = [`${number(this.answered)} answered`];
    for (const [reason, count] of this.left_out) {
      const lines = this.#lines.get(reason) ?? [];
      const more = count > lines.length ? ", …" : "";
      const where = `${count === 1 ? "line" : "lines"} ${lines.join(", ")}${more}`;
      fates.push(`${number(count)} passed over (${reason}: ${where})`);
    }
    if (this.failed > 0) fates.push(`${number(this.failed)} failed`);
    const rate = seconds > 0 ? ` (${rateText(this.done / seconds)}/s)` : "";
    const head = `${number(this.done)} record${this.done === 1 ? "" : "s"} in ` +
      `${durationText(seconds)}${rate}: ${fates.join(", ")}`;
    const review = this.for_review > 0 ? `${number(this.for_review)} for a person to look at` : "";
    return [head, shares(this.types), shares(this.routes), review]
      .filter((part) => part !== "").join(" | ");
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function number(count: number): string {
  return count.toLocaleString("en");
}

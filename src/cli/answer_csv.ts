/**
 * Answers as CSV: the columns of the input, then ours.
 *
 * @module
 */
import { cellText, csvLine } from "../batch/csv_writer.ts";
import type { BatchRecord, Found } from "../batch/read_records.ts";
import { type Outcome, problemText } from "./outcome.ts";

/** Our columns, in order; each is taken from the answer's data unless it is named below. */
const OURS = [
  "line",
  "id",
  "message_type",
  "confidence_score",
  "ticket_id",
  "title",
  "severity",
  "priority",
  "affected_component",
  "affected_components",
  "assigned_team",
  "reproduction_steps",
  "description",
  "user_story",
  "business_value",
  "complexity_estimate",
  "inquiry_category",
  "suggested_resources",
  "requires_human_review",
  "review_reasons",
  "customer_response",
  "problem",
] as const;

const MARK = "\ufeff";

/** Writes answers as rows, for an input of which it is known what it is. */
export class AnswerTable {
  readonly #found: Found | null;
  readonly #ours: readonly string[];
  readonly #explain: boolean;

  /** @param found `null` where the input held nothing. */
  constructor(found: Found | null, explain: boolean) {
    this.#found = found;
    this.#explain = explain;
    const ours = explain ? [...OURS, "explanation"] : OURS;
    // Where the input has an id of its own, it is not said twice.
    this.#ours = ours.filter((name) => name !== "id" || !this.#taken("id"));
  }

  /** The first row. With a byte order mark where the input has one: so did its spreadsheet. */
  header(): string {
    const titles = this.#columns.map(({ title }) => title);
    const ours = this.#ours.map((name) => this.#taken(name) ? `intake_${name}` : name);
    return (this.#found?.marked ? MARK : "") + csvLine([...titles, ...ours]);
  }

  /** The row of a record, also of one that failed or was passed over. */
  row(outcome: Outcome): string {
    const { record: { row } } = outcome;
    const given = this.#columns.map(({ key }) => cellText(row?.[key]));
    const values = valuesOf(outcome);
    return csvLine([...given, ...this.#ours.map((name) => cellText(values[name]))]);
  }

  /** Whether these are the fields of the header. */
  isHeader(fields: readonly string[]): boolean {
    return csvLine(fields) === this.header().replace(MARK, "");
  }

  /** Whether these are the fields of the row of a record: its line and what stands in its columns. */
  isRowOf(fields: readonly string[], { line, row }: BatchRecord): boolean {
    const given = this.#columns.map(({ key }) => cellText(row?.[key]));
    const own = fields.slice(0, given.length);
    const lineAt = given.length + this.#ours.indexOf("line");
    // As they were written, and read again.
    const asRead = csvLine(given).replaceAll("\r\n", "\n");
    return Number(fields[lineAt]) === line && csvLine(own).replaceAll("\r\n", "\n") === asRead;
  }

  get #columns() {
    return this.#found?.columns ?? [];
  }

  #taken(name: string): boolean {
    return this.#columns.some(({ title }) => title.toLowerCase() === name);
  }
}

function valuesOf(
  { record, id, answered, problem, left_out }: Outcome,
): Readonly<Record<string, unknown>> {
  const common = { line: record.line, ...id };
  if (answered === null) {
    return {
      ...common,
      problem: problem === null ? `passed over: ${left_out}` : problemText(problem),
    };
  }
  const { answer, explanation } = answered;
  const { id: ticket_id, ...data } = dataOf(answer.response_data);
  return {
    ...flat(data),
    ...common,
    ticket_id,
    message_type: answer.message_type,
    confidence_score: answer.confidence_score,
    requires_human_review: explanation.review.required,
    review_reasons: explanation.review.reasons.join("; "),
    customer_response: answer.customer_response,
    explanation,
  };
}

function dataOf(data: object): Readonly<Record<string, unknown>> {
  if ("ticket" in data) return { ...(data.ticket as object) };
  if ("product_requirement" in data) return { ...(data.product_requirement as object) };
  return { ...data };
}

/** Lists as one text: steps a line each, components and pages one behind the other. */
function flat(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (!Array.isArray(value)) return [key, value];
      const items = value.map((item) => typeof item === "object" ? item.url : item);
      return [key, items.join(key === "reproduction_steps" ? "\n" : "; ")];
    }),
  );
}

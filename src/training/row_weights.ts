/**
 * What a row is for training and how much it counts. Sources differ a
 * hundredfold in size and in trust; no source and no class may drown another.
 *
 * @module
 */
import type { CorpusRow } from "./corpus.ts";
import { hashOf } from "./hash.ts";

/** Classes that are told apart inside; the last two make general_inquiry. */
export const HIDDEN_CLASSES = ["bug_report", "feature_request", "question", "praise"] as const;

/** One of {@linkcode HIDDEN_CLASSES}. */
export type HiddenClass = typeof HIDDEN_CLASSES[number];

/** Rows of one source and class that are used at most; more of the same adds nothing. */
const MOST_ROWS: Readonly<Record<string, number>> = {
  "banking77/question": 600,
  "multidogo/question": 600,
  "app/praise": 1_300,
  "scalabrino2017/praise": 1_100,
};

/** Shares of the inquiries' weight. */
const QUESTION_SHARE = 0.7;
const WEAK = 0.5;
/** How much a source is trusted, where it is not 1. */
const TRUST: Readonly<Record<string, number>> = {
  // Technical issues are few and unlike everything else.
  nlbse2024: 3,
  // Our own texts are the only ones written as customers' mail, and strictly labelled.
  intake: 4,
  // Faults and wishes told as people tell them count most, grave situations, which are rare, least.
  told: 8,
  types: 6,
  letters: 4,
  situations: 2,
};

/** The sources that were written for this project. */
const OWN: ReadonlySet<string> = new Set(["intake", "told", "types", "letters", "situations"]);

/** Whether a row was written for this project. */
export function isOwn({ pool }: Pick<CorpusRow, "pool">): boolean {
  return OWN.has(pool);
}

/** The class that training sees; `undefined` where only a category is known. */
export function hiddenClass(item: CorpusRow): HiddenClass | undefined {
  const { row, asks } = item;
  if (row.label !== "general_inquiry") return row.label;
  const remark = row.category === "Other" && !asks && isOwn(item);
  return row.map === "weak" || remark ? "praise" : "question";
}

/** A row that is used, with its class and weight. */
export interface WeighedRow {
  readonly item: CorpusRow;
  readonly hidden: HiddenClass;
  readonly weight: number;
}

/** Chooses the rows that are used and weighs them; the mean weight is 1. */
export function weighRows(rows: readonly CorpusRow[]): WeighedRow[] {
  const cells = new Map<string, { item: CorpusRow; hidden: HiddenClass }[]>();
  for (const item of rows) {
    const hidden = hiddenClass(item);
    if (hidden === undefined) continue;
    const cell = `${item.pool}/${hidden}`;
    const members = cells.get(cell);
    if (members === undefined) cells.set(cell, [{ item, hidden }]);
    else members.push({ item, hidden });
  }
  const chosen: { item: CorpusRow; hidden: HiddenClass; weight: number }[] = [];
  for (const [name, cell] of cells) {
    const kept = sample(cell, MOST_ROWS[name] ?? Infinity);
    for (const { item, hidden } of kept) {
      const trust = (item.row.map === "weak" ? WEAK : 1) * (TRUST[item.pool] ?? 1);
      chosen.push({ item, hidden, weight: trust / Math.sqrt(kept.length) });
    }
  }
  return balance(chosen);
}

/** Bugs, wishes and inquiries weigh the same; questions {@linkcode QUESTION_SHARE} of the inquiries. */
function balance(rows: readonly WeighedRow[]): WeighedRow[] {
  const sums = new Map<HiddenClass, number>();
  for (const { hidden, weight } of rows) sums.set(hidden, (sums.get(hidden) ?? 0) + weight);
  const wanted: Record<HiddenClass, number> = {
    bug_report: 1,
    feature_request: 1,
    question: QUESTION_SHARE,
    praise: 1 - QUESTION_SHARE,
  };
  const total = HIDDEN_CLASSES.reduce((sum, name) => sum + (sums.has(name) ? wanted[name] : 0), 0);
  const factor = rows.length / total;
  return rows.map(({ item, hidden, weight }) => ({
    item,
    hidden,
    weight: weight * wanted[hidden] / (sums.get(hidden) ?? 1) * factor,
  }));
}

/** The rows whose ids hash lowest: the same ones in any order of reading. */
function sample<Row extends { item: CorpusRow }>(
  rows: readonly Row[],
  most: number,
): readonly Row[] {
  if (rows.length <= most) return rows;
  return rows.map((row) => ({ row, key: hashOf(`${row.item.row.source}/${row.item.row.id}`) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .map(({ row }) => row);
}

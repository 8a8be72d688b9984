/**
 * Predictions for rows that the fit has not seen: whole sources are left out,
 * because a random split flatters.
 *
 * @module
 */
import type { Corpus, CorpusRow } from "./corpus.ts";
import { hashOf } from "./hash.ts";
import { fitIntent, type Scored, scoreRows } from "./fit_intent.ts";

/** One source left out, with what the others say of it. */
export interface HeldOut {
  readonly name: string;
  readonly scored: readonly Scored[];
}

/** A source needs so many bugs and wishes to be left out: else it tells nothing apart. */
const LEAST_ROWS = 50;

const OWN = "intake";
const OWN_PARTS = 4;

/** Leaves out each source in turn; of NLBSE each repository, the others staying in. */
export function leaveSourcesOut(corpus: Corpus, rows: readonly CorpusRow[]): HeldOut[] {
  const folds = new Map<string, CorpusRow[]>();
  for (const row of rows) {
    if (row.row.label === undefined) continue;
    const name = foldOf(row);
    const members = folds.get(name);
    if (members === undefined) folds.set(name, [row]);
    else members.push(row);
  }
  return [...folds.keys()].sort().flatMap((name) => {
    const members = folds.get(name) ?? [];
    if (!tellsApart(members)) return [];
    const left = new Set(members);
    const fit = fitIntent(corpus, rows.filter((row) => !left.has(row)));
    return [{ name, scored: scoreRows(corpus, fit, members) }];
  });
}

/**
 * The source, or source and part, that a row is left out with. NLBSE is left
 * out by repository; our own texts by kinds of product, a quarter at a time,
 * because it is the product that will be new, not the way customers write.
 */
export function foldOf({ pool, row }: CorpusRow): string {
  if (pool === "nlbse2024" && row.group !== undefined) return `${pool}/${row.group}`;
  if (pool === OWN) return `${pool}/${hashOf(row.group ?? row.id) % OWN_PARTS}`;
  return pool;
}

/** Whether its rows are customers' words: issue trackers are maintainers', vu_reviews' labels are noise. */
export function isAboutCustomers(name: string): boolean {
  return !name.startsWith("nlbse2024") && name !== "lanwuwei2018" && name !== "vu_reviews";
}

function tellsApart(rows: readonly CorpusRow[]): boolean {
  const count = (label: string) => rows.filter(({ row }) => row.label === label).length;
  return count("bug_report") >= LEAST_ROWS && count("feature_request") >= LEAST_ROWS;
}

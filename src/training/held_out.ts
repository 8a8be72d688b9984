/**
 * Predictions for rows that the fit has not seen: whole sources are left out,
 * because a random split flatters.
 *
 * @module
 */
import type { Corpus, CorpusRow } from "./corpus.ts";
import { hashOf } from "./hash.ts";
import { isOwn } from "./row_weights.ts";
import { fitIntent, type Scored, scoreRows } from "./fit_intent.ts";

/** One source left out, with what the others say of it. */
export interface HeldOut {
  readonly name: string;
  readonly scored: readonly Scored[];
}

/** A source needs so many bugs and wishes to be left out: else it tells nothing apart. */
const LEAST_ROWS = 50;

/** Our own texts are left out together, whatever they were written for. */
const OWN = "intake";
const OWN_PARTS = 4;
/** So many fits are made; in alphabetical order neighbours, which are alike, fall into different ones. */
const PARTS = 5;

/**
 * Leaves out each source once; of NLBSE each repository, the others staying in. Several that are
 * unlike each other are left out together: it costs a fit for each of {@linkcode PARTS}.
 */
export function leaveSourcesOut(corpus: Corpus, rows: readonly CorpusRow[]): HeldOut[] {
  const folds = new Map<string, CorpusRow[]>();
  for (const row of rows) {
    if (row.row.label === undefined) continue;
    const name = foldOf(row);
    const members = folds.get(name);
    if (members === undefined) folds.set(name, [row]);
    else members.push(row);
  }
  const names = [...folds.keys()].sort().filter((name) => tellsApart(folds.get(name) ?? []));
  const parts = Map.groupBy(names, (name) => names.indexOf(name) % PARTS);
  return [...parts.values()].flatMap((together) => {
    const left = new Set(together.flatMap((name) => folds.get(name) ?? []));
    const fit = fitIntent(corpus, rows.filter((row) => !left.has(row)));
    return together.map((name) => ({
      name,
      scored: scoreRows(corpus, fit, folds.get(name) ?? []),
    }));
  });
}

/**
 * The source, or source and part, that a row is left out with. NLBSE is left
 * out by repository; our own texts a quarter at a time, by kinds of product or,
 * where it is known, by who wrote them.
 */
export function foldOf(item: CorpusRow): string {
  const { pool, row } = item;
  if (pool === "nlbse2024" && row.group !== undefined) return `${pool}/${row.group}`;
  if (isOwn(item)) return `${OWN}/${hashOf(row.group ?? row.id) % OWN_PARTS}`;
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

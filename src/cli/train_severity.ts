/**
 * `train --severity`: fits how bad a fault is on faults whose severity a person
 * gave, with the scorer as it is, and writes the weights with the figures of
 * writers left out, beside those of the rules alone.
 *
 * @module
 */
import {
  type KnownFault,
  LEVELS,
  likeliestLevel,
  severityFeatures,
} from "../drafting/ticket/severity_head.ts";
import { knownFault } from "../drafting/ticket/severity.ts";
import { annotatedMessage } from "../evaluation/draft_fields.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { fitSeverity, type SeverityExample } from "../training/fit_severity.ts";
import { toldRow } from "../training/role_rows.ts";
import { EXIT } from "./command.ts";

const OUTPUT = new URL("../drafting/ticket/severity_weights.json", import.meta.url).pathname;
const TOLD_ROWS = new URL("../../fixtures/told.jsonl", import.meta.url).pathname;
const ANNOTATED_ROWS = new URL("../../fixtures/drafts.jsonl", import.meta.url).pathname;

/** A fault with its levels; those of one writer are left out together. */
interface Judged extends SeverityExample {
  /** Of fixtures/drafts.jsonl none: the rules were made on them. */
  readonly writer: string | null;
  readonly ruled: number;
}

/** Fits the weights on fixtures/told.jsonl and fixtures/drafts.jsonl. */
export async function trainSeverity(): Promise<number> {
  const scorer = createLocalScorer();
  const read = (text: string, levels: readonly string[], writer: string | null): Judged => {
    const document = scorer.read(readMessage(text));
    const fault: KnownFault = knownFault(document, scorer.score(document).situation);
    const numbers = levels.map((level) => (LEVELS as readonly string[]).indexOf(level));
    return {
      features: severityFeatures(fault),
      lowest: Math.min(...numbers),
      highest: Math.max(...numbers),
      writer,
      ruled: fault.ruled,
    };
  };
  const rows = [
    ...(await readLines(TOLD_ROWS)).map((line) => toldRow.parse(line))
      .flatMap(({ id, text, severity }) =>
        severity === null ? [] : [read(text, [severity], id.slice(0, 1))]
      ),
    ...(await readLines(ANNOTATED_ROWS)).map((line) => annotatedMessage.parse(line))
      .flatMap(({ text, label, expect: { severity } }) =>
        label === "bug_report" && severity !== undefined ? [read(text, severity, null)] : []
      ),
  ];
  const left_out = figures(rows);
  const stored = { evidence: { rows: rows.length, left_out }, ...fitSeverity(rows) };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(stored, null, 2) + "\n");
  console.error(JSON.stringify(stored.evidence, null, 2));
  console.error(`wrote ${OUTPUT}`);
  return EXIT.done;
}

/** How many are right exactly, and to within one level: by the rules alone, and by weights that had not seen the writer. */
function figures(rows: readonly Judged[]) {
  const told = rows.filter(({ writer }) => writer !== null);
  const weighed = new Map<Judged, number>();
  for (const writer of new Set(told.map((row) => row.writer))) {
    const weights = fitSeverity(rows.filter((row) => row.writer !== writer));
    for (const row of told) {
      if (row.writer === writer) weighed.set(row, likeliestLevel(row.features, weights));
    }
  }
  const count = (level: (row: Judged) => number) => ({
    exact: told.filter((row) => level(row) === row.lowest).length,
    within_one: told.filter((row) => Math.abs(level(row) - row.lowest) <= 1).length,
  });
  return {
    of: told.length,
    rules: count(({ ruled }) => ruled),
    weights: count((row) => weighed.get(row) ?? 0),
  };
}

async function readLines(path: string): Promise<unknown[]> {
  return (await Deno.readTextFile(path)).trim().split("\n").map((line) => JSON.parse(line));
}

/**
 * `train`: fits the scorer's weights and writes them with their evidence.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { type LabelledRow, readRows } from "../evaluation/dataset.ts";
import { encodeWeights, type StoredWeights } from "../scorer/model/weights.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { fitScorer } from "../training/fit_scorer.ts";
import { trainLetters } from "./train_letters.ts";
import { trainMatters } from "./train_matters.ts";
import { trainSeverity } from "./train_severity.ts";
import { trainSimilar } from "./train_similar.ts";
import { trainSituations } from "./train_situations.ts";
import { LICENCES } from "../training/licences.ts";
import { fitRoleWeights, toldRow } from "../training/role_rows.ts";
import { fitTitleWeights } from "../training/title_rows.ts";
import { fitSpanWeights, spanRow } from "../training/span_rows.ts";
import { EXIT, UsageError } from "./command.ts";
import { CORRECTIONS_SOURCE } from "./corrections.ts";
import { changeBy, correctedTrainingRows, describeChange } from "./train_corrections.ts";

const OUTPUT = new URL("../scorer/model/weights.json", import.meta.url).pathname;
const SPAN_OUTPUT = new URL("../drafting/message/span_weights.json", import.meta.url).pathname;
const TITLE_OUTPUT = new URL("../drafting/ticket/title_weights.json", import.meta.url).pathname;
const ROLE_OUTPUT = new URL("../drafting/message/role_weights.json", import.meta.url).pathname;
const TOLD_ROWS = new URL("../../fixtures/told.jsonl", import.meta.url).pathname;
const SPAN_ROWS = new URL("../../fixtures/spans.jsonl", import.meta.url).pathname;
const TITLE_ROWS = new URL("../../fixtures/titles.jsonl", import.meta.url).pathname;
const EVALUATION = new URL("../../fixtures/messages.jsonl", import.meta.url).pathname;
const OWN_TEXTS = new URL("../../fixtures/training.jsonl", import.meta.url).pathname;
const BORROWED_TEXTS = new URL("../../fixtures/training_borrowed.jsonl", import.meta.url).pathname;

/** Help of the command. */
export const TRAIN_HELP = `Fits the scorer's weights and writes them with their evidence.

Usage: intake train --data FILE… [--corrections] [--output FILE] [--without-own-texts]
       intake train --spans
       intake train --situations [--data FILE…]
       intake train --matters
       intake train --similar
       intake train --letters [--leave-out WRITER…]
       intake train --severity
Example: intake train --data ../shared/data/*.jsonl

  --data FILE…          labelled rows, JSONL; the order of files does not matter
  --corrections         adds stored cases that people have corrected; says what changes on the
                        evaluation rows, and writes nothing when a figure falls by more than a point
  --evaluation FILE     those rows; by default fixtures/messages.jsonl
  --output FILE         where to write; by default the weights that are shipped
  --spans               fits what drafts choose stretches of a message by, on fixtures/spans.jsonl,
                        what tells the roles of clauses and what chooses the titles of faults, on
                        fixtures/told.jsonl and titles.jsonl too, with the scorer as it is; nothing else
  --situations          fits the head that tells situations on fixtures/situations.jsonl, beside
                        the ordinary messages of fixtures/training.jsonl and of --data; nothing else
  --matters             fits what tells two matters of a message apart on fixtures/pairs.jsonl,
                        beside spans, situations and training.jsonl; nothing else
  --similar             fits what cases are compared by on fixtures/same_matter.jsonl, with the
                        scorer as it is; nothing else
  --letters             fits what tells honest sentences of a model's letters from attacking ones
                        on fixtures/letters*.jsonl; the net that reads them too is made by
                        training/letters; nothing else
  --leave-out WRITER…   learns nothing from these writers of letters, to be counted on them
  --severity            fits how bad a fault is on fixtures/told.jsonl and fixtures/drafts.jsonl,
                        with the scorer as it is; nothing else
  --without-own-texts   leaves out fixtures/training.jsonl and training_borrowed.jsonl, which are
                        otherwise always added

The same rows give the same file to the byte. fixtures/messages.jsonl is the test set: it is refused.`;

/** Fits weights. */
export async function train(args: readonly string[]): Promise<number> {
  const flags = parseArgs([...args], {
    boolean: [
      "help",
      "without-own-texts",
      "corrections",
      "spans",
      "situations",
      "matters",
      "similar",
      "letters",
      "severity",
    ],
    string: ["data", "output", "evaluation", "leave-out"],
    collect: ["data", "leave-out"],
    alias: { h: "help" },
    unknown: (argument, key) => {
      if (key !== undefined) throw new UsageError(`unknown option ${argument}`);
    },
  });
  if (flags.help) {
    console.log(TRAIN_HELP);
    return EXIT.done;
  }
  if (flags.spans) return await trainSpans();
  if (flags.matters) return await trainMatters();
  if (flags.similar) return await trainSimilar();
  if (flags.letters) return await trainLetters(flags["leave-out"]);
  if (flags.severity) return await trainSeverity();
  const paths = [...flags.data, ...flags._.map(String)];
  if (flags.situations) return await trainSituations(paths);
  if (paths.length === 0 && !flags.corrections) {
    throw new UsageError("expected --data FILE…, got none");
  }
  if (!flags["without-own-texts"]) paths.push(OWN_TEXTS, BORROWED_TEXTS);
  const test = paths.find((path) => /(^|\/)messages\.jsonl$/.test(path));
  if (test !== undefined) throw new UsageError(`${test} is the test set: train on something else`);

  const files = await Promise.all(paths.map(readFile));
  const corrected = flags.corrections ? await correctedFile() : null;
  if (corrected !== null) files.push(corrected);
  files.sort((a, b) => a.name < b.name ? -1 : 1);
  const weights = fitScorer(files.flatMap(({ rows }) => rows), {
    data: files.map(({ name, sha256, rows }) => ({
      file: name,
      rows: rows.length,
      sha256,
      licence: LICENCES[name] ?? "not recorded",
    })),
    onProgress: (line) => console.error(line),
  });
  if (corrected !== null) {
    const change = await changeBy(weights, flags.evaluation ?? EVALUATION);
    for (const line of describeChange(change, corrected.rows.length)) console.error(line);
    if (change.falls.length > 0) {
      console.error("the weights are worse: nothing is written");
      return EXIT.bad_lines;
    }
  }
  const stored = encodeWeights(weights);
  const output = flags.output ?? OUTPUT;
  await Deno.writeTextFile(output, await toJson(stored));
  console.error(`wrote ${output}`);
  return EXIT.done;
}

async function trainSpans(): Promise<number> {
  const scorer = createLocalScorer();
  const rows = (await readLines(SPAN_ROWS)).map((line) => spanRow.parse(line));
  const told = (await readLines(TOLD_ROWS)).map((line) => toldRow.parse(line));
  const judged = (await readLines(TITLE_ROWS)).map((line) => spanRow.parse(line));
  const weights = fitSpanWeights(rows, scorer);
  await Deno.writeTextFile(SPAN_OUTPUT, JSON.stringify({ rows: rows.length, weights }) + "\n");
  console.error(`wrote ${SPAN_OUTPUT}`);
  // They tell where the matter is, and nothing of the other stretches.
  const marked = [...rows, ...judged];
  const roles = {
    bug_report: fitRoleWeights("bug_report", told, marked, scorer),
    feature_request: fitRoleWeights("feature_request", told, marked, scorer),
  };
  await Deno.writeTextFile(ROLE_OUTPUT, JSON.stringify(roles, null, 1) + "\n");
  console.error(`wrote ${ROLE_OUTPUT}`);
  const titles = fitTitleWeights(told, judged, rows, scorer);
  await Deno.writeTextFile(TITLE_OUTPUT, JSON.stringify(titles, null, 1) + "\n");
  console.error(`wrote ${TITLE_OUTPUT}`);
  return EXIT.done;
}

async function readLines(path: string): Promise<unknown[]> {
  return (await Deno.readTextFile(path)).trim().split("\n").map((line) => JSON.parse(line));
}

interface DataFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly LabelledRow[];
}

async function readFile(path: string): Promise<DataFile> {
  try {
    const sha256 = await digest(await Deno.readFile(path));
    return { name: path.replace(/^.*[\\/]/, ""), sha256, rows: await readRows([path]) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Corrected cases in the place of a file; their hash stands for the rows as they were read. */
async function correctedFile(): Promise<DataFile> {
  const rows = await correctedTrainingRows();
  const sha256 = await digest(new TextEncoder().encode(JSON.stringify(rows)));
  return { name: CORRECTIONS_SOURCE, sha256, rows };
}

/** The file's text: its version is the hash of all the rest. */
async function toJson(stored: StoredWeights): Promise<string> {
  const text = (version: string) => JSON.stringify({ ...stored, version }, null, 1) + "\n";
  const hash = await digest(new TextEncoder().encode(text("")));
  return text(hash.slice(0, 12));
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

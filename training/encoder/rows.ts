/**
 * Writes the rows that the encoder is trained and measured on, read as the
 * service reads them: a customer's own words, with what the linear scorer says
 * of them when their source is left out. Other people's text: the file stays
 * outside the repository.
 *
 * Usage: deno run --allow-read --allow-write training/encoder/rows.ts OUTPUT DATA…
 *
 * @module
 */
import { type LabelledRow, readRows } from "../../src/evaluation/dataset.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer, shippedWeights } from "../../src/scorer/local_scorer.ts";
import { type CorpusRow, readCorpus } from "../../src/training/corpus.ts";
import { calibrated, fitCalibration } from "../../src/training/fit_calibration.ts";
import { hashOf } from "../../src/training/hash.ts";
import { foldOf, leaveSourcesOut } from "../../src/training/held_out.ts";
import { weighRows } from "../../src/training/row_weights.ts";
import type { Scores } from "../../src/triage/domain/intent.ts";

const FIXTURES = new URL("../../fixtures/", import.meta.url).pathname;
/** One strict row in so many is trained on in a mail's frame too. */
const FRAMED_EVERY = 8;

interface MailFrame {
  readonly before: readonly (readonly [string, string])[];
  readonly after: readonly (readonly [string, string])[];
}

/** One line of the output. `weight` 0: measured only. */
interface EncoderRow {
  readonly id: string;
  readonly fold: string;
  readonly map: "strict" | "weak";
  readonly label: string;
  readonly hidden: string;
  readonly weight: number;
  readonly text: string;
  /** The linear scorer's, fitted without the row's source; absent where there are none. */
  readonly linear?: Scores;
  readonly framed?: boolean;
}

const [output, ...paths] = Deno.args;
if (output === undefined || paths.length === 0) throw new Error("expected OUTPUT DATA…");
const files = [...paths, `${FIXTURES}training.jsonl`, `${FIXTURES}training_borrowed.jsonl`]
  .sort((a, b) => baseName(a) < baseName(b) ? -1 : 1);
const corpus = readCorpus(await readRows(files));
const linear = linearScores(corpus);
const weighed = new Map(weighRows(corpus.rows).map((row) => [row.item, row]));
const rows: EncoderRow[] = corpus.rows.flatMap((item) => {
  const { row } = item;
  if (row.label === undefined) return [];
  const used = weighed.get(item);
  return [{
    id: row.id,
    fold: foldOf(item),
    map: row.map,
    label: row.label,
    hidden: used?.hidden ?? "",
    weight: used?.weight ?? 0,
    text: readMessage(row.text).text,
    ...(linear.has(item) ? { linear: linear.get(item) } : {}),
  }];
});
rows.push(...framedCopies(rows, await frames()));
for (const name of ["messages", "blind"]) rows.push(...await testRows(`${FIXTURES}${name}.jsonl`));
await Deno.writeTextFile(output, rows.map((row) => JSON.stringify(row) + "\n").join(""));
console.error(`${rows.length} rows`);

/** Calibrated scores of each row of a source that can be left out; its calibration saw it not either. */
function linearScores(corpus: ReturnType<typeof readCorpus>): Map<CorpusRow, Scores> {
  const heldOut = leaveSourcesOut(corpus, corpus.rows);
  const scores = new Map<CorpusRow, Scores>();
  for (const left of heldOut) {
    const source = left.name.split("/", 1)[0];
    const calibration = fitCalibration(
      heldOut.filter(({ name }) => name.split("/", 1)[0] !== source),
    );
    for (const scored of left.scored) scores.set(scored.row, calibrated(scored, calibration));
  }
  return scores;
}

/** Rows as they look in a mail: what is set aside is set aside, what is overlooked is read. */
function framedCopies(rows: readonly EncoderRow[], frames: readonly MailFrame[]): EncoderRow[] {
  return rows.flatMap((row) => {
    const key = hashOf(row.id);
    if (row.weight === 0 || row.map === "weak" || key % FRAMED_EVERY !== 0) return [];
    const frame = frames[Math.floor(key / FRAMED_EVERY) % frames.length];
    if (frame === undefined) return [];
    const said = (parts: MailFrame["before"]) => parts.map(([, text]) => text).join("");
    const { linear: _, ...copy } = row;
    const text = readMessage(said(frame.before) + row.text + said(frame.after)).text;
    return text === row.text ? [] : [{ ...copy, text, framed: true }];
  });
}

/** Messages that nothing is trained on. */
async function testRows(path: string): Promise<EncoderRow[]> {
  const scorer = createLocalScorer({ weights: shippedWeights() });
  return (await readRows([path])).flatMap((row: LabelledRow) => {
    if (row.label === undefined) return [];
    const own = readMessage(row.text);
    const { scores } = scorer.score(scorer.read(own));
    return [{
      id: row.id,
      fold: row.source,
      map: row.map,
      label: row.label,
      hidden: "",
      weight: 0,
      text: own.text,
      linear: scores,
    }];
  });
}

async function frames(): Promise<MailFrame[]> {
  const text = await Deno.readTextFile(`${FIXTURES}mail_frames.jsonl`);
  return text.trim().split("\n").map((line) => JSON.parse(line));
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}

/**
 * Measures the reading on messages whose parts are known, and what mail frames
 * cost: `deno task evaluate:reading [--wrong] [--source dev|blind]`.
 *
 * @module
 */
import { overlapF1, overlapOf } from "../evaluation/own_word_overlap.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { type Intent, topIntent } from "../triage/domain/intent.ts";
import type { Author, MatterState, PartKind } from "../triage/text/own_words.ts";

type WrittenPart = readonly [PartKind, string];

/** A message whose parts, types, author and state are known. */
export interface ShapeRow {
  readonly id: string;
  readonly source: "dev" | "blind";
  readonly shape: string;
  readonly parts: readonly WrittenPart[];
  /** The types that a person would accept. */
  readonly types: readonly Intent[];
  readonly author: Author;
  readonly state: MatterState;
}

/** A mail without its middle. */
export interface MailFrame {
  readonly id: string;
  readonly before: readonly WrittenPart[];
  readonly after: readonly WrittenPart[];
}

/** Shares in [0, 1]. */
export interface ReadingFigures {
  readonly rows: number;
  /** F1 of the own words' characters. */
  readonly own_words_f1: number;
  readonly author: number;
  readonly state: number;
  readonly type: number;
}

const scorer = createLocalScorer();

/** The text of parts. */
export function textOf(parts: readonly WrittenPart[]): string {
  return parts.map(([, text]) => text).join("");
}

/** The type that the scorer gives a message. */
export function typeOf(message: string): Intent {
  return topIntent(scorer.score(scorer.read(readMessage(message))).scores);
}

/** Measures the reading; `onWrong` hears what was not as wanted. */
export function measureReading(
  rows: readonly ShapeRow[],
  onWrong: (line: string) => void = () => {},
): ReadingFigures {
  let author = 0, state = 0, type = 0;
  const overlaps = rows.map((row) => {
    const message = textOf(row.parts);
    const own = readMessage(message);
    const overlap = overlapOf(message, ownStretches(row.parts), own.parts.filter(isOwn));
    const given = typeOf(message);
    if (own.author === row.author) author++;
    if (own.state === row.state) state++;
    if (row.types.includes(given)) type++;
    const wrong = [
      overlap.extra + overlap.missed > 0
        ? `${overlap.extra} too many, ${overlap.missed} missed`
        : "",
      own.author === row.author ? "" : `author ${own.author}`,
      own.state === row.state ? "" : `state ${own.state}`,
      row.types.includes(given) ? "" : `type ${given}`,
    ].filter((part) => part !== "");
    if (wrong.length > 0) onWrong(`${row.id} (${row.shape}): ${wrong.join("; ")}`);
    return overlap;
  });
  const share = (count: number) => rows.length === 0 ? 0 : count / rows.length;
  return {
    rows: rows.length,
    own_words_f1: overlapF1(overlaps),
    author: share(author),
    state: share(state),
    type: share(type),
  };
}

function isOwn({ kind }: { readonly kind: PartKind }): boolean {
  return kind === "own";
}

function ownStretches(parts: readonly WrittenPart[]): { start: number; end: number }[] {
  let at = 0;
  return parts.flatMap(([kind, text]) => {
    const start = at;
    at += text.length;
    return kind === "own" ? [{ start, end: at }] : [];
  });
}

/** A message put into a frame. */
export function framed(message: string, { before, after }: MailFrame): string {
  const rest = textOf(after);
  return `${textOf(before)}${message}${rest === "" || rest.startsWith("\n") ? "" : "\n"}${rest}`;
}

/** Share of messages that are judged right, bare and in every frame. */
export function measureFrames(
  rows: readonly { readonly text: string; readonly label: Intent }[],
  frames: readonly MailFrame[],
): { readonly bare: number; readonly framed: number } {
  let bare = 0, inFrames = 0;
  for (const { text, label } of rows) {
    if (typeOf(text) === label) bare++;
    for (const frame of frames) if (typeOf(framed(text, frame)) === label) inFrames++;
  }
  return { bare: bare / rows.length, framed: inFrames / (rows.length * frames.length) };
}

/** Reads a file of JSON lines of the project's own. */
export function rowsOf<Row>(path: string): Row[] {
  return Deno.readTextFileSync(path).trim().split("\n").map((line) => JSON.parse(line) as Row);
}

function main(args: readonly string[]): void {
  const at = args.indexOf("--source");
  const source = at < 0 ? null : args[at + 1];
  const rows = rowsOf<ShapeRow>("fixtures/shapes.jsonl");
  const onWrong = args.includes("--wrong") ? console.log : undefined;
  for (const name of source === null ? ["dev", "blind"] : [source]) {
    const { rows: count, ...figures } = measureReading(
      rows.filter((row) => row.source === name),
      onWrong,
    );
    const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${value.toFixed(3)}`);
    console.log(`${name}, ${count} messages: ${shown.join(", ")}`);
  }
  if (source !== null) return;
  const blind = rowsOf<{ text: string; label: Intent }>("fixtures/blind.jsonl");
  const { bare, framed } = measureFrames(blind, rowsOf("fixtures/mail_frames.jsonl"));
  console.log(`blind.jsonl: bare ${bare.toFixed(3)}, in mail frames ${framed.toFixed(3)}`);
}

if (import.meta.main) main(Deno.args);

/**
 * Reads a message as sent: what the customer says now, what stands around it,
 * who wrote it and how the matter stands. Never throws; takes time linear in
 * the message.
 *
 * @module
 */
import type {
  Aside,
  MatterState,
  OwnWords,
  Part,
  PartKind,
  Run,
} from "../triage/text/own_words.ts";
import { asOwnWords, proseOf } from "../triage/text/own_words.ts";
import { authorOf } from "./author.ts";
import { Canvas } from "./canvas.ts";
import { paintCourtesy } from "./courtesy.ts";
import { paintForm } from "./form.ts";
import { htmlText, isHtml, type MarkedRegion } from "./html_text.ts";
import { paintMachineText } from "./machine_text.ts";
import { paintHistory } from "./mail_history.ts";
import { conversationStateOf, matterStateOf } from "./matter_state.ts";
import { paintSignature } from "./signature.ts";
import { type SourceText, withOneLineEnd } from "./source_text.ts";
import { paintTranscript } from "./transcript.ts";

/** Kinds that stay in the text that is worked on, without a vote. */
const KEPT: ReadonlySet<PartKind | "code"> = new Set(["own", "form_text", "machine_text", "code"]);

/**
 * Reads a message.
 *
 * @example
 * ```ts
 * readMessage("It works now, thanks!\n\n> Sorry that the export crashes.").state; // "solved"
 * ```
 */
export function readMessage(message: string): OwnWords {
  const page = isHtml(message) ? htmlText(message) : null;
  const source: SourceText = page ?? withOneLineEnd(message);
  const canvas = new Canvas(source.text);
  paintRegions(canvas, page?.regions ?? []);
  paintAround(canvas);
  const author = authorOf(writtenNow(canvas), smallPrint(canvas));
  if (author === "machine") {
    canvas.unpaint(0, source.text.length);
    canvas.paint(0, source.text.length, "machine_message");
  }
  const isPlain = source.origin === null && !canvas.isPainted;
  const { text, asides, runs } = isPlain ? asOwnWords(source.text) : keptOf(canvas, source);
  const parts = isPlain ? asOwnWords(message).parts : partsOf(canvas, source, message.length);
  const greeted = parts.find(({ kind }) => kind === "greeting");
  const greeting = greeted === undefined ? "" : message.slice(greeted.start, greeted.end);
  const state = author === "person" ? stateOf(canvas, proseOf({ text, asides }).trim()) : "open";
  return { text, greeting, asides, runs, parts, author, state };
}

/** What its sender wrote: a machine may be quoted, and so may be who writes by hand. */
function writtenNow(canvas: Canvas): string {
  if (!canvas.isPainted) return canvas.text;
  let written = "";
  for (const { start, end, kind } of canvas.runs()) {
    if (!QUOTED.has(kind)) written += canvas.text.slice(start, end);
  }
  return written.trim() === "" ? canvas.text : written;
}

/** Disclaimers and what mailing programs write below a mail. */
function smallPrint(canvas: Canvas): string {
  if (!canvas.isPainted) return "";
  const prints: string[] = [];
  for (const { start, end, kind } of canvas.runs()) {
    if (kind === "disclaimer") prints.push(canvas.text.slice(start, end));
  }
  return prints.join("\n");
}

const QUOTED: ReadonlySet<PartKind | "code"> = new Set([
  "quoted_history",
  "forwarded",
  "other_speaker",
  "disclaimer",
]);

function stateOf(canvas: Canvas, prose: string): MatterState {
  if (!canvas.isPainted) return matterStateOf(prose);
  let turns: string[] | null = null;
  for (const { start, end, kind } of canvas.runs()) {
    if (kind === "other_speaker") turns ??= [];
    if (kind === "own" && turns !== null) turns.push(canvas.text.slice(start, end).trim());
  }
  const said = turns?.filter((turn) => turn !== "");
  return said === undefined || said.length < 2 ? matterStateOf(prose) : conversationStateOf(said);
}

function paintRegions(canvas: Canvas, regions: readonly MarkedRegion[]): void {
  for (const { start, end, kind } of regions) canvas.paint(start, end, kind);
  // A message that is nothing but a quotation was marked up by a hand, not by a program.
  if (regions.length > 0 && canvas.ownText() === "") canvas.unpaint(0, canvas.text.length);
}

function paintAround(canvas: Canvas): void {
  if (canvas.text.includes("\n")) {
    paintTranscript(canvas);
    paintHistory(canvas);
    paintForm(canvas);
    paintMachineText(canvas);
    paintSignature(canvas);
  } else if (canvas.text.includes("<!--")) paintForm(canvas);
  paintCourtesy(canvas);
}

/** The text that is worked on, and where it stands in the message. */
function keptOf(
  canvas: Canvas,
  { text: whole, origin }: SourceText,
): Pick<OwnWords, "text" | "asides" | "runs"> {
  const asides: Aside[] = [];
  const kept: { readonly start: number; readonly end: number }[] = [];
  let text = "";
  for (const { start, end, kind } of canvas.runs()) {
    if (!KEPT.has(kind)) continue;
    if (kind !== "own") {
      asides.push({
        start: text.length,
        end: text.length + end - start,
        kind: kind === "form_text" ? "form_text" : kind === "code" ? "code" : "trace",
      });
    }
    text += whole.slice(start, end);
    kept.push({ start, end });
  }
  const same = origin === null && text.length === whole.length;
  return { text, asides, runs: same ? [] : runsOf(kept, origin) };
}

/** Maps kept stretches to the message: a new run wherever the message does not go on. */
function runsOf(
  kept: readonly { readonly start: number; readonly end: number }[],
  origin: SourceText["origin"],
): Run[] {
  const runs: { at: number; from: number; last_characters: number }[] = [];
  let at = 0, expected = -1;
  for (const { start, end } of kept) {
    for (let index = start; index < end; index++, at++) {
      const from = origin === null ? index : origin.starts[index] ?? index;
      const to = origin === null ? index + 1 : origin.ends[index] ?? index + 1;
      const last = runs.at(-1);
      if (last === undefined || from !== expected || last.last_characters !== 1) {
        runs.push({ at, from, last_characters: to - from });
      } else last.last_characters = to - from;
      expected = to;
    }
  }
  return runs;
}

/** The message cut into parts; what no character of the text stands for is markup, or a line's end. */
function partsOf(canvas: Canvas, { text, origin }: SourceText, length: number): Part[] {
  const parts: { start: number; end: number; kind: PartKind }[] = [];
  const add = (start: number, end: number, kind: PartKind) => {
    if (end <= start) return;
    const last = parts.at(-1);
    if (last?.kind === kind && last.end === start) last.end = end;
    else parts.push({ start, end, kind });
  };
  let at = 0;
  let before: PartKind = "own";
  for (const { start, end, kind } of canvas.runs()) {
    const named: PartKind = kind === "code" ? "machine_text" : kind;
    // Blank lines between two parts go to the one before.
    const blank = named === "own" && text.slice(start, end).trim() === "";
    const shown: PartKind = blank && parts.length > 0 ? before : named;
    before = shown;
    if (origin === null) {
      add(at, end, shown);
      at = end;
      continue;
    }
    for (let index = start; index < end; index++) {
      const from = origin.starts[index] ?? at;
      const to = origin.ends[index] ?? from;
      add(at, from, "markup");
      at = Math.max(at, from);
      add(at, to, shown);
      at = Math.max(at, to);
    }
  }
  add(at, length, origin === null ? before : "markup");
  return parts;
}

/**
 * What a customer says now, told apart from what stands around it: history,
 * signatures, forms, other people's turns. The reader makes it once, before
 * anything judges or drafts; everything later works on it.
 *
 * @module
 */
import { z } from "zod";

/** What a stretch of a message can be. */
export const PART_KINDS = [
  "own",
  "greeting",
  "closing",
  "signature",
  "disclaimer",
  "quoted_history",
  "forward_header",
  "forwarded",
  "form_text",
  "other_speaker",
  "machine_text",
  "machine_message",
  "markup",
] as const;

/** Schema of the kind of a stretch that was not judged. */
export const asideKind = z.enum(PART_KINDS).exclude(["own"]);

/** What a stretch of a message is. */
export type PartKind = typeof PART_KINDS[number];

/** A stretch of the message as sent; the parts of a message tile it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly kind: PartKind;
}

/** A stretch of {@linkcode OwnWords.text} that stands there but has no vote. */
export interface Aside {
  readonly start: number;
  readonly end: number;
  /** A form's own words; a trace or log; code, a query or JSON. */
  readonly kind: "form_text" | "trace" | "code";
}

/** Who wrote a message. Offers are written by people whom nobody asked. */
export type Author = "person" | "machine" | "advertiser";

/**
 * How the matter stands: `open`, or settled in one of four ways. A fault that
 * came back or is half solved is open.
 */
export type MatterState = "open" | "solved" | "withdrawn" | "thanks" | "no_fault";

/** Where a run of characters of the own words stands in the message. */
export interface Run {
  /** Offset in {@linkcode OwnWords.text}. */
  readonly at: number;
  /** Offset in the message as sent. */
  readonly from: number;
  /** Characters of the message that the run's last character stands for: "&amp;" is one. */
  readonly last_characters: number;
}

/** A message, read. Plain data: it may cross threads. */
export interface OwnWords {
  /**
   * What the customer says now, with forms' headings and machine text where they
   * stand; lines end in "\n".
   */
  readonly text: string;
  /** The greeting that stood in front of it, empty without one: it tells for whom it was meant. */
  readonly greeting: string;
  /** Stretches of `text` that are not the customer's prose, in order. */
  readonly asides: readonly Aside[];
  /** The message as sent, cut into stretches that tile it. */
  readonly parts: readonly Part[];
  /** Maps `text` to the message; empty where both are the same. */
  readonly runs: readonly Run[];
  readonly author: Author;
  readonly state: MatterState;
}

/** The stretch of the message as sent that a stretch of the own words stands for. */
export function inMessage(
  { runs, text }: Pick<OwnWords, "runs" | "text">,
  start: number,
  end: number,
): { start: number; end: number } {
  if (runs.length === 0) return { start, end };
  const opening = runAt(runs, start);
  const number = runAt(runs, Math.max(start, end - 1));
  const first = runs[opening] ?? WHOLE;
  const last = runs[number] ?? WHOLE;
  const endsRun = end === (runs[number + 1]?.at ?? text.length);
  return {
    start: first.from + (start - first.at),
    end: last.from + (end - 1 - last.at) + (endsRun ? last.last_characters : 1),
  };
}

const WHOLE: Run = { at: 0, from: 0, last_characters: 1 };

/** Place of the run that holds an offset. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0, high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The customer's prose alone, without forms' words and machine text. */
export function proseOf({ text, asides }: Pick<OwnWords, "text" | "asides">): string {
  if (asides.length === 0) return text;
  let prose = "", from = 0;
  for (const { start, end } of asides) {
    prose += text.slice(from, start);
    from = end;
  }
  return prose + text.slice(from);
}

/** A stretch of the message as sent that was not judged. */
export interface SetAside extends Part {
  readonly kind: Exclude<PartKind, "own">;
}

/** The stretches of the message that were not judged. */
export function setAside({ parts }: Pick<OwnWords, "parts">): SetAside[] {
  return parts.filter((part): part is SetAside => part.kind !== "own");
}

/** A text taken as it stands: all of it own words of a person, the matter open. */
export function asOwnWords(text: string): OwnWords {
  return {
    text,
    greeting: "",
    asides: [],
    parts: text === "" ? [] : [{ start: 0, end: text.length, kind: "own" }],
    runs: [],
    author: "person",
    state: "open",
  };
}

/**
 * What of a message is drafted from: all of a short one; of a long one its
 * opening, its last lines, and the first sentences in between that tell of its
 * matter.
 *
 * @module
 */
import type { Document, Sentence } from "../../triage/text/document.ts";
import type { OwnWords } from "../../triage/text/own_words.ts";
import type { Intent } from "../../triage/domain/intent.ts";
import { DEVICE, FAILING, WISHING, WORTH } from "./signals.ts";
import { safeLine, showable, withoutPersonalData } from "./safe_words.ts";

/** What of a long message is read. */
export const EXCERPT = {
  /** A message is read whole up to there; of a longer one is read: */
  whole_characters: 2_000,
  opening_characters: 1_000,
  closing_characters: 200,
  telling_sentences: 6,
  /** A longer sentence is read up to there. */
  sentence_characters: 1_000,
} as const;

/** A sentence of the message, fit to be shown again. */
export interface Line {
  readonly sentence: Sentence;
  /** As written. */
  readonly raw: string;
  /** Plain text without links and personal data. */
  readonly text: string;
}

/** Shows a stretch of a text, by its offsets, as a safe line. */
export type Show = (start: number, end: number) => string;

/** Shows stretches of a text so that no half of a link or of personal data is seen. */
export function showOf({ text }: Document): Show {
  const whole = text.length <= EXCERPT.whole_characters;
  return showable(text, whole ? text.length : EXCERPT.opening_characters);
}

/** The sentences that are drafted from, in order. */
export function excerptOf(
  { text, sentences, own }: Document,
  intent: Intent,
  show: Show,
): Line[] {
  const whole = text.length <= EXCERPT.whole_characters;
  const opening = whole ? text.length : EXCERPT.opening_characters;
  const closing = text.length - EXCERPT.closing_characters;
  const lines: Line[] = [];
  let telling = 0;
  for (const sentence of sentences) {
    const { start } = sentence;
    if (isAside(own, start)) continue;
    const end = Math.min(sentence.end, start + EXCERPT.sentence_characters);
    const raw = text.slice(start, end);
    if (start >= opening && start < closing) {
      if (telling === EXCERPT.telling_sentences || !tells(sentence, raw, intent)) continue;
      telling++;
    }
    lines.push({ sentence, raw, text: show(start, end) });
  }
  return lines;
}

/** Machine text is evidence, and nothing that could be said again. */
function isAside({ asides }: OwnWords, at: number): boolean {
  return asides.length > 0 && asides.some(({ start, end }) => start <= at && at < end);
}

function tells({ question }: Sentence, raw: string, intent: Intent): boolean {
  switch (intent) {
    case "bug_report":
      return FAILING.test(raw) || DEVICE.test(raw);
    case "feature_request":
      return WISHING.test(raw) || WORTH.test(raw);
    case "general_inquiry":
      return question;
  }
}

/** The lines as one: no blank where there was none, and no link that was cut is whole again. */
export function joinedLines(lines: readonly Line[]): string {
  let whole = "", end = -1, glued = false;
  for (const { sentence, text } of lines) {
    const apart = whole !== "" && (sentence.start !== end || text.startsWith("["));
    if (whole !== "" && !apart) glued = true;
    whole += apart ? ` ${text}` : text;
    end = sentence.end;
  }
  return glued ? withoutPersonalData(safeLine(whole)) : whole;
}

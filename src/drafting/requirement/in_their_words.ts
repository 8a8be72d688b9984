/**
 * What a customer said, for a requirement's description: the sentences that say
 * something, as they were written, with what joins them left in place.
 *
 * @module
 */
import { sentence as asSentence } from "../english/rewording.ts";
import { EXCERPT } from "../message/excerpt.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { withoutGreeting } from "../message/line_noise.ts";

/** Stretches of the text that stand together. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BLANK = /^\s*$/u;

/** The first `most` sentences that say something, in the customer's own words. */
export function inTheirWords(
  { parts: { statements }, request: { document: { text } }, show }: DraftContext,
  most: number,
): string {
  const said: (Stretch | string)[] = [];
  for (const { sentence, phrase } of statements.slice(0, most)) {
    if (sentence === null) {
      said.push(phrase.text);
      continue;
    }
    const { start } = sentence;
    const end = Math.min(sentence.end, start + EXCERPT.sentence_characters);
    // A line without a mark at its end is closed by one.
    const before = sentence.line_start ? undefined : said.at(-1);
    if (typeof before === "object" && BLANK.test(text.slice(before.end, start))) {
      said[said.length - 1] = { start: before.start, end };
    } else said.push({ start, end });
  }
  return said.map((each) =>
    asSentence(typeof each === "string" ? each : withoutGreeting(show(each.start, each.end)))
  ).join(" ");
}

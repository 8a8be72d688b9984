/**
 * What all letters share: putting sentences together, and the two doors by
 * which the customer's words come in. The firewall stands at both; our own
 * sentences are held against it by tests.
 *
 * @module
 */
import { letterFaults } from "../../triage/guard/firewall.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { asSaid, calmed, isShouted } from "../english/headline.ts";
import { withoutEnd } from "../english/text_end.ts";
import { speaksOfUs, toCustomer, unended, withInnerQuotes } from "../english/rewording.ts";

const WOVEN_CHARACTERS = 170;
const STAND_IN =
  /\[(?:link|e-mail address|phone number|card number|account number|IP address|key)\]/u;
const NOT_WOVEN = /[?!"“”„:;[\]{}<>|\\]|\.\s|\bi think\b|\bwtf\b/i;
// Letters beyond the Latin ones.
const OTHER_SCRIPT = /[\u0370-\u1fff\u2e80-\ud7ff]/;

/** The paragraphs as one letter. */
export function joined(paragraphs: readonly string[]): string {
  const letter = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  return cutAtWord(letter, REPLY_LIMITS.letter_characters);
}

/**
 * A clause of the customer's as it can stand in a sentence of ours ("you can't
 * log in"), or `null` where it had better not.
 */
export function wovenClause(text: string, context: DraftContext): string | null {
  const bare = unended(text);
  if (!canBeWoven(bare)) return null;
  const turned = toCustomer(calmed(bare));
  return passes(turned, context) ? turned : null;
}

/** Whether words are a clause that can be turned: one sentence, calm, of us in the third person. */
function canBeWoven(bare: string): boolean {
  return bare.length >= 8 && bare.length <= WOVEN_CHARACTERS && !NOT_WOVEN.test(bare) &&
    !STAND_IN.test(bare) && !OTHER_SCRIPT.test(bare) && !speaksOfUs(bare) && !isShouted(bare);
}

/** The customer's words in quotation marks, or `null` where they had better not be repeated. */
export function quoted(
  text: string,
  context: DraftContext,
  max_characters = WOVEN_CHARACTERS,
): string | null {
  const bare = asSaid(withInnerQuotes(text).trim());
  if (bare.length < 4 || bare.length > max_characters) return null;
  if (STAND_IN.test(bare)) return null;
  const quote = `“${withoutEnd(bare, ".,;:")}”`;
  return passes(quote, context) ? quote : null;
}

function passes(words: string, { request }: DraftContext): boolean {
  const ground = { message: request.document.text, product: request.product };
  return letterFaults(words, ground).length === 0;
}

/**
 * Whether a message opens with a wish, whatever it was taken for.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";
import { saysThatItFails } from "./failing_words.ts";

/** Among these first sentences a wish is put where a message is one. */
const OPENING_STATEMENTS = 3;
/** What is put as a wish and asks for nothing to be mended. */
const WISHED =
  /^(?:(?:hi|hello|please),? )?(?:could|can|would) (?:you|we|there) (?!(?:please |maybe )?(?:fix|look|help|check|tell|explain|stop|cancel|refund|send|change|delete|call|repair|replace|confirm|say|not|to)\b)|\bwhat (?:we|i) (?:miss|need|would love)\b|\b(?:i )?wish (?:i|we|there|you|it)\b|\b(?:would|['’]d) (?:love|be (?:great|nice|lovely|handy|useful))\b|\bhow about (?:an?|adding)\b|^(?:feature (?:idea|request)|suggestion)\b|\b(?:please|pls|plz) add\b/i;

/** What it opens with is a wish, and nothing before it fails. */
export function opensWithWish({ parts: { statements } }: DraftContext): boolean {
  for (const { phrase: { text } } of statements.slice(0, OPENING_STATEMENTS)) {
    if (saysThatItFails(text)) return false;
    if (WISHED.test(text)) return true;
  }
  return false;
}

/**
 * A reason as a clause that can stand after "so that".
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { unended } from "../english/rewording.ts";

/** How much of what was told is shown. */
export const REASON_CHARACTERS = 200;

/** The customer as the subject: "we" where they say so, else "I". */
export function customerAs(word: string | undefined): string {
  return word?.toLowerCase() === "we" ? "we" : "I";
}

/** A reason up to where the next thought begins. */
export function tidyReason(text: string): string {
  const end = text.search(/[;!?]|(?<!\b(?:e\.g|i\.e|etc))\.(?:\s|$)|\s[–—-]\s/u);
  const kept = (end > 8 ? text.slice(0, end) : text).replace(
    /,\s+(?:and (?:it|that|i|we|this)|i|we)(?:['’]s|['’]d| is| would)\b.*$/i,
    "",
  );
  return unended(cutAtWord(kept, REASON_CHARACTERS))
    .replace(/^(?:then|also)\s+/i, "").replace(/^i\b/u, "I");
}

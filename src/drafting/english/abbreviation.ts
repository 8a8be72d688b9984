/**
 * Abbreviations whose dot ends no sentence: "incl. labels", "approx. 20".
 *
 * @module
 */

/** As alternatives of a pattern, without the last dot. */
export const ABBREVIATIONS = String.raw`e\.g|i\.e|etc|vs|approx|no|incl|excl|max|min|resp|dept|fig`;

const LAST = new RegExp(`\\b(?:${ABBREVIATIONS})\\.?$`, "iu");
const DOTTED = new RegExp(`\\b(${ABBREVIATIONS})\\.`, "giu");

/** Whether a text ends with one, so that the rest of its sentence is missing. */
export function endsAbbreviated(text: string): boolean {
  return LAST.test(text);
}

/** The text with each without its dot. */
export function withoutDots(text: string): string {
  return text.includes(".") ? text.replace(DOTTED, "$1") : text;
}

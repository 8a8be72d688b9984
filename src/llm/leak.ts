/**
 * Tells when an answer gives away the instructions: a run of words that only
 * they hold.
 *
 * @module
 */

/** Words in a row that are no accident. */
const RUN_WORDS = 8;

/**
 * Whether any string of `value`, of whatever shape, repeats a run of words of
 * `secret` that is not in `public_text`. Punctuation and case do not matter.
 */
export function leaks(value: unknown, secret: string, public_text: string): boolean {
  const known = new Set(runs(public_text));
  const hidden = new Set(runs(secret).filter((run) => !known.has(run)));
  return stringsOf(value).some((text) => runs(text).some((run) => hidden.has(run)));
}

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - RUN_WORDS + 1))
    .map((_, at) => words.slice(at, at + RUN_WORDS).join(" "));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/**
 * Takes marks off the end of a text. Done from behind: a pattern such as
 * `/[.,]+$/` is tried at every mark of the text.
 *
 * @module
 */

const BLANKS = " \n\t\r\u00a0";

/** Ends of clauses and sentences. */
export const END_MARKS = ".,;:!?…–—-";

/** The text without blanks and the marks at its end. */
export function withoutEnd(text: string, marks: string = END_MARKS): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1] ?? "") || BLANKS.includes(text[end - 1] ?? ""))) {
    end--;
  }
  return text.slice(0, end);
}

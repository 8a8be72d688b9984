/**
 * Messages that are assessed before the first customer's: much is loaded and
 * compiled on first use, and nobody should wait for it.
 *
 * @module
 */

/** Assessed before anything else: what all messages have in common is ready then. */
export const FIRST_REHEARSED =
  "The export fails with error 500 when I open the report and click save.";

/** One of each other kind. */
const OTHERS = [
  "It would be great if the calendar could show weeks, so that I can plan ahead.",
  "How can I change the address on my invoice?",
];

/** The same with marks that are no Latin-1: for such texts patterns are compiled once more. */
const WIDE = [FIRST_REHEARSED, ...OTHERS].map((message) => `“${message}” – …`);

/** For one in another language the detector's model is loaded. */
const FOREIGN = "Der Export bricht jedes Mal mit einem Fehler ab, wenn ich auf Speichern klicke.";

/** Between two messages of the rehearsal that goes on while customers are served. */
const PAUSE_MS = 200;

/**
 * Rehearses the rest beside the customers' messages: patterns that run for the
 * second time are compiled to machine code, which takes its time too.
 *
 * @returns Ends it.
 */
export function rehearseLater(assess: (message: string) => unknown): () => void {
  const messages = [...OTHERS, FOREIGN, FIRST_REHEARSED, ...OTHERS, ...WIDE, ...WIDE];
  const timer = setInterval(() => {
    const message = messages.shift();
    if (message === undefined) clearInterval(timer);
    else assess(message);
  }, PAUSE_MS);
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}

/**
 * The message as lines that end in "\n", whatever it was sent with, and where
 * each of its characters stands in the message.
 *
 * @module
 */

/** A text and the message it was made of. */
export interface SourceText {
  readonly text: string;
  /**
   * By character of the text: where it starts in the message, and where it ends.
   * `null` where both are the same.
   */
  readonly origin: { readonly starts: Int32Array; readonly ends: Int32Array } | null;
}

/** Ends of lines beside "\n": Windows, old Macs, Unicode's line and paragraph separators. */
const OTHER_LINE_END = /\r\n?|[\u2028\u2029\u0085\v\f]/g;

/** Makes all ends of lines one kind. */
export function withOneLineEnd(message: string): SourceText {
  OTHER_LINE_END.lastIndex = 0;
  if (!OTHER_LINE_END.test(message)) return { text: message, origin: null };
  const text = message.replace(OTHER_LINE_END, "\n");
  if (text.length === message.length) return { text, origin: null };
  const starts = new Int32Array(text.length), ends = new Int32Array(text.length);
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const characters = message.startsWith("\r\n", from) ? 2 : 1;
    starts[at] = from;
    ends[at] = from += characters;
  }
  return { text, origin: { starts, ends } };
}

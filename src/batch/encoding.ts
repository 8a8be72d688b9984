/**
 * Which encoding a text is in, told from its first bytes, and its bytes as UTF-8.
 *
 * @module
 */

/** How a text is written. */
export interface Encoding {
  /** As the Encoding Standard names it: "utf-8", "utf-16le", "windows-1252". */
  readonly name: string;
  /** Whether it begins with a byte order mark. */
  readonly marked: boolean;
}

/** Share of zero bytes at even or at odd places from which a text is UTF-16 without a mark. */
const ZERO_SHARE = 0.3;

/** What spreadsheets write where it is not Unicode. */
const LEGACY = "windows-1252";

/** Tells the encoding of a text from its beginning. */
export function detectEncoding(head: Uint8Array): Encoding {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "utf-8", marked: true };
  if (a === 0xff && b === 0xfe) return { name: "utf-16le", marked: true };
  if (a === 0xfe && b === 0xff) return { name: "utf-16be", marked: true };
  let even = 0, odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const least = Math.max(1, head.length / 2 * ZERO_SHARE);
  if (odd >= least && odd > 4 * even) return { name: "utf-16le", marked: false };
  if (even >= least && even > 4 * odd) return { name: "utf-16be", marked: false };
  return { name: looksLikeUtf8(head) ? "utf-8" : LEGACY, marked: false };
}

/** A few torn bytes make no other encoding of a text that is otherwise UTF-8. */
function looksLikeUtf8(head: Uint8Array): boolean {
  // The replacement character may be written, too: that is UTF-8 as good as any.
  const written = replacementsWritten(head);
  let good = written, bad = -written;
  const text = new TextDecoder().decode(head, { stream: true });
  for (const character of text) {
    if (character === "\ufffd") bad++;
    else if (character > "\x7f") good++;
  }
  return bad <= good;
}

/** How often U+FFFD itself stands in a text, as its three bytes. */
function replacementsWritten(head: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 2 < head.length; at++) {
    if (head[at] === 0xef && head[at + 1] === 0xbf && head[at + 2] === 0xbd) count++;
  }
  return count;
}

/**
 * The same text in UTF-8, without its mark. Where the text has been plain ASCII
 * up to a byte that UTF-8 does not know, the rest is read as windows-1252.
 *
 * @param name The encoding; `null` is UTF-8 unless it turns out otherwise.
 */
export async function* toUtf8(
  bytes: AsyncIterable<Uint8Array>,
  name: string | null,
): AsyncGenerator<Uint8Array> {
  let known = name;
  let decoder = known === null || known === "utf-8" ? null : new TextDecoder(known);
  const encoder = new TextEncoder();
  let first = true;
  for await (const chunk of bytes) {
    if (known === null && !isAscii(chunk)) {
      known = looksLikeUtf8(chunk) ? "utf-8" : LEGACY;
      if (known === LEGACY) decoder = new TextDecoder(LEGACY);
    }
    const part = first && decoder === null ? withoutMark(chunk) : chunk;
    first = false;
    yield decoder === null ? part : encoder.encode(decoder.decode(part, { stream: true }));
  }
  if (decoder !== null) yield encoder.encode(decoder.decode());
}

/** The same bytes with the line breaks of old Macs, a lone CR, made LF. */
export async function* withLineFeeds(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) yield chunk.map((byte) => byte === 0x0d ? 0x0a : byte);
}

/** Whether UTF-8 and most other encodings read these bytes alike. */
export function isAscii(chunk: Uint8Array): boolean {
  for (const byte of chunk) if (byte > 0x7f) return false;
  return true;
}

function withoutMark(chunk: Uint8Array): Uint8Array {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

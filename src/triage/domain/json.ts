/**
 * Reads JSON from bytes without quoting a word of it in an error.
 *
 * @module
 */
import { Failure } from "./failure.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Parses JSON in UTF-8; a byte order mark is passed over.
 *
 * @param parse Reads the text. @default JSON.parse
 * @throws {Failure} `malformed_json`
 */
export function parseJson(
  bytes: Uint8Array,
  parse: (text: string) => unknown = JSON.parse,
): unknown {
  if (bytes.length === 0) throw new Failure("malformed_json", "Cannot read JSON: it is empty");
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    throw new Failure("malformed_json", "Cannot read JSON: it is not UTF-8");
  }
  try {
    return parse(text);
  } catch {
    // The parser's own message quotes the text, which may be private.
    throw new Failure("malformed_json", "Cannot read JSON: it is not well-formed");
  }
}

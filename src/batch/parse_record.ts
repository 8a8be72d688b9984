/**
 * Reads a record of JSON with its ids whole.
 *
 * @module
 */
import { parseJson } from "../triage/domain/json.ts";

/** From 16 digits on, an integer may be more than a number holds (2^53 is 9007199254740992). */
const MANY_DIGITS = /\d{16}/;

/**
 * Parses JSON in UTF-8. Integers of more digits than a number holds come as texts.
 *
 * @throws {Failure} `malformed_json`
 */
export function parseRecord(bytes: Uint8Array): unknown {
  return parseJson(bytes, (text) => MANY_DIGITS.test(text) ? parseWithIds(text) : JSON.parse(text));
}

function parseWithIds(text: string): unknown {
  return JSON.parse(text, (_key, value, context?: { readonly source?: string }) => {
    const source = context?.source;
    return typeof value === "number" && Number.isInteger(value) &&
        !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? source
      : value;
  });
}

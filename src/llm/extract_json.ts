/**
 * Finds the JSON object in what a model wrote. Servers without structured
 * output wrap it in fences, prose or thoughts; small models forget a comma,
 * put the object in a list, or write it as a string.
 *
 * @module
 */
import { jsonrepair } from "jsonrepair";
import { withoutThoughts } from "./thoughts.ts";

/** Longest answer that is searched, in characters. */
const ANSWER_CHARACTERS = 64_000;
/** Most places where an object is looked for. */
const TRIES = 8;
/** A string in a string is read this deep. */
const DEPTH = 3;

/** The JSON object that a text says, or `undefined` where there is none. */
export function extractJson(text: string): unknown {
  const answer = text.slice(0, ANSWER_CHARACTERS);
  const whole = objectIn(parsed(answer));
  if (whole !== undefined) return whole;
  const said = withoutThoughts(answer);
  const plain = objectIn(parsed(said));
  if (plain !== undefined) return plain;
  for (let start = said.indexOf("{"), tries = 0; start !== -1 && tries < TRIES; tries++) {
    const end = objectEnd(said, start);
    const found = end === -1 ? undefined : objectIn(repaired(said.slice(start, end)));
    if (found !== undefined) return found;
    start = said.indexOf("{", start + 1);
  }
  return undefined;
}

/** The object that a value is, holds alone in a list, or says as a string. */
export function objectIn(value: unknown, depth = 0): unknown {
  if (depth > DEPTH) return undefined;
  if (typeof value === "string") return objectIn(parsed(value), depth + 1);
  if (Array.isArray(value)) {
    return value.length === 1 ? objectIn(value[0], depth + 1) : undefined;
  }
  return typeof value === "object" && value !== null ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An apostrophe that stands at no brace, bracket, colon or comma: no end of a string. */
const APOSTROPHE = /(?<=[^\s{[,:]\s*)'(?=\s*[^\s:,}\]])/g;

/**
 * Only whole objects are repaired: one that was cut off would lose its end unseen.
 * jsonrepair takes every apostrophe in a string in single quotes for a double
 * quote ("can't" becomes `can"t`), so they are escaped before it sees them.
 */
function repaired(text: string): unknown {
  const strict = parsed(text);
  if (strict !== undefined) return strict;
  try {
    return JSON.parse(jsonrepair(text.replace(APOSTROPHE, "\\u0027")));
  } catch {
    return undefined;
  }
}

/** Offset after the brace that closes the one at `start`, or -1. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

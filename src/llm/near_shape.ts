/**
 * Shapes that are read with good will: what a small model writes instead of
 * what was asked for, where it can mean one thing only.
 *
 * @module
 */
import { z } from "zod";
import { objectIn } from "./extract_json.ts";

/** One of some words, whatever their case, blanks and hyphens; a beginning will do where it is one's alone. */
export function wordOf<const T extends string>(words: readonly T[]) {
  return z.preprocess(
    (given) => typeof given === "string" ? meant(given, words) : given,
    z.enum(words),
  );
}

function meant<T extends string>(given: string, words: readonly T[]): string {
  const said = plain(given);
  const exact = words.find((word) => plain(word) === said);
  if (exact !== undefined) return exact;
  const begun = words.filter((word) => said.length >= 3 && plain(word).startsWith(said));
  return begun.length === 1 ? begun[0] ?? given : given;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "");
}

/** A list; `null` is an empty one, a thing alone is a list of it. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((given) => {
    if (given === null || given === "") return [];
    if (typeof given === "string" && given.trim().startsWith("[")) return listIn(given);
    return Array.isArray(given) || given === undefined ? given : [given];
  }, z.array(item));
}

function listIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [text];
  }
}

/** An object, also as a string or alone in a list. */
export function objectOf<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess((given) => objectIn(given) ?? given, z.object(shape));
}

/** A text; a number stands for itself. */
export const text = z.preprocess(
  (given) => typeof given === "number" ? String(given) : given,
  z.string(),
);

/**
 * What is wrong with a catalogue, in words for the person who wrote it.
 *
 * @module
 */
import type { z } from "zod";

const SHOWN_CHARACTERS = 80;

/** What each type is called. */
const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "an object",
  number: "a number",
};

/**
 * One line for each fault: where it is, what is wanted, what is there.
 *
 * @param value The whole catalogue.
 */
export function catalogFaults(issue: z.core.$ZodIssue, value: unknown): string[] {
  const path = issue.path.map(String);
  const there = valueAt(value, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${[...path, key].join(".")}: is not a known key`);
  }
  const where = path.join(".") || "the catalogue";
  return there === undefined
    ? [`${where}: is missing`]
    : [`${where}: ${wanted(issue)}, got ${shown(there)}`];
}

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "too_small":
      return "must not be empty";
    case "too_big": {
      const unit = issue.origin === "string" ? "characters" : "entries";
      return `must have at most ${issue.maximum} ${unit}`;
    }
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined,
    value,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
}

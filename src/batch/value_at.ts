/**
 * Finds a value in a record by a name or a dotted path.
 *
 * @module
 */
import { isRecord } from "./input_record.ts";
import { columnKey } from "./table_records.ts";

/**
 * The value of a key, of a column in other case or blanks ("Feedback text" is
 * `feedback_text`), or behind a dotted path ("fields.comment.0.body").
 *
 * @returns `undefined` where there is none.
 */
export function valueAt(record: unknown, name: string): unknown {
  if (isRecord(record)) {
    if (Object.hasOwn(record, name)) return record[name];
    const key = columnKey(name);
    if (Object.hasOwn(record, key)) return record[key];
  }
  return name.split(".").reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, record);
}

/** Depth to which names are listed. */
const NAMED_DEPTH = 3;
/** Names listed, and characters of each. */
const NAMES = { shown: 20, max_characters: 60 } as const;

/** The names by which a record's plain values can be had, for a person to choose from. */
export function namesIn(record: unknown): string[] {
  return namesBelow(record, "", NAMED_DEPTH).slice(0, NAMES.shown)
    .map((name) => name.slice(0, NAMES.max_characters));
}

function namesBelow(value: unknown, prefix: string, depth: number): string[] {
  const entries = Array.isArray(value) ? [["0", value[0]] as const] : Object.entries(value ?? {});
  return entries.flatMap(([key, inner]) => {
    const name = `${prefix}${key}`;
    if (typeof inner !== "object" || inner === null) return inner === undefined ? [] : [name];
    return depth <= 1 ? [] : namesBelow(inner, `${name}.`, depth - 1);
  });
}

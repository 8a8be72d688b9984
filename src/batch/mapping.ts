/**
 * From where in a record the message and what goes with it are taken: from the
 * columns that were named, by a profile, or from keys of our own names.
 *
 * @module
 */
import type { Failure } from "../triage/domain/failure.ts";
import { InputError } from "./input_error.ts";
import { PROFILES } from "./profiles/known_profiles.ts";
import type { LeftOut, Profile, ProfileFields, Row } from "./profiles/profile.ts";
import { namesIn, valueAt } from "./value_at.ts";

/** What is wanted of a record. */
export interface MappingOptions {
  /** Where a key has another name: `{message: "Feedback text"}`, dotted paths included. */
  readonly columns: Readonly<Record<string, string>>;
  /** The keys that are wanted; the first is the text. */
  readonly keys: readonly [string, ...string[]];
  /** Whether a text that is not there is only empty: rows of a table leave out empty fields. */
  readonly absent_is_empty: boolean;
}

/** What was made of a record: its fields, or why it is passed over. */
export type MappedRecord =
  | { readonly fields: Readonly<Record<string, unknown>> | Failure }
  | { readonly left_out: string };

/** How the records of one input are read. */
export interface Mapping {
  /** In words: message from such a column. */
  readonly says: string;
  /** Whether the records are of our own keys, and no column was named. */
  readonly plain: boolean;
  /** Whether they are of a product whose exports are known. */
  readonly known: boolean;
  read(record: Row): MappedRecord;
}

/** The key of a message's text. */
const MESSAGE = "message";

/** Why a record without words is passed over. */
const NO_TEXT = "no text";

/**
 * Chooses how an input is read by one of its records, or by its columns.
 *
 * @returns `null` where nothing says which is the text.
 */
export function chooseMapping(sample: Row, options: MappingOptions): Mapping | null {
  const { columns, keys: [text] } = options;
  const own = Object.hasOwn(sample, text);
  const profile = own ? undefined : PROFILES.find(({ recognises }) => recognises(sample));
  const named = columns[text];
  if (named !== undefined) {
    if (valueAt(sample, named) === undefined) return null;
    const from = profile === undefined ? "" : `${profile.name}, `;
    return mapping(options, profile, `${from}${text} from ${JSON.stringify(named)}`);
  }
  if (profile !== undefined) {
    return mapping(options, profile, `${profile.name}: ${text} from ${profile.message_from}`);
  }
  if (own) return mapping(options, undefined, `${text} from ${JSON.stringify(text)}`);
  // Labelled rows may name their text as messages do.
  return text !== MESSAGE && Object.hasOwn(sample, MESSAGE)
    ? chooseMapping(sample, { ...options, columns: { ...columns, [text]: MESSAGE } })
    : null;
}

/** How a record is read in which nothing says which is the text: by its own keys. */
export function plainMapping(options: MappingOptions): Mapping {
  return mapping(options, undefined, "");
}

/** What to say where no record or column says which is the text. */
export function noTextError(samples: readonly Row[], options: MappingOptions): InputError {
  const { columns, keys: [text] } = options;
  const missing = JSON.stringify((columns[text] ?? text).slice(0, 60));
  return new InputError(
    `There is no column ${missing}; there are ${listed(samples)}: ` +
      `pick one with --column ${text}=NAME`,
  );
}

/**
 * What to say of a key that was named and stands nowhere in a record, or under
 * no title of a table; `null` where each does.
 */
export function missingColumn(sample: Row, shown: Row, columns: MappingOptions["columns"]) {
  const missing = Object.entries(columns).find(([, name]) => valueAt(sample, name) === undefined);
  if (missing === undefined) return null;
  const [key, name] = missing;
  return `There is no column ${JSON.stringify(name.slice(0, 60))} for ${key}; ` +
    `there are ${listed([shown])}`;
}

/** The names in records, for a message. */
export function listed(samples: readonly Row[]): string {
  const names = [...new Set(samples.flatMap(namesIn))].slice(0, 20);
  return names.length === 0 ? "none" : names.map((name) => JSON.stringify(name)).join(", ");
}

function mapping(options: MappingOptions, profile: Profile | undefined, says: string): Mapping {
  const { columns, keys } = options;
  const plain = profile === undefined && Object.keys(columns).length === 0;
  return {
    says,
    plain,
    known: profile !== undefined,
    read(record) {
      const known: ProfileFields | LeftOut | null = profile?.read(record) ?? null;
      if (known !== null && "left_out" in known) return known;
      const fields: Record<string, unknown> = {};
      for (const [at, key] of keys.entries()) {
        const name = columns[key];
        const ofProfile = at === 0 ? MESSAGE : key;
        const value = name !== undefined
          ? valueAt(record, name)
          : known !== null && Object.hasOwn(known, ofProfile)
          ? known[ofProfile as keyof ProfileFields]
          : record[key];
        if (value !== undefined && (value !== null || at === 0)) fields[key] = value;
      }
      return judged(fields, options);
    },
  };
}

/** A text that is there and empty is passed over; one that is not there is a fault. */
function judged(
  fields: Readonly<Record<string, unknown>>,
  { keys: [text], absent_is_empty }: MappingOptions,
): MappedRecord {
  const value = fields[text] ?? (absent_is_empty ? null : fields[text]);
  if (value === null || typeof value === "string" && value.trim() === "") {
    return { left_out: NO_TEXT };
  }
  // A cell of a workbook may hold a number or TRUE where the column holds texts.
  return (typeof value === "number" || typeof value === "boolean") && absent_is_empty
    ? { fields: { ...fields, [text]: String(value) } }
    : { fields };
}

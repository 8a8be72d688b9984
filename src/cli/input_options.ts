/**
 * Options that say how an input is read, for every command that reads files.
 *
 * @module
 */
import { type Format, FORMATS } from "../batch/format.ts";
import { UsageError } from "./command.ts";

/** Names of the options. */
export const INPUT_FLAGS = ["format", "delimiter", "encoding", "sheet", "column"] as const;

/** Their help. */
export const INPUT_OPTIONS_HELP =
  `  --format NAME        what the input is, where it is not seen: ${FORMATS.join(", ")}
  --delimiter CHAR     between the fields of CSV
  --encoding NAME      of a text, such as windows-1252
  --sheet NAME         of a workbook: a sheet by its name or number (the first)
  --column KEY=NAME    the column, key or dotted path that holds KEY, in any format:
                       message='Feedback text', id=fields.key; may be given several times`;

/** How an input is read. */
export interface InputOptions {
  /** `null`, here and below: as it is found to be. */
  readonly format: Format | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly sheet: string | null;
  /** Names by key, where they are others. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What the parser of the command line gives. */
export interface InputFlags {
  readonly format?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly column?: readonly unknown[];
}

/**
 * Checks the options.
 *
 * @param keys What a column can be named for.
 * @throws {UsageError} When one does not fit.
 */
export function readInputOptions(flags: InputFlags, keys: readonly string[]): InputOptions {
  if (flags.sheet === "") throw new UsageError("--sheet: expected a name or a number");
  return {
    format: readFormat(flags.format),
    delimiter: readDelimiter(flags.delimiter),
    encoding: readEncoding(flags.encoding),
    sheet: flags.sheet ?? null,
    columns: readColumns(flags.column ?? [], keys),
  };
}

function readFormat(given: string | undefined): Format | null {
  const format = FORMATS.find((known) => known === given);
  if (given === undefined || format !== undefined) return format ?? null;
  throw new UsageError(
    `--format: expected ${FORMATS.join(", ")}, got ${JSON.stringify(given)}`,
  );
}

function readDelimiter(given: string | undefined): string | null {
  if (given === undefined) return null;
  const delimiter = given === "\\t" || given === "tab" ? "\t" : given;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new UsageError(`--delimiter: expected one character, got ${JSON.stringify(given)}`);
}

function readEncoding(given: string | undefined): string | null {
  if (given === undefined) return null;
  try {
    return new TextDecoder(given).encoding;
  } catch {
    throw new UsageError(
      `--encoding: expected utf-8, utf-16le, windows-1252 or the like, got ${
        JSON.stringify(given)
      }`,
    );
  }
}

function readColumns(
  given: readonly unknown[],
  keys: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map(String).map((text) => {
      const [, key, name] = /^([^=]*)=(.+)$/s.exec(text) ?? [];
      if (key !== undefined && name !== undefined && keys.includes(key)) return [key, name];
      throw new UsageError(
        `--column: expected KEY=NAME with one of ${keys.join(", ")}, got ${JSON.stringify(text)}`,
      );
    }),
  );
}

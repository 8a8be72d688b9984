/**
 * What an input is, told from its beginning; its name decides only where that
 * leaves it open.
 *
 * @module
 */
import { InputError } from "./input_error.ts";

/** Formats that can be read. */
export const FORMATS = ["jsonl", "json", "csv", "xlsx", "mbox", "eml"] as const;

/** A format that can be read. */
export type Format = typeof FORMATS[number];

/** What begins like this cannot be read, whatever it is called. */
const REFUSED: ReadonlyArray<readonly [readonly number[], string]> = [
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel or Outlook file: save it as .xlsx, or the mail as .eml"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x28, 0xb5, 0x2f, 0xfd], "packed with zstd: unpack it first"],
  [[0x37, 0x7a, 0xbc, 0xaf], "packed with 7-Zip: unpack it first"],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Whether it is a zip, as xlsx is; or refuses what is known not to be readable. */
export function isZip(head: Uint8Array): boolean {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  const refused = REFUSED.find(([mark]) => begins(mark));
  if (refused !== undefined) throw new InputError(`Cannot read it: it is ${refused[1]}`);
  return begins(ZIP);
}

const OF_ENDING: Readonly<Record<string, Format>> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  csv: "csv",
  tsv: "csv",
  tab: "csv",
  mbox: "mbox",
  eml: "eml",
};

const MAIL_HEADERS =
  /^(?:from|to|subject|date|message-id|received|return-path|reply-to|mime-version|delivered-to|dkim-signature|content-type|x-[\w-]+):/i;

/**
 * Tells the format of a text.
 *
 * @param head Its beginning, decoded and without mark.
 * @param whole Whether that is all of it.
 * @param ending The file's ending, lower case, without ".gz"; "" where there is none.
 * @throws {InputError} When it is no text.
 */
export function detectFormat(head: string, whole: boolean, ending: string): Format {
  if (head.includes("\0")) throw new InputError("Cannot read it: it is not text");
  const lines = head.split(/\r?\n|\r/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (/^From \S+/.test(first) && MAIL_HEADERS.test(after(lines, first))) return "mbox";
  if (MAIL_HEADERS.test(first) && mailHeadersOf(lines) >= 2) return "eml";
  if (/^\s*\[\s*(?:[[{"\d\]]|$)/.test(head)) return "json";
  if (/^\s*\{/.test(head)) return ofBraces(lines, first, whole, ending);
  if (lines.some((line) => isObject(parsed(line)))) return "jsonl";
  const named = Object.hasOwn(OF_ENDING, ending) ? OF_ENDING[ending] : undefined;
  if (named !== undefined) return named === "json" ? "jsonl" : named;
  return /[,;\t|]/.test(first) || lines.length > 2 || /^"?(?:message|text)"?$/i.test(first.trim())
    ? "csv"
    : "jsonl";
}

function after(lines: readonly string[], line: string): string {
  return lines[lines.indexOf(line) + 1] ?? "";
}

function mailHeadersOf(lines: readonly string[]): number {
  const end = lines.findIndex((line) => line.trim() === "");
  return lines.slice(0, end === -1 ? undefined : end).filter((line) => MAIL_HEADERS.test(line))
    .length;
}

/** One object a line is JSONL; one over several lines, or one that wraps a list, is a document. */
function ofBraces(
  lines: readonly string[],
  first: string,
  whole: boolean,
  ending: string,
): Format {
  const value = parsed(first);
  const others = lines.filter((line) => line.trim() !== "").length > 1;
  if (isObject(value)) {
    const wraps = !("message" in value) && Object.values(value).some(holdsObjects);
    return wraps && !others ? "json" : "jsonl";
  }
  if (whole && !others) return "jsonl";
  if (lines.at(-1) === first) return ofLongLine(first, ending);
  return /[{[,:]\s*$/.test(first) || !others && isListOpen(first) ? "json" : "jsonl";
}

/** A line of which not even the beginning has an end is one record, unless a list goes on in it. */
function ofLongLine(line: string, ending: string): Format {
  const named = Object.hasOwn(OF_ENDING, ending) ? OF_ENDING[ending] : undefined;
  if (named === "jsonl" || named === "json") return named;
  return isListOpen(line) ? "json" : "jsonl";
}

function isListOpen(line: string): boolean {
  const brackets = line.replaceAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)/g, "");
  return brackets.split("[").length > brackets.split("]").length;
}

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && (value.length === 0 || isObject(value[0])) ||
    isObject(value) && Object.values(value).some((inner) => Array.isArray(inner));
}

function parsed(line: string): unknown {
  if (!line.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Labelled messages, read from JSONL files: what scorers are fitted on and
 * measured with.
 *
 * @module
 */
import { z } from "zod";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES, type InquiryCategory } from "../triage/domain/reply.ts";

/** A message with what a person said it is. */
export interface LabelledRow {
  /** Unique within its source; `source:line` where the row names none. */
  readonly id: string;
  /** The collection it comes from; the file's name where the row names none. */
  readonly source: string;
  readonly text: string;
  /** Absent where only the category is known. */
  readonly label?: Intent;
  readonly category?: InquiryCategory;
  /** `strict`: the source's own label means ours; `weak`: a reading of it. */
  readonly map: "strict" | "weak";
  /** The app or repository the message is about: rows of one group stay on one side of a split. */
  readonly group?: string;
}

/** A line that is no labelled row. Never holds the line's text. */
export interface RowProblem {
  readonly path: string;
  /** Counted from 1; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

const filled = z.string().trim().min(1);

/** A choice whose error names the value got, shortened. */
const choice = <const Choices extends readonly string[]>(choices: Choices) =>
  z.enum(choices, {
    error: ({ input }) =>
      `expected one of ${choices.join(", ")}, got ${JSON.stringify(input)?.slice(0, 40)}`,
  });

const rowSchema = z.object({
  id: filled.optional(),
  source: filled.optional(),
  text: z.string().refine((text) => text.trim() !== "", "is empty"),
  label: choice(INTENTS).optional(),
  category: choice(INQUIRY_CATEGORIES).optional(),
  map: choice(["strict", "weak"]).default("strict"),
  group: filled.optional(),
}).refine((row) => row.label !== undefined || row.category !== undefined, "has no label");

/**
 * Reads JSONL files, the good rows and what is wrong with the others. Blank
 * lines are skipped, keys that are not ours are ignored.
 *
 * @throws {Error} If a file cannot be read; the message names it.
 */
export async function readDataset(
  paths: readonly string[],
): Promise<{ rows: LabelledRow[]; problems: RowProblem[] }> {
  const rows: LabelledRow[] = [];
  const problems: RowProblem[] = [];
  for (const path of paths) {
    const lines = decode(await readBytes(path))?.split(/\r?\n/);
    if (lines === undefined) problems.push({ path, line: 0, message: "is not UTF-8" });
    for (const [index, line] of (lines ?? []).entries()) {
      if (line.trim() === "") continue;
      const row = parseRow(line, path, index + 1);
      if (typeof row === "string") problems.push({ path, line: index + 1, message: row });
      else rows.push(row);
    }
  }
  return { rows, problems };
}

/**
 * Reads JSONL files in which every row must be good.
 *
 * @throws {Error} If a file cannot be read or a line is no labelled row; the
 *   message names each file and line.
 */
export async function readRows(paths: readonly string[]): Promise<LabelledRow[]> {
  const { rows, problems } = await readDataset(paths);
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join("\n"));
  return rows;
}

/** One line for a person: `data.jsonl:3: label: expected …`. */
export function describeProblem({ path, line, message }: RowProblem): string {
  return `${path}${line === 0 ? "" : `:${line}`}: ${message}`;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The row, or what is wrong with the line. */
function parseRow(line: string, path: string, number: number): LabelledRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "is not JSON"; // the parser's own message quotes the line, which is a customer's text
  }
  return checkRow(value, path, number);
}

/**
 * Checks a record as a labelled row.
 *
 * @returns The row, or what is wrong with it.
 */
export function checkRow(value: unknown, path: string, number: number): LabelledRow | string {
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; ");
  }
  const source = parsed.data.source ?? path.replace(/^.*[\\/]|\.[^.]*$/g, "");
  return { ...parsed.data, source, id: parsed.data.id ?? `${source}:${number}` };
}

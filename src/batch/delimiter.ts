/**
 * What stands between the fields of a CSV file, told from its first rows.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { csvRows } from "./csv_rows.ts";

/** Delimiters that are looked for; where two fit alike, the earlier. */
const CANDIDATES = [",", ";", "\t", "|"];

/** Rows that are looked at. */
const ROWS_READ = 50;

/** The first line of a file that Excel wrote or is to read: `sep=;`. */
const SEP_LINE = /^sep=(.)(?:\r\n|\r|\n|$)/i;

/** What was found. */
export interface Delimiter {
  /** One character. */
  readonly character: string;
  /** Whether it is named in a first line of its own, which is no row. */
  readonly named: boolean;
}

/**
 * Tells the delimiter: the one that gives most rows as many fields as the
 * header has, and the header more than one.
 *
 * @param head The beginning of the file, in UTF-8.
 */
export async function detectDelimiter(head: Uint8Array): Promise<Delimiter> {
  const named = SEP_LINE.exec(new TextDecoder().decode(head.subarray(0, 16)))?.[1];
  if (named !== undefined) return { character: named, named: true };
  let best = { character: ",", score: 0 };
  for (const character of CANDIDATES) {
    const score = await scoreOf(head, character);
    if (score > best.score) best = { character, score };
  }
  return { character: best.character, named: false };
}

async function scoreOf(head: Uint8Array, delimiter: string): Promise<number> {
  async function* once() {
    yield await Promise.resolve(head);
  }
  const counts: number[] = [];
  for await (const { fields } of csvRows(once(), { delimiter, max_row_bytes: head.byteLength })) {
    counts.push(fields instanceof Failure ? 0 : fields.length);
    if (counts.length > ROWS_READ) break;
  }
  const [header = 0, ...rows] = counts;
  // The last row may be cut.
  if (rows.length > 1) rows.pop();
  if (header < 2) return 0;
  const fitting = rows.length === 0
    ? 1
    : rows.filter((count) => count === header).length / rows.length;
  return fitting + header / 1_000;
}

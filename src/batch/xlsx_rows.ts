/**
 * Rows of an Excel workbook. The library is loaded when there is one to read:
 * nothing else waits for it.
 *
 * @module
 */
import { InputError } from "./input_error.ts";
import { joinBytes } from "./join_bytes.ts";
import type { TableRow } from "./table_records.ts";

/** A workbook is read at once: largest file, and largest once unpacked, in bytes. */
export const XLSX_LIMITS = {
  max_file_bytes: 64 * 1_048_576,
  max_unpacked_bytes: 512 * 1_048_576,
} as const;

/** Limits of {@linkcode xlsxRows}. */
export type XlsxLimits = Readonly<Record<keyof typeof XLSX_LIMITS, number>>;

/**
 * Yields the rows of a sheet, empty ones left out.
 *
 * @param sheet Its name, or its number from 1; `null` is the first.
 * @throws {InputError} When it is no workbook, is too large, or has no such sheet.
 */
export async function* xlsxRows(
  bytes: AsyncIterable<Uint8Array>,
  sheet: string | null,
  limits: XlsxLimits = XLSX_LIMITS,
): AsyncGenerator<TableRow> {
  const file = await readWhole(bytes, limits.max_file_bytes);
  await checkUnpackedSize(file, limits.max_unpacked_bytes);
  const rows = await readRows(file, sheet);
  for (const [index, fields] of rows.entries()) {
    const cells = fields.map(cellValue);
    if (cells.some((cell) => cell !== "")) yield { line: index + 1, fields: cells };
  }
}

async function readWhole(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.byteLength;
    if (size > maxBytes) {
      throw new InputError(
        `Cannot read the workbook: it has more than ${maxBytes} bytes; save the sheet as CSV`,
      );
    }
    parts.push(part);
  }
  return joinBytes(parts, size);
}

/** Adds up what the zip says its entries unpack to; the library unpacks no more than that. */
async function checkUnpackedSize(file: Uint8Array, maxBytes: number): Promise<void> {
  const { unzipSync } = await import("fflate");
  let unpacked = 0;
  const names: string[] = [];
  try {
    unzipSync(file, {
      filter({ name, originalSize }) {
        unpacked += originalSize;
        names.push(name);
        return false;
      },
    });
  } catch {
    throw new InputError("Cannot read the workbook: it is no whole .xlsx file");
  }
  if (!names.includes("xl/workbook.xml")) throw new InputError(`Cannot read it: ${zipOf(names)}`);
  if (unpacked > maxBytes) {
    throw new InputError(
      `Cannot read the workbook: it unpacks to ${unpacked} bytes, the limit is ${maxBytes}`,
    );
  }
}

/** What a zip is that is no workbook, by what is in it. */
function zipOf(names: readonly string[]): string {
  const holds = (start: string) => names.some((name) => name.startsWith(start));
  if (holds("word/")) {
    return "it is a Word document: put its messages into a sheet, one a row, or into a .csv file";
  }
  if (holds("ppt/")) return "it is a PowerPoint presentation";
  if (holds("xl/")) return "it is an Excel file of another kind: save it as .xlsx";
  if (holds("mimetype") && holds("content.xml")) {
    return "it is an OpenDocument file: save it as .xlsx";
  }
  return "it is a zip, not an Excel workbook: unpack it first";
}

async function readRows(
  file: Uint8Array,
  sheet: string | null,
): Promise<ReadonlyArray<readonly unknown[]>> {
  const { readSheet } = await import("read-excel-file/universal");
  // Its own buffer: the array may be a part of another's.
  const { buffer } = file.slice();
  const which = sheet !== null && /^[1-9]\d{0,3}$/.test(sheet) ? Number(sheet) : sheet ?? 1;
  try {
    // Numbers come as they are written: an id may have more digits than a number holds.
    return await readSheet(buffer, which, { trim: false, parseNumber: numberOf });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name === "SheetNotFoundError") {
      throw new InputError(`--sheet: ${reason}`);
    }
    throw new InputError(
      error instanceof TypeError
        // The library looks for cells in a sheet that has none.
        ? `Cannot read the workbook: sheet ${which} is a chart or no table; choose one with --sheet`
        : `Cannot read the workbook: ${reason}; save the sheet as CSV`,
    );
  }
}

function numberOf(written: string): number | string {
  const number = Number(written);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? written : number;
}

function cellValue(cell: unknown): unknown {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? dateWritten(cell) : cell;
}

const SECOND_MS = 1_000;

/**
 * A day's fraction in a workbook rarely is a whole number of milliseconds, and the library cuts
 * the rest off: 10:20:31 comes as 10:20:30.999. A time without a day is counted from 1899.
 */
function dateWritten(cell: Date): string {
  const nearest = Math.round(cell.getTime() / SECOND_MS) * SECOND_MS;
  const time = Math.abs(nearest - cell.getTime()) <= 1 ? nearest : cell.getTime();
  const written = new Date(time).toISOString();
  return written.startsWith("1899-12-3")
    ? written.slice("1899-12-30T".length, -".000Z".length)
    : written;
}

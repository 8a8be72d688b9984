/**
 * Writes rows of CSV (RFC 4180) that a spreadsheet opens without running them.
 *
 * @module
 */

/** What a spreadsheet takes for a formula, where it is no number. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?%?$/i;

/**
 * One row with its line break. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(harmless(cell))).join(",") + "\r\n";
}

/** A value as a cell: texts as they are, lists and objects as JSON, nothing as "". */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function harmless(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * What a profile is: how the records of one product's export are read.
 *
 * @module
 */
import { isRecord } from "../input_record.ts";

/** A record as it stands in the file: columns by key, or a JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** What a record gives. Empty and missing values are `null` or `undefined`. */
export interface ProfileFields {
  readonly id?: unknown;
  readonly customer_id?: unknown;
  readonly product?: unknown;
  /** The customer's text as it stands in the file; `null` where the customer wrote none. */
  readonly message: string | null;
}

/** A record that is no message of a customer. */
export interface LeftOut {
  /** What it is: "pull request". */
  readonly left_out: string;
}

/** How the records of one export are recognised and read. */
export interface Profile {
  /** What it is the export of: "Zendesk tickets". */
  readonly name: string;
  /** From where the message is taken: "subject and description". */
  readonly message_from: string;
  /** Whether a record is one of these. Of a table it is asked of the columns. */
  recognises(row: Row): boolean;
  read(row: Row): ProfileFields | LeftOut;
}

/** Whether a record has all of these keys. */
export function has(row: Row, ...keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(row, key));
}

/** An object's part, or an empty object. */
export function part(row: Row, key: string): Row {
  const value = row[key];
  return isRecord(value) ? value : {};
}

/** A list's objects, or none. */
export function objects(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The first value that is a text with something in it, or `null`. */
export function firstText(...values: readonly unknown[]): string | null {
  for (const value of values) {
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** The first value that is an e-mail address and nothing else, or `null`. */
export function emailIn(row: Row): string | null {
  const found = Object.values(row).find((value) =>
    typeof value === "string" && /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(value)
  );
  return typeof found === "string" ? found.trim() : null;
}

/**
 * A title and a text as one message, an empty line between. A title with which
 * the text begins anyway is not said twice.
 */
export function titled(title: unknown, text: unknown): string | null {
  const [head, body] = [firstText(title), firstText(text)];
  if (head === null || body === null) return head ?? body;
  return body.trimStart().startsWith(head.trim()) ? body : `${head}\n\n${body}`;
}

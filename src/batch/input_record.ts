/**
 * One record of a batch: what a line or a row of a file holds.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import { checkMessage, type CustomerMessage, UNNAMED_PRODUCT } from "../triage/domain/message.ts";

/** A record, or why there is none. */
export interface InputRecord {
  /** Line of the file on which it starts, from 1; of a workbook the row. */
  readonly line: number;
  readonly value: unknown;
  /** What can be read of a record that cannot be used. */
  readonly row?: Readonly<Record<string, unknown>>;
}

/** Who a message is from, and about, where a batch does not say. */
const UNKNOWN = { customer_id: "unknown", product: UNNAMED_PRODUCT } as const;

/**
 * Makes a message of a record: `customer_id` and `product` may be missing, empty,
 * numbers or true and false, other keys are ignored.
 *
 * @throws {Failure} `invalid_message`, or the failure that the record holds.
 */
export function toMessage(value: unknown): CustomerMessage {
  if (value instanceof Failure) throw value;
  if (!isRecord(value)) return checkMessage(value);
  return checkMessage({
    customer_id: named(value.customer_id) ?? UNKNOWN.customer_id,
    message: value.message,
    product: named(value.product) ?? UNKNOWN.product,
  });
}

/** The record's own id, to be given back: `{id}` or nothing. */
export function idOf(value: unknown): { readonly id?: unknown } {
  return isRecord(value) && value.id !== undefined ? { id: value.id } : {};
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Failure);
}

function named(value: unknown): unknown {
  // A cell of a workbook may hold a number or TRUE where the column holds names.
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() === "" ? null : value;
}

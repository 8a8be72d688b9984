/**
 * Cursors: where a page of a list ended, for a client to hand back as it came.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";

/** A place in an order: the value it is ordered by, and what tells equals apart. */
export interface Place {
  readonly value: number;
  readonly id: string;
}

const CURSOR = /^(\w+) (-?\d{1,16}) ([\w-]{0,36})$/;

/** Writes a cursor of the order named. */
export function writePlace(order: string, { value, id }: Place): string {
  return btoa(`${order} ${value} ${id}`)
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Reads a cursor of the order named.
 *
 * @throws {Failure} `invalid_request`
 */
export function readPlace(order: string, cursor: string): Place {
  const [, named, value, id] = CURSOR.exec(decoded(cursor)) ?? [];
  if (named !== order || id === undefined) {
    throw new Failure("invalid_request", "Cannot read the query: check cursor", {
      errors: [{ path: "cursor", message: "must be the next_cursor of the page before" }],
    });
  }
  return { value: Number(value), id };
}

function decoded(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

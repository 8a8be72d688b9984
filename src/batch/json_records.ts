/**
 * Records of a JSON document: a list, a list wrapped in an object
 * (`{"tickets": […]}`), or objects that are records themselves.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import type { InputError } from "./input_error.ts";
import { type InputRecord, isRecord } from "./input_record.ts";
import { parseRecord } from "./parse_record.ts";
import { type JsonPiece, JsonScanner } from "./json_scanner.ts";

/** Options of {@linkcode jsonRecords}. */
export interface JsonOptions {
  /** Longest record, in bytes. */
  readonly max_record_bytes: number;
  /** Whether a record is of the kind wanted; asked of the first one of each list. */
  takes(record: Readonly<Record<string, unknown>>): boolean;
  /** What to say where no list is of that kind, given the first record of each. */
  refuse(samples: readonly Readonly<Record<string, unknown>>[]): InputError;
}

/** Records that were not of the kind wanted, kept to say what there is. */
const SAMPLES_KEPT = 20;

/** Objects inside an object that may be the one record, at most this deep. */
const SINGLE_DEPTH = 2;

/**
 * Yields the elements of the first list whose first element is of the kind
 * wanted; of a document without one the record that it is.
 *
 * @throws {InputError} When there are lists or records, and none is of that kind.
 */
export async function* jsonRecords(
  stream: AsyncIterable<Uint8Array>,
  options: JsonOptions,
): AsyncGenerator<InputRecord> {
  const lists = new Lists(options);
  const scanner = new JsonScanner(options.max_record_bytes);
  for await (const chunk of stream) {
    for (const piece of scanner.push(chunk)) yield* lists.take(piece);
  }
  const rest = scanner.rest();
  if (rest !== null) yield* lists.takeRest(rest);
  if (!lists.found && lists.samples.length > 0) throw options.refuse(lists.samples);
}

/** Which lists were met, and which one is read. */
class Lists {
  readonly samples: Readonly<Record<string, unknown>>[] = [];
  found = false;
  readonly #options: JsonOptions;
  /** The list that is read, or passed over, until its end. */
  #taken: string | null = null;
  #passed: string | null = null;
  /** Whether this document gave records through one of its lists. */
  #documentDone = false;
  /** Whether a list was met that holds nothing. */
  #empty = false;
  #waiting: InputRecord[] = [];
  /** Elements that could not be read, of lists in which no other was met. */
  #unread: InputRecord[] = [];

  constructor(options: JsonOptions) {
    this.#options = options;
  }

  *take(piece: JsonPiece): Generator<InputRecord> {
    const path = JSON.stringify(piece.path);
    if (piece.kind === "document") return yield* this.#document(piece);
    if (piece.kind === "end") {
      if (this.#passed === null) this.#unread.push(...this.#waiting);
      this.#waiting = [];
      if (this.#taken === null && this.#passed === null) this.#empty = true;
      if (path === this.#taken) this.#taken = null;
      if (path === this.#passed) this.#passed = null;
      return;
    }
    if (this.#passed !== null || this.#documentDone && this.#taken === null) return;
    const record = recordOf(piece);
    if (this.#taken === null) {
      if (record.value instanceof Failure) return void this.#waiting.push(record);
      if (!isRecord(record.value) || !this.#takes(record.value)) {
        this.#passed = path;
        this.#waiting = [];
        return;
      }
      this.#taken = path;
      this.#documentDone = true;
      yield* this.#waiting.splice(0);
    }
    yield record;
  }

  /** What was cut off by the end of the file. */
  *takeRest(piece: JsonPiece): Generator<InputRecord> {
    if (this.#passed !== null) return;
    const last = piece.kind === "element" ? recordOf(piece) : null;
    if (last !== null && !(last.value instanceof Failure)) yield* this.take(piece);
    const why = "Cannot read JSON: the file ends before it is complete";
    yield { line: piece.line, value: new Failure("malformed_json", why) };
    this.found = true;
  }

  *#document(piece: JsonPiece): Generator<InputRecord> {
    const done = this.#documentDone;
    this.#documentDone = false;
    this.#taken = null;
    this.#passed = null;
    const unread = this.#unread.splice(0);
    if (done) return;
    const record = recordOf(piece);
    // Of a document that is too long, the elements that are too, or cannot be read, say more.
    if (piece.bytes === null && unread.length > 0) return yield* unread;
    if (record.value instanceof Failure) return yield record;
    const listed = [...this.samples];
    const single = singlesIn(record.value, SINGLE_DEPTH).find((value) => this.#takes(value));
    // What stands in lists tells more of what is there, even that it is nothing.
    if (listed.length > 0 || this.#empty) this.samples.splice(0, Infinity, ...listed);
    if (single !== undefined) yield { line: piece.line, value: single };
  }

  #takes(value: Readonly<Record<string, unknown>>): boolean {
    const taken = this.#options.takes(value);
    if (taken) this.found = true;
    else if (this.samples.length < SAMPLES_KEPT) this.samples.push(value);
    return taken;
  }
}

function recordOf({ line, bytes, path }: JsonPiece): InputRecord {
  if (bytes === null) {
    return { line, value: new Failure("body_too_large", "Cannot take the record: it is too long") };
  }
  try {
    const value = parseRecord(bytes);
    // A document that is a list of texts; a list inside of a record may be its tags.
    const isText = typeof value === "string" && path.length === 0;
    return { line, value: isText ? { message: value } : value };
  } catch (failure) {
    return { line, value: failure };
  }
}

/** The object itself, then the objects in it. */
function singlesIn(value: unknown, depth: number): Readonly<Record<string, unknown>>[] {
  if (!isRecord(value)) return [];
  const inner = depth === 0
    ? []
    : Object.values(value).flatMap((part) => singlesIn(part, depth - 1));
  return [value, ...inner];
}

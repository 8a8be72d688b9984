/**
 * Finds the elements of the lists in a JSON document without holding the
 * document: by its brackets and quotes alone, so that a fault stays in its
 * element.
 *
 * @module
 */
import { joinBytes } from "./join_bytes.ts";

/** A stretch of the document. */
export interface JsonPiece {
  /** `element` of a list, a whole `document`, or the `end` of a list. */
  readonly kind: "element" | "document" | "end";
  /** Keys that lead to the list; empty where the list is the document. */
  readonly path: readonly string[];
  /** Line on which it starts, from 1. */
  readonly line: number;
  /** Its bytes; `null` where there are more than may be kept. */
  readonly bytes: Uint8Array | null;
}

/** Objects around a list, at most; lists deeper down are a part of some record. */
const MAX_DEPTH = 3;
const MAX_KEY_BYTES = 200;

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, NEWLINE = 0x0a;
const OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d, OPEN_LIST = 0x5b, CLOSE_LIST = 0x5d;

interface Frame {
  readonly list: boolean;
  /** Keys that lead here; `null` below a list, or too deep. */
  readonly path: readonly string[] | null;
}

/** Bytes that are being kept. */
class Capture {
  readonly #parts: Uint8Array[] = [];
  readonly #maxBytes: number;
  #size = 0;

  constructor(readonly depth: number, readonly line: number, maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  keep(part: Uint8Array): void {
    this.#size += part.byteLength;
    if (this.#size > this.#maxBytes) this.#parts.length = 0;
    else this.#parts.push(part.slice());
  }

  bytes(): Uint8Array | null {
    return this.#size > this.#maxBytes ? null : joinBytes(this.#parts, this.#size);
  }
}

/** Reads a document chunk by chunk. */
export class JsonScanner {
  readonly #maxPieceBytes: number;
  readonly #frames: Frame[] = [];
  #document: Capture | null = null;
  #element: Capture | null = null;
  #key: number[] = [];
  #inString = false;
  #escaped = false;
  #line = 1;

  constructor(maxPieceBytes: number) {
    this.#maxPieceBytes = maxPieceBytes;
  }

  /** The pieces that end in this chunk, in order; a list's elements before the document. */
  *push(chunk: Uint8Array): Generator<JsonPiece> {
    let documentFrom = 0, elementFrom = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#line++;
      if (this.#inString) {
        this.#string(byte);
        continue;
      }
      if (byte <= 0x20) continue;
      const closes = byte === CLOSE_LIST || byte === CLOSE_OBJECT;
      const separates = byte === COMMA || closes;
      const depth = this.#frames.length;
      if (this.#element !== null && separates && this.#element.depth === depth) {
        this.#element.keep(chunk.subarray(elementFrom, at));
        yield this.#piece("element", this.#element);
        this.#element = null;
      } else if (this.#element === null && !separates && this.#inList()) {
        this.#element = new Capture(depth, this.#line, this.#maxPieceBytes);
        elementFrom = at;
      }
      if (this.#document === null && depth === 0 && !separates) {
        this.#document = new Capture(0, this.#line, this.#maxPieceBytes);
        documentFrom = at;
      }
      if (byte === QUOTE) {
        this.#inString = true;
        this.#key = [];
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#open(byte === OPEN_LIST);
      else if (closes) {
        if (this.#inList() && this.#element === null) yield this.#piece("end", null);
        this.#frames.pop();
        if (this.#frames.length === 0 && this.#document !== null) {
          this.#document.keep(chunk.subarray(documentFrom, at + 1));
          yield this.#piece("document", this.#document);
          this.#document = null;
        }
      }
    }
    this.#document?.keep(chunk.subarray(documentFrom));
    this.#element?.keep(chunk.subarray(elementFrom));
  }

  /** What is open when the document ends too early, or `null`. */
  rest(): JsonPiece | null {
    if (this.#element !== null) return this.#piece("element", this.#element);
    return this.#document === null ? null : this.#piece("document", this.#document);
  }

  #string(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      return;
    }
    if (this.#element === null && this.#key.length < MAX_KEY_BYTES) this.#key.push(byte);
  }

  /** Whether what comes now stands directly in a list that may be the one wanted. */
  #inList(): boolean {
    const top = this.#frames.at(-1);
    return top !== undefined && top.list && top.path !== null;
  }

  #open(list: boolean): void {
    const top = this.#frames.at(-1);
    const path = top === undefined
      ? []
      : top.list || top.path === null || top.path.length >= MAX_DEPTH
      ? null
      : [...top.path, new TextDecoder().decode(new Uint8Array(this.#key))];
    this.#frames.push({ list, path });
  }

  #piece(kind: JsonPiece["kind"], capture: Capture | null): JsonPiece {
    const path = this.#frames.findLast((frame) => frame.path !== null)?.path ?? [];
    return { kind, path, line: capture?.line ?? this.#line, bytes: capture?.bytes() ?? null };
  }
}

/**
 * The bytes of an input: unpacked where they are gzip, and with their beginning
 * known before anything is read from them.
 *
 * @module
 */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "./input_error.ts";
import { joinBytes } from "./join_bytes.ts";

/** Bytes at the beginning of an input that say what it is, at most. */
export const HEAD_BYTES = 65_536;

const NEWLINE = 0x0a;

/** An input whose beginning is known. */
export interface ByteSource {
  /** The first bytes: a whole first line where there is one within {@linkcode HEAD_BYTES}. */
  readonly head: Uint8Array;
  /** Whether the head is all there is. */
  readonly whole: boolean;
  /** Everything, the head included. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Whether it came packed. */
  readonly gzip: boolean;
}

/**
 * Reads as far as the head goes. A pipe is not waited for beyond its first
 * line, so that who sends one message gets its answer before the next.
 *
 * @throws {InputError} When what is packed cannot be unpacked, here or while it is read.
 */
export async function openBytes(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const raw = await peek(stream, (head) => head.length >= 2);
  const [first, second] = raw.head;
  const gzip = first === 0x1f && second === 0x8b;
  const { bytes } = gzip ? { bytes: unpacked(raw.bytes) } : raw;
  const source = await peek(bytes, saysWhatItIs);
  return { ...source, gzip };
}

/** A mail shows itself by several headers, everything else by its first line. */
function saysWhatItIs(head: Uint8Array): boolean {
  if (head.length >= HEAD_BYTES) return true;
  const line = head.indexOf(NEWLINE);
  if (line === -1) return false;
  const first = new TextDecoder().decode(head.subarray(0, Math.min(line, 80)));
  return !/^(?:From |[A-Za-z-]+:\s)/.test(first) ||
    /\n\r?\n/.test(new TextDecoder().decode(head));
}

async function peek(
  stream: AsyncIterable<Uint8Array>,
  enough: (head: Uint8Array) => boolean,
): Promise<Omit<ByteSource, "gzip">> {
  const iterator = stream[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let whole = false;
  while (!whole && !enough(head)) {
    const { done, value } = await iterator.next();
    if (done) whole = true;
    else head = new Uint8Array(joinBytes([head, value], head.length + value.length));
  }
  async function* bytes() {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, whole, bytes: bytes() };
}

/** Through Node's zlib: `DecompressionStream` refuses files packed in several parts. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* Readable.from(bytes).pipe(createGunzip());
  } catch (error) {
    throw new InputError(
      `Cannot unpack the gzip file: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * Lines as a body. Lines that are there in one turn of the event loop travel as
 * one piece: each piece is a write of its own, and thousands of them that wait
 * to be written hold up all that comes after them.
 *
 * @module
 */
import { setImmediate } from "node:timers";

/** A piece is sent when it has so many lines or characters, whatever else is there. */
export const PIECE_LIMITS = { lines: 32, characters: 65_536 } as const;

/** What a body of lines tells of. */
export interface LineStreamEvents {
  /** All was sent, or the client has gone. Called once. */
  readonly onEnd: () => void;
  /** The client has gone. */
  readonly onGone: () => void;
}

/** Sends lines as they come, no faster than they are taken. */
export function lineStream(
  lines: AsyncIterator<string, void>,
  { onEnd, onGone }: LineStreamEvents,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  /** Asked for, and not yet there when the last piece was sent. */
  let next: Promise<IteratorResult<string, void>> | null = null;
  return new ReadableStream({
    async pull(controller) {
      const first = await (next ?? lines.next());
      next = null;
      if (first.done) {
        controller.close();
        onEnd();
        return;
      }
      let piece = first.value;
      const turn = turnOver();
      for (let gathered = 1; gathered < PIECE_LIMITS.lines; gathered++) {
        if (piece.length >= PIECE_LIMITS.characters) break;
        next ??= lines.next();
        const more = await Promise.race([next, turn]);
        if (more === null || more.done) break;
        next = null;
        piece += more.value;
      }
      controller.enqueue(encoder.encode(piece));
    },
    cancel() {
      onGone();
      onEnd();
    },
  }, { highWaterMark: 0 });
}

function turnOver(): Promise<null> {
  return new Promise((resolve) => setImmediate(resolve, null));
}

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { untilIdle } from "../../src/http/door/idle_limit.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

const IDLE_MS = 40;

/** A body of these pieces, each after a pause. */
function dripping(pieces: readonly string[], pause_ms: number): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    async pull(controller) {
      await passed(pause_ms);
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    },
  }, { highWaterMark: 0 });
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function read(body: ReadableStream<Uint8Array>, busy_ms = 0): Promise<string> {
  let text = "";
  for await (const chunk of untilIdle(body, IDLE_MS)) {
    text += new TextDecoder().decode(chunk);
    if (busy_ms > 0) await passed(busy_ms);
  }
  return text;
}

Deno.test("a line that drips without end is request_timeout", async () => {
  const pieces = Array(1_000).fill("a");
  const failure = await assertRejects(() => read(dripping(pieces, 5)), Failure);
  assertEquals(failure.code, "request_timeout");
});

Deno.test("a body may go on as long as its lines come to an end", async () => {
  const pieces = Array(30).fill("a\n");
  assertEquals(await read(dripping(pieces, 5)), pieces.join(""));
});

Deno.test("time does not count while the service is busy with what came", async () => {
  const pieces = ["one\n", "t", "wo\n"];
  assertEquals(await read(dripping(pieces, 0), 3 * IDLE_MS), "one\ntwo\n");
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { splitLines } from "../../src/batch/lines.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

async function read(bytes: Uint8Array, chunkBytes: number, maxLineBytes: number) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    }
  }
  const lines = await Array.fromAsync(splitLines(chunks(), maxLineBytes));
  return lines.map(({ number, end, content }) => ({
    number,
    end,
    text: content instanceof Failure ? content.code : new TextDecoder().decode(content),
  }));
}

Deno.test("lines are the same however the stream is cut, and their ends add up", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r"), maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      async (text, chunkBytes) => {
        const bytes = new TextEncoder().encode(text);
        const lines = await read(bytes, chunkBytes, 1_000);
        const wanted = text.replace(/\n$/, "").split("\n").map((line) => line.replace(/\r$/, ""));
        assertEquals(lines.map((line) => line.text), text === "" ? [] : wanted);
        assertEquals(lines.map((line) => line.number), lines.map((_, index) => index + 1));
        assertEquals(lines.at(-1)?.end ?? 0, bytes.length);
      },
    ),
  );
});

Deno.test("a line over the limit is passed over, and the next one is whole", async () => {
  const bytes = new TextEncoder().encode(`${"a".repeat(10)}\n${"b".repeat(11)}\nc`);
  for (const chunkBytes of [1, 4, 100]) {
    assertEquals(await read(bytes, chunkBytes, 10), [
      { number: 1, end: 11, text: "aaaaaaaaaa" },
      { number: 2, end: 23, text: "body_too_large" },
      { number: 3, end: 24, text: "c" },
    ]);
  }
});

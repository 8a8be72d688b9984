// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { lineStream, PIECE_LIMITS } from "../../src/http/answer/line_stream.ts";

const SILENT = { onEnd: () => {}, onGone: () => {} };

async function* given(lines: readonly string[]): AsyncGenerator<string, void> {
  for (const line of lines) yield await Promise.resolve(line);
}

const textOf = (piece: Uint8Array | undefined) => new TextDecoder().decode(piece);

async function piecesOf(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  return await Array.fromAsync(stream, textOf);
}

Deno.test("lines of one turn travel together, up to a limit of lines", async () => {
  const lines = Array.from({ length: 3 * PIECE_LIMITS.lines + 1 }, (_, number) => `${number}\n`);
  let ended = 0;
  const pieces = await piecesOf(lineStream(given(lines), { ...SILENT, onEnd: () => ended++ }));
  assertEquals(pieces.join(""), lines.join(""));
  assertEquals([pieces.length, ended], [4, 1]);
});

Deno.test("a piece grows to a limit of characters, and nothing is lost beyond it", async () => {
  const line = "x".repeat(PIECE_LIMITS.characters / 4);
  const pieces = await piecesOf(lineStream(given(Array(10).fill(line)), SILENT));
  assertEquals(pieces.map(({ length }) => length / line.length), [4, 4, 2]);
});

Deno.test("a line is sent while the next is still awaited, which is then not lost", async () => {
  const later = Promise.withResolvers<string>();
  async function* lines(): AsyncGenerator<string, void> {
    yield "one\n";
    yield await later.promise;
    yield "three\n";
  }
  const reader = lineStream(lines(), SILENT).getReader();
  assertEquals(textOf((await reader.read()).value), "one\n");
  later.resolve("two\n");
  assertEquals(textOf((await reader.read()).value), "two\nthree\n");
  assertEquals((await reader.read()).done, true);
});

Deno.test("who leaves is told of, and that it is over", async () => {
  const said: string[] = [];
  const stream = lineStream(given(["one\n", "two\n"]), {
    onEnd: () => said.push("end"),
    onGone: () => said.push("gone"),
  });
  await stream.cancel();
  assertEquals(said, ["gone", "end"]);
});

/**
 * Which encoding a file's first bytes tell.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { detectEncoding, toUtf8 } from "../../src/batch/encoding.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const ROWS: readonly (readonly [string, Uint8Array, string])[] = [
  ["plain ASCII", utf8("a lamp"), "utf-8"],
  ["accents as UTF-8", utf8("une lampe allumée"), "utf-8"],
  ["replacement characters that were written", utf8("rotated 180\ufffd\ufffd so"), "utf-8"],
  ["accents as windows-1252", bytes("une lampe allum\xe9e"), "windows-1252"],
  ["UTF-16 without a mark", bytes("a\0 \0l\0a\0m\0p\0"), "utf-16le"],
];
for (const [name, head, encoding] of ROWS) {
  Deno.test(`${name}: ${encoding}`, () => assertEquals(detectEncoding(head).name, encoding));
}

Deno.test("a replacement character in the middle of ASCII leaves the text as it is", async () => {
  const text = `${"a".repeat(70_000)} 180\ufffd\ufffd ${"b".repeat(10)}`;
  const decoder = new TextDecoder();
  let read = "";
  async function* chunks() {
    const all = utf8(text);
    for (let at = 0; at < all.length; at += 65_536) {
      yield await Promise.resolve(all.subarray(at, at + 65_536));
    }
  }
  for await (const chunk of toUtf8(chunks(), null)) read += decoder.decode(chunk, { stream: true });
  assertEquals(read, text);
});

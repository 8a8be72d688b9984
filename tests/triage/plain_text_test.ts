/**
 * Plain text of whatever a client sent.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { cutAtWord, holdsInvisible, plainText } from "../../src/triage/text/plain_text.ts";

const CASES: readonly (readonly [text: string, plain: string])[] = [
  ["plain text", "plain text"],
  ["a\r\nb\u2028c", "a\nb\nc"],
  ["bell\u0007 and \u001b[31mred", "bell and [31mred"],
  ["right\u202eto left", "rightto left"],
  ["zero\u200bwidth\ufeff", "zerowidth"],
  ["pass\u200dword", "password"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
  ["<b>bold</b>", " bold "],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["&lt;script&gt;x", " x"],
  ["Tom &amp; Ann", "Tom & Ann"],
  ["half \ud83d", "half \ufffd"],
];

for (const [text, plain] of CASES) {
  Deno.test(`plain text of ${JSON.stringify(text)}`, () => assertEquals(plainText(text), plain));
}

Deno.test("plain text holds nothing invisible, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const plain = plainText(text);
    assert(!holdsInvisible(plain) && plain.isWellFormed());
  }));
});

Deno.test("a text is cut between words and never inside a character", () => {
  assertEquals(cutAtWord("one two three", 9), "one two");
  assertEquals(cutAtWord("one two, three", 9), "one two");
  assertEquals(cutAtWord("one", 9), "one");
  assertEquals(cutAtWord("abcdefghij", 4), "abcd");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, most) => {
    const cut = cutAtWord(text.toWellFormed(), most);
    assert(
      cut.length <= Math.max(most, text.length > most ? most : text.length) && cut.isWellFormed(),
    );
  }));
});

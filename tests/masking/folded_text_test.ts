/**
 * Odd forms of plain characters, and the way back to where they stood.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { fold } from "../../src/masking/folded_text.ts";

const FOLDED: readonly (readonly [name: string, written: string, plain: string])[] = [
  ["no-break and thin blanks", "1\u00a02\u20093\u202f4", "1 2 3 4"],
  ["a tab", "1\t2", "1 2"],
  ["typographic dashes", "1\u20112\u20133\u22124", "1-2-3-4"],
  ["curly quotes", "\u201ca\u2019", "\"a'"],
  ["full-width forms", "\uff21\uff20\uff11\uff0e", "A@1."],
  ["digits of other scripts", "\u0664\u0966\u{1d7d7}", "409"],
  ["the long s by itself", "pa\u017fs", "pass"],
  ["the long s beside a dash", "pa\u017fs \u2013", "pass -"],
  ["what nobody sees", "a\u200bb\u00adc\ufe0f", "abc"],
  ["letters with accents, which stay", "h\u00e4\u0142\u5bc6", "h\u00e4\u0142\u5bc6"],
];
for (const [name, written, plain] of FOLDED) {
  Deno.test(`folded: ${name}`, () => assertEquals(fold(written).text, plain));
}

Deno.test("every stretch of a folded text leads back to the stretch that it was", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
    const folded = fold(text);
    for (let at = 0; at < folded.text.length; at++) {
      const written = text.slice(folded.startOf(at), folded.endOf(at + 1));
      assertEquals(fold(written).text.includes(folded.text[at] ?? ""), true);
    }
    assertEquals(folded.endOf(0), 0);
  }));
});

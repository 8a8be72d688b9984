/**
 * What is shown of a message holds no link and nothing personal, whole or in part.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { showable } from "../../src/drafting/message/safe_words.ts";

const SHOWN: readonly (readonly [text: string, shown: string])[] = [
  ["see www.evil.com/a now", "see [link] now"],
  ["a card, 4242 4242 4242 4242", "a card, [card number]"],
  // One overlaps the other: neither half is shown.
  ["パスワードwww.evil.com4242 4242 4242 4242", "パスワード[card number]"],
  ["see www.evil.com4242 4242 4242 4242 now", "see [card number] now"],
  ["see www.evil.com[card number] now", "see [link][card number] now"],
];

for (const [text, shown] of SHOWN) {
  Deno.test(`shown: ${text}`, () => assertEquals(showable(text, 500)(0, text.length), shown));
}

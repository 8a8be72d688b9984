/**
 * Praise is told from what only looks like it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { isPraise } from "../../src/drafting/message/praise.ts";

const CASES: readonly (readonly [text: string, praise: boolean])[] = [
  ["This is the first planner which I like to open. Thank you.", true],
  ["Shoutout to Ana at the desk, she stayed until ten.", true],
  ["No question, just this: easier than last year. Good job.", true],
  ["Great. Another update, another morning of waiting. Well done.", false],
  ["Congratulations on the new look! My points go down when I shop.", false],
  ['Love how "one copy" now means nine.', false],
  ["We are a leading supplier of hoses, best FOB price, thank you.", false],
  ["Great app! How do I invite my brother?", false],
  ["Great job breaking the filters again. Bravo.", false],
];

for (const [text, praise] of CASES) {
  Deno.test(`${praise ? "praise" : "no praise"}: ${text}`, () => {
    assertEquals(isPraise(text), praise);
  });
}

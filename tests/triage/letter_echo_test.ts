/**
 * Which letters only send the message back, or speak as the customer did.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { echoes } from "../../src/triage/guard/letter_echo.ts";

const MESSAGE = "Hi. I can’t open the garden app on my phone since Monday. Please help me!";

const LETTERS: readonly (readonly [what: string, letter: string, echo: boolean])[] = [
  ["the message itself", MESSAGE, true],
  [
    "a sentence of theirs with its I",
    "Thank you. I can't open the garden app on my phone. Bye.",
    true,
  ],
  [
    "the same in quotation marks",
    "You write “I can’t open the garden app on my phone since Monday.”",
    false,
  ],
  ["the same told of them", "You can't open the garden app on your phone since Monday.", false],
  [
    "an I of our own",
    "I can't open it from here, and I am not able to say when it will work.",
    false,
  ],
  ["what to add", "Please add which phone it is.", false],
];

for (const [what, letter, echo] of LETTERS) {
  Deno.test(`${echo ? "an echo" : "no echo"}: ${what}`, () =>
    assertEquals(echoes(letter, MESSAGE), echo));
}

const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 3, maxLength: 12 });

Deno.test("whatever the customer says of themselves is an echo when it is said back as it is", () => {
  fc.assert(fc.property(words, words, (said, own) => {
    const sentence = `I ${said.join(" ")}.`;
    assertEquals(echoes(`${own.join(" ")}!\n${sentence}`, `Hello. ${sentence} Bye.`), true);
  }));
});

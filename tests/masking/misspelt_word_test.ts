// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { isMisspelt, LIKE_SECRET_WORD } from "../../src/masking/misspelt_word.ts";
import { mask } from "../../src/masking/redact.ts";

const SLIPS = ["passwrod", "apssword", "pasword", "Passwrd", "passsword", "kenwort", "wahctwoord"];
const OTHERS = [
  "password",
  "Kennwort",
  "passport",
  "pastor",
  "sword",
  "keyword",
  "word",
  "drowpass",
];
const SHAPE = new RegExp(`^(?:${LIKE_SECRET_WORD})$`, "iu");

Deno.test("one slip of the pen is told, the right word and other words are not", () => {
  assertEquals(SLIPS.filter((word) => !isMisspelt(word)), ["apssword"], "the first letter stays");
  assertEquals(OTHERS.filter(isMisspelt), []);
});

Deno.test("whatever is told has the shape that is looked for", () => {
  assertEquals(SLIPS.filter((word) => isMisspelt(word) && !SHAPE.test(word)), []);
});

Deno.test("behind a slip only what is shaped like a secret is one", () => {
  assert(!mask("my pasword is Kiwi77juice now").text.includes("Kiwi77juice"));
  assertEquals(mask("my pasword is wrong").count, 0);
});

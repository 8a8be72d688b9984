/**
 * What letters repeat of a message: whole sentences, in quotation marks.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { ASPECT_WORDS } from "../../src/drafting/letter/aspect_words.ts";
import { BESIDE_CHARACTERS } from "../../src/drafting/letter/beside_matter.ts";
import { QUOTED_CHARACTERS, QUOTED_UNSURE_CHARACTERS } from "../../src/drafting/letter/quote.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { draft, fixtureMessages } from "./drafting.ts";

const QUOTED: readonly (readonly [Intent, message: string, quote: string])[] = [
  [
    "bug_report",
    "412: wifi says welcome, then asks name + room again. and again",
    "412: wifi says welcome, then asks name + room again. and again",
  ],
  [
    "general_inquiry",
    "I'm at the shop: they have 62XL and 62 Eco. Do both fit?",
    "I'm at the shop: they have 62XL and 62 Eco. Do both fit?",
  ],
  [
    "bug_report",
    `The clip says "done" and nothing is saved.`,
    "The clip says 'done' and nothing is saved",
  ],
];
for (const [type, message, quote] of QUOTED) {
  Deno.test(`a short message is repeated whole: ${message.slice(0, 40)}`, () => {
    const { letter } = draft(type, message);
    assert(letter.includes(`“${quote}”`), letter);
  });
}

const LENGTHS: readonly (readonly [characters: number, whole: boolean])[] = [
  [QUOTED_CHARACTERS - 20, true],
  [QUOTED_UNSURE_CHARACTERS - 20, true],
  [QUOTED_UNSURE_CHARACTERS + 20, false],
];
for (const [characters, whole] of LENGTHS) {
  Deno.test(`a message of ${characters} characters of which nothing is sure is ${whole ? "" : "not "}repeated whole`, () => {
    const sentence = "The shed stands beside the wall, and my uncle looks after it. ";
    const message = sentence.repeat(20).slice(0, characters).replace(/ \S*$/, " lake.");
    const { letter } = draft("bug_report", message);
    assertEquals(letter.includes("lake”"), whole, letter);
    assertEquals(letter.includes("all that you wrote"), !whole, letter);
  });
}

Deno.test("a sentence that only opens like a question asks nothing", () => {
  const message = "What they have in common is the screen on which they were merged.";
  const { letter } = draft("general_inquiry", message);
  assert(!/You (?:ask|would like to know)/.test(letter), letter);
});

Deno.test("the word that opens a sentence is not left out of a quotation", () => {
  const { letter } = draft("general_inquiry", "So far I send forty single mails. Is there a list?");
  assert(letter.includes("“So far I send"), letter);
});

const ASIDE =
  "We keep it in the office beside the window where it is quiet in the evening and the " +
  "light is good, and it has stood there since the spring of the year before.";

Deno.test("a long question is repeated with the sentence that it is asked about", () => {
  const { letter } = draft(
    "general_inquiry",
    `We get the keys to the new house in the village on 14 May. ${ASIDE} ${ASIDE} ` +
      "How much notice do you need to move the line?",
  );
  assert(letter.includes("“We get the keys to the new house in the village on 14 May”"), letter);
  assert(letter.includes("“How much notice do you need to move the line?”"), letter);
  assert(letter.includes("everything else that you wrote"), letter);
});

Deno.test("a sentence that leans on the one before is not repeated alone", () => {
  const { letter } = draft("bug_report", `The scale shows 0 for flour. It is the same again.`);
  assert(!/“It is/.test(letter), letter);
});

Deno.test("what is repeated is the customer's, sentence by sentence, and no longer than is said", () => {
  const most = Math.max(QUOTED_UNSURE_CHARACTERS, BESIDE_CHARACTERS);
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  for (const { id, label, text, product } of fixtureMessages("fixtures/drafts.jsonl")) {
    for (const [, quote = ""] of draft(label, text, product).letter.matchAll(/“([^”]*)”/gu)) {
      assert(quote.length <= most + 2, `${id}: ${quote}`);
      const words = bare(quote.replace(/…$/u, "")).split(" ").slice(0, 4).join(" ");
      assert(bare(text).includes(words), `${id}: ${quote}`);
    }
  }
});

for (const [kind, { says, words, yes, no }] of Object.entries(ASPECT_WORDS)) {
  Deno.test(`words of ${kind}: ${says}`, () => {
    assertEquals(yes.filter((text) => !words.test(text)), []);
    assertEquals(no.filter((text) => words.test(text)), []);
  });
}

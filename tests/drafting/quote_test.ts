/**
 * What letters repeat of a message: whole sentences, in quotation marks.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { ASPECT_WORDS } from "../../src/drafting/letter/aspect_words.ts";
import { QUOTED_CHARACTERS } from "../../src/drafting/letter/telling_statements.ts";
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
  ["feature_request", "hi can we bring 2 cats and a ferret", "can we bring 2 cats and a ferret"],
  [
    "bug_report",
    "Two transfers went out on Sunday. £1,840 and then £960, four minutes later.",
    "Two transfers went out on Sunday. £1,840 and then £960, four minutes later",
  ],
  [
    "general_inquiry",
    "Does it matter whether I come by train or by car? Thank you, J. Pell",
    "Does it matter whether I come by train or by car?",
  ],
  [
    "bug_report",
    "Nobody here can log in since six. The status page is green. Ring me on +44 20 7946 0958.",
    "Nobody here can log in since six. The status page is green",
  ],
  [
    "bug_report",
    `The clip says "done" and nothing is saved.`,
    "The clip says 'done' and nothing is saved",
  ],
  [
    "general_inquiry",
    "We have two questions.\n1. Is the scaffold in the price?\n2. Who pays in year 12?\nNo rush.",
    "We have two questions. Is the scaffold in the price? Who pays in year 12? No rush",
  ],
  [
    "bug_report",
    "Here is how Thursday went:\n- pressed start\n- phone locks itself\n\nThe bell never rings then.",
    "Here is how Thursday went: pressed start; phone locks itself. The bell never rings then",
  ],
  [
    "bug_report",
    "Mistyped the code three times like an idiot, and now the whole account is shut. Please open it.",
    "Mistyped the code three times like an …, and now the whole account is shut. Please open it",
  ],
  ["bug_report", "You idiots. The list is empty since Monday.", "The list is empty since Monday"],
];
for (const [type, message, quote] of QUOTED) {
  Deno.test(`a short message is repeated whole: ${message.slice(0, 40)}`, () => {
    const { letter } = draft(type, message);
    assert(letter.includes(`“${quote}”`), letter);
  });
}

const LENGTHS: readonly (readonly [characters: number, whole: boolean])[] = [
  [QUOTED_CHARACTERS.whole - 20, true],
  [QUOTED_CHARACTERS.whole + 20, false],
  [QUOTED_CHARACTERS.whole * 2, false],
];
for (const [characters, whole] of LENGTHS) {
  Deno.test(`a message of ${characters} characters of which nothing tells more than the rest is repeated ${whole ? "whole" : "from its beginning"}`, () => {
    const sentence = "The shed stands beside the wall, and my uncle looks after it. ";
    const message = sentence.repeat(20).slice(0, characters).replace(/ \S*$/, " lake.");
    const { letter } = draft("general_inquiry", message);
    assertEquals(letter.includes("lake”"), whole, letter);
    assert(letter.includes("“The shed stands beside the wall"), letter);
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

Deno.test("a question is repeated with what stands before it, as far as it fits", () => {
  const { letter } = draft(
    "general_inquiry",
    `${ASIDE} ${ASIDE} ${ASIDE} We get the keys to the new house in the village on 14 May. ` +
      "How much notice do you need to move the line?",
  );
  const told =
    "“We get the keys to the new house in the village on 14 May. How much notice do you " +
    "need to move the line?”";
  assert(letter.includes(told), letter);
});

Deno.test("a sentence that leans on the one before is not repeated alone", () => {
  const { letter } = draft("bug_report", `The scale shows 0 for flour. It is the same again.`);
  assert(!/“It is/.test(letter), letter);
});

Deno.test("what is repeated is the customer's, sentence by sentence, and no longer than is said", () => {
  const most = QUOTED_CHARACTERS.whole;
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

Deno.test("of a longer report what tells the fault is repeated, not what stands beside it", () => {
  const { letter } = draft(
    "bug_report",
    "I have been knitting since I was six, and I was about to recommend it to the whole guild. " +
      "The row counter jumps back to zero when I close the pattern. It did so twice on Sunday. " +
      "I have two cats and an old phone, and I knit for the bazaar of our church every autumn. " +
      "My sister knits as well, with wool from her own sheep, and sells it at the market in town. " +
      "We have done so since our mother taught us, in the kitchen of the house where we grew up. " +
      "It is warm there, and the kettle is always on, and the cats sleep on the wool all day long.",
  );
  assert(letter.includes("The row counter jumps back to zero"), letter);
  assert(!letter.includes("two cats"), letter);
});

Deno.test("of something grave what shows it to be so is repeated", () => {
  const { letter } = draft(
    "bug_report",
    "We bought it in May, it keeps the lawn like a bowling green and does not wake the baby. " +
      "Your booklet promises that it stops at once. Our daughter lifted it and the blades went " +
      "on turning: she has a cut across two fingers and five stitches.",
  );
  assert(/“[^”]*cut across two fingers/.test(letter), letter);
});

Deno.test("with the fault is repeated what it did to the customer", () => {
  const { letter } = draft(
    "bug_report",
    "I have been knitting since I was six, and I was about to recommend it to the whole guild. " +
      "The row counter jumps back to zero when I close the pattern. The pattern is one of yours, " +
      "the one with the foxes, and it looks right. I had to unravel two days of work.",
  );
  assert(letter.includes("The row counter jumps back to zero"), letter);
  assert(letter.includes("unravel two days of work"), letter);
});

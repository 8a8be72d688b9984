/**
 * What a second reader says of a model's letter, and what follows from it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import type { LetterWeigher, WrittenLetter } from "../../src/triage/domain/ports.ts";
import { type Reply, REPLY_LIMITS } from "../../src/triage/domain/reply.ts";
import { letterJudge } from "../../src/triage/guard/letter_sentence.ts";
import { weighLetter } from "../../src/triage/weighed_letter.ts";
import { PRODUCT } from "../llm/model_request.ts";

const NEVER = new AbortController().signal;
const WRITTEN = { message: "The export fails since Monday.", product_name: "Ledger" };
const INQUIRY = { inquiry_category: "Other", requires_human_review: false } as const;

function replyWith(letter: string): Reply {
  const inquiry = { ...INQUIRY, suggested_resources: [] };
  return { intent: "general_inquiry", inquiry, letter };
}

/** Weighs sentences in order 0, 1, 2, …, and remembers what it was asked. */
function weigherOf(says: (letter: WrittenLetter) => readonly number[] | null) {
  const asked: WrittenLetter[] = [];
  const weigher: LetterWeigher = {
    weigh(letter) {
      asked.push(letter);
      return Promise.resolve(says(letter));
    },
  };
  return { weigher, asked };
}

const inOrder = ({ sentences }: WrittenLetter) => sentences.map((_, at) => at);

Deno.test("each sentence is weighed once, as it stands when it is judged", async () => {
  const { weigher, asked } = weigherOf(inOrder);
  const letter = "Hello,\n\nthe team noted it under {{ticket_id}}. Thank you.\nThank you.";
  const weighed = await weighLetter(weigher, replyWith(letter), WRITTEN, NEVER);
  // A staff has no internal name, an inquiry no number.
  const sentences = ["Hello,", "the staff noted it.", "Thank you."];
  assertEquals(asked, [{ ...WRITTEN, sentences }]);
  assertEquals(weighed, sentences.map((sentence, at) => [sentence, at]));
});

for (
  const [what, letter] of [
    ["nothing", " \n "],
    ["more than a letter may hold", "a ".repeat(REPLY_LIMITS.letter_characters)],
  ] as const
) {
  Deno.test(`${what} is not read`, async () => {
    const { weigher, asked } = weigherOf(inOrder);
    assertEquals(await weighLetter(weigher, replyWith(letter), WRITTEN, NEVER), null);
    assertEquals(asked, []);
  });
}

Deno.test("where the reader cannot tell, nothing is said", async () => {
  const { weigher } = weigherOf(() => null);
  assertEquals(await weighLetter(weigher, replyWith("Thank you."), WRITTEN, NEVER), null);
});

Deno.test("who goes away while a letter is read is not answered", async () => {
  const weigher: LetterWeigher = { weigh: () => Promise.reject(new Error("gone")) };
  await assertRejects(() => weighLetter(weigher, replyWith("Hi."), WRITTEN, NEVER), Error, "gone");
});

const scorer = createLocalScorer();
const SENTENCE = "Two gardens and one gate make a quarrel.";

function faultOf(sentence: string, weight?: number): string | null {
  const judge = letterJudge({
    ...WRITTEN,
    product: PRODUCT,
    local: replyWith(""),
    sentences: [sentence],
    read: (own) => scorer.read(own),
    weighed: weight === undefined ? null : [[sentence, weight]],
  });
  return judge(sentence);
}

Deno.test("a reader's weight is added to the words'", () => {
  const words = Number(faultOf(SENTENCE)?.replace("claim ", ""));
  assert(words > 0);
  const even = -words;
  assertEquals([even - 2, even - 0.2].map((weight) => faultOf(SENTENCE, weight)), [null, null]);
  assertEquals(faultOf(SENTENCE, even + 2), "claim 2.0");
});

for (
  const [why, sentence] of [
    ["a name that nobody wrote", "Your request was passed to Mr Ferguson."],
    ["a number that nobody wrote", "It concerns 4711 customers."],
    ["an address", "Please write to help.example.com."],
    ["another language", "Wir haben das Geld schon geschickt."],
    ["what we do not do", "We repaired it."],
    ["a promise", "We will refund you tomorrow."],
  ] as const
) {
  Deno.test(`no weight lets ${why} through`, () => assert(faultOf(sentence, -99) !== null));
}

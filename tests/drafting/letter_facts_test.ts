/**
 * What customers tell is taken up and not asked again.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { LetterFacts } from "../../src/drafting/letter/letter_facts.ts";
import { urgencyOf } from "../../src/drafting/letter/urgency.ts";
import { rightOf } from "../../src/drafting/letter/right.ts";
import { draft } from "./drafting.ts";

const REFERENCES: readonly (readonly [text: string, references: readonly string[]])[] = [
  ["It is about order 55821.", ["order 55821"]],
  ["Order no. 55-2087 is late.", ["order 55-2087"]],
  ["Booking 8KQ2TT, four charges.", ["booking 8KQ2TT"]],
  ["Subscriber number L-00412.", ["subscriber number L-00412"]],
  ["Ticket 30981 and invoice 7719.", ["ticket 30981", "invoice 7719"]],
  ["Landline contract 22-0913 may expire.", ["contract 22-0913"]],
  ["I ordered 2 chairs and order 2 more.", []],
  ["My flight was delayed by 5 hours.", []],
  ["The policy says nothing.", []],
];
for (const [text, references] of REFERENCES) {
  Deno.test(`numbers to look up: ${text}`, () =>
    assertEquals(new LetterFacts(text).references, [...references]));
}

const AMOUNTS: readonly (readonly [text: string, amounts: readonly string[]])[] = [
  ["You charged 39.90 twice.", ["39.90"]],
  ["£260 for a road.", ["£260"]],
  ["You released EUR 48,200 to him.", ["EUR 48,200"]],
  ["It took 84 quid off me.", ["84 quid"]],
  ["I sent 480 euro on the 3rd.", ["480 euro"]],
  ["Version 2.10 fails on 3.14 percent.", []],
];
for (const [text, amounts] of AMOUNTS) {
  Deno.test(`amounts: ${text}`, () => assertEquals(new LetterFacts(text).amounts, [...amounts]));
}

const DATES: readonly (readonly [text: string, dates: readonly string[]])[] = [
  ["It was paid on 3 March.", ["3 March"]],
  ["Since 2026-04-01 it is gone.", ["2026-04-01"]],
  ["On April 4th and 12/05/2026.", ["April 4th", "12/05/2026"]],
  ["It may 2 times fail.", []],
];
for (const [text, dates] of DATES) {
  Deno.test(`dates: ${text}`, () => assertEquals(new LetterFacts(text).dates, [...dates]));
}

const URGENT: readonly (readonly [text: string, urgency: string | null])[] = [
  ["I need it by Friday.", "“by Friday”"],
  ["It must be ready before the weekend.", "“before the weekend”"],
  ["Flying at 6 am tomorrow!!", "“at 6 am tomorrow”"],
  ["its due at midnight", "“at midnight”"],
  ["I ordered silver. birthday is saturday. what now", "“birthday is saturday”"],
  ["The appointment is on Friday.", "“appointment is on Friday”"],
  ["Please answer, it is urgent.", "“urgent”"],
  ["We file on the 7th.", "“on the 7th”"],
  ["Our mailing starts tonight.", "“tonight”"],
  ["I want to be sure before I put the beans out on Saturday.", "“on Saturday”"],
  ["I'd like to speak to somebody today.", "“today”"],
  ["I have an audit on Monday.", "“on Monday”"],
  ["I'd like to have a challenge, and the app tells us on Sunday who won.", null],
  ["It renews on the 30th.", "“on the 30th”"],
  ["Are you coming tomorrow or not?", "“tomorrow”"],
  ["I do the wages, i.e. today, by 3 pm. The night of the 31st is missing.", "“today, by 3 pm”"],
  ["The other school wants an answer by Friday.", "“by Friday”"],
  ["Nothing has come of it. £900 by the 1st, or we meet in court.", "“by the 1st”"],
  ["We have an audit on the 7th of May.", "“on the 7th”"],
  ["We're on the 4th floor with a tiny lift.", null],
  ["My sister is leaving tonight week.", null],
  ["It came off in his hand on Sunday.", null],
  ["You moved me to the new card on Thursday.", null],
  ["Is the office open on Saturday?", null],
  ['"tomorrow 8am" would do.', null],
  ["It stopped working today.", null],
  ["It was fixed by Monday.", null],
  ["It is not urgent.", null],
  ['It told me to "seek urgent care".', null],
  ["The 15yo eats it all by the 6th.", null],
  ["Both give Thursday. It's Tuesday.", null],
  ["It kills my battery, 40 percent in one hour.", null],
  ["The parcel was due on Tuesday.", null],
];
for (const [text, urgency] of URGENT) {
  Deno.test(`how soon it matters: ${text}`, () => assertEquals(urgencyOf(text), urgency));
}

const RIGHTS: readonly (readonly [text: string, right: RegExp | null])[] = [
  ["Art. 17. Everything. Thank you.", /erase/],
  ["What do you hold about me?", /tell you what we keep/],
  ["The record says I smoke. Please put it right.", /correct/],
  ["No more profiling of my shopping.", /stop using/],
  ["Hand over my shift history, Art. 20.", /take along/],
  ["Hello.", null],
];
for (const [text, right] of RIGHTS) {
  Deno.test(`which right is claimed: ${text}`, () => {
    const found = rightOf(text);
    assert(right === null ? found === null : right.test(found ?? ""), `${found}`);
  });
}

const TAKEN_UP: readonly (readonly [message: string, facts: readonly string[]])[] = [
  [
    "You took 39.90 from me twice. It was on 3 March and the order is order 55821.",
    ["39.90", "3 March", "order 55821"],
  ],
  ["Please refund the shoes, order 77120. They cost 89.95 and are too small.", [
    "77120",
    "89.95",
  ]],
];
for (const [message, facts] of TAKEN_UP) {
  Deno.test(`taken up: ${facts.join(", ")}`, () => {
    const { letter } = draft("general_inquiry", message, "shoe shop", {
      situation: { name: "refund", probability: 0.9, grave: false, evidence: [] },
      review: { required: true, reasons: ["refund_requested"] },
    });
    for (const fact of facts) assert(letter.includes(fact), letter);
    assert(!/number of the order/.test(letter), letter);
  });
}

Deno.test("an account that we hold back is asked for by name, not by steps", () => {
  const { letter } = draft("bug_report", "My account was suspended and I do not know why.");
  assert(!/steps/.test(letter), letter);
});

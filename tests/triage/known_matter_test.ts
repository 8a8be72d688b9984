// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { KnownMatter } from "../../src/triage/domain/matter.ts";
import { type Reply, REPLY_LIMITS } from "../../src/triage/domain/reply.ts";
import { knownMatters, type ToldMessage } from "../../src/triage/known_matter.ts";
import { sampleCase } from "../store/case_samples.ts";

const BUG: Reply = sampleCase().reply;
const WISH: Reply = sampleCase({ intent: "feature_request" }).reply;
const QUESTION: Reply = sampleCase({ intent: "general_inquiry" }).reply;
const HOW_TO: Reply = QUESTION.intent === "general_inquiry"
  ? { ...QUESTION, inquiry: { ...QUESTION.inquiry, inquiry_category: "Usage Question" } }
  : QUESTION;

const known = (message_type: Intent, number: string | null, more: Partial<KnownMatter> = {}) => ({
  case_id: "",
  matter_id: null,
  message_type,
  ticket_id: number,
  solved: false,
  grave: false,
  ...more,
});
const KNOWN: Readonly<Record<string, KnownMatter>> = {
  a: known("bug_report", "BUG-12"),
  b: known("bug_report", "BUG-13", { solved: true }),
  c: known("feature_request", "FR-3"),
  d: known("feature_request", "FR-4", { solved: true }),
  e: known("general_inquiry", null),
  f: known("general_inquiry", null, { matter_id: "together" }),
  g: known("general_inquiry", null, { matter_id: "settled", solved: true }),
};
const tell = knownMatters({ matter_probability: 0.9 });

const told = (reply: Reply, similar: Record<string, number>, apart = false) => ({
  reply,
  similar: {
    cases: Object.entries(similar).map(([case_id, probability]) => ({
      case_id,
      probability,
      why: [],
      differs: [] as string[],
    })),
    known: Object.keys(similar).flatMap((case_id) => {
      const one = KNOWN[case_id];
      return one === undefined ? [] : [{ ...one, case_id }];
    }),
  },
  apart,
});

Deno.test("a letter says that we know of it and names the number, by type and state", () => {
  const table: readonly [Reply, Record<string, number>, string | null, RegExp][] = [
    [BUG, { a: 0.9 }, "a", /know of this already: it is BUG-12 /],
    [BUG, { b: 0.99 }, "b", /as BUG-13 .*took it for solved; .*open again\./],
    [BUG, { c: 0.99, a: 0.95 }, "a", /BUG-12/],
    [WISH, { c: 0.99 }, "c", /asked for before: we keep it as FR-3/],
    [WISH, { d: 0.99 }, "d", /asked for before, as FR-4, .*open again\./],
    [QUESTION, { e: 0.99 }, null, /^Hello,\n\nA person will look at your bill\.$/],
    [HOW_TO, { e: 0.99 }, "e", /Others have asked us this too, and what you wrote is kept/],
    [QUESTION, { f: 0.99 }, "f", /Others have asked us this too, and what you wrote is kept/],
    [QUESTION, { g: 0.99 }, "g", /Others asked us this before .* it is open again\./],
  ];
  for (const [reply, similar, joins, letter] of table) {
    const known = tell(told(reply, similar));
    assertEquals(
      known.joins,
      joins === null ? null : {
        case_id: joins,
        probability: similar[joins] ?? 0,
      },
    );
    assertMatch(known.reply.letter, letter);
    assertMatch(known.reply.letter, /^Hello,\n\n/);
    assertEquals(known.reply.letter.includes("{{ticket_id}}"), reply.intent !== "general_inquiry");
  }
});

Deno.test("nothing is put together by itself that differs, nor with a grave case", () => {
  const { reply, similar, apart } = told(BUG, { a: 0.99 });
  const known = similar.known.map((one) => ({ ...one, grave: true }));
  assertEquals(tell({ reply, similar: { ...similar, known }, apart }).joins, null);
  const cases = similar.cases.map((one) => ({ ...one, differs: ["codes e02 / e07"] }));
  assertEquals(tell({ reply, similar: { ...similar, cases }, apart }).joins, null);
});

Deno.test("a matter in which a case names another code is another matter, whatever else is in it", () => {
  const inMatter = (case_id: string, matter_id: string | null) => ({
    ...known("bug_report", "BUG-12", { matter_id }),
    case_id,
  });
  const found = [
    { case_id: "without code", probability: 0.99, why: [], differs: [] },
    { case_id: "other code", probability: 0.4, why: [], differs: ["codes e07 / e02"] },
  ];
  const table: readonly [string | null, string | null, string | null][] = [
    ["one", "one", null],
    ["one", "two", "without code"],
    ["one", null, "without code"],
    [null, null, "without code"],
  ];
  for (const [sure, other, joins] of table) {
    const places: Readonly<Record<string, string | null>> = {
      "without code": sure,
      "other code": other,
    };
    const known = found.map(({ case_id }) => inMatter(case_id, places[case_id] ?? null));
    const { joins: joined } = tell({ reply: BUG, similar: { cases: found, known }, apart: false });
    assertEquals([sure, other, joined?.case_id ?? null], [sure, other, joins]);
  }
});

Deno.test("nothing is put together below the probability, across types, or silently", () => {
  const long: Reply = { ...BUG, letter: "x".repeat(REPLY_LIMITS.letter_characters - 20) };
  const table: readonly [string, ToldMessage][] = [
    ["below the probability", told(BUG, { a: 0.8999 })],
    ["nothing is like it", told(BUG, {})],
    ["nobody looked", { reply: BUG, similar: null, apart: false }],
    ["another type", told(BUG, { c: 0.99 })],
    ["a case that is gone", told(BUG, { z: 0.99 })],
    ["grave: it stands by itself", told(BUG, { a: 0.99 }, true)],
    ["no room in the letter", told(long, { a: 0.99 })],
  ];
  for (const [name, message] of table) {
    assertEquals([name, tell(message)], [name, { reply: message.reply, joins: null }]);
  }
});

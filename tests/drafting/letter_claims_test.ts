/**
 * No letter contradicts itself: goes through every state a plan can be in and
 * every pair of sentences that are true in it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { ASKED_BY_SITUATION, ASKED_TO_END } from "../../src/drafting/letter/asked_by_situation.ts";
import { type Claim, CONTRADICTIONS } from "../../src/drafting/letter/claims.ts";
import { ASPECTS_BY_SITUATION } from "../../src/drafting/letter/aspect.ts";
import { typesOf } from "../../src/drafting/letter/letter_situation.ts";
import {
  type LetterSituation,
  type LetterState,
  STATE,
} from "../../src/drafting/letter/letter_state.ts";
import { rightOf } from "../../src/drafting/letter/right.ts";
import { ALL_ROWS, rowsFor } from "../../src/drafting/letter/rows/all_rows.ts";
import { isTrueIn, PARTS, type SentenceRow } from "../../src/drafting/letter/sentence_row.ts";
import { candidates } from "../../src/drafting/letter/word_letter.ts";

/** Answers that only some types of reply know; of the others they are as below. */
const ONLY_OF: { readonly [Key in keyof LetterState]?: LetterState["type"] } = {
  ahead: "bug_report",
  pages: "general_inquiry",
};
const ELSEWHERE: Partial<LetterState> = {
  ahead: false,
  pages: "none",
};
/** What only a review brings about. */
const REVIEWED: ReadonlySet<LetterSituation> = new Set(["foreign"]);

/** Every state of a situation, by the questions that its sentences depend on. */
function* statesOf(situation: LetterSituation): Generator<LetterState> {
  for (const type of typesOf(situation)) {
    const used = new Set(
      PARTS.flatMap((part) =>
        rowsFor({ type, situation }, part).flatMap(({ when }) => Object.keys(when))
      ),
    );
    let states: Partial<LetterState>[] = [{ situation, type }];
    for (const key of KEYS) {
      const values: readonly unknown[] = key === "asks"
        ? [
          "nothing",
          ...(ASKED_TO_END.has(situation) ? ["ending"] : []),
          ...ASKED_BY_SITUATION[situation],
        ]
        : key === "aspect"
        ? ASPECTS_BY_SITUATION[situation] ?? ["any"]
        : used.has(key) && (ONLY_OF[key] ?? type) === type
        ? STATE[key]
        : [ELSEWHERE[key] ?? STATE[key][0]];
      states = states.flatMap((state) => values.map((value) => ({ ...state, [key]: value })));
    }
    for (const state of states as LetterState[]) if (isPossible(state)) yield state;
  }
}

const KEYS = (Object.keys(STATE) as (keyof LetterState)[])
  .filter((key) => key !== "situation" && key !== "type");

function isPossible(state: LetterState): boolean {
  if (REVIEWED.has(state.situation) && !state.review) return false;
  return state.asks === "nothing" || state.aspect !== "unsure";
}

function trueIn(state: LetterState): readonly SentenceRow[] {
  return PARTS.flatMap((part) => rowsFor(state, part).filter((row) => isTrueIn(row, state)));
}

function contradiction(one: SentenceRow, other: SentenceRow): string | null {
  const pair = CONTRADICTIONS.find(([a, b]) =>
    one.claims.includes(a) && other.claims.includes(b) ||
    one.claims.includes(b) && other.claims.includes(a)
  );
  return pair === undefined ? null : `${one.id} and ${other.id}: ${pair.join(" with ")}`;
}

const reached = new Set<string>();
let count = 0;
const broken = new Set<string>();
const silent = new Set<string>();
for (const situation of STATE.situation) {
  for (const state of statesOf(situation)) {
    count++;
    const rows = trueIn(state);
    for (const row of rows) reached.add(row.id);
    for (const [at, one] of rows.entries()) {
      for (const other of rows.slice(at + 1)) {
        if (one.part === other.part) continue;
        const found = contradiction(one, other);
        if (found !== null) broken.add(found);
      }
    }
    const parts = new Set(rows.map(({ part }) => part));
    const tell = (what: string) => silent.add(`${state.situation}, ${state.type}: ${what}`);
    if (!parts.has("opening")) tell(`nothing opens it: ${state.aspect}, ${state.mood}`);
    // Who has lost heart is handed no number of a wish.
    const numbered = state.type === "bug_report" ||
      state.type === "feature_request" && situation !== "self_harm";
    if (numbered && !parts.has("record")) tell("its number is not named");
    if (state.asks !== "nothing" && !parts.has("ask")) tell(`${state.asks} is not asked`);
    if (state.asks === "nothing" && parts.has("ask")) tell("asks what is not worth asking");
    const settled = ["solved", "unsolicited", "automatic"].includes(situation) ||
      state.aspect === "thanks";
    if (!settled && !parts.has("next")) tell(`nothing comes next: review ${state.review}`);
  }
}

Deno.test("there are many letters, and all are gone through", () =>
  assert(count > 900, `${count}`));

Deno.test("no two sentences that may stand in one letter contradict each other", () => {
  assertEquals([...broken], []);
});

Deno.test("every letter opens, names its number, asks what is worth asking and says what comes next", () => {
  assertEquals([...silent], []);
});

Deno.test("every sentence is reached", () => {
  assertEquals(ALL_ROWS.map(({ id }) => id).filter((id) => !reached.has(id)), []);
});

Deno.test("a sentence is only there where all that it names was told", () => {
  const state = [...statesOf("money")].find(({ type }) => type === "general_inquiry");
  assert(state !== undefined);
  const given = (slots: readonly string[]) =>
    candidates("known", state, (slot) => slots.includes(slot)).map(({ id }) => id);
  assertEquals(given([]), []);
  assert(given(["given"]).length > 0);
});

Deno.test("nobody is thanked for an idea: who complains may have been taken for who wishes", () => {
  const thanking = ALL_ROWS.filter(({ text }) => /\b(?:suggestion|idea)s?\b/i.test(text));
  assertEquals(thanking.map(({ id }) => id), []);
});

Deno.test("who wrote a grave message is never told that the matter is closed", () => {
  const kind = ALL_ROWS.filter(({ when }) =>
    when.situation?.some((name) => SITUATIONS_OF_PEOPLE.has(name))
  );
  assertEquals(
    kind.filter(({ claims }) => claims.includes("closes")).map(({ id }) => id),
    [],
  );
});

const SITUATIONS_OF_PEOPLE: ReadonlySet<string> = new Set([
  "self_harm",
  "danger",
  "injury",
  "account_security",
  "data_exposed",
  "security_report",
  "privacy_request",
  "money",
  "legal",
  "vulnerable_customer",
  "escalation",
]);

/** Words by which a claim is known; they stand in no sentence that does not make it. */
const BY_WORDS: readonly (readonly [Claim, RegExp])[] = [
  [
    "person",
    /\b(?:a|one) person (?:will|here|reads?|who|takes|follows|decides|looks?)\b|\bone of us\b|\bsomebody here\b|\bby a person,/i,
  ],
  [
    "asks_nothing",
    /\bnothing (?:more|else|left|you need)\b|\bneed not do anything\b|\bno reply is needed\b/i,
  ],
  ["sorry", /\bsorry\b/i],
  ["pleased", /\b(?:glad|delighted|kind of you|good news|lovely|kind words)\b|\bgood to hear\b/i],
  ["condoles", /\bcondolences\b/i],
  [
    "closes",
    /\bconsider the matter\b|\bnothing further\b|\bleave it at that; then\b|\bis solved\b/i,
  ],
  [
    "answer",
    /\byou will hear from (?:us|them)\b|\b(?:will )?(?:write|writes) (?:back )?to you with\b/i,
  ],
  ["grave", /\blocal emergency number\b/i],
];

for (const [claim, words] of BY_WORDS) {
  Deno.test(`a sentence that says "${claim}" says so in its row`, () => {
    const hidden = ALL_ROWS.filter(({ text, claims }) =>
      words.test(text) && !claims.includes(claim)
    );
    assertEquals(hidden.map(({ id, text }) => `${id}: ${text}`), []);
    assert(ALL_ROWS.some(({ claims }) => claims.includes(claim)));
  });
}

/** Who writes for a mother, a pupil or a client is not told that it is theirs. */
const THEIRS =
  /\b(?:your (?:own )?(?:account|order|parcel|money|child|family|mother|data|loss|cards?|contract|password)|(?:keep|hold) on you)\b/i;

Deno.test("no sentence says whose it is: many write on behalf of another", () => {
  const presuming = ALL_ROWS.filter(({ text }) => THEIRS.test(text));
  assertEquals(presuming.map(({ id, text }) => `${id}: ${text}`), []);
  const claimed = CLAIMED_RIGHTS.map((text) => rightOf(text) ?? "");
  assertEquals(claimed.filter((right) => right === "" || THEIRS.test(right)), []);
});

const CLAIMED_RIGHTS = [15, 16, 17, 18, 20, 21, 22].map((article) =>
  `Article ${article}, for my mother.`
);

Deno.test("only a part that asks ends in a question mark, and it always says that it asks", () => {
  const odd = ALL_ROWS.filter(({ text, part, claims }) =>
    (part === "ask") !== claims.includes("asks") || part !== "ask" && text.includes("?")
  );
  assertEquals(odd.map(({ id }) => id), []);
});

Deno.test("a person is promised only where one looks", () => {
  const untrue = ALL_ROWS.filter(({ claims, when }) =>
    claims.includes("person") && !(when.review?.length === 1 && when.review[0])
  );
  assertEquals(untrue.map(({ id }) => id), []);
});

Deno.test("a sentence with the customer's words in it promises nothing for them", () => {
  const risky = ALL_ROWS.filter(({ text, slots }) =>
    slots.some((slot) => ["clause", "bad", "wish", "given"].includes(slot)) &&
    /\b(?:will|shall|going to|promise)\b/.test(text) && !/\bcannot promise\b/.test(text)
  );
  assertEquals(risky.map(({ id }) => id), []);
});

/** What a letter's last promise may not speak of where it is about something else. */
const FITTING: readonly (readonly [LetterSituation, RegExp])[] = [
  ["how_to", /\b(?:report|cause|built|weigh)\b/i],
  ["policy", /\b(?:report|cause|built|weigh)\b/i],
  ["wish", /\b(?:cause|question|report)\b/i],
  ["fault", /\b(?:question|wish|built|decided)\b/i],
  ["plain", /\b(?:cause|question|wish|built|decided|report|order|payment|steps)\b/i],
];
for (const [situation, words] of FITTING) {
  Deno.test(`what comes next fits: ${situation}`, () => {
    const rows = typesOf(situation).flatMap((type) => rowsFor({ type, situation }, "next"));
    assert(rows.length > 0);
    assertEquals(rows.filter(({ text }) => words.test(text)).map(({ id }) => id), []);
  });
}

Deno.test("where it is not sure what is at stake, what is safe to do is said with an if", () => {
  const advice = ALL_ROWS.filter(({ part, when: { aspect, situation } }) =>
    part === "advice" &&
    (aspect?.[0] === "unsure" || situation?.[0] === "plain" && aspect?.[0] === "hazard")
  );
  assert(advice.length >= 8);
  const flat = advice.filter(({ text }) => !/^(?:If|Should|Where)\b/.test(text));
  assertEquals(flat.map(({ id, text }) => `${id}: ${text}`), []);
});

Deno.test("rows are told apart by their ids", () => {
  const ids = ALL_ROWS.map(({ id }) => id);
  assertEquals(ids.length - new Set(ids).size, 0, duplicates(ids).join(", "));
});

function duplicates(ids: readonly string[]): readonly string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import {
  type FoundSimilar,
  SIMILAR_LIMITS,
  type SimilarCases,
} from "../../src/triage/domain/similar.ts";
import { similarWithin } from "../../src/triage/similar_within.ts";
import { gistFor } from "../store/similar_contract.ts";

const GIST = gistFor("The export comes out blank.");
const FOUND: FoundSimilar = {
  cases: [{ case_id: "1", probability: 0.9, why: [], differs: [] }],
  known: [],
};

function casesThat(similarToGist: SimilarCases["similarToGist"]): SimilarCases {
  return { similarTo: () => Promise.resolve([]), similarToGist };
}

Deno.test("an answer asks for few cases, and for probable ones", async () => {
  const asked: unknown[] = [];
  const find = similarWithin(casesThat((...args) => {
    asked.push(args);
    return Promise.resolve(FOUND);
  }));
  assertEquals(await find(GIST), FOUND);
  const { explained_cases, explained_probability } = SIMILAR_LIMITS;
  assertEquals(asked, [[GIST, explained_cases, explained_probability]]);
});

Deno.test("nobody looks without a store or a gist, and a store that is away is no failure", async () => {
  assertEquals(await similarWithin(null)(GIST), null);
  const away = casesThat(() => Promise.reject(new Error("away")));
  assertEquals(await similarWithin(away)(null), null);
  assertEquals(await similarWithin(away)(GIST), null);
});

Deno.test("no answer waits longer than it may, and no more wait at once than may", async () => {
  const pending: PromiseWithResolvers<FoundSimilar>[] = [];
  const find = similarWithin(casesThat(() => {
    const each = Promise.withResolvers<FoundSimilar>();
    pending.push(each);
    return each.promise;
  }));
  const waiting = Array.from({ length: SIMILAR_LIMITS.waiting_answers }, () => find(GIST));
  assertEquals(await find(GIST), null);
  assertEquals(pending.length, SIMILAR_LIMITS.waiting_answers);
  // Nothing is found: the limit of time ends the wait.
  assertEquals(await Promise.all(waiting), waiting.map(() => null));
  for (const { resolve } of pending) resolve(FOUND);
  await Promise.resolve();
  const late = find(GIST);
  pending.at(-1)?.resolve(FOUND);
  assertEquals(await late, FOUND);
});

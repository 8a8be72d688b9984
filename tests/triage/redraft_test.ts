// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch } from "@std/assert";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { knownMatters } from "../../src/triage/known_matter.ts";
import { redraftingDesk } from "../../src/triage/redraft.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { SimilarCase } from "../../src/triage/domain/similar.ts";
import { fakeParts } from "../fakes.ts";
import { sampleCase } from "../store/case_samples.ts";

/** A desk over a store in memory whose cases are all like the one given. */
async function openDesk(like: string, more: Partial<SimilarCase> = {}) {
  const store = await openSqliteStore({ path: ":memory:" });
  const found = [{ case_id: like, probability: 0.97, why: [], differs: [], ...more }];
  const similar = {
    similarTo: () => Promise.resolve(found),
    similarToGist: () => Promise.reject(),
  };
  const tellKnown = knownMatters({ matter_probability: 0.9 });
  const parts = fakeParts({ store, similar, tellKnown });
  return { store, desk: redraftingDesk(store.desk, { ...parts, matters: store.matters }) };
}

const letterOf = (record: { answer: { customer_response: string } | null }) =>
  record.answer?.customer_response ?? "";

Deno.test("the letter of a corrected case says what is known of it, and the case joins that", async () => {
  const wish = sampleCase({ intent: "feature_request" });
  const { store, desk } = await openDesk(wish.case_id);
  const told = sampleCase({ customer_id: "cust_2" });
  for (const each of [wish, told]) await store.record(each);
  const corrected = await desk.correct(told.case_id, { message_type: "feature_request" }, "anna");
  assertMatch(letterOf(corrected), /asked for before: we keep it as FR-1/);
  const matter = await store.matters.ofCase(told.case_id);
  assertEquals([matter?.ticket_id, matter?.cases], ["FR-1", 2]);
  await desk.undo(told.case_id, "anna");
  assertEquals(await store.matters.ofCase(told.case_id), null);
  await store.close();
});

Deno.test("a case that stays in its matter still names it in a fresh letter; the first names none", async () => {
  const { store, desk } = await openDesk("none");
  const [a, b] = [
    sampleCase({ intent: "general_inquiry" }),
    sampleCase({ intent: "general_inquiry" }),
  ];
  for (const each of [a, b]) await store.record(each);
  await store.matters.begin([a.case_id, b.case_id], "anna");
  const given = { inquiry_category: "Usage Question" } as const;
  assertMatch(letterOf(await desk.correct(b.case_id, given, "anna")), /Others have asked us this/);
  assertEquals(letterOf(await desk.correct(a.case_id, given, "anna")).includes("Others"), false);
  assertEquals((await store.matters.ofCase(b.case_id))?.cases, 2);
  await store.close();
});

Deno.test("a corrected case joins nothing that differs, and nothing of another type", async () => {
  const table: readonly [Intent, Partial<SimilarCase>][] = [
    ["feature_request", { differs: ["words map / …"] }],
    ["feature_request", { probability: 0.89 }],
    ["bug_report", {}],
  ];
  for (const [intent, more] of table) {
    const known = sampleCase({ intent });
    const { store, desk } = await openDesk(known.case_id, more);
    const told = sampleCase();
    for (const each of [known, told]) await store.record(each);
    const corrected = await desk.correct(told.case_id, { message_type: "feature_request" }, "anna");
    assertEquals(letterOf(corrected).includes("asked for before"), false);
    assertEquals(await store.matters.ofCase(told.case_id), null);
    await store.close();
  }
});

/**
 * The whole path with a real store: a second customer who tells of the same
 * fault is told that it is known, and the case joins the first one's matter.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { SETTINGS } from "../../src/config.ts";
import { openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { makeGist } from "../../src/similar/make_gist.ts";
import weights from "../../src/similar/similar_weights.json" with { type: "json" };
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import type { SimilarCases } from "../../src/triage/domain/similar.ts";
import { knownMatters } from "../../src/triage/known_matter.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { sampleCaseId } from "../store/case_samples.ts";

const TELLINGS = [
  "The export of invoices to PDF spins for ever since version 4.2.1. Nothing happens after I press Export.",
  "When I press Export on my invoices the PDF spins for ever. It began with version 4.2.1.",
  "Since 4.2.1 the PDF export of my invoices spins for ever after pressing Export.",
];

Deno.test("who tells of what is known gets a letter that names its number, and a case of their own", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  const catalog = await openCatalog({ path: null, onNotice: () => {} });
  const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
  const options = {
    mode: "off",
    escalate_below: 0.7,
    review_below_margin: 0.1,
    duplicate_window_s: 0,
  } as const;
  // What is alike is the business of others: here all that came before are.
  const similar: SimilarCases = {
    similarTo: () => Promise.resolve([]),
    similarToGist: async () => {
      const all = { type: null, review: null, customer_id: null, since: null };
      const page = { order: "newest", limit: 5, cursor: null } as const;
      const { items } = await store.desk.list(all, page);
      const cases = items.map(({ case_id }) => ({
        case_id,
        probability: 0.95,
        why: [],
        differs: [],
      }));
      return { cases, known: await store.matters.known(cases.map(({ case_id }) => case_id)) };
    },
  };
  const triage = createTriage({
    assessor: localAssessor({
      read: readMessage,
      scorer: createLocalScorer(),
      drafter: createLocalDrafter(),
      makeGist,
      catalog: catalog.current,
      clock,
      options,
    }),
    model: null,
    store,
    similar,
    tellKnown: knownMatters({ matter_probability: 0.9 }),
    catalog: catalog.current,
    clock,
    newCaseId: sampleCaseId,
    options,
  });
  const send = (message: string, customer_id: string) =>
    triage({ customer_id, message, product: "1440 Web Portal" }, new AbortController().signal);

  const [first, second, third] = [
    await send(TELLINGS[0] ?? "", "cust_1"),
    await send(TELLINGS[1] ?? "", "cust_2"),
    await send(TELLINGS[2] ?? "", "cust_3"),
  ];
  assert(!first.answer.customer_response.includes("know of this"));
  for (const [stored, own] of [[second, "BUG-2"], [third, "BUG-3"]] as const) {
    answer.parse(stored.answer);
    assertEquals(Object.keys(stored.answer).length, 4);
    assertMatch(stored.answer.customer_response, /We know of this already: it is BUG-1 with us/);
    assert(stored.answer.customer_response.includes(own), "its own number stays");
    assert(JSON.stringify(stored.answer.response_data).includes(`"${own}"`));
    assertEquals((await store.get(stored.case_id ?? ""))?.answer, stored.answer);
  }
  const matter = await store.matters.ofCase(first.case_id ?? "");
  assertEquals([matter?.cases, matter?.customers, matter?.ticket_id], [3, 3, "BUG-1"]);

  await store.matters.solve(matter?.matter_id ?? "", "anna");
  const later = await send(TELLINGS[0] ?? "", "cust_4");
  assertMatch(later.answer.customer_response, /BUG-1 and took it for solved; .* open again\./);
  assertEquals((await store.matters.ofCase(later.case_id ?? ""))?.solved_at, null);

  const grave = await send(
    "My account was hacked: somebody changed my password and my e-mail address, and the export spins.",
    "cust_5",
  );
  assertEquals(await store.matters.ofCase(grave.case_id ?? ""), null);
  assert(!/BUG-1\b/.test(grave.answer.customer_response));
  catalog.close();
  await store.close();
});

Deno.test("nothing is put together below the probability that the weights give evidence for", () => {
  const least = Number(SETTINGS.matter_probability.default);
  assert(least >= weights.joining_probability, `${least} < ${weights.joining_probability}`);
  assert(weights.left_out.precision >= 0.92);
});

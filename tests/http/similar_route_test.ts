// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { makeGist } from "../../src/similar/make_gist.ts";
import type { Scope } from "../../src/keys/scope.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import { SIMILAR_LIMITS } from "../../src/triage/domain/similar.ts";
import { fakeParts, plainDrafter } from "../fakes.ts";
import { asking, openStoredApp, sending, type StoredApp } from "./stored_app.ts";

/** An app that reads and compares as the service does. */
async function openComparingApp(): Promise<StoredApp> {
  const { catalog, clock, options } = fakeParts();
  const assessor = localAssessor({
    read: readMessage,
    scorer: createLocalScorer(),
    drafter: plainDrafter,
    makeGist,
    catalog,
    clock,
    options,
  });
  return await openStoredApp({ assessor });
}

async function tell({ app }: StoredApp, message: string, product = "Planner") {
  const body = { customer_id: `cust ${message.length}`, message, product };
  const response = await app(sending("/process-customer-message?explain=true", body));
  const { explanation } = await response.json();
  return explanation as {
    readonly case_id: string;
    readonly similar?: readonly { readonly case_id: string; readonly probability: number }[];
  };
}

const FIRST = "The PDF export comes out blank, one empty white page.";
const AGAIN = "I exported my plan as a PDF and the page is empty, blank, just white.";

Deno.test("a new message says which cases probably tell of the same thing, and any case lists them", async () => {
  const opened = await openComparingApp();
  const first = await tell(opened, FIRST);
  assertEquals(first.similar, []);
  await tell(opened, "How do I change the currency of my account?");
  const again = await tell(opened, AGAIN);
  assertEquals(again.similar?.map(({ case_id }) => case_id), [first.case_id]);
  const response = await opened.app(asking(`/cases/${first.case_id}/similar`));
  const { items } = await response.json();
  assertEquals(items.length, 2);
  assertEquals(items[0].case_id, again.case_id);
  assert(items[0].probability > items[1].probability);
  const one = await opened.app(asking(`/cases/${first.case_id}/similar?limit=1`));
  assertEquals((await one.json()).items.length, 1);
  await opened.store.close();
});

Deno.test("a key that may not read cases is told of no other customer's, now and on a replay", async () => {
  const opened = await openComparingApp();
  await tell(opened, FIRST);
  const body = { customer_id: "another", message: AGAIN, product: "Planner" };
  const table: readonly [Scope, boolean][] = [["process", false], ["read", true]];
  for (const [scope, told] of table) {
    const app = opened.as(scope, [scope]);
    const ask = async () => {
      const path = "/process-customer-message?explain=true";
      return await (await app(sending(path, body, { "idempotency-key": `key-of-${scope}` })))
        .json();
    };
    for (const { explanation } of [await ask(), await ask()]) {
      assertEquals([scope, "similar" in explanation], [scope, told]);
    }
  }
  await opened.store.close();
});

Deno.test("what is kept with a case holds no word that another customer alone said", async () => {
  const opened = await openComparingApp();
  const told = "The page crashes when I open the wombat";
  const { case_id: gone } = await tell(opened, told);
  const { case_id } = await tell(opened, "The page crashes when I open the cellar map");
  const shown = async () => await (await opened.app(asking(`/cases/${case_id}`))).text();
  const live = await (await opened.app(asking(`/cases/${case_id}/similar`))).text();
  assertMatch(await shown(), new RegExp(`"${gone}".*"words cellar, map / …"`));
  assertMatch(live, /words cellar, map \/ wombat/);
  assert(!(await shown()).includes("wombat"));
  await opened.store.close();
});

Deno.test("an explanation names few similar cases, a list as many as it may", async () => {
  const opened = await openComparingApp();
  for (let times = 0; times < 12; times++) {
    await tell(opened, `${FIRST} ${"Again. ".repeat(times)}`);
  }
  const { case_id, similar = [] } = await tell(opened, AGAIN);
  assertEquals(similar.length, SIMILAR_LIMITS.explained_cases);
  assert(similar.every(({ probability }) => probability >= SIMILAR_LIMITS.explained_probability));
  const response = await opened.app(asking(`/cases/${case_id}/similar`));
  assertEquals((await response.json()).items.length, SIMILAR_LIMITS.default_cases);
  await opened.store.close();
});

const REFUSED: ReadonlyArray<readonly [path: string, status: number, code: string]> = [
  ["01890000-0000-7000-8000-000000000000/similar", 404, "not_found"],
  ["no-case/similar", 404, "not_found"],
  [`01890000-0000-7000-8000-000000000000/similar?limit=0`, 422, "invalid_request"],
  [
    `01890000-0000-7000-8000-000000000000/similar?limit=${SIMILAR_LIMITS.cases + 1}`,
    422,
    "invalid_request",
  ],
  ["01890000-0000-7000-8000-000000000000/similar?limit=1&limit=2", 422, "invalid_request"],
  ["01890000-0000-7000-8000-000000000000/similar?most=3", 422, "invalid_request"],
];

for (const [path, status, code] of REFUSED) {
  Deno.test(`GET /cases/${path} is refused as ${code}`, async () => {
    const { app, store } = await openStoredApp();
    const response = await app(asking(`/cases/${path}`));
    assertEquals([response.status, (await response.json()).code], [status, code]);
    await store.close();
  });
}

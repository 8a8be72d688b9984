/**
 * What every store must do with gists: find similar cases, forget what is
 * erased, say which cases still lack one.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { makeGist } from "../../src/similar/make_gist.ts";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import type { Gist } from "../../src/triage/domain/gist.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";

const scorer = createLocalScorer();

/** The gist of a message, as the service makes it. */
export function gistFor(message: string, product_name = "Planner"): Gist {
  const document = scorer.read(readMessage(message));
  return makeGist({ document, judgement: scorer.score(document), product_name });
}

const TOLD = [
  "The export to PDF comes out blank, one empty white page.",
  "I exported my plan as a PDF and there is nothing on the page, just white.",
  "Please add a dark theme, my eyes hurt at night.",
  "How do I change the currency of my account?",
];

async function recordTold(
  store: DatabaseStore,
  message: string,
  product = "Planner",
  customer_id = "cust 1",
): Promise<string> {
  const { case_id } = await store.record({
    ...sampleCase({ message, product, customer_id }),
    gist: gistFor(message, product),
  });
  return case_id ?? "";
}

async function recordAll(store: DatabaseStore): Promise<string[]> {
  const ids: string[] = [];
  for (const message of TOLD) ids.push(await recordTold(store, message));
  return ids;
}

function idsOf(found: readonly { readonly case_id: string }[]): string[] {
  return found.map(({ case_id }) => case_id);
}

/** Holds a database to the contract of similar cases. */
export function similarContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: cases that tell of the same thing come first, those of other products never`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const [first = "", second = "", ...others] = await recordAll(store);
      const elsewhere = await recordTold(store, TOLD[0] ?? "", "Other product");
      const found = await store.similar.similarTo(first, 10);
      assertEquals(found[0]?.case_id, second);
      assertEquals(idsOf(found).sort(), [second, ...others].sort());
      assert(found.every(({ probability }) => probability > 0 && probability < 1));
      assert(found[0]?.why.some((text) => text.includes("pdf")), found[0]?.why.join());
      assertEquals(await store.similar.similarTo(elsewhere, 10), []);
      // The spelling of the product's name is no other product.
      const asked = await store.similar.similarToGist(gistFor(TOLD[0] ?? "", " PLANNER "), 1, 0);
      assertEquals(idsOf(asked.cases), [first]);
      assertEquals(asked.known, await store.matters.known([first]));
      await store.close();
    }));

  Deno.test(`${name}: nothing is like what was not understood, unknown or erased`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const [first = ""] = await recordAll(store);
      const wordless = await recordTold(store, "???");
      assertEquals(await store.similar.similarTo(wordless, 10), []);
      const unread = await store.record(sampleCase({ message: TOLD[0] ?? "" }));
      assertEquals(await store.similar.similarTo(unread.case_id ?? "", 10), []);
      const second = await recordTold(store, TOLD[1] ?? "", "Planner", "cust 2");
      assert(idsOf(await store.similar.similarTo(first, 10)).includes(second));
      await store.desk.eraseCustomer("cust 2");
      assert(!idsOf(await store.similar.similarTo(first, 10)).includes(second));
      for (const id of [second, "00000000-0000-7000-8000-000000000000"]) {
        const failure = await assertRejects(() => store.similar.similarTo(id, 10), Failure);
        assertEquals(failure.code, "not_found");
      }
      await store.close();
    }));

  Deno.test(`${name}: what another process erased is not given any more, however lately it was read`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const other = backend.shared ? await database.open() : store;
      const [first = ""] = await recordAll(store);
      const second = await recordTold(store, TOLD[1] ?? "", "Planner", "cust 2");
      const looks = async () => {
        const { cases, known } = await other.similar.similarToGist(gistFor(TOLD[0] ?? ""), 10, 0);
        assertEquals(idsOf(known), idsOf(cases));
        return [idsOf(cases), idsOf(await other.similar.similarTo(first, 10))];
      };
      for (const found of await looks()) assert(found.includes(second));
      await store.desk.eraseCustomer("cust 2");
      for (const found of await looks()) assert(found.length > 0 && !found.includes(second));
      await other.close();
      if (backend.shared) await store.close();
    }));

  Deno.test(`${name}: cases without a gist are found, and kept gists are as good as new ones`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const ids: string[] = [];
      for (const message of TOLD) {
        ids.push((await store.record(sampleCase({ message, customer_id: "old" }))).case_id ?? "");
      }
      await recordTold(store, "The calendar shows the wrong week.");
      const { cases, erased, reached } = await store.gists.unread(null);
      assertEquals(idsOf(cases), ids.toReversed());
      assertEquals([erased, reached], [[], null]);
      for (const { case_id, request } of cases) {
        await store.gists.keep(case_id, gistFor(request.message, request.product));
        // Twice does no harm: two instances may read the same case.
        await store.gists.keep(case_id, gistFor(request.message, request.product));
      }
      assertEquals((await store.gists.unread(null)).cases, []);
      assertEquals((await store.similar.similarTo(ids[0] ?? "", 1))[0]?.case_id, ids[1]);
      await store.desk.eraseCustomer("old");
      // Read before it was erased, kept after.
      await store.gists.keep(ids[1] ?? "", gistFor(TOLD[1] ?? ""));
      const left = await store.similar.similarToGist(gistFor(TOLD[0] ?? ""), 10, 0);
      assert(!idsOf(left.cases).some((id) => ids.includes(id)));
      await store.close();
    }));
}

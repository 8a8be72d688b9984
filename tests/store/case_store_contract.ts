/**
 * What every store must do, whatever database it is in.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import type { NewCase, StoredCase } from "../../src/triage/domain/case.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase, type SampleOptions } from "./case_samples.ts";
import { deskContract } from "./desk_contract.ts";
import { idempotencyContract } from "./idempotency_contract.ts";
import { mattersContract } from "./matters_contract.ts";
import { outboxContract } from "./outbox_contract.ts";
import { similarContract } from "./similar_contract.ts";
import { risingContract } from "./rising_contract.ts";
import { statisticsContract } from "./statistics_contract.ts";
import { upkeepContract } from "./upkeep_contract.ts";

const MINUTE_MS = 60_000;

/** Holds a database to the whole contract. */
export function caseStoreContract(backend: Backend): void {
  recordContract(backend);
  repeatContract(backend);
  schemaContract(backend);
  idempotencyContract(backend);
  deskContract(backend);
  outboxContract(backend);
  mattersContract(backend);
  risingContract(backend);
  upkeepContract(backend);
  statisticsContract(backend);
  similarContract(backend);
}

/** The id of the ticket or requirement in an answer. */
export function ticketOf({ answer }: StoredCase): string | null {
  switch (answer.message_type) {
    case "bug_report":
      return answer.response_data.ticket.id;
    case "feature_request":
      return answer.response_data.product_requirement.id;
    case "general_inquiry":
      return null;
  }
}

function recordContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: ticket ids count up, per kind, and go on after a restart`, () =>
    onEmpty(backend, async (database) => {
      const ids: (string | null)[] = [];
      for (let start = 0; start < 2; start++) {
        const store = await database.open();
        const stored = await Promise.all([
          store.record(sampleCase()),
          store.record(sampleCase({ intent: "general_inquiry" })),
          store.record(sampleCase({ intent: "feature_request" })),
          store.record(sampleCase()),
        ]);
        ids.push(...stored.map(ticketOf));
        await store.close();
      }
      const after = backend.durable
        ? ["BUG-3", null, "FR-2", "BUG-4"]
        : ["BUG-1", null, "FR-1", "BUG-2"];
      assertEquals(ids, ["BUG-1", null, "FR-1", "BUG-2", ...after]);
    }));

  Deno.test(`${name}: one bad case does not fail its neighbours`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const twice = sampleCase();
      const throwing = {
        ...sampleCase(),
        reply: null as unknown as NewCase["reply"],
      };
      const results = await Promise.allSettled(
        [sampleCase(), throwing, twice, twice, sampleCase()].map((each) => store.record(each)),
      );
      assertEquals(
        results.map((result) => result.status === "fulfilled"),
        [true, false, true, false, true],
      );
      const [, bad, , again] = results;
      assertEquals(bad?.status === "rejected" && !(bad.reason instanceof Failure), true);
      assertEquals(again?.status === "rejected" && again.reason instanceof Failure, false);
      for (const result of results) {
        if (result.status === "rejected") continue;
        assertEquals(await store.get(result.value.case_id ?? ""), result.value);
      }
      await store.close();
    }));

  Deno.test(`${name}: whatever text a case holds comes back as it was`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const text = fc.string({ unit: "binary", minLength: 1, maxLength: 200 })
        .filter((value) => !value.includes("\0") && value.isWellFormed());
      await fc.assert(
        fc.asyncProperty(text, text, text, async (customer_id, message, product) => {
          const stored = await store.record(sampleCase({ customer_id, message, product }));
          assertEquals(stored.request, { customer_id, message, product });
          assertEquals(await store.get(stored.case_id ?? ""), stored);
        }),
        { numRuns: 30 },
      );
      assertEquals(await store.get("unknown"), null);
      await store.close();
    }));

  Deno.test(`${name}: a queue that is full refuses, and closing finishes what was taken`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open({ batch_cases: 2, queue_cases: 3 });
      const results = Promise.allSettled(
        Array.from({ length: 5 }, () => store.record(sampleCase())),
      );
      await store.close();
      assertEquals(
        (await results).map((each) => each.status === "fulfilled" || each.reason.code),
        [true, true, true, "overloaded", "overloaded"],
      );
      await assertRejects(() => store.record(sampleCase()), Failure, "shutting down");
    }));
}

function repeatContract(backend: Backend): void {
  const { name } = backend;
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 10, minutes));
  const sent = (minutes: number, options: SampleOptions = {}) =>
    sampleCase({
      identity: "same",
      created_at: at(minutes),
      repeats_since: new Date(at(minutes).getTime() - 10 * MINUTE_MS),
      ...options,
    });

  Deno.test(`${name}: a repeat gets the same case within the window, and only then`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const first = await store.record(sent(0));
      assertEquals(await store.record(sent(9)), first);
      assertEquals(await store.findRepeat("same", at(-1)), first);
      assertEquals(await store.findRepeat("same", at(0)), null);
      assertEquals(await store.findRepeat("other", at(-1)), null);
      assertEquals(ticketOf(await store.record(sent(10))), "BUG-2");
      assertEquals(ticketOf(await store.record(sent(11, { identity: "other" }))), "BUG-3");
      assertEquals(ticketOf(await store.record(sent(12, { repeats_since: null }))), "BUG-4");
      await store.close();
    }));

  Deno.test(`${name}: repeats that come together get one case`, () =>
    onEmpty(backend, async (database) => {
      const stores = [await database.open()];
      if (backend.shared) stores.push(await database.open(), await database.open());
      const stored = await Promise.all(
        Array.from(
          { length: 30 },
          (_, index) =>
            stores[index % stores.length]?.record(sent(0, { identity: `of ${index % 2}` })),
        ),
      );
      assertEquals(new Set(stored.map((each) => each?.case_id)).size, 2);
      assertEquals(new Set(stored.map((each) => each && ticketOf(each))).size, 2);
      for (const store of stores) await store.close();
    }));
}

function schemaContract(backend: Backend): void {
  const { name } = backend;
  if (!backend.durable) return;

  Deno.test(`${name}: a schema that is too new is refused, one that still serves is not`, () =>
    onEmpty(backend, async (database) => {
      await (await database.open()).close();
      await database.run("INSERT INTO migrations VALUES (98, 'soon', 1)");
      await (await database.open()).close();
      await database.run("INSERT INTO migrations VALUES (99, 'later', 98)");
      await assertRejects(() => database.open(), Error, "serves programs from schema 98 on");
    }));

  if (!backend.shared) return;
  Deno.test(`${name}: instances that start together apply each migration once`, () =>
    onEmpty(backend, async (database) => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
      const stored = await Promise.all(stores.map((store) => store.record(sampleCase())));
      assertEquals(stored.map(ticketOf).sort(), ["BUG-1", "BUG-2", "BUG-3", "BUG-4"]);
      for (const store of stores) await store.close();
    }));
}

/**
 * What every store must do with idempotency keys.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { Failure } from "../../src/triage/domain/failure.ts";
import { type KeyClaim, renderBody } from "../../src/triage/domain/case.ts";
import type { IdempotencyLedger, KeyedRequest } from "../../src/triage/domain/idempotency.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";

const HOUR_MS = 3_600_000;
const REQUEST: KeyedRequest = { scope: "anna", key: "k-1", fingerprint: "body 1" };

/** Claims a key, which must be free. */
export async function claimKey(
  ledger: IdempotencyLedger,
  request: KeyedRequest = REQUEST,
): Promise<KeyClaim> {
  const begun = await ledger.begin(request);
  assert(begun.kind === "claimed", "the key is not free");
  return {
    ...request,
    holder: begun.holder,
    explain: true,
    reads_cases: true,
  };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await assertRejects(() => promise, Failure)).code;
}

/** Holds a database to the contract of idempotency keys. */
export function idempotencyContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: a key is answered once and then replayed byte by byte, for its owner`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { idempotency } = store;
      const claim = await claimKey(idempotency);
      assertEquals(await codeOf(idempotency.begin(REQUEST)), "idempotency_in_flight");
      const other = { ...REQUEST, fingerprint: "body 2" };
      assertEquals(await codeOf(idempotency.begin(other)), "idempotency_key_reused");

      const stored = await store.record(sampleCase({ claim }));
      assertEquals(await codeOf(idempotency.begin(other)), "idempotency_key_reused");
      const replay = {
        case_id: stored.case_id ?? "",
        body: renderBody(stored, { explain: true, reads_cases: true }),
      };
      assertEquals(await idempotency.begin(REQUEST), { kind: "replay", replay });
      await claimKey(idempotency, { ...REQUEST, scope: "ben" });
      await store.close();
    }));

  if (backend.durable) {
    Deno.test(`${name}: an answer is replayed after a restart, and a claim still held`, () =>
      onEmpty(backend, async (database) => {
        const before = await database.open();
        const claim = await claimKey(before.idempotency);
        const stored = await before.record(sampleCase({ claim }));
        const running = { ...REQUEST, key: "k-2" };
        await claimKey(before.idempotency, running);
        await before.close();
        const store = await database.open();
        const replay = {
          case_id: stored.case_id ?? "",
          body: renderBody(stored, { explain: true, reads_cases: true }),
        };
        assertEquals(await store.idempotency.begin(REQUEST), { kind: "replay", replay });
        assertEquals(await codeOf(store.idempotency.begin(running)), "idempotency_in_flight");
        await store.close();
      }));
  }

  Deno.test(`${name}: keys that come together are claimed once each`, () =>
    onEmpty(backend, async (database) => {
      const stores = [await database.open()];
      if (backend.shared) stores.push(await database.open());
      const begun = await Promise.allSettled(
        Array.from({ length: 40 }, (_, index) =>
          stores[index % stores.length]?.idempotency.begin({
            ...REQUEST,
            key: `k-${index % 7}`,
          })),
      );
      assertEquals(begun.filter((each) => each.status === "fulfilled").length, 7);
      for (const each of begun) {
        if (each.status === "rejected") assertEquals(each.reason.code, "idempotency_in_flight");
      }
      for (const store of stores) await store.close();
    }));

  Deno.test(`${name}: a key given back is free, one whose holder crashed lapses`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const store = await database.open({ now: () => new Date(now), claim_ms: 30_000 });
      const { idempotency } = store;
      await idempotency.abandon(await claimKey(idempotency));
      const crashed = await claimKey(idempotency);
      now += 29_999;
      assertEquals(await codeOf(idempotency.begin(REQUEST)), "idempotency_in_flight");
      now += 1;
      const heir = await claimKey(idempotency);

      // The first holder was only slow: it may no longer store anything, nor give the key back.
      const late = sampleCase({ claim: crashed });
      assertEquals(await codeOf(store.record(late)), "idempotency_in_flight");
      assertEquals(await store.get(late.case_id), null);
      await idempotency.abandon(crashed);
      const stored = await store.record(sampleCase({ claim: heir }));
      await idempotency.abandon(heir);
      const again = await idempotency.begin(REQUEST);
      assertEquals(again.kind === "replay" && again.replay.case_id, stored.case_id);
      await store.close();
    }));

  Deno.test(`${name}: an answer is kept for 24 hours and swept after`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const store = await database.open({ now: () => new Date(now) });
      await store.record(sampleCase({ claim: await claimKey(store.idempotency) }));
      now += 24 * HOUR_MS - 1;
      assertEquals((await store.sweep()).keys, 0);
      assertEquals((await store.idempotency.begin(REQUEST)).kind, "replay");
      now += 1;
      assertEquals((await store.sweep()).keys, 1);
      await store.record(sampleCase({ claim: await claimKey(store.idempotency) }));
      now += 24 * HOUR_MS;
      await claimKey(store.idempotency);
      await store.close();
    }));

  Deno.test(`${name}: a case whose body cannot be rendered is not stored`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const claim = await claimKey(store.idempotency);
      const newCase = { ...sampleCase({ claim }), confidence: 1n as unknown as number };
      await assertRejects(() => store.record(newCase), TypeError, "BigInt");
      assertEquals(await store.get(newCase.case_id), null);
      await store.record(sampleCase({ claim }));
      await store.close();
    }));
}

/**
 * What every store must do now and then.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { type Backend, onEmpty, type TestDatabase } from "./backend.ts";
import { sampleCase, sampleCaseId } from "./case_samples.ts";

const DAY_MS = 86_400_000;

/** Makes a database one of before the latest migration. */
async function takeLatestMigrationBack(database: TestDatabase): Promise<void> {
  await database.run("DROP TABLE quotes_of_others");
  await database.run(
    "DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)",
  );
}

/** Holds a database to the contract of upkeep. */
export function upkeepContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: texts older than the retention are erased, settled events are dropped`, () =>
    onEmpty(backend, async (database) => {
      const start = Date.UTC(2026, 2, 2);
      let now = start;
      const store = await database.open({
        now: () => new Date(now),
        retention_days: 10,
        events: true,
      });
      const old = await store.record(sampleCase({ created_at: new Date(now) }));
      for (const { event_id } of await store.outbox.take(10, 1_000)) {
        await store.outbox.delivered(event_id);
      }
      now += 10 * DAY_MS;
      const young = await store.record(sampleCase({ created_at: new Date(now) }));
      assertEquals(await store.sweep(), { keys: 0, events: 0, cases: 0, explanations: 0 });
      now += 1;
      const swept = await Promise.all([store.sweep(), store.sweep()]);
      assertEquals(swept.reduce((sum, { cases }) => sum + cases, 0), 1);
      assertEquals((await store.desk.read(old.case_id ?? "")).request, null);
      assertEquals((await store.desk.read(young.case_id ?? "")).request, young.request);
      now = start + 50 * DAY_MS;
      const { events, cases } = await store.sweep();
      // The other event still waits for its receiver, however old it is.
      assertEquals({ events, cases }, { events: 1, cases: 1 });
      assertEquals((await store.outbox.backlog()).waiting, 1);
      await store.close();
    }));

  if (!backend.durable) return;
  Deno.test(`${name}: ready() says whether a write could be taken`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      assertEquals(await store.ready(), true);
      await database.run("ALTER TABLE readiness RENAME TO gone");
      assertEquals(await store.ready(), false);
      await store.close();
    }));

  Deno.test(`${name}: what explanations of before quoted of others is gone, what is new stays`, () =>
    onEmpty(backend, async (database) => {
      const similar = [{
        case_id: sampleCaseId(),
        probability: 0.6,
        why: ["words heron"],
        differs: ["words map / walrus"],
      }];
      const before = await database.open();
      // More than one stretch.
      const old = await Promise.all(
        Array.from({ length: 150 }, () => before.record(sampleCase({ similar }))),
      );
      const alone = await before.record(sampleCase());
      assertEquals((await before.sweep()).explanations, 0);
      await before.close();
      await takeLatestMigrationBack(database);
      // Until an hour after the upgrade a program of before may still store such cases.
      let now = Date.now();
      const upgraded = await database.open({ now: () => new Date(now) });
      assertEquals((await upgraded.sweep()).explanations, 150);
      for (const { case_id, explanation } of old.slice(-2)) {
        const { similar: _gone, ...rest } = explanation;
        assertEquals((await upgraded.desk.read(case_id ?? "")).explanation, rest);
      }
      assertEquals(await upgraded.get(alone.case_id ?? ""), alone);
      const late = await upgraded.record(sampleCase({ similar, created_at: new Date(now) }));
      assertEquals((await upgraded.sweep()).explanations, 1);
      assertEquals((await upgraded.get(late.case_id ?? ""))?.explanation.similar, undefined);
      now += 2 * 3_600_000;
      const fresh = await upgraded.record(sampleCase({ similar, created_at: new Date(now) }));
      assertEquals((await upgraded.sweep()).explanations, 0);
      await upgraded.close();
      const after = await database.open();
      assertEquals((await after.sweep()).explanations, 0);
      assertEquals(await after.get(fresh.case_id ?? ""), fresh);
      await after.close();
    }));
}

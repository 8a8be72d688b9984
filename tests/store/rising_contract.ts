/**
 * What every store must do for what rises: count each customer once an hour,
 * and tell of a rise once.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { watchRising } from "../../src/matters/rising_watch.ts";
import type { RisingThing } from "../../src/triage/domain/rising.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 2, 2);

const at = (hours: number) => new Date(START + hours * HOUR_MS);

/** Holds a database to the contract of what rises. */
export function risingContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: a customer counts once an hour for each thing, erased or not`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open({ now: () => at(10) });
      const first = sampleCase({ created_at: at(1) });
      const joins = { case_id: first.case_id, probability: 0.95 };
      const others = [
        sampleCase({ created_at: at(1.2) }),
        sampleCase({ created_at: at(1.4), customer_id: "cust_2" }),
        sampleCase({ created_at: at(2.1) }),
      ];
      await store.record(first);
      for (const each of others) await store.record({ ...each, joins });
      const question = { intent: "general_inquiry", created_at: at(2.5) } as const;
      await store.record(sampleCase({ ...question, customer_id: "cust_3" }));
      const matter_id = (await store.matters.ofCase(first.case_id))?.matter_id ?? "";
      const thing = { matter_id, component: "Export" };
      assertEquals(await store.rising.arrivals(START + HOUR_MS), [
        { at: START + HOUR_MS, ...thing },
        { at: START + 1.4 * HOUR_MS, ...thing },
        { at: START + 2.1 * HOUR_MS, ...thing },
        { at: START + 2.5 * HOUR_MS, matter_id: null, component: null },
      ]);
      const counted = async () =>
        (await store.rising.counted(START, START + DAY_MS)).toSorted((a, b) =>
          a.hour - b.hour || b.reports - a.reports ||
          (a.component ?? "").length - (b.component ?? "").length
        );
      const hour = START / HOUR_MS;
      assertEquals(await counted(), [
        { hour: hour + 1, ...thing, reports: 2 },
        { hour: hour + 2, matter_id: null, component: null, reports: 1 },
        { hour: hour + 2, ...thing, reports: 1 },
      ]);
      await store.desk.eraseCustomer("cust_2");
      assertEquals((await counted())[0]?.reports, 2);
      await store.close();
    }));

  Deno.test(`${name}: a rise is told once, whoever finds it, and again only when it begins anew`, () =>
    onEmpty(backend, async (database) => {
      let now = at(10);
      const store = await database.open({ now: () => now, events: true });
      const rise = (onset: number): RisingThing => ({
        kind: "component",
        name: "Export",
        onset: START + onset * HOUR_MS,
        reports: 6,
        expected: 0.25,
        probability: 1e-8,
      });
      await store.rising.note([rise(9.5)], []);
      await store.rising.note([rise(9.4)], []);
      const [told, ...more] = await store.rising.rising();
      assertEquals([told?.name, told?.onset, told?.found_at, told?.ticket_id, more.length], [
        "Export",
        START + 9.5 * HOUR_MS,
        now.getTime(),
        null,
        0,
      ]);
      now = at(14);
      await store.rising.note([], [{ kind: "component", name: "Export" }]);
      assertEquals(await store.rising.rising(), []);
      assertEquals(await store.rising.ended(START), [
        { kind: "component", name: "Export", ended_at: now.getTime() },
      ]);
      await store.rising.note([rise(13)], []);
      assertEquals(await store.rising.rising(), [], "its reports were told of already");
      await store.rising.note([rise(15)], []);
      const events = await store.outbox.take(10, 1_000);
      const payloads = events.map(({ payload }) => JSON.parse(payload));
      assertEquals(payloads.map(({ type, data }) => [type, data.component, data.onset]), [
        ["matter.rising", "Export", "2026-03-02T09:30:00.000Z"],
        ["matter.rising", "Export", "2026-03-02T15:00:00.000Z"],
      ]);
      assertEquals(payloads[0].data.rising_id, told?.rising_id);
      assertEquals(events[0]?.event_id.startsWith("matter_rising_"), true);
      await store.close();
    }));

  Deno.test(`${name}: the watch finds an outbreak in what was stored, and tells of its end`, () =>
    onEmpty(backend, async (database) => {
      let now = at(0);
      const store = await database.open({ now: () => now, events: true });
      let ready = false;
      const look = watchRising({
        rising: store.rising,
        ready: () => ready,
        catchAll: () => new Set(),
        now: () => now,
      });
      // Two weeks of twelve questions a day, and a few reports of another part.
      for (let hour = 0; hour < 14 * 24; hour += 2) {
        const from = { created_at: at(hour), customer_id: `customer_${hour}` };
        await store.record(sampleCase({ ...from, intent: "general_inquiry" }));
      }
      const began = 14 * 24 + 9;
      const reports = Array.from(
        { length: 6 },
        (_, report) =>
          sampleCase({ created_at: at(began + report / 12), customer_id: `outbreak_${report}` }),
      );
      const [first, ...rest] = reports;
      await store.record(first ?? sampleCase());
      for (const each of rest) {
        await store.record({
          ...each,
          joins: { case_id: first?.case_id ?? "", probability: 0.95 },
        });
      }
      now = at(began + 0.5);
      assertEquals(await look(), 1_000, "it waits until matters are built");
      assertEquals(await store.rising.rising(), []);
      ready = true;
      assertEquals(await look(), 60_000);
      await look();
      const told = await store.rising.rising();
      assertEquals(told.map(({ kind, ticket_id, reports }) => [kind, ticket_id, reports]), [
        ["matter", "BUG-1", 6],
      ]);
      now = at(began + 4);
      await look();
      assertEquals(await store.rising.rising(), []);
      await look();
      const events = await store.outbox.take(1_000, 1_000);
      const types = events.map(({ payload }) => JSON.parse(payload).type);
      assertEquals(types.filter((type) => type === "matter.rising").length, 1);
      await store.close();
    }));
}

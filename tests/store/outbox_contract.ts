/**
 * What every store must do with events.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import type { NewCase } from "../../src/triage/domain/case.ts";
import type { EventPayload } from "../../src/triage/domain/outbox_event.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";

/** Holds a database to the contract of the outbox. */
export function outboxContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: events are written with what they tell of, and without any text`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open({ events: true });
      const { case_id } = await store.record(sampleCase({ review: true, message: "secret words" }));
      const id = case_id ?? "";
      await assertRejects(() =>
        store.record({
          ...sampleCase(),
          reply: null as unknown as NewCase["reply"],
        })
      );
      await store.desk.correct(id, { message_type: "feature_request", note: "secret" }, "anna");
      await store.desk.correct(id, { message_type: "bug_report" }, "anna");
      const events = await store.outbox.take(10, 1_000);
      assertEquals(events.map(({ event_id }) => event_id).sort(), [
        `case_corrected_${id}_1`,
        `case_corrected_${id}_2`,
        `case_created_${id}_1`,
        `case_review_needed_${id}_1`,
      ]);
      const payloads = events.map(({ payload }) => JSON.parse(payload) as EventPayload)
        .filter((payload) => payload.type !== "matter.rising");
      const created = payloads.find(({ type }) => type === "case.created");
      assertEquals(created?.data, {
        case_id: id,
        ticket_id: "BUG-1",
        message_type: "bug_report",
        confidence_score: 0.9,
        review: "needed",
      });
      const needed = payloads.find(({ type }) => type === "case.review_needed");
      assertEquals(needed?.data.reasons, ["low_margin"]);
      assertEquals(payloads.some((payload) => JSON.stringify(payload).includes("secret")), false);
      await store.close();
    }));

  Deno.test(`${name}: without a receiver no events are kept`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { case_id } = await store.record(sampleCase({ review: true }));
      await store.desk.correct(case_id ?? "", {}, "anna");
      assertEquals(await store.outbox.backlog(), { waiting: 0, dead: 0, oldest: null });
      await store.close();
    }));

  Deno.test(`${name}: an event is one taker's until its lease ends, and again until it is settled`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const options = { events: true, now: () => new Date(now) };
      const store = await database.open(options);
      const other = backend.shared ? await database.open(options) : store;
      for (let count = 0; count < 20; count++) await store.record(sampleCase());
      const taken = await Promise.all([
        store.outbox.take(15, 1_000),
        other.outbox.take(15, 1_000),
        store.outbox.take(15, 1_000),
      ]);
      const ids = taken.flat().map(({ event_id }) => event_id);
      assertEquals(new Set(ids).size, ids.length);
      assertEquals(ids.length, 20);
      const [first = "", second = "", third = ""] = ids;
      await store.outbox.delivered(first);
      await store.outbox.failed(second, "answered 500", new Date(now + 5_000));
      await store.outbox.failed(third, "answered 410", null);
      now += 1_000;
      const again = await store.outbox.take(100, 1_000);
      assertEquals(again.length, 17);
      assertEquals(new Set(again.map(({ attempts }) => attempts)), new Set([2]));
      for (const { event_id } of again) await store.outbox.delivered(event_id);
      now += 4_000;
      assertEquals((await store.outbox.take(100, 1)).map(({ event_id }) => event_id), [second]);
      const backlog = await store.outbox.backlog();
      assertEquals(backlog, { waiting: 1, dead: 1, oldest: new Date(now - 5_000) });
      // What was delivered stays so, also when a slow attempt says otherwise later.
      await store.outbox.failed(first, "too late", new Date(now));
      await store.outbox.delivered(second);
      assertEquals((await store.outbox.backlog()).waiting, 0);
      if (other !== store) await other.close();
      await store.close();
    }));
}

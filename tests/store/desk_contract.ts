/**
 * What every store must do for the people who look at cases.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import type { CaseFilter, CaseOrder } from "../../src/triage/domain/desk.ts";
import type { ReviewReason } from "../../src/triage/domain/review.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";
import { claimKey } from "./idempotency_contract.ts";

const ALL: CaseFilter = { type: null, review: null, customer_id: null, since: null };
const HOUR_MS = 3_600_000;

async function pages(
  { desk }: DatabaseStore,
  filter: Partial<CaseFilter>,
  limit: number,
  order: CaseOrder = "newest",
): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = await desk.list({ ...ALL, ...filter }, { order, limit, cursor });
    found.push(page.items.map((item) => item.case_id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return found;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await assertRejects(() => promise, Failure)).code;
}

/** Holds a database to the contract of the desk. */
export function deskContract(backend: Backend): void {
  listContract(backend);
  reviewContract(backend);
  freshAnswerContract(backend);
  erasureContract(backend);
}

function listContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: list() pages through what the filters let through, newest first`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const noon = new Date("2026-03-02T12:00:00Z");
      const cases = [
        sampleCase({ customer_id: "a", confidence: 0.5, review: true }),
        sampleCase({ customer_id: "b ", intent: "feature_request" }),
        sampleCase({ customer_id: "a", intent: "general_inquiry", created_at: noon }),
        sampleCase({ customer_id: "a", confidence: 0.4, review: true, created_at: noon }),
        sampleCase({ customer_id: "c", confidence: 0.5, review: true }),
      ];
      for (const each of cases) await store.record(each);
      const [id0, id1, id2, id3, id4] = cases.map((each) => each.case_id);
      const table: [Partial<CaseFilter>, (string | undefined)[][]][] = [
        [{}, [[id4, id3], [id2, id1], [id0]]],
        [{ type: "bug_report" }, [[id4, id3], [id0]]],
        [{ review: "needed" }, [[id4, id3], [id0]]],
        [{ review: "done" }, [[]]],
        [{ customer_id: "a" }, [[id3, id2], [id0]]],
        [{ customer_id: "b" }, [[id1]]],
        [{ since: noon }, [[id3, id2]]],
        [{ since: noon, customer_id: "a", type: "general_inquiry" }, [[id2]]],
      ];
      assertEquals(await store.desk.neighbours(id1 ?? ""), {
        older: id0 ?? null,
        newer: id2 ?? null,
      });
      assertEquals((await store.desk.neighbours(id4 ?? "")).newer, null);
      for (const [filter, expected] of table) {
        assertEquals(await pages(store, filter, 2), expected as string[][]);
        const counted = await store.desk.count({ ...ALL, ...filter });
        assertEquals(counted, expected.flat().length);
      }
      assertEquals(
        await pages(store, { review: "needed" }, 2, "least_certain"),
        [[id3, id0], [id4]] as string[][],
      );
      await store.close();
    }));

  Deno.test(`${name}: the queue has the gravest first, of these the oldest, and is narrowed to a reason`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const reasons: ReviewReason[][] = [
        ["low_margin"],
        ["low_margin", "account_security"],
        ["person_requested"],
        ["account_security"],
        ["low_margin"],
      ];
      const cases = reasons.map((each) => sampleCase({ review: true, reasons: each }));
      for (const each of cases) await store.record(each);
      const [id0, id1, id2, id3, id4] = cases.map((each) => each.case_id);
      const needed = { review: "needed" } as const;
      assertEquals(
        await pages(store, needed, 2, "gravest"),
        [[id1, id3], [id2, id0], [id4]] as string[][],
      );
      assertEquals(
        await pages(store, { ...needed, reason: "low_margin" }, 2, "gravest"),
        [[id1, id0], [id4]] as string[][],
      );
      await store.close();
    }));

  Deno.test(`${name}: a cursor stays right while cases come in, and a made-up one is refused`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const cases = Array.from({ length: 4 }, () => sampleCase());
      for (const each of cases) await store.record(each);
      const page = { order: "newest", limit: 2 } as const;
      const first = await store.desk.list(ALL, { ...page, cursor: null });
      await store.record(sampleCase());
      const second = await store.desk.list(ALL, { ...page, cursor: first.next_cursor });
      assertEquals(
        [...first.items, ...second.items].map((item) => item.case_id),
        cases.map((each) => each.case_id).reverse(),
      );
      const strange = ["", "x", "%", btoa("n 1 x"), btoa("n 1 ' OR 1=1 --"), "é"];
      for (const cursor of strange) {
        assertEquals(await codeOf(store.desk.list(ALL, { ...page, cursor })), "invalid_request");
      }
      const otherOrder = store.desk.list(ALL, {
        order: "least_certain",
        limit: 2,
        cursor: first.next_cursor,
      });
      assertEquals(await codeOf(otherOrder), "invalid_request");
      await store.close();
    }));
}

function reviewContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: of two people claiming a case one wins`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const options = { now: () => new Date(now) };
      const store = await database.open(options);
      const other = backend.shared ? await database.open(options) : store;
      const { case_id } = await store.record(sampleCase({ review: true }));
      const id = case_id ?? "";
      const claims = await Promise.allSettled([
        store.desk.claim(id, "anna"),
        other.desk.claim(id, "ben"),
      ]);
      assertEquals(claims.map((each) => each.status).sort(), ["fulfilled", "rejected"]);
      const record = await store.desk.read(id);
      assertEquals(record.review, "in_review");
      assertEquals(record.claimed_by, claims[0]?.status === "fulfilled" ? "anna" : "ben");
      assertEquals(record.claimed_at, new Date(now));
      assertEquals(await codeOf(store.desk.claim(id, "carl")), "case_conflict");
      assertEquals(await codeOf(store.desk.correct(id, {}, "carl")), "case_conflict");
      now += HOUR_MS;
      assertEquals((await store.desk.claim(id, "carl")).claimed_by, "carl");
      if (other !== store) await other.close();
      await store.close();
    }));

  Deno.test(`${name}: only legal review moves are made`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { desk } = store;
      const needed = (await store.record(sampleCase({ review: true }))).case_id ?? "";
      const none = (await store.record(sampleCase())).case_id ?? "";
      assertEquals(await codeOf(desk.claim(none, "anna")), "case_conflict");
      assertEquals(await codeOf(desk.claim("unknown", "anna")), "not_found");
      assertEquals(await codeOf(desk.correct("unknown", {}, "anna")), "not_found");
      assertEquals(await codeOf(desk.read("unknown")), "not_found");
      await desk.claim(needed, "anna");
      assertEquals((await desk.correct(needed, {}, "anna")).review, "done");
      assertEquals(await codeOf(desk.claim(needed, "anna")), "case_conflict");
      assertEquals((await desk.correct(none, { note: "right" }, "ben")).review, "done");
      await store.close();
    }));

  Deno.test(`${name}: a case is somebody's, then nobody's, and lists are narrowed by that`, () =>
    onEmpty(backend, async (database) => {
      const now = new Date("2026-03-02T10:00:00Z");
      const store = await database.open({ now: () => now });
      const ids: string[] = [];
      for (let at = 0; at < 3; at++) {
        ids.push(
          (await store.record(sampleCase({ review: true, customer_id: "a" }))).case_id ?? "",
        );
      }
      const [id0 = "", id1 = "", id2 = ""] = ids;
      const given = await store.desk.assign(id0, " anna ");
      assertEquals([given.assigned_to, given.assigned_at, given.review], ["anna", now, "needed"]);
      await store.desk.assign(id1, "ben");
      assertEquals(await pages(store, { assigned_to: "anna" }, 5), [[id0]]);
      assertEquals(await pages(store, { open_to: "anna" }, 5), [[id2, id0]]);
      assertEquals(await store.desk.count({ ...ALL, review: "needed", open_to: "carl" }), 1);
      // Others may still take it: whoever looks first.
      assertEquals((await store.desk.claim(id1, "anna")).assigned_to, "ben");
      const freed = await store.desk.assign(id1, null);
      assertEquals([freed.assigned_to, freed.assigned_at], [null, null]);
      assertEquals(await codeOf(store.desk.assign("unknown", "anna")), "not_found");
      await store.desk.eraseCustomer("a");
      assertEquals(await codeOf(store.desk.assign(id0, "ben")), "case_conflict");
      await store.close();
    }));

  Deno.test(`${name}: a correction keeps the first verdict beside the person's`, () =>
    onEmpty(backend, async (database) => {
      const now = new Date("2026-03-02T10:00:00Z");
      const store = await database.open({ now: () => now });
      const first = { message_type: "bug_report", inquiry_category: null } as const;
      const stored = await store.record(sampleCase());
      const id = stored.case_id ?? "";
      const badCategory = { inquiry_category: "Billing" } as const;
      assertEquals(await codeOf(store.desk.correct(id, badCategory, "anna")), "invalid_request");
      assertEquals((await store.desk.read(id)).corrections, []);

      const inquiry = { message_type: "general_inquiry", inquiry_category: "Billing" } as const;
      await store.desk.correct(id, { ...inquiry, note: "about money" }, "anna");
      const record = await store.desk.correct(id, { message_type: "feature_request" }, "ben");
      assertEquals(record.message_type, "feature_request");
      assertEquals(record.inquiry_category, null);
      assertEquals(record.answer, stored.answer);
      assertEquals(record.corrections, [
        {
          ...inquiry,
          note: "about money",
          corrected_by: "anna",
          corrected_at: now,
          first,
          replaced_answer: null,
        },
        {
          message_type: "feature_request",
          inquiry_category: null,
          note: null,
          corrected_by: "ben",
          corrected_at: now,
          first,
          replaced_answer: null,
        },
      ]);
      assertEquals(await pages(store, { type: "feature_request", review: "done" }, 5), [[id]]);

      const rows = await Array.fromAsync(store.correctedRows());
      assertEquals(rows.map(({ label, first, text }) => ({ label, first, text })), [
        { label: "feature_request", first: "bug_report", text: stored.request.message },
      ]);
      await store.close();
    }));
}

function freshAnswerContract(backend: Backend): void {
  const { name } = backend;
  const WISH = sampleCase({ intent: "feature_request" }).reply;
  const BUG = sampleCase().reply;

  Deno.test(`${name}: a correction with a draft gives the case its number and a fresh answer`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open({ events: true });
      const { desk } = store;
      const stored = await store.record(sampleCase());
      const id = stored.case_id ?? "";
      const wish = { message_type: "feature_request" } as const;
      const corrected = await desk.correct(id, wish, "anna", WISH);
      assertEquals([corrected.ticket_id, corrected.answer?.message_type], [
        "FR-1",
        wish.message_type,
      ]);
      assertEquals(JSON.stringify(corrected.answer).includes("FR-1"), true);
      assertEquals(
        corrected.answer?.confidence_score,
        corrected.explanation?.scores.feature_request,
      );
      assertEquals(corrected.corrections[0]?.replaced_answer, stored.answer);

      const letter = { customer_response: "Dear Ada,\n\nwe have noted it." };
      const edited = await desk.correct(id, letter, "ben");
      assertEquals(edited.answer, { ...corrected.answer, ...letter });
      assertEquals(edited.corrections[1]?.replaced_answer, corrected.answer);

      // A bug after all: its first number comes back, none is given twice.
      const back = await desk.correct(id, { message_type: "bug_report" }, "anna", BUG);
      assertEquals(back.ticket_id, "BUG-1");
      assertEquals((await store.record(sampleCase())).answer.message_type, "bug_report");
      for (const search of ["FR-1", "bug-1"]) {
        const { items } = await desk.list(
          { type: null, review: null, customer_id: null, since: null, search },
          { order: "newest", limit: 5, cursor: null },
        );
        assertEquals(items.map(({ case_id }) => case_id), [id], search);
      }
      const conflict = desk.correct(id, wish, "anna", BUG);
      assertEquals(await codeOf(conflict), "case_conflict");

      const events = await store.outbox.take(10, 1_000);
      const told = events.map(({ payload }) => JSON.parse(payload))
        .find(({ type }) => type === "case.corrected");
      assertEquals(told.data.ticket_id, "FR-1");
      assertEquals(told.data.previous, { message_type: "bug_report", ticket_id: "BUG-1" });
      await desk.eraseCustomer("cust_1");
      const erased = await desk.read(id);
      assertEquals(erased.corrections.map((each) => each.replaced_answer), [null, null, null]);
      await store.close();
    }));

  Deno.test(`${name}: a verdict that did not see the last one changes nothing`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const store = await database.open({ now: () => new Date(now) });
      const { desk } = store;
      const id = (await store.record(sampleCase({ review: true }))).case_id ?? "";
      const made = (at: number) => new Date(at).toISOString();
      const first = now;
      await desk.correct(id, { message_type: "feature_request", last_corrected_at: null }, "anna");
      now += 1_000;
      const before = await desk.read(id);
      for (const seen of [null, made(first - 1), made(first + 1)]) {
        const late = desk.correct(id, { note: "late", last_corrected_at: seen }, "ben");
        assertEquals(await codeOf(late), "case_conflict");
      }
      assertEquals(await desk.read(id), before);
      await desk.correct(id, { note: "seen", last_corrected_at: made(first) }, "anna");
      assertEquals(await codeOf(desk.undo(id, "anna", made(first))), "case_conflict");
      assertEquals((await desk.undo(id, "anna", made(now))).corrections, before.corrections);
      // Who says nothing of what was seen decides as before.
      assertEquals((await desk.correct(id, {}, "ben")).corrections.length, 2);
      await desk.undo(id, "ben");
      await desk.undo(id, "anna");
      const gone = desk.correct(id, { last_corrected_at: made(first) }, "ben");
      assertEquals(await codeOf(gone), "case_conflict");
      await store.close();
    }));

  Deno.test(`${name}: a correction can be undone for a minute, by whoever made it`, () =>
    onEmpty(backend, async (database) => {
      let now = Date.UTC(2026, 2, 2);
      const store = await database.open({ now: () => new Date(now), events: true });
      const { desk } = store;
      const { case_id } = await store.record(sampleCase({ review: true }));
      const id = case_id ?? "";
      await desk.claim(id, "anna");
      const before = await desk.read(id);
      assertEquals(await codeOf(desk.undo(id, "anna")), "case_conflict");
      await desk.correct(id, { message_type: "feature_request" }, "anna", WISH);
      assertEquals(await codeOf(desk.undo(id, "ben")), "case_conflict");
      now += 60_000;
      assertEquals(await desk.undo(id, "anna"), before);
      assertEquals(await codeOf(desk.undo(id, "anna")), "case_conflict");
      assertEquals(await Array.fromAsync(store.correctedRows()), []);
      // The number that was given is not given again.
      const again = await desk.correct(id, { message_type: "feature_request" }, "anna", WISH);
      assertEquals([again.ticket_id, again.corrections.length], ["FR-2", 1]);
      now += 60_001;
      assertEquals(await codeOf(desk.undo(id, "anna")), "case_conflict");
      assertEquals(await codeOf(desk.undo("unknown", "anna")), "not_found");
      const events = await store.outbox.take(10, 1_000);
      assertEquals(
        events.map(({ event_id }) => event_id).filter((each) => each.includes("corrected")).sort(),
        [1, "1_undone", 2].map((round) => `case_corrected_${id}_${round}`),
      );
      await store.close();
    }));
}

function erasureContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: erasing a customer leaves nothing but the counts`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const claim = await claimKey(store.idempotency);
      const options = { customer_id: "cust 7", review: true, identity: "i" };
      const kept = await store.record(sampleCase({ customer_id: "cust 70" }));
      const gone = await store.record(sampleCase({ ...options, claim }));
      const corrected = await store.record(sampleCase(options));
      await store.desk.correct(corrected.case_id ?? "", { note: "wrote twice" }, "anna");

      assertEquals(await store.desk.eraseCustomer(" cust 7 "), 2);
      assertEquals(await store.desk.eraseCustomer("cust 7"), 0);
      for (const { case_id } of [gone, corrected]) {
        const record = await store.desk.read(case_id ?? "");
        assert(record.erased_at !== null);
        const { request, answer, explanation, message_type, confidence_score } = record;
        assertEquals([request, answer, explanation], [null, null, null]);
        assertEquals([message_type, confidence_score], ["bug_report", 0.9]);
        assertEquals(
          record.corrections.map(({ note }) => note),
          record.corrections.map(() => null),
        );
        assertEquals(await store.get(case_id ?? ""), null);
      }
      assertEquals((await store.desk.read(gone.case_id ?? "")).review, "none");
      assertEquals(await codeOf(store.desk.correct(gone.case_id ?? "", {}, "a")), "case_conflict");
      assertEquals(await store.findRepeat("i", new Date(0)), null);
      await claimKey(store.idempotency);
      assertEquals((await pages(store, {}, 9))[0]?.length, 3);
      assertEquals(await pages(store, { customer_id: "cust 7" }, 9), [[]]);
      const rows = await Array.fromAsync(store.correctedRows());
      assertEquals(rows.map(({ text, label, first }) => [text, label, first]), [
        [null, "bug_report", "bug_report"],
      ]);
      assertEquals(await store.get(kept.case_id ?? ""), kept);
      await store.close();
    }));
}

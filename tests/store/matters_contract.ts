/**
 * What every store must do with matters: keep cases together, count them, take
 * back what was done, and forget customers without losing count.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import type { NewCase } from "../../src/triage/domain/case.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import type { BugTicket } from "../../src/triage/domain/reply.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase, type SampleOptions } from "./case_samples.ts";

const NONE = "0199a000-0000-7000-8000-ffffffffffff";
const PAGE = { limit: 10, cursor: null } as const;
const LATEST = { ...PAGE, order: "latest" } as const;

/** A report of a bug, with steps and severity of its own. */
function report(options: SampleOptions & Partial<BugTicket> = {}): NewCase {
  const sample = sampleCase(options);
  if (sample.reply.intent !== "bug_report") return sample;
  const { severity = "Medium", reproduction_steps = [] } = options;
  const ticket = { ...sample.reply.ticket, severity, reproduction_steps };
  return { ...sample, reply: { ...sample.reply, ticket } };
}

const like = (case_id: string, probability = 0.95) => ({ joins: { case_id, probability } });

/** Stores a first report and others that join it; gives the matter's id. */
async function matterOf(store: DatabaseStore, first: NewCase, ...others: NewCase[]) {
  await store.record(first);
  for (const other of others) await store.record({ ...other, ...like(first.case_id) });
  return (await store.matters.ofCase(first.case_id))?.matter_id ?? "";
}

/** Holds a database to the contract of matters. */
export function mattersContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: a matter has what its cases tell together`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const day = (number: number) => new Date(Date.UTC(2026, 2, number, 10));
      const steps = ["Open the invoice", "Press export", "Wait a minute"];
      const first = report({
        created_at: day(2),
        message: "Version 4.1.2 does not export. It is broken.",
      });
      const best = report({
        created_at: day(2),
        customer_id: "cust_2",
        product: "planner",
        reproduction_steps: steps,
        severity: "Critical",
        message: "On version 4.1.2 and on version 4.1.3",
      });
      const last = report({
        created_at: day(4),
        severity: "Low",
        reproduction_steps: ["Export"],
        product: "Web",
      });
      const id = await matterOf(store, first, best, last);
      const matter = await store.matters.read(id);
      assertEquals(matter, {
        matter_id: id,
        message_type: "bug_report",
        title: "Export button does nothing",
        first_case_id: first.case_id,
        ticket_id: "BUG-1",
        component: "Export",
        first_at: day(2),
        last_at: day(4),
        cases: 3,
        customers: 2,
        severity: "Critical",
        solved_at: null,
        solved_by: null,
        rising_since: null,
        by_day: [{ day: "2026-03-02", cases: 2 }, { day: "2026-03-04", cases: 1 }],
        products: [{ name: "planner", cases: 2 }, { name: "Web", cases: 1 }],
        versions: [{ name: "4.1.2", cases: 2 }, { name: "4.1.3", cases: 1 }],
        reproduction_steps: steps,
        steps_case_id: best.case_id,
        events: [],
      });
      const { items } = await store.matters.cases(id, PAGE);
      assertEquals(items.map((each) => [each.case_id, each.customer_id, each.ticket_id]), [
        [first.case_id, "cust_1", "BUG-1"],
        [best.case_id, "cust_2", "BUG-2"],
        [last.case_id, "cust_1", "BUG-3"],
      ]);
      assertEquals(items.map((each) => [each.joined_by, each.probability]), [
        [null, 0.95],
        [null, 0.95],
        [null, 0.95],
      ]);
      assertEquals(items[0]?.words, "Version 4.1.2 does not export.");
      await store.close();
    }));

  Deno.test(`${name}: reports that come together join one matter, and count as if they came in turn`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const first = report({ created_at: new Date("2026-03-02T10:00:00Z"), severity: "Low" });
      await store.record(first);
      const severities = ["Low", "High", "Medium", "Low", "Low", "Low"] as const;
      const others = severities.map((severity, at) =>
        report({
          severity,
          customer_id: `cust_${at % 3 + 1}`,
          created_at: new Date(Date.UTC(2026, 2, 2, 11 + at % 4)),
        })
      );
      await Promise.all(others.map((each) => store.record({ ...each, ...like(first.case_id) })));
      const [matter, ...more] =
        (await store.matters.list({ type: null, state: null }, LATEST)).items;
      assertEquals([matter?.cases, matter?.customers, matter?.severity, more.length], [
        7,
        3,
        "High",
        0,
      ]);
      assertEquals([matter?.first_case_id, matter?.ticket_id], [first.case_id, "BUG-1"]);
      assertEquals([matter?.first_at?.getUTCHours(), matter?.last_at?.getUTCHours()], [10, 14]);
      await store.close();
    }));

  Deno.test(`${name}: people begin, join and split, and each of it is taken back`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const cases = Array.from({ length: 5 }, () => report());
      for (const each of cases) await store.record(each);
      const [a = "", b = "", c = "", d = "", e = ""] = cases.map(({ case_id }) => case_id);
      const of = async (id: string) =>
        (await store.matters.cases(id, PAGE)).items.map(({ case_id }) => case_id);
      const { matters } = store;

      const one = (await matters.begin([a, b, a], "anna")).matter_id;
      const two = (await matters.begin([c, d], "anna")).matter_id;
      assertEquals([await of(one), await of(two)], [[a, b], [c, d]]);
      assertEquals((await matters.join(one, { case_id: e }, "ben")).cases, 3);
      const joined = await matters.join(one, { matter_id: two }, "ben");
      assertEquals([await of(one), await of(two)], [[a, b, c, d, e], []]);
      assertEquals(
        joined.events.map(({ number, act, by, case_ids }) => [number, act, by, case_ids]),
        [
          [3, "joined", "ben", [c, d]],
          [2, "joined", "ben", [e]],
          [1, "began", "anna", [a, b]],
        ],
      );
      assertEquals((await matters.list({ type: null, state: null }, LATEST)).items.length, 1);

      const undone = await matters.undo(one, 3);
      assertEquals([await of(one), await of(two)], [[a, b, e], [c, d]]);
      assert(undone.events[0]?.undone_at instanceof Date);
      await assertRejects(() => matters.undo(one, 3), Failure, "not what was done last");
      await assertRejects(() => matters.undo(one, 1), Failure, "not what was done last");

      const split = await matters.split(one, a, "anna");
      assertEquals([split.first_case_id, split.ticket_id, await of(one)], [b, "BUG-1", [b, e]]);
      assertEquals(await matters.ofCase(a), null);
      const back = await matters.undo(one, 4);
      assertEquals([back.first_case_id, back.ticket_id, await of(one)], [a, "BUG-1", [a, b, e]]);

      // What was moved elsewhere since stays there.
      await matters.join(two, { case_id: e }, "anna");
      await matters.undo(one, 2);
      assertEquals([await of(one), await of(two)], [[a, b], [c, d, e]]);
      await matters.undo(one, 1);
      assertEquals([await of(one), await matters.ofCase(a)], [[], null]);
      await store.close();
    }));

  Deno.test(`${name}: what there is not cannot be joined, split or read`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { matters } = store;
      const [a, b, alone] = [report(), report(), report({ customer_id: "gone" })];
      const id = await matterOf(store, a, b);
      await store.record(alone);
      await store.desk.eraseCustomer("gone");
      const table: readonly [string, () => Promise<unknown>][] = [
        ["not_found", () => matters.read(NONE)],
        ["not_found", () => matters.cases(NONE, PAGE)],
        ["not_found", () => matters.join(NONE, { case_id: a.case_id }, "anna")],
        ["not_found", () => matters.join(id, { case_id: NONE }, "anna")],
        ["not_found", () => matters.join(id, { matter_id: NONE }, "anna")],
        ["not_found", () => matters.split(id, alone.case_id, "anna")],
        ["not_found", () => matters.solve(NONE, "anna")],
        ["not_found", () => matters.undo(NONE, 1)],
        ["not_found", () => matters.begin([a.case_id, NONE], "anna")],
        ["invalid_request", () => matters.begin([a.case_id, a.case_id], "anna")],
        ["case_conflict", () => matters.join(id, { case_id: alone.case_id }, "anna")],
        ["case_conflict", () => matters.reopen(id, "anna")],
        ["case_conflict", () => matters.undo(id, 1)],
        [
          "invalid_request",
          () => matters.list({ type: null, state: null }, { ...LATEST, cursor: "x" }),
        ],
        ["invalid_request", () => matters.requirements({ ...PAGE, cursor: "x" })],
      ];
      for (const [code, act] of table) {
        const failure = await assertRejects(act, Failure);
        assertEquals([code, failure.message], [failure.code, failure.message]);
      }
      assertEquals((await matters.read(id)).cases, 2, "nothing was changed by what failed");
      await store.close();
    }));

  Deno.test(`${name}: a solved matter lists whom to tell, and a later report reopens it`, () =>
    onEmpty(backend, async (database) => {
      const now = new Date("2026-03-03T08:00:00Z");
      const store = await database.open({ now: () => now });
      const { matters } = store;
      const [a, b] = [report(), report({ customer_id: "cust_2" })];
      const [early, c] = ["2026-03-03T07:59:00Z", "2026-03-03T08:01:00Z"]
        .map((at) => report({ created_at: new Date(at) }));
      assert(early !== undefined && c !== undefined);
      const id = await matterOf(store, a, b);
      const solved = await matters.solve(id, "anna");
      assertEquals([solved.solved_at, solved.solved_by], [now, "anna"]);
      await assertRejects(() => matters.solve(id, "ben"), Failure, "already");
      assertEquals((await matters.cases(id, PAGE)).items.map((each) => each.customer_id), [
        "cust_1",
        "cust_2",
      ]);
      const known = {
        matter_id: id,
        message_type: "bug_report",
        ticket_id: "BUG-1",
        solved: true,
        grave: false,
      } as const;
      assertEquals(await matters.known([b.case_id, "nobody's", a.case_id]), [
        { case_id: b.case_id, ...known },
        { case_id: a.case_id, ...known },
      ]);
      assertEquals(await matters.known([]), []);
      const listed = async (state: "open" | "solved") =>
        (await matters.list({ type: null, state }, LATEST)).items.length;
      assertEquals([await listed("open"), await listed("solved")], [0, 1]);
      await store.record({ ...early, ...like(b.case_id) });
      assertEquals((await matters.read(id)).solved_at, now, "it came before that");
      await store.record({ ...c, ...like(b.case_id) });
      const reopened = await matters.read(id);
      assertEquals([reopened.solved_at, reopened.cases], [null, 4]);
      assertEquals(reopened.events.map(({ act, by, case_ids }) => [act, by, case_ids]), [
        ["reopened", null, [c.case_id]],
        ["solved", "anna", []],
      ]);
      assertEquals((await matters.undo(id, 2)).solved_by, "anna");
      await store.close();
    }));

  Deno.test(`${name}: erasing a customer takes their words out of a matter and leaves its counts`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const words = { message: "Version 9.9.1 of Quokka is broken", product: "Quokka" };
      const a = report({
        ...words,
        reproduction_steps: ["Open the quokka page"],
        severity: "High",
      });
      const again = report({ ...words, reproduction_steps: ["Open the quokka page again"] });
      const b = report({ customer_id: "cust_2", reproduction_steps: ["Export"] });
      const id = await matterOf(store, a, again, b);
      assert(JSON.stringify(await store.matters.read(id)).match(/quokka.*again/i));
      await store.desk.eraseCustomer("cust_1");
      const matter = await store.matters.read(id);
      const { items } = await store.matters.cases(id, PAGE);
      assert(!/quokka|9\.9\.1|cust_1/i.test(JSON.stringify([matter, items])));
      assertEquals([matter.cases, matter.customers, matter.severity], [3, 2, "High"]);
      assertEquals([matter.reproduction_steps, matter.steps_case_id], [["Export"], b.case_id]);
      assertEquals([matter.first_case_id, matter.ticket_id], [a.case_id, "BUG-1"]);
      // Moved with the rest, the two erased cases stay one customer's.
      const other = await matterOf(store, report(), report());
      assertEquals((await store.matters.join(other, { matter_id: id }, "anna")).customers, 3);
      assertEquals((await store.matters.undo(other, 1)).customers, 1);
      assertEquals((await store.matters.read(id)).customers, 2);
      await store.close();
    }));

  Deno.test(`${name}: a case that is corrected to another type leaves its matter, and comes back when that is undone`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const draft = sampleCase({ intent: "feature_request" }).reply;
      const [a, b] = [
        report({ severity: "Critical", reproduction_steps: ["Press it"] }),
        report({ customer_id: "cust_2" }),
      ];
      const id = await matterOf(store, a, b);
      const seen = async () => {
        const matter = await store.matters.read(id);
        const { message_type, ticket_id, severity, reproduction_steps, cases, customers } = matter;
        return [message_type, ticket_id, severity, reproduction_steps, cases, customers];
      };
      const before = ["bug_report", "BUG-1", "Critical", ["Press it"], 2, 2];
      assertEquals(await seen(), before);
      await store.desk.correct(a.case_id, { message_type: "feature_request" }, "anna", draft);
      assertEquals(await seen(), ["bug_report", "BUG-1", "Medium", [], 1, 1], "as letters know it");
      assertEquals(await store.matters.ofCase(a.case_id), null);
      const { events } = await store.matters.read(id);
      assertEquals(events.map(({ act, by }) => [act, by]), [["split", "anna"]]);
      await store.desk.undo(a.case_id, "anna");
      assertEquals(await seen(), before);
      await store.desk.correct(a.case_id, { note: "It is." }, "anna");
      assertEquals(await seen(), before, "of the same type it stays");

      const wishes = [
        sampleCase({ intent: "feature_request" }),
        sampleCase({ intent: "feature_request" }),
      ] as const;
      const wished = await matterOf(store, ...wishes);
      const joins = { case_id: wishes[1].case_id, probability: 0.97 };
      await store.desk.correct(b.case_id, { message_type: "feature_request" }, "ben", draft, joins);
      const joined = await store.matters.read(wished);
      assertEquals([joined.cases, joined.ticket_id, joined.message_type], [
        3,
        "FR-2",
        "feature_request",
      ]);
      await store.desk.undo(b.case_id, "ben");
      assertEquals([(await store.matters.read(wished)).cases, await seen()], [2, before]);
      await store.close();
    }));

  Deno.test(`${name}: a matter keeps its number whichever case leaves it, and is found by it`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { matters } = store;
      const cases = Array.from({ length: 5 }, () => report());
      for (const each of cases) await store.record(each);
      const [a = "", b = "", c = "", d = "", e = ""] = cases.map(({ case_id }) => case_id);
      const one = (await matters.begin([a, b, c], "anna")).matter_id;
      const split = await matters.split(one, a, "anna");
      assertEquals([split.ticket_id, split.first_case_id], ["BUG-1", b]);
      const two = (await matters.begin([a, d], "anna")).matter_id;
      assertEquals((await matters.read(two)).ticket_id, "BUG-4", "no two are known by one number");
      const table: readonly [string, unknown][] = [
        ["BUG-1", { matter_id: one }],
        ["bug-4", { matter_id: two }],
        [one, { matter_id: one }],
        ["BUG-2", { case_id: b }],
        ["BUG-5", { case_id: e }],
        [e, { case_id: e }],
        ["BUG-77", null],
        ["nonsense", null],
      ];
      for (const [said, named] of table) {
        assertEquals([said, await matters.named(said)], [said, named]);
      }
      await matters.join(one, { matter_id: two }, "anna");
      assertEquals(await matters.named("BUG-4"), { case_id: d }, "all of it is in the other");
      await store.close();
    }));

  Deno.test(`${name}: two matters of the service's become the older one, and are two again when that is undone`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const [a, b, c, d] = [report(), report(), report(), report()];
      const older = await matterOf(store, a, d);
      const younger = await matterOf(store, b, c);
      const cases = async () => [
        (await store.matters.read(older)).cases,
        (await store.matters.read(younger)).cases,
      ];
      await store.building.merge(c.case_id, { case_id: a.case_id, probability: 0.97 });
      assertEquals(await cases(), [4, 0]);
      assertEquals((await store.matters.read(older)).ticket_id, "BUG-1");
      await store.matters.undo(older, 1);
      assertEquals(await cases(), [2, 2]);
      await store.building.merge(c.case_id, { case_id: a.case_id, probability: 0.97 });
      assertEquals(await cases(), [2, 2], "it was taken back");
      await store.close();
    }));

  Deno.test(`${name}: lists are in their order, page by page, each matter once`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      for (let number = 0; number < 5; number++) {
        const at = new Date(Date.UTC(2026, 2, 10 - number, 10));
        const others = Array.from(
          { length: 1 + number % 3 },
          (_, customer) => report({ created_at: at, customer_id: `other_${customer}` }),
        );
        await matterOf(store, report({ created_at: at }), ...others);
      }
      for (const order of ["latest", "customers", "cases", "severity"] as const) {
        const all = await store.matters.list({ type: null, state: null }, { ...LATEST, order });
        assertEquals(all.items.length, 5);
        const paged: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof store.matters.list>> = await store.matters.list(
            { type: null, state: null },
            { order, limit: 2, cursor },
          );
          paged.push(...page.items.map(({ matter_id }) => matter_id));
          cursor = page.next_cursor;
        } while (cursor !== null);
        assertEquals(paged, all.items.map(({ matter_id }) => matter_id));
        const values = all.items.map((each) =>
          order === "latest" ? Number(each.last_at) : order === "severity" ? 0 : each[order]
        );
        assertEquals(values, values.toSorted((x, y) => y - x));
      }
      await store.close();
    }));

  Deno.test(`${name}: requirements by how many asked, in whose words, matters first and lone wishes behind`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const wish = (customer_id: string, message: string) =>
        sampleCase({ intent: "feature_request", customer_id, message });
      const dark = wish("cust_1", "Hello. A dark mode would be kind to my eyes.");
      await matterOf(store, dark, wish("cust_2", "Dark theme, please!"), wish("cust_2", "Again"));
      const many = wish("cust_1", "Export to Excel");
      await matterOf(store, many, ...["b", "c", "d"].map((name) => wish(name, "Excel export")));
      const [lone, lone_too] = [wish("cust_9", "A sound"), wish("cust_9", "A smell")];
      for (const each of [lone, lone_too, report()]) await store.record(each);
      const { items } = await store.matters.requirements(PAGE);
      assertEquals(items.map((each) => [each.case_id, each.customers, each.cases]), [
        [many.case_id, 4, 4],
        [dark.case_id, 2, 3],
        [lone_too.case_id, 1, 1],
        [lone.case_id, 1, 1],
      ]);
      assertEquals(items[1]?.words.map(({ customer_id, text }) => [customer_id, text]), [
        ["cust_2", "Again"],
        ["cust_1", "Hello."],
      ]);
      for (const limit of [1, 2, 3]) {
        const paged: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof store.matters.requirements>> = await store.matters
            .requirements({ limit, cursor });
          paged.push(...page.items.map(({ case_id }) => case_id));
          cursor = page.next_cursor;
        } while (cursor !== null);
        assertEquals([limit, paged], [limit, items.map(({ case_id }) => case_id)]);
      }
      assertEquals((await store.matters.asked(dark.case_id))?.customers, 2);
      assertEquals((await store.matters.asked(lone.case_id))?.matter_id, null);
      await store.desk.eraseCustomer("cust_2");
      const asked = await store.matters.asked(dark.case_id);
      assertEquals([asked?.customers, asked?.words.map(({ customer_id }) => customer_id)], [
        2,
        ["cust_1"],
      ]);
      await store.close();
    }));

  Deno.test(`${name}: existing cases are gone through once, in order, across restarts`, () =>
    onEmpty(backend, async (database) => {
      let store = await database.open();
      const cases = [report(), report(), report(), report({ created_at: new Date("2027-01-01") })];
      for (const each of cases) await store.record(each);
      const [a, b, c, d] = cases.map(({ case_id }) => case_id) as [string, string, string, string];
      const before = new Date("2026-06-01");
      const ids = async (limit: number) =>
        (await store.building.next(before, limit)).map(({ case_id, open }) => [case_id, open]);
      assertEquals(await ids(2), [[a, true], [b, true]]);
      await store.building.done(a, null);
      if (backend.durable) {
        await store.close();
        store = await database.open();
      }
      assertEquals(await ids(9), [[b, true], [c, true]]);
      await store.building.done(b, { case_id: a, probability: 0.97 });
      await store.building.done(b, { case_id: c, probability: 0.97 });
      assertEquals((await store.matters.ofCase(b))?.first_case_id, a);
      assertEquals(await store.matters.ofCase(c), null);
      const apart = await store.matters.begin([c, d], "anna");
      await store.matters.split(apart.matter_id, c, "anna");
      assertEquals(await ids(9), [[c, false]], "what people took out is not put back");
      await store.building.done(c, null);
      assertEquals(await ids(9), []);
      await store.close();
    }));
}

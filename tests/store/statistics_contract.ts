/**
 * What every store must do for the console: search, give back, count.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import type { CaseFilter } from "../../src/triage/domain/desk.ts";
import { type Backend, onEmpty } from "./backend.ts";
import { sampleCase } from "./case_samples.ts";

const ALL: CaseFilter = { type: null, review: null, customer_id: null, since: null };
const PAGE = { order: "newest", limit: 10, cursor: null } as const;

/** Holds a database to the contract of search, release and statistics. */
export function statisticsContract(backend: Backend): void {
  const { name } = backend;

  Deno.test(`${name}: list() searches messages and ids, its wildcards taken as written`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const spins = sampleCase({ message: "The Button spins 100% of the time" });
      const slow = sampleCase({ message: "All is slow", customer_id: "cust_2" });
      for (const each of [spins, slow]) await store.record(each);
      const table: [string, string[]][] = [
        ["button SPINS", [spins.case_id]],
        ["100% of", [spins.case_id]],
        ["1%e", []],
        ["s_ins", []],
        ["message", []],
        [" bug-2 ", [slow.case_id]],
        ["cust_2", [slow.case_id]],
        [spins.case_id.toUpperCase(), [spins.case_id]],
        ["' OR '1' = '1", []],
      ];
      for (const [search, expected] of table) {
        const { items } = await store.desk.list({ ...ALL, search }, PAGE);
        assertEquals([search, ...items.map((item) => item.case_id)], [search, ...expected]);
      }
      await store.close();
    }));

  Deno.test(`${name}: a search goes through thousands of cases, each found once`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const wanted: string[] = [];
      const cases = Array.from({ length: 2_500 }, (_, index) => {
        const each = sampleCase({ message: index % 500 === 0 ? "a needle" : "hay" });
        if (index % 500 === 0) wanted.unshift(each.case_id);
        return each;
      });
      await Promise.all(cases.map((each) => store.record(each)));
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await store.desk.list({ ...ALL, search: "needle" }, {
          order: "newest",
          limit: 2,
          cursor,
        });
        found.push(...page.items.map((item) => item.case_id));
        cursor = page.next_cursor;
      } while (cursor !== null);
      assertEquals(found, wanted);
      await store.close();
    }));

  Deno.test(`${name}: release() gives a case back, by whoever claimed it`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const { case_id } = await store.record(sampleCase({ review: true }));
      const id = case_id ?? "";
      await store.desk.claim(id, "anna");
      await store.desk.release(id, "ben");
      assertEquals((await store.desk.read(id)).claimed_by, "anna");
      await store.desk.release(id, "anna");
      const { review, claimed_by, claimed_at } = await store.desk.read(id);
      assertEquals([review, claimed_by, claimed_at], ["needed", null, null]);
      assertEquals((await store.desk.claim(id, "ben")).claimed_by, "ben");
      await store.close();
    }));

  Deno.test(`${name}: what is counted is by UTC day, type and route, and survives erasure`, () =>
    onEmpty(backend, async (database) => {
      const store = await database.open();
      const cases = [
        sampleCase({ created_at: new Date("2026-03-01T23:59:59.999Z"), confidence: 0.5 }),
        sampleCase({ created_at: new Date("2026-03-02T00:00:00Z"), confidence: 0.6 }),
        sampleCase({ created_at: new Date("2026-03-02T23:00:00Z"), confidence: 0.7, review: true }),
        sampleCase({ created_at: new Date("2026-03-02T12:00:00Z"), intent: "general_inquiry" }),
      ];
      for (const each of cases) await store.record(each);
      const [, confirmed, corrected] = cases.map((each) => each.case_id);
      await store.desk.correct(confirmed ?? "", {}, "anna");
      await store.desk.correct(corrected ?? "", { message_type: "feature_request" }, "anna");
      await store.desk.eraseCustomer("cust_1");

      const daily = await store.statistics.daily(new Date("2026-03-01T00:00:00Z"));
      assertEquals(
        daily.map(({ day, intent, cases, confidence_sum }) =>
          [day, intent, cases, confidence_sum.toFixed(2)] as const
        ),
        [
          ["2026-03-01", "bug_report", 1, "0.50"],
          ["2026-03-02", "bug_report", 2, "1.30"],
          ["2026-03-02", "general_inquiry", 1, "0.90"],
        ],
      );
      // Asked again, what is remembered of days that are over is the same.
      assertEquals(await store.statistics.daily(new Date("2026-03-01T00:00:00Z")), daily);
      assertEquals((await store.statistics.daily(new Date("2026-03-02T00:00:00Z"))).length, 2);
      const evening = await store.statistics.daily(new Date("2026-03-02T18:00:00Z"));
      assertEquals(evening.map(({ day, cases }) => [day, cases]), [["2026-03-02", 1]]);
      assertEquals(await store.statistics.daily(new Date("2026-03-03T00:00:00Z")), []);
      assertEquals(await store.statistics.checked(new Date("2026-03-01T00:00:00Z")), [
        { confidence: 0.6, first: "bug_report", verdict: "bug_report" },
        { confidence: 0.7, first: "bug_report", verdict: "feature_request" },
      ]);
      assertEquals(await store.statistics.checked(new Date("2026-03-03T00:00:00Z")), []);
      await store.close();
    }));
}

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { buildMatters } from "../../src/matters/building.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import type { SimilarCase } from "../../src/triage/domain/similar.ts";
import { sampleCase } from "../store/case_samples.ts";

const NOW = new Date("2026-04-01T00:00:00Z");

Deno.test("stored cases are put together above the probability, with those of their type, and once", async () => {
  const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
  const [a, b, c, d, e] = [
    "bug_report",
    "bug_report",
    "feature_request",
    "bug_report",
    "bug_report",
  ]
    .map((intent) => sampleCase({ intent: intent as "bug_report" }));
  const all = [a, b, c, d, e].flatMap((each) => each ?? []);
  for (const each of all) await store.record(each);
  const ids = all.map(({ case_id }) => case_id);
  const like = (at: number, probability: number): SimilarCase => ({
    case_id: ids[at] ?? "",
    probability,
    why: [],
    differs: [],
  });
  const found: Readonly<Record<string, readonly SimilarCase[]>> = {
    [ids[0] ?? ""]: [like(1, 0.99)],
    [ids[1] ?? ""]: [like(0, 0.99)],
    [ids[2] ?? ""]: [like(0, 0.99)],
    [ids[3] ?? ""]: [like(2, 0.99), like(0, 0.95)],
    [ids[4] ?? ""]: [like(0, 0.89)],
  };
  let compared = false;
  let asked = 0;
  const rounds = () =>
    buildMatters({
      building: store.building,
      matters: store.matters,
      similar: {
        similarTo(caseId) {
          asked++;
          return Promise.resolve(found[caseId] ?? []);
        },
      },
      compared: () => compared,
      probability: 0.9,
      now: () => NOW,
    });
  const first = rounds();
  assertEquals([await first.round(), first.caughtUp(), asked], [1_000, false, 0]);
  compared = true;
  await first.round();
  assertEquals(first.caughtUp(), true);
  const matter = await store.matters.ofCase(ids[0] ?? "");
  const { items } = await store.matters.cases(matter?.matter_id ?? "", { limit: 9, cursor: null });
  assertEquals(items.map(({ case_id, probability }) => [ids.indexOf(case_id), probability]), [
    [0, 0.99],
    [1, 0.99],
    [3, 0.95],
  ]);
  for (const alone of [2, 4]) assertEquals(await store.matters.ofCase(ids[alone] ?? ""), null);
  assertEquals(matter?.ticket_id, "BUG-1");
  const before = asked;
  await rounds().round();
  assertEquals(asked, before, "a later process goes on where this one ended");
  await store.close();
});

Deno.test("a first report that a later one missed joins the matter, which keeps its number", async () => {
  const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
  const [a, b, c] = [sampleCase(), sampleCase(), sampleCase()];
  await store.record(a);
  await store.record(b);
  await store.record({ ...c, joins: { case_id: b.case_id, probability: 0.95 } });
  assertEquals((await store.matters.ofCase(c.case_id))?.ticket_id, "BUG-2");
  await buildMatters({
    building: store.building,
    matters: store.matters,
    similar: {
      similarTo: () =>
        Promise.resolve([{ case_id: c.case_id, probability: 0.95, why: [], differs: [] }]),
    },
    compared: () => true,
    probability: 0.9,
    now: () => NOW,
  }).round();
  const matter = await store.matters.ofCase(a.case_id);
  assertEquals([matter?.cases, matter?.first_case_id, matter?.ticket_id], [3, a.case_id, "BUG-2"]);
  await store.close();
});

Deno.test("a round of cases that are like none is noted in one commit", async () => {
  const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
  const cases = [sampleCase(), sampleCase(), sampleCase()];
  for (const each of cases) await store.record(each);
  const noted: string[] = [];
  const { round } = buildMatters({
    building: {
      merge: (...args) => store.building.merge(...args),
      next: (...args) => store.building.next(...args),
      done(caseId, joins) {
        noted.push(caseId);
        return store.building.done(caseId, joins);
      },
    },
    matters: store.matters,
    similar: { similarTo: () => Promise.resolve([]) },
    compared: () => true,
    probability: 0.9,
    now: () => NOW,
  });
  await round();
  await round();
  assertEquals(noted, [cases.at(-1)?.case_id]);
  await store.close();
});

Deno.test("a case that people took out stays out, and new ones are left until they are settled", async () => {
  const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
  const [a, b] = [sampleCase(), sampleCase({ created_at: new Date(NOW.getTime() - 59_000) })];
  for (const each of [a, b]) await store.record(each);
  let now = NOW;
  const { round } = buildMatters({
    building: store.building,
    matters: store.matters,
    similar: {
      similarTo: () =>
        Promise.resolve([{ case_id: a.case_id, probability: 0.99, why: [], differs: [] }]),
    },
    compared: () => true,
    probability: 0.9,
    now: () => now,
  });
  await round();
  assertEquals(await store.matters.ofCase(b.case_id), null);
  now = new Date(NOW.getTime() + 2_000);
  await round();
  const matter_id = (await store.matters.ofCase(b.case_id))?.matter_id ?? "";
  assertEquals((await store.matters.read(matter_id)).cases, 2);
  await store.matters.split(matter_id, b.case_id, "anna");
  await round();
  assertEquals(await store.matters.ofCase(b.case_id), null);
  await store.close();
});

/** Two matters that a burst began, and a store whose cases are all alike but for those given. */
async function burst(sure: (about: string, other: string) => boolean) {
  const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
  const cases = Array.from({ length: 5 }, () => sampleCase());
  const [a = "", b = "", c = "", d = "", e = ""] = cases.map(({ case_id }) => case_id);
  const joins = (case_id: string) => ({ joins: { case_id, probability: 0.95 } });
  for (const each of cases.slice(0, 2)) await store.record(each);
  for (const [at, like] of [[2, a], [3, b], [4, b]] as const) {
    const each = cases[at];
    if (each !== undefined) await store.record({ ...each, ...joins(like) });
  }
  const { round } = buildMatters({
    building: store.building,
    matters: store.matters,
    similar: {
      similarTo: (about) =>
        Promise.resolve(
          [a, b, c, d, e].filter((other) => other !== about && sure(about, other))
            .map((case_id) => ({ case_id, probability: 0.95, why: [], differs: [] })),
        ),
    },
    compared: () => true,
    probability: 0.9,
    now: () => NOW,
  });
  return { store, round, ids: { a, b, c, d, e } };
}

Deno.test("matters that a burst began become one, the older, which people can take back for good", async () => {
  const { store, round, ids: { a, b, e } } = await burst(() => true);
  const matter = async (id: string) => {
    const found = await store.matters.ofCase(id);
    return [found?.ticket_id, found?.cases];
  };
  assertEquals([await matter(a), await matter(b)], [["BUG-1", 2], ["BUG-2", 3]]);
  await round();
  assertEquals([await matter(a), await matter(e)], [["BUG-1", 5], ["BUG-1", 5]]);
  const { matter_id } = await store.matters.ofCase(a) ?? { matter_id: "" };
  const [event] = (await store.matters.read(matter_id)).events;
  assertEquals([event?.act, event?.by, event?.case_ids.length], ["joined", null, 3]);
  await store.matters.undo(matter_id, event?.number ?? 0);
  assertEquals([await matter(a), await matter(b)], [["BUG-1", 2], ["BUG-2", 3]]);
  await store.building.merge(a, { case_id: b, probability: 0.99 });
  assertEquals(await matter(b), ["BUG-2", 3], "what people took back is not done again");
  await store.close();
});

Deno.test("of a large matter one case of eight asks whether another tells of the same", async () => {
  for (const [size, asking] of [[16, 16], [17, 3], [40, 5]] as const) {
    const store = await openSqliteStore({ path: ":memory:", now: () => NOW });
    const ids = Array.from(
      { length: size },
      (_, at) => `0199b000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`,
    );
    for (const [at, case_id] of ids.entries()) {
      const joins = at === 0 ? null : { case_id: ids[0] ?? "", probability: 0.95 };
      await store.record({ ...sampleCase({ case_id }), joins });
    }
    const asked: string[] = [];
    await buildMatters({
      building: store.building,
      matters: store.matters,
      similar: {
        similarTo: (caseId) => {
          asked.push(caseId);
          return Promise.resolve([]);
        },
      },
      compared: () => true,
      probability: 0.9,
      now: () => NOW,
    }).round();
    assertEquals([size, asked.length], [size, asking]);
    await store.close();
  }
});

Deno.test("matters stay two where one case alone links them, and where people had a hand in one", async () => {
  const one = await burst((about, other) => about === one.ids.c && other === one.ids.d);
  await one.round();
  assertEquals((await one.store.matters.ofCase(one.ids.a))?.cases, 2);
  await one.store.close();

  for (const act of ["split", "solve"] as const) {
    const { store, round, ids } = await burst(() => true);
    const id = (await store.matters.ofCase(ids.b))?.matter_id ?? "";
    if (act === "split") await store.matters.split(id, ids.e, "anna");
    else await store.matters.solve(id, "anna");
    await round();
    assertEquals([act, (await store.matters.ofCase(ids.a))?.cases], [act, 2]);
    await store.close();
  }
});

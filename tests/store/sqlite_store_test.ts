// @ts-types="npm:deno-std@1.4.0/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { sampleCase } from "./case_samples.ts";

Deno.test("record() gives ids that go on after a restart", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/deep/er/cases.sqlite`;
  const ids: (string | null)[] = [];
  for (let start = 0; start < 3; start++) {
    const store = await openSqliteStore({ path });
    const stored = await Promise.all([
      store.record(sampleCase()),
      store.record(sampleCase({ intent: "general_inquiry" })),
      store.record(sampleCase({ intent: "feature_request" })),
      store.record(sampleCase()),
    ]);
    for (const { answer } of stored) {
      ids.push(
        answer.message_type === "bug_report"
          ? answer.response_data.ticket.id
          : answer.message_type === "feature_request"
          ? answer.response_data.product_requirement.id
          : null,
      );
    }
    await store.close();
  }
  assertEquals(ids, [
    "BUG-1",
    null,
    "FR-1",
    "BUG-2",
    "BUG-3",
    null,
    "FR-2",
    "BUG-4",
    "BUG-5",
    null,
    "FR-3",
    "BUG-6",
  ]); // deno-fmt-ignore
  await Deno.remove(folder, { recursive: true });
});

Deno.test("record() of one bad case does not fail its neighbours", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  const twice = sampleCase();
  const results = await Promise.allSettled([
    store.record(sampleCase()),
    store.record({
      ...sampleCase(),
      complete: () => {
        throw new Error("bad");
      },
    }),
    store.record(twice),
    store.record(twice),
    store.record(sampleCase()),
  ]);
  assertEquals(results.map((result) => result.status), [
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  await store.close();
});

Deno.test("record() refuses what the queue cannot hold, and get() gives what was stored", async () => {
  const store = await openSqliteStore({ path: ":memory:", batch_cases: 2, queue_cases: 3 });
  const cases = Array.from({ length: 5 }, () => sampleCase());
  const results = await Promise.allSettled(cases.map((each) => store.record(each)));
  assertEquals(
    results.map((result) => result.status === "fulfilled" ? "stored" : result.reason.code),
    ["stored", "stored", "stored", "overloaded", "overloaded"],
  );
  const [first] = results;
  assertEquals(
    await store.get(cases[0]?.case_id ?? ""),
    first?.status === "fulfilled" ? first.value : null,
  );
  assertEquals(await store.get("unknown"), null);
  assertEquals(await store.ready(), true);
  await store.close();
});

Deno.test("openSqliteStore() refuses a schema that is too new", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  await (await openSqliteStore({ path })).close();
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(path);
  database.exec("INSERT INTO migrations VALUES (99, 'future', 98)");
  database.close();
  await assertRejects(
    () => openSqliteStore({ path }),
    Error,
    "serves programs from schema 98 on",
  );
  await Deno.remove(folder, { recursive: true });
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { openThreadedStore } from "../../src/store/threads/threaded_store.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { sampleCase } from "./case_samples.ts";

async function inFolder(test: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(`${folder}/cases.sqlite`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const records = (store: Awaited<ReturnType<typeof openThreadedStore>>, cases: number) =>
  Promise.all(Array.from({ length: cases }, () => store.record(sampleCase())));

Deno.test("cases of one turn share a commit, of which the caller hears", () =>
  inFolder(async (path) => {
    const commits: number[] = [];
    const store = await openThreadedStore({ path, onCommit: (cases) => commits.push(cases) });
    await records(store, 20);
    await store.close();
    assertEquals(commits, [20]);
  }));

Deno.test("searches go on beside writing, and neither waits for the other", () =>
  inFolder(async (path) => {
    const store = await openThreadedStore({ path });
    await records(store, 200);
    const filter = { type: null, review: null, customer_id: null, since: null, search: "nowhere" };
    const page = { order: "newest", limit: 50, cursor: null } as const;
    const [stored, ...found] = await Promise.all([
      records(store, 200),
      ...Array.from({ length: 20 }, () => store.desk.list(filter, page)),
    ]);
    assertEquals(stored.length, 200);
    assertEquals(found.flatMap(({ items }) => items), []);
    await store.close();
  }));

Deno.test("a long log is written back beside the writing, so that it does not grow without end", () =>
  inFolder(async (path) => {
    const store = await openThreadedStore({ path });
    const message = "x".repeat(9_000);
    let longest = 0;
    for (let round = 0; round < 60; round++) {
      await Promise.all(
        Array.from({ length: 32 }, () => store.record(sampleCase({ message }))),
      );
      longest = Math.max(longest, (await Deno.stat(`${path}-wal`)).size);
    }
    const written = (await Deno.stat(path)).size;
    assert(written > 10_000_000, `${written} bytes are in the file itself`);
    assert(longest < 4 * written, `the log grew to ${longest} bytes`);
    await store.close();
  }));

Deno.test("a store that is closed refuses, and closing twice is one closing", () =>
  inFolder(async (path) => {
    const store = await openThreadedStore({ path });
    await Promise.all([store.close(), store.close()]);
    const failure = await assertRejects(() => store.record(sampleCase()), Failure);
    assertEquals(failure.code, "shutting_down");
  }));

Deno.test("a queue that is full refuses before the thread is asked", () =>
  inFolder(async (path) => {
    const store = await openThreadedStore({ path, queue_cases: 2 });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => store.record(sampleCase())),
    );
    assertEquals(
      results.map((result) => result.status === "fulfilled" || result.reason.code),
      [true, true, "overloaded", "overloaded", "overloaded"],
    );
    assertEquals(store.queued(), 0);
    await store.close();
  }));

import { setImmediate } from "node:timers";
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { GroupCommit } from "../../src/store/group_commit.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

const LIMITS = { batch_jobs: 64, queue_jobs: 1_000 };

function recording(commit: (jobs: readonly number[]) => Promise<void> = () => Promise.resolve()) {
  const groups: (readonly number[])[] = [];
  const group = new GroupCommit<number, number>(async (jobs) => {
    groups.push(jobs);
    await commit(jobs);
    return jobs.map((job) => ({ status: "fulfilled", value: job * 10 }));
  }, LIMITS);
  return { group, groups };
}

const count = (length: number) => Array.from({ length }, (_, index) => index);

Deno.test("writers of one turn of the event loop share a commit, each gets its own result", async () => {
  const { group, groups } = recording();
  // As requests come: each in a task of its own.
  const results = await Promise.all(
    count(50).map(async (job) => {
      await Promise.resolve();
      return await group.submit(job);
    }),
  );
  assertEquals(results, count(50).map((job) => job * 10));
  assertEquals(groups.map((jobs) => jobs.length), [50]);
});

Deno.test("a lone writer does not wait for others", async () => {
  const { group, groups } = recording();
  for (const job of count(3)) await group.submit(job);
  assertEquals(groups, [[0], [1], [2]]);
});

Deno.test("while one group is committed the next gathers, up to the limit of a group", async () => {
  const slow = Promise.withResolvers<void>();
  const { group, groups } = recording(() => slow.promise);
  const first = group.submit(0);
  while (groups.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const rest = count(100).map((job) => group.submit(job));
  slow.resolve();
  await Promise.all([first, ...rest]);
  assertEquals(groups.map((jobs) => jobs.length), [1, 64, 36]);
});

Deno.test("a group that fails for one job's sake is tried job by job", async () => {
  const { group } = recording((jobs) =>
    jobs.includes(2) ? Promise.reject(new RangeError("two")) : Promise.resolve()
  );
  const results = await Promise.allSettled(count(4).map((job) => group.submit(job)));
  assertEquals(results.map(({ status }) => status), [
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});

Deno.test("a group that fails because the store is away is not tried again", async () => {
  const { group, groups } = recording(() =>
    Promise.reject(new Failure("store_unavailable", "Away"))
  );
  const results = await Promise.allSettled(count(4).map((job) => group.submit(job)));
  assertEquals(results.map(({ status }) => status), Array(4).fill("rejected"));
  assertEquals(groups.length, 1);
  await group.close();
  await assertRejects(() => group.submit(1), Failure, "shutting down");
});

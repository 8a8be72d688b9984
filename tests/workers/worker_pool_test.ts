// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { Failure } from "../../src/triage/domain/failure.ts";
import { WorkerPool, type WorkerPoolOptions } from "../../src/workers/worker_pool.ts";
import type { WorkerSetting } from "../../src/workers/worker_messages.ts";

const NEVER = new AbortController().signal;

function setting(default_team: string): WorkerSetting {
  const section = { user_role: "user", default_component: "App", components: [], resources: [] };
  return {
    catalog: { default: { ...section, default_team }, products: [] },
    review_below_margin: 0,
  };
}

const FIRST = setting("first");

async function withPool(
  options: Partial<WorkerPoolOptions>,
  test: (pool: WorkerPool, notices: string[]) => Promise<void>,
): Promise<void> {
  const notices: string[] = [];
  const pool = new WorkerPool({
    workers: 2,
    start: () => new Worker(new URL("./stub_worker.ts", import.meta.url), { type: "module" }),
    setting: () => FIRST,
    onNotice: (line) => notices.push(line),
    ...options,
  });
  try {
    await test(pool, notices);
  } finally {
    pool.close();
  }
}

Deno.test("every job gets its own answer, however many come at once", () =>
  withPool({}, async (pool) => {
    assertEquals(await pool.ready(), "stub");
    const jobs = Array.from({ length: 500 }, (_, index) => `echo ${index}`);
    assertEquals(await Promise.all(jobs.map((job) => pool.submit(job, NEVER))), jobs);
  }));

Deno.test("jobs that come before a thread is ready wait for it", () =>
  withPool({}, async (pool) => assertEquals(await pool.submit("echo", NEVER), "echo")));

Deno.test("a job that fails says its kind and place, and its thread goes on", () =>
  withPool({ workers: 1 }, async (pool, notices) => {
    const error = await assertRejects(() => pool.submit("fail", NEVER), Error, "RangeError");
    assertEquals(error.stack?.includes("at place"), true);
    assertEquals(await pool.submit("echo", NEVER), "echo");
    assertEquals(notices, []);
  }));

for (const [deed, how] of [["end", "ended"], ["hang", "did not answer"]] as const) {
  Deno.test(`a thread that ${how} is replaced: its job fails at the second try, all others are answered`, () =>
    withPool({ silence_ms: 300 }, async (pool, notices) => {
      await pool.ready();
      const jobs = Array.from({ length: 40 }, (_, index) => index === 20 ? deed : `echo ${index}`);
      const results = await Promise.allSettled(jobs.map((job) => pool.submit(job, NEVER)));
      results.forEach((result, index) => {
        if (index === 20) assertEquals(result.status, "rejected");
        else assertEquals(result, { status: "fulfilled", value: `echo ${index}` });
      });
      assertEquals(notices, Array(2).fill(`A worker ${how}; another takes its place.`));
      assertEquals(await pool.submit("echo", NEVER), "echo");
    }));
}

Deno.test("a new setting reaches every thread before its next job, and a thread that is replaced", async () => {
  let current = FIRST;
  await withPool({ setting: () => current }, async (pool) => {
    const ask = () =>
      Promise.all(Array.from({ length: 20 }, () => pool.submit("catalogue", NEVER)));
    assertEquals(new Set(await ask()), new Set(["first"]));
    current = setting("second");
    assertEquals(new Set(await ask()), new Set(["second"]));
    await assertRejects(() => pool.submit("end", NEVER));
    assertEquals(new Set(await ask()), new Set(["second"]));
  });
});

Deno.test("a job whose client has left is not begun", () =>
  withPool({ workers: 1 }, async (pool) => {
    const left = new AbortController();
    const waiting = pool.submit("hang", left.signal);
    left.abort();
    await assertRejects(() => waiting, DOMException);
    assertEquals(await pool.submit("echo", NEVER), "echo");
  }));

Deno.test("a queue that is full refuses as overloaded", () =>
  withPool({ queue_jobs: 2 }, async (pool) => {
    const taken = [pool.submit("echo", NEVER), pool.submit("echo", NEVER)];
    const refused = await assertRejects(() => pool.submit("echo", NEVER), Failure);
    assertEquals(refused.code, "overloaded");
    assertEquals(await Promise.all(taken), ["echo", "echo"]);
  }));

Deno.test("threads that cannot start are an error, not a wait", () =>
  withPool({
    start: () => new Worker(new URL("./no_such_worker.ts", import.meta.url), { type: "module" }),
  }, async (pool) => {
    await assertRejects(() => pool.ready(), Error, "Cannot start a worker");
  }));

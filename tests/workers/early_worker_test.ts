// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { defaultCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { startEarly } from "../../src/workers/early_worker.ts";
import { openPooledAssessor } from "../../src/workers/pooled_assessor.ts";

const catalog = defaultCatalog();
const OPTIONS = {
  workers: 1,
  catalog: () => catalog,
  clock: { monotonicMs: () => 0 },
  options: { review_below_margin: 0.1 },
};

Deno.test("a thread that was started early is taken, with what it said before", async () => {
  let started = 0;
  const spoken = Promise.withResolvers<void>();
  startEarly(() => {
    started++;
    const worker = new Worker(new URL("./stub_worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", () => spoken.resolve(), { once: true });
    return worker;
  });
  startEarly(() => {
    throw new Error("there is one");
  });
  await spoken.promise;
  const pool = await openPooledAssessor(OPTIONS);
  pool.close();
  assertEquals([started, pool.version], [1, "stub"]);
});

Deno.test("a thread that ended before it was taken is replaced", async () => {
  const ended = Promise.withResolvers<void>();
  startEarly(() => {
    const source = "throw new Error('over')";
    const worker = new Worker(`data:text/javascript,${source}`, { type: "module" });
    worker.addEventListener("error", () => ended.resolve(), { once: true });
    return worker;
  });
  await ended.promise;
  const notices: string[] = [];
  const pool = await openPooledAssessor({ ...OPTIONS, onNotice: (line) => notices.push(line) });
  pool.close();
  assertEquals(notices.length, 1);
  assertEquals(pool.version === "stub", false);
});

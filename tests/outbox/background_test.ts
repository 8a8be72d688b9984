// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { startBackground } from "../../src/outbox/background.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";

const TOLD: ReadonlyArray<readonly [number, readonly string[]]> = [
  [0, []],
  [1, ["Erased what is older than INTAKE_RETENTION_DAYS: 1 case."]],
  [2_400, ["Erased what is older than INTAKE_RETENTION_DAYS: 2400 cases."]],
];

Deno.test("an upkeep that erases says how many cases; one that erases none says nothing", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  for (const [cases, lines] of TOLD) {
    const told: string[] = [];
    const swept = Promise.withResolvers<void>();
    const rests = () => Promise.resolve(60_000);
    const background = startBackground({
      outbox: store.outbox,
      send: null,
      sweep: () => Promise.resolve({ cases }).finally(() => swept.resolve()),
      clear: () => Promise.resolve(),
      readOlder: rests,
      buildMatters: rests,
      watchRising: rests,
      onNotice: (line) => told.push(line),
    });
    await swept.promise;
    await background.stop(0);
    assertEquals(told, [...lines]);
  }
  await store.close();
});

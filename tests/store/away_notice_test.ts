// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { openThreadedStore } from "../../src/store/threads/threaded_store.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { sampleCase } from "./case_samples.ts";

for (const [where, open] of Object.entries({ here: openSqliteStore, thread: openThreadedStore })) {
  Deno.test(`a store (${where}) that is away says why, once, and that it is back`, async () => {
    const folder = await Deno.makeTempDir();
    const path = `${folder}/cases.sqlite`;
    const states: (string | null)[] = [];
    const store = await open({ path, onState: (away) => states.push(away) });
    await store.record(sampleCase());
    await Deno.rename(path, `${path}.away`);
    for (let tried = 0; tried < 3; tried++) {
      await assertRejects(() => store.record(sampleCase()), Failure);
    }
    await Deno.rename(`${path}.away`, path);
    await store.record(sampleCase());
    assertEquals(states, ["The store's file is gone", null]);
    await store.close();
    await Deno.remove(folder, { recursive: true });
  });
}

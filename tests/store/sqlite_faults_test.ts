/**
 * What can happen to a file: full disk, read-only, locked, gone. Nothing is
 * acknowledged then, and the store recovers without a restart.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { openThreadedStore } from "../../src/store/threads/threaded_store.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { ticketOf } from "./case_store_contract.ts";
import { sampleCase } from "./case_samples.ts";

const DISK_BYTES = 2 * 1024 * 1024;

/** A small disk of its own; `null` where this machine does not let us have one. */
async function mountDisk(): Promise<string | null> {
  const folder = await Deno.makeTempDir();
  const options = `size=${DISK_BYTES}`;
  if (await ran("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)) return folder;
  await Deno.remove(folder);
  return null;
}

async function unmountDisk(folder: string): Promise<void> {
  await ran("umount", folder);
  await Deno.remove(folder);
}

async function ran(command: string, ...args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command(command, { args, stderr: "null" }).output()).success;
  } catch {
    return false;
  }
}

const disk = await mountDisk();
const onDisk = (name: string, test: (folder: string) => Promise<void>) =>
  Deno.test({
    name: disk === null ? `${name} (this machine lets us mount no disk)` : name,
    ignore: disk === null,
    fn: () => test(disk ?? ""),
  });

async function assertUnavailable(store: DatabaseStore): Promise<void> {
  const refused = sampleCase();
  const failure = await assertRejects(() => store.record(refused), Failure);
  assertEquals(failure.code, "store_unavailable");
  assert((failure.retryAfterS ?? 0) > 0);
  assertEquals(await store.ready(), false);
}

/** Whether the file could be made so. Root may write whatever the mode, unless it is immutable. */
async function makeReadOnly(path: string): Promise<boolean> {
  await Deno.chmod(path, 0o444);
  try {
    (await Deno.open(path, { write: true })).close();
  } catch {
    return true;
  }
  return await ran("chattr", "+i", path);
}

async function makeWritable(path: string): Promise<void> {
  await ran("chattr", "-i", path);
  await Deno.chmod(path, 0o644);
}

const immutable = await (async () => {
  const file = await Deno.makeTempFile();
  const works = await makeReadOnly(file);
  await makeWritable(file);
  await Deno.remove(file);
  return works;
})();

/** Holds a store to what it does when its file cannot be used. */
function faultsContract(how: string, open: typeof openSqliteStore): void {
  onDisk(
    how + "a full disk: nothing is acknowledged, and space brings the store back",
    async (folder) => {
      const path = `${folder}/full.sqlite`;
      const states: (string | null)[] = [];
      const store = await open({ path, onState: (away) => states.push(away) });
      const stored = [await store.record(sampleCase())];
      const filler = await Deno.open(`${folder}/filler`, { write: true, create: true });
      const block = new Uint8Array(16 * 1024);
      try {
        while (true) await filler.write(block);
      } catch (error) {
        assert(error instanceof Error);
      }
      filler.close();

      const refused: string[] = [];
      const message = "x".repeat(9_000);
      for (let round = 0; refused.length < 20 && round < 2_000; round++) {
        const group = Array.from({ length: 4 }, () => sampleCase({ message }));
        const results = await Promise.allSettled(group.map((each) => store.record(each)));
        results.forEach((result, index) => {
          if (result.status === "fulfilled") return void stored.push(result.value);
          assertEquals(result.reason.code, "store_unavailable");
          refused.push(group[index]?.case_id ?? "");
        });
      }
      assert(refused.length >= 20);
      // What reads, or finds room for a little, does not make it ready.
      for (let round = 0; round < 5; round++) {
        await assertUnavailable(store);
        await store.desk.read(stored[0]?.case_id ?? "");
        await store.desk.assign(stored[0]?.case_id ?? "", `p${round}`).catch(() => {});
        await store.sweep().catch(() => {});
        assertEquals(await store.ready(), false);
      }
      const full = "The store cannot be used: the disk is full";
      assertEquals(states, [full]);

      await Deno.remove(`${folder}/filler`);
      assertEquals(await store.ready(), true);
      assertEquals(states, [full, null]);
      stored.push(await store.record(sampleCase()));
      for (const { case_id } of stored) assert(await store.get(case_id ?? "") !== null);
      for (const case_id of refused) assertEquals(await store.get(case_id), null);
      const ids = stored.map(ticketOf);
      assertEquals(new Set(ids).size, ids.length);
      await store.close();
      await Deno.remove(path);
    },
  );

  onDisk(how + "a read-only disk: the store opens, refuses, and recovers", async (folder) => {
    const path = `${folder}/read_only.sqlite`;
    const before = await open({ path });
    await before.record(sampleCase());
    await before.close();
    assert(await ran("mount", "-o", "remount,ro", folder));
    const store = await open({ path });
    await assertUnavailable(store);
    assert(await ran("mount", "-o", "remount,rw", folder));
    assertEquals(ticketOf(await store.record(sampleCase())), "BUG-2");
    assertEquals(await store.ready(), true);
    await store.close();
    await Deno.remove(path);
  });

  Deno.test({
    name: how + "a file that is read-only: the store opens, refuses, and recovers" +
      (immutable ? "" : " (this machine lets us make no file read-only for root)"),
    ignore: !immutable,
    async fn() {
      const folder = await Deno.makeTempDir();
      const path = `${folder}/cases.sqlite`;
      const before = await open({ path });
      await before.record(sampleCase());
      await before.close();
      assert(await makeReadOnly(path));
      const store = await open({ path });
      await assertUnavailable(store);
      await makeWritable(path);
      assertEquals(ticketOf(await store.record(sampleCase())), "BUG-2");
      await store.close();
      await Deno.remove(folder, { recursive: true });
    },
  });

  Deno.test(
    how + "a file that another process holds locked is waited for, and then refused",
    async () => {
      const folder = await Deno.makeTempDir();
      const path = `${folder}/cases.sqlite`;
      const store = await open({ path, lock_wait_ms: 100 });
      const other = new DatabaseSync(path);
      other.exec("BEGIN IMMEDIATE");
      await assertUnavailable(store);
      const waiting = store.record(sampleCase());
      other.exec("COMMIT");
      assertEquals(ticketOf(await waiting), "BUG-1");
      other.close();
      await store.close();
      await Deno.remove(folder, { recursive: true });
    },
  );

  /** What happens to the files of a running store, and how they are put right again. */
  const LOST: readonly (readonly [string, (path: string) => Promise<void>, boolean])[] = [
    ["deleted", (path) => Deno.remove(path), false],
    ["deleted with all beside it", async (path) => {
      for (const ending of ["", "-wal", "-shm"]) await Deno.remove(path + ending);
    }, false],
    ["without its log", (path) => Deno.remove(`${path}-wal`), false],
    ["moved away", (path) => Deno.rename(path, `${path}.away`), true],
    ["replaced by an empty one", async (path) => {
      await Deno.rename(path, `${path}.away`);
      await Deno.writeFile(path, new Uint8Array());
    }, true],
    ["replaced by a copy of itself", async (path) => {
      await Deno.rename(path, `${path}.away`);
      await Deno.copyFile(`${path}.away`, path);
    }, true],
    ["replaced by another store's", async (path) => {
      const other = await open({ path: `${path}.other` });
      await other.record(sampleCase());
      await other.close();
      await Deno.rename(path, `${path}.away`);
      await Deno.rename(`${path}.other`, path);
    }, true],
  ];
  for (const [what, lose, comesBack] of LOST) {
    const then = comesBack ? ", and taken again when it is back" : "";
    Deno.test(`a file that is ${what} under the store is not written to${then}`, async () => {
      const folder = await Deno.makeTempDir();
      const path = `${folder}/cases.sqlite`;
      const store = await open({ path });
      const first = await store.record(sampleCase());
      assertEquals(await store.ready(), true);
      await lose(path);
      await assertUnavailable(store);
      await assertUnavailable(store);
      if (comesBack) {
        await Deno.rename(`${path}.away`, path);
        assertEquals(await store.ready(), true);
        assertEquals(ticketOf(await store.record(sampleCase())), "BUG-2");
        assert(await store.get(first.case_id ?? "") !== null);
      }
      await store.close();
      if (comesBack) {
        const again = await open({ path });
        assertEquals(ticketOf(await again.record(sampleCase())), "BUG-3");
        await again.close();
      }
      await Deno.remove(folder, { recursive: true });
    });
  }

  Deno.test(how + "a path that is no use is an error at the start", async () => {
    const folder = await Deno.makeTempDir();
    await Deno.writeTextFile(`${folder}/text`, "this is no database, ".repeat(100));
    for (const path of [`${folder}/text`, folder, `${folder}/text/below.sqlite`]) {
      const error = await assertRejects(() => open({ path }), Error);
      assert(!(error instanceof Failure), `${path}: ${error}`);
    }
    await Deno.remove(folder, { recursive: true });
  });
}

faultsContract("", openSqliteStore);
faultsContract("on threads: ", openThreadedStore);

Deno.test.afterAll(async () => {
  if (disk !== null) await unmountDisk(disk);
});

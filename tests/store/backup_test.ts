/**
 * Runs the commands of docs/operations/backup.md as they stand there.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import type { StoredCase } from "../../src/triage/domain/case.ts";
import { ticketOf } from "./case_store_contract.ts";
import { sampleCase } from "./case_samples.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

const DOCUMENT = Deno.readTextFileSync(
  new URL("../../docs/operations/backup.md", import.meta.url),
);
const DENO_FOLDER = Deno.execPath().replace(/\/[^/]*$/, "");

/** Runs a named block of the document. */
async function run(block: string, environment: Record<string, string>): Promise<void> {
  const script = new RegExp(`\`\`\`sh ${block}\n([^]*?)\`\`\``).exec(DOCUMENT)?.[1];
  assert(script !== undefined, `no block ${block}`);
  const { success, stderr } = await new Deno.Command("sh", {
    args: ["-eu", "-c", script],
    env: { ...environment, PATH: `${DENO_FOLDER}:${Deno.env.get("PATH")}` },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

async function record(store: DatabaseStore, cases: number): Promise<StoredCase[]> {
  return await Promise.all(Array.from({ length: cases }, () => store.record(sampleCase())));
}

/** What was stored before the backup is back, and no ticket number that was given out comes again. */
async function assertRestored(
  store: DatabaseStore,
  before: readonly StoredCase[],
  after: readonly StoredCase[],
): Promise<void> {
  for (const each of before) assertEquals(await store.get(each.case_id ?? ""), each);
  for (const each of after) assertEquals(await store.get(each.case_id ?? ""), null);
  const known = [...before, ...after].map(ticketOf);
  for (const fresh of await record(store, 3)) assert(!known.includes(ticketOf(fresh)));
}

Deno.test("an SQLite backup taken while the service runs is restored", async () => {
  const folder = await Deno.makeTempDir();
  const environment = { DATABASE: `${folder}/cases.sqlite`, BACKUP: `${folder}/backup.sqlite` };
  const store = await openSqliteStore({ path: environment.DATABASE });
  const before = await record(store, 20);
  // Each night to the same file.
  await run("backup-sqlite", environment);
  await run("backup-sqlite", environment);
  const after = await record(store, 5);
  await store.close();
  await run("restore-sqlite", environment);
  const restored = await openSqliteStore({ path: environment.DATABASE });
  await assertRestored(restored, before, after);
  await restored.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test({
  name: "a PostgreSQL backup taken while the service runs is restored" +
    (POSTGRES_URL === undefined ? ` ${NO_POSTGRES}` : ""),
  ignore: POSTGRES_URL === undefined,
  async fn() {
    const folder = await Deno.makeTempDir();
    const from = await createDatabase(POSTGRES_URL ?? "");
    const to = await createDatabase(POSTGRES_URL ?? "");
    const BACKUP = `${folder}/backup`;
    const store = await openPostgresStore({ url: from.url });
    const before = await record(store, 20);
    await run("backup-postgres", { DATABASE: from.url, BACKUP });
    const after = await record(store, 5);
    await store.close();
    await run("restore-postgres", { DATABASE: to.url, BACKUP });
    const restored = await openPostgresStore({ url: to.url });
    await assertRestored(restored, before, after);
    await restored.close();
    await from.close();
    await to.close();
    await Deno.remove(folder, { recursive: true });
  },
});

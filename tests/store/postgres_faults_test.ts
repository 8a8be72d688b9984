/**
 * A PostgreSQL that goes away and comes back: nothing is acknowledged in
 * between, and the store recovers without a restart.
 *
 * @module
 */
import { setImmediate } from "node:timers";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { StoredCase } from "../../src/triage/domain/case.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { ticketOf } from "./case_store_contract.ts";
import { sampleCase } from "./case_samples.ts";
import { startProxy } from "./cuttable_proxy.ts";
import { PgliteServer } from "./pglite_server.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

async function assertUnavailable(store: DatabaseStore): Promise<void> {
  const failure = await assertRejects(() => store.record(sampleCase()), Failure);
  assertEquals(failure.code, "store_unavailable");
  assert((failure.retryAfterS ?? 0) > 0);
  assertEquals(await store.ready(), false);
}

/** Records a case; `null` where the store says that it is away. */
async function record(store: DatabaseStore): Promise<StoredCase | null> {
  try {
    return await store.record(sampleCase());
  } catch (error) {
    assert(error instanceof Failure && error.code === "store_unavailable", String(error));
    return null;
  }
}

/** Tries until the store takes a case. */
async function recorded(store: DatabaseStore): Promise<StoredCase> {
  while (true) {
    const stored = await record(store);
    if (stored !== null) return stored;
  }
}

/** What became of the cases that were written while the server went away. */
interface Written {
  readonly stored: StoredCase[];
  refused: number;
}

async function write(store: DatabaseStore, written: Written, more: () => boolean): Promise<void> {
  while (more()) {
    const stored = await record(store);
    if (stored === null) written.refused++;
    else written.stored.push(stored);
  }
}

/** The store takes cases again, holds all that were acknowledged, and gave no number twice. */
async function assertNothingLost(store: DatabaseStore, { stored }: Written): Promise<void> {
  stored.push(await recorded(store));
  for (const each of stored) assertEquals(await store.get(each.case_id ?? ""), each);
  const ids = stored.map(ticketOf);
  assertEquals(new Set(ids).size, ids.length);
}

Deno.test("PostgreSQL away at the start and later: refused, and taken when it is back", async () => {
  const server = await PgliteServer.create();
  const store = await openPostgresStore({ url: server.url, connections: 1 });
  await assertUnavailable(store);
  await server.comeBack();
  assertEquals(ticketOf(await recorded(store)), "BUG-1");
  await server.goAway();
  await assertUnavailable(store);
  await server.comeBack();
  const back = await recorded(store);
  assertEquals(ticketOf(back), "BUG-2");
  assertEquals(await store.get(back.case_id ?? ""), back);
  assertEquals(await store.ready(), true);
  await store.close();
  await server.close();
});

const onServer = (name: string, test: (serverUrl: string) => Promise<void>) =>
  Deno.test({
    name: POSTGRES_URL === undefined ? `${name} ${NO_POSTGRES}` : name,
    ignore: POSTGRES_URL === undefined,
    fn: () => test(POSTGRES_URL ?? ""),
  });

onServer(
  "a server that breaks connections off under load loses nothing acknowledged",
  async (url) => {
    const database = await createDatabase(url);
    const store = await openPostgresStore({ url: database.url });
    const breakOff = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
      `WHERE datname = '${database.name}' AND pid <> pg_backend_pid()`;
    const written: Written = { stored: [], refused: 0 };
    const writers = Array.from({ length: 8 }, () => {
      // Until one is refused, however long that takes, and then so many more.
      let left = 30;
      return write(store, written, () => written.refused === 0 || left-- > 0);
    });
    while (written.refused === 0) await database.runOutside(breakOff);
    await Promise.all(writers);
    await assertNothingLost(store, written);
    await store.close();
    await database.close();
  },
);

onServer("a network that is cut under load loses nothing acknowledged", async (url) => {
  const database = await createDatabase(url);
  const proxy = startProxy(database.url);
  const store = await openPostgresStore({ url: proxy.url, connections: 3 });
  const written: Written = { stored: [], refused: 0 };
  let cutting = true;
  const writers = Array.from({ length: 8 }, () => write(store, written, () => cutting));
  for (let cut = 0; cut < 40; cut++) {
    // Each time in the middle of something else.
    const enough = written.stored.length + 1 + cut % 7;
    while (written.stored.length < enough) await new Promise((resolve) => setImmediate(resolve));
    proxy.cut();
  }
  cutting = false;
  await Promise.all(writers);
  assert(written.refused > 0);
  await assertNothingLost(store, written);
  await store.close();
  proxy.close();
  await database.close();
});

onServer(
  "a server that lets nobody in is unavailable, and wrong settings stop the start",
  async (url) => {
    const database = await createDatabase(url);
    const store = await openPostgresStore({ url: database.url });
    await store.record(sampleCase());
    await database.runOutside(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS false`);
    await database.runOutside(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}'`,
    );
    await assertUnavailable(store);
    await database.runOutside(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS true`);
    assertEquals(ticketOf(await recorded(store)), "BUG-2");
    await store.close();

    const nowhere = new URL(database.url);
    nowhere.pathname = "/no_such_database";
    const error = await assertRejects(() => openPostgresStore({ url: nowhere.href }), Error);
    assert(!(error instanceof Failure), String(error));
    await database.close();
  },
);

onServer("a transaction that another one stops in the middle of is run again", async (url) => {
  const database = await createDatabase(url);
  const { PostgresDatabase } = await import("../../src/store/postgres_database.ts");
  const client = new PostgresDatabase({ url: database.url });
  await client.query("CREATE TABLE pair (id INTEGER PRIMARY KEY, touched INTEGER NOT NULL)");
  await client.query("INSERT INTO pair VALUES (1, 0), (2, 0)");
  const firstHeld: PromiseWithResolvers<void>[] = [
    Promise.withResolvers(),
    Promise.withResolvers(),
  ];
  const touch = (own: number, other: number) =>
    client.transaction(async (sql) => {
      await sql.query("UPDATE pair SET touched = touched + 1 WHERE id = $1", [own]);
      firstHeld[own - 1]?.resolve();
      await firstHeld[other - 1]?.promise;
      await sql.query("UPDATE pair SET touched = touched + 1 WHERE id = $1", [other]);
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  assertEquals(await client.query("SELECT touched FROM pair"), [{ touched: 2 }, { touched: 2 }]);
  await client.close();
  await database.close();
});

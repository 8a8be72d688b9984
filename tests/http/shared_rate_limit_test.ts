// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { createRateLimit } from "../../src/http/door/rate_limit.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

const SHOP = { name: "shop", scopes: ["process"] } as const;

Deno.test("instances on one PostgreSQL count a key's requests together", async () => {
  const database = await PGlite.create();
  const socket = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1" });
  await socket.start();
  const url = `postgres://postgres@${socket.getServerConn()}/postgres`;
  const store = await openPostgresStore({ url, connections: 1 });
  try {
    const [one, two] = [1, 2].map(() =>
      createRateLimit({ requests_per_minute: 3, shared: store.shared })
    );
    await one?.(SHOP, "192.0.2.1");
    await two?.(SHOP, "192.0.2.2");
    await one?.(SHOP, "192.0.2.1");
    const failure = await assertRejects(() => two?.(SHOP, "192.0.2.2") ?? fail(), Failure);
    assertEquals(failure.code, "rate_limited");
  } finally {
    await store.close();
    await socket.stop();
    await database.close();
  }
});

Deno.test("SQLite, which belongs to one process, shares nothing", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  assertEquals(store.shared, null);
  await store.close();
});

function fail(): never {
  throw new Error("there is no limit");
}

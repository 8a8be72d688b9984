/**
 * Behind PgBouncer: works with the settings that docs/operations.md names, and
 * names them where they are missing.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { sampleCase } from "./case_samples.ts";
import { ticketOf } from "./case_store_contract.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

const PROGRAM = "/usr/sbin/pgbouncer";
const PASSED_OVER = "statement_timeout, idle_in_transaction_session_timeout";

const installed = await Deno.stat(PROGRAM).then(() => true, () => false);
const why = POSTGRES_URL === undefined ? NO_POSTGRES : installed ? "" : "(no pgbouncer here)";

/** "PgBouncer 1.18.0" as 1.18. */
async function versionOf(): Promise<number> {
  const { stdout } = await new Deno.Command(PROGRAM, { args: ["--version"] }).output();
  return Number(/^PgBouncer (\d+\.\d+)/.exec(new TextDecoder().decode(stdout))?.[1] ?? 0);
}

/** Runs PgBouncer in front of a database. */
async function behind(
  settings: Readonly<Record<string, string>>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const database = await createDatabase(POSTGRES_URL ?? "");
  const folder = await Deno.makeTempDir();
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const server = new URL(database.url);
  const lines = Object.entries({
    listen_addr: "127.0.0.1",
    listen_port: String(port),
    auth_type: "any",
    unix_socket_dir: "",
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  const target = `* = host=${server.hostname} port=${server.port} user=${server.username}`;
  await Deno.writeTextFile(
    `${folder}/ini`,
    ["[databases]", target, "[pgbouncer]", ...lines, ""].join("\n"),
  );
  await Deno.chmod(folder, 0o755);
  const child = new Deno.Command(PROGRAM, {
    args: ["-u", "postgres", `${folder}/ini`],
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    while (true) {
      try {
        (await Deno.connect({ hostname: "127.0.0.1", port })).close();
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    await use(`postgres://${server.username}@127.0.0.1:${port}${server.pathname}`);
  } finally {
    child.kill("SIGKILL");
    await child.status;
    await database.close();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  name: `behind PgBouncer in session mode the store works ${why}`,
  ignore: why !== "",
  fn: () =>
    behind({ pool_mode: "session", ignore_startup_parameters: PASSED_OVER }, async (url) => {
      const store = await openPostgresStore({ url, connections: 3 });
      const stored = await Promise.all([1, 2, 3].map(() => store.record(sampleCase())));
      assertEquals(stored.map(ticketOf).sort(), ["BUG-1", "BUG-2", "BUG-3"]);
      await store.close();
    }),
});

const version = installed ? await versionOf() : 0;
transactionTest(why !== "" || version >= 1.21 ? why : `(PgBouncer ${version} here; from 1.21 on)`);

function transactionTest(why: string): void {
  Deno.test({
    name: `behind PgBouncer in transaction mode the store works ${why}`,
    ignore: why !== "",
    fn: () =>
      behind({
        pool_mode: "transaction",
        max_prepared_statements: "200",
        ignore_startup_parameters: PASSED_OVER,
      }, async (url) => {
        const store = await openPostgresStore({ url, connections: 3 });
        const stored = await Promise.all(
          Array.from({ length: 30 }, () => store.record(sampleCase())),
        );
        assertEquals(new Set(stored.map(ticketOf)).size, 30);
        await store.close();
      }),
  });
}

Deno.test({
  name: `behind PgBouncer without its settings the start says which it needs ${why}`,
  ignore: why !== "",
  fn: () =>
    behind({ pool_mode: "transaction" }, async (url) => {
      const error = await assertRejects(() => openPostgresStore({ url, connections: 1 }), Error);
      assertMatch(error.message, /ignore_startup_parameters.*max_prepared_statements/);
    }),
});

import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";

let started: Promise<{ database: PGlite; url: string; stop(): Promise<void> }> | null = null;

/** PostgreSQL as WebAssembly, over a socket: on any machine, with nothing to install. */
function server() {
  return started ??= start();
}

async function start() {
  const database = await PGlite.create();
  const socket = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1" });
  await socket.start();
  return {
    database,
    url: `postgres://postgres@${socket.getServerConn()}/postgres`,
    async stop() {
      await socket.stop();
      await database.close();
    },
  };
}

const PGLITE: Backend = {
  name: "pglite",
  // It has one session, so one connection at a time.
  shared: false,
  durable: true,
  async create() {
    const { database, url } = await server();
    await database.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return {
      open: (options) => openPostgresStore({ url, connections: 1, ...options }),
      run: async (statement) => void await database.exec(statement),
      close: () => Promise.resolve(),
    };
  },
};

caseStoreContract(PGLITE);

Deno.test.afterAll(async () => await (await started)?.stop());

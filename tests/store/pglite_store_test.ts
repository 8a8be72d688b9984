import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";
import { PgliteServer } from "./pglite_server.ts";

let started: Promise<PgliteServer> | null = null;

async function start(): Promise<PgliteServer> {
  const server = await PgliteServer.create();
  await server.comeBack();
  return server;
}

const PGLITE: Backend = {
  name: "pglite",
  // It has one session, so one connection at a time.
  shared: false,
  durable: true,
  async create() {
    const { database, url } = await (started ??= start());
    await database.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return {
      open: (options) => openPostgresStore({ url, connections: 1, ...options }),
      run: async (statement) => void await database.exec(statement),
      close: () => Promise.resolve(),
    };
  },
};

caseStoreContract(PGLITE);

Deno.test.afterAll(async () => await (await started)?.close());

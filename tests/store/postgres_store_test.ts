import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

function realServer(serverUrl: string): Backend {
  return {
    name: "postgres",
    shared: true,
    durable: true,
    async create() {
      const { url, run, close } = await createDatabase(serverUrl);
      return {
        open: (options) => openPostgresStore({ url, connections: 3, ...options }),
        run,
        close,
      };
    },
  };
}

if (POSTGRES_URL === undefined) {
  const name = `postgres: the store's contract on a real server ${NO_POSTGRES}`;
  Deno.test({ name, ignore: true, fn: () => {} });
} else {
  caseStoreContract(realServer(POSTGRES_URL));
}

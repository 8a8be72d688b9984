import postgres from "postgres";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";

const URL_NAME = "INTAKE_TEST_POSTGRES";
const server = Deno.env.get(URL_NAME);

/** A database of its own on the server for each test. */
function realServer(serverUrl: string): Backend {
  return {
    name: "postgres",
    shared: true,
    durable: true,
    async create() {
      const name = `intake_${crypto.randomUUID().replaceAll("-", "")}`;
      await onServer(serverUrl, `CREATE DATABASE ${name}`);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      return {
        open: (options) => openPostgresStore({ url: url.href, connections: 3, ...options }),
        run: (statement) => onServer(url.href, statement),
        close: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

if (server === undefined) {
  Deno.test({
    name: `postgres: the contract, on a real server (${URL_NAME} names none; .ci/run starts one)`,
    ignore: true,
    fn: () => {},
  });
} else {
  caseStoreContract(realServer(server));
}

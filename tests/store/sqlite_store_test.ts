import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";

const FILE: Backend = {
  name: "sqlite file",
  shared: true,
  durable: true,
  async create() {
    const folder = await Deno.makeTempDir();
    const path = `${folder}/new/folder/cases.sqlite`;
    return {
      open: (options) => openSqliteStore({ path, ...options }),
      run(statement) {
        const database = new DatabaseSync(path);
        database.exec(statement);
        database.close();
        return Promise.resolve();
      },
      close: () => Deno.remove(folder, { recursive: true }),
    };
  },
};

const MEMORY: Backend = {
  name: "sqlite memory",
  shared: false,
  durable: false,
  create: () =>
    Promise.resolve({
      open: (options) => openSqliteStore({ path: ":memory:", ...options }),
      run: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }),
};

caseStoreContract(FILE);
caseStoreContract(MEMORY);

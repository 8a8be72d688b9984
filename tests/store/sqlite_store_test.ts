// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers";
import { openDatabaseStore } from "../../src/store/database_store.ts";
import { SqliteDatabase } from "../../src/store/sqlite_database.ts";
import { openSqliteStore, SQLITE_MIGRATIONS } from "../../src/store/sqlite_store.ts";
import { openThreadedStore } from "../../src/store/threads/threaded_store.ts";
import type { NewCase } from "../../src/triage/domain/case.ts";
import type { Backend } from "./backend.ts";
import { caseStoreContract } from "./case_store_contract.ts";
import { sampleCase, sampleCaseId } from "./case_samples.ts";
import { claimKey } from "./idempotency_contract.ts";

/** How a store is opened: on the thread that asks, or on threads of its own. */
type Open = typeof openSqliteStore;

function inFile(name: string, open: Open): Backend {
  return {
    name,
    shared: true,
    durable: true,
    async create() {
      const folder = await Deno.makeTempDir();
      const path = `${folder}/new/folder/cases.sqlite`;
      return {
        open: (options) => open({ path, ...options }),
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
}

function inMemory(name: string, open: Open): Backend {
  return {
    name,
    shared: false,
    durable: false,
    create: () =>
      Promise.resolve({
        open: (options) => open({ path: ":memory:", ...options }),
        run: () => Promise.resolve(),
        close: () => Promise.resolve(),
      }),
  };
}

caseStoreContract(inFile("sqlite file", openSqliteStore));
caseStoreContract(inMemory("sqlite memory", openSqliteStore));
caseStoreContract(inFile("sqlite file on threads", openThreadedStore));
caseStoreContract(inMemory("sqlite memory on a thread", openThreadedStore));

Deno.test("sqlite file: what is erased is nowhere in the files of the database", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const store = await openSqliteStore({ path, events: true });
  const secret = "an unmistakable sentence about a walrus";
  const options = { customer_id: "walrus-77", message: `${secret} `.repeat(200), identity: "i" };
  const claim = await claimKey(store.idempotency);
  const { case_id } = await store.record(
    withLetter(secret, sampleCase({ ...options, claim })),
  );
  await store.desk.correct(case_id ?? "", { note: secret }, "anna");
  for (let count = 0; count < 50; count++) await store.record(sampleCase());
  assert(filesHold(folder, secret) && filesHold(folder, "walrus-77"));
  await store.desk.eraseCustomer("walrus-77");
  assert(!filesHold(folder, secret) && !filesHold(folder, "walrus-77"));
  await store.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("sqlite file: what an explanation of before quoted is nowhere in the files", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const old = await openDatabaseStore(
    new SqliteDatabase({ path }),
    SQLITE_MIGRATIONS.slice(0, 11),
    {},
  );
  const why = ["words walrus, heron"];
  const differs = ["words map / walrus"];
  const similar = [{ case_id: sampleCaseId(), probability: 0.6, why, differs }];
  for (let count = 0; count < 50; count++) await old.record(sampleCase({ similar }));
  await old.close();
  assert(filesHold(folder, "walrus"));
  const store = await openSqliteStore({ path });
  assertEquals((await store.sweep()).explanations, 50);
  assert(!filesHold(folder, "walrus"));
  assertEquals(store.copies.pending, 0);
  await store.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("sqlite file: what is erased while somebody reads is gone when they have read", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const store = await openSqliteStore({ path, retention_days: 10 });
  await store.copies.clear();
  assertEquals(store.copies.pending, 0);
  const secret = "an unmistakable sentence about a heron";
  for (let count = 0; count < 20; count++) {
    const message = `${secret} `.repeat(50);
    await store.record(withLetter(secret, sampleCase({ customer_id: "heron", message })));
  }
  const reader = new DatabaseSync(path);
  reader.exec("BEGIN");
  reader.prepare("SELECT COUNT(*) FROM cases").all();
  assertEquals(await store.desk.eraseCustomer("heron"), 20);
  assert(filesHold(folder, secret));
  assertEquals(store.copies.pending, 1);
  await store.copies.clear();
  assertEquals(store.copies.pending, 1);
  const old = new Date(Date.now() - 11 * 86_400_000);
  await store.record(sampleCase({ created_at: old }));
  assertEquals((await store.sweep()).cases, 1);
  assertEquals(store.copies.pending, 2);
  assertEquals(await store.desk.eraseCustomer("nobody"), 0);
  assertEquals(store.copies.pending, 2);
  reader.exec("COMMIT");
  await store.copies.clear();
  assertEquals(store.copies.pending, 0);
  assert(!filesHold(folder, secret));
  reader.close();
  await store.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("sqlite file: copies that a killed process left are found by the next", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  const reader = new DatabaseSync(path);
  const before = await openSqliteStore({ path });
  await before.record(sampleCase({ customer_id: "heron" }));
  reader.exec("BEGIN");
  reader.prepare("SELECT COUNT(*) FROM cases").all();
  await before.desk.eraseCustomer("heron");
  const after = await openSqliteStore({ path });
  await after.copies.clear();
  assertEquals(after.copies.pending, 1);
  reader.exec("COMMIT");
  await after.copies.clear();
  assertEquals(after.copies.pending, 0);
  reader.close();
  await Promise.all([before.close(), after.close()]);
  await Deno.remove(folder, { recursive: true });
});

function withLetter(letter: string, newCase: NewCase): NewCase {
  return { ...newCase, reply: { ...newCase.reply, letter } };
}

function filesHold(folder: string, text: string): boolean {
  return [...Deno.readDirSync(folder)].some(({ name }) =>
    new TextDecoder("latin1").decode(Deno.readFileSync(`${folder}/${name}`)).includes(text)
  );
}

Deno.test("sqlite: a long sweep lets everything else have its turn", async () => {
  const store = await openSqliteStore({ path: ":memory:", retention_days: 1 });
  const old = new Date(Date.now() - 2 * 86_400_000);
  await Promise.all(
    Array.from({ length: 1_000 }, () => store.record(sampleCase({ created_at: old }))),
  );
  let turns = 0;
  let sweeping = true;
  const others = (async () => {
    while (sweeping) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
  })();
  assertEquals((await store.sweep()).cases, 1_000);
  sweeping = false;
  await others;
  assert(turns >= 10, `${turns} turns`);
  await store.close();
});

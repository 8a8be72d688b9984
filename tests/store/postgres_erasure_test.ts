/**
 * The commands of docs/operations/erasure.md do what it says: what was erased is
 * in no table's file any more.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import postgres from "postgres";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { sampleCase } from "./case_samples.ts";
import { createDatabase, NO_POSTGRES, POSTGRES_URL } from "./postgres_server.ts";

const SECRET = "an unmistakable sentence about a bittern";

/** The statements that the document shows. */
function vacuum(): string[] {
  const text = Deno.readTextFileSync("docs/operations/erasure.md");
  const block = /<!-- vacuum -->\s+```sql\n(.*?)```/s.exec(text)?.[1] ?? "";
  return block.split("\n").filter((line) => line !== "");
}

/** The folder with the tables' files; `null` where this user may not read it. */
async function folderOf(url: string): Promise<string | null> {
  const client = postgres(url, { max: 1, fetch_types: false });
  try {
    const [row] = await client.unsafe(
      "SELECT current_setting('data_directory') || '/base/' || oid AS folder " +
        "FROM pg_database WHERE datname = current_database()",
    );
    const folder: string = row?.folder;
    await Array.fromAsync(Deno.readDir(folder));
    return folder;
  } catch {
    return null;
  } finally {
    await client.end();
  }
}

function filesHold(folder: string, text: string): boolean {
  return [...Deno.readDirSync(folder)].some(({ name, isFile }) =>
    isFile &&
    new TextDecoder("latin1").decode(Deno.readFileSync(`${folder}/${name}`)).includes(text)
  );
}

Deno.test({
  name: "postgres: after the document's commands what was erased is in no table's file" +
    (POSTGRES_URL === undefined ? ` ${NO_POSTGRES}` : ""),
  ignore: POSTGRES_URL === undefined,
  async fn() {
    const database = await createDatabase(POSTGRES_URL ?? "");
    try {
      const folder = await folderOf(database.url);
      if (folder === null) {
        return console.log("the server's files cannot be read from here: skipped");
      }
      const store = await openPostgresStore({ url: database.url, connections: 2 });
      for (let count = 0; count < 20; count++) {
        const { case_id } = await store.record(
          sampleCase({ customer_id: "bittern", message: `${count} ${SECRET}` }),
        );
        await store.desk.correct(case_id ?? "", { note: SECRET }, "anna");
      }
      await database.run("CHECKPOINT");
      assert(filesHold(folder, SECRET));
      await store.desk.eraseCustomer("bittern");
      for (const statement of vacuum()) await database.run(statement);
      assert(!filesHold(folder, SECRET));
      await store.close();
    } finally {
      await database.close();
    }
  },
});

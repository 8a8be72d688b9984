// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import * as fc from "fast-check";
import { CASE_INDEX_LIMITS, CaseIndex } from "../../src/store/case_index.ts";
import type { Gist } from "../../src/triage/domain/gist.ts";
import { termsOf } from "../../src/similar/terms.ts";
import { SQLITE_MIGRATIONS } from "../../src/store/sqlite_store.ts";
import { migrate } from "../../src/store/migration.ts";
import { SqliteDatabase } from "../../src/store/sqlite_database.ts";
import { writeGist } from "../../src/store/gist_table.ts";
import { gistFor } from "./similar_contract.ts";

const GIST = gistFor("The export comes out blank.");

/** What others do around a statement. */
interface Around {
  readonly when: RegExp;
  readonly before?: () => Promise<unknown>;
  readonly after?: () => void;
}

/** A database of gists, and what was asked of it by an index. */
async function shelf() {
  const database = new SqliteDatabase({ path: ":memory:" });
  await migrate(database, SQLITE_MIGRATIONS);
  const asked: string[] = [];
  let now = 0;
  let around: Around | null = null;
  const index = new CaseIndex({
    dialect: database.dialect,
    async query(text, values) {
      asked.push(text);
      const { before, after }: Partial<Around> = around?.when.test(text) ? around : {};
      if (before || after) around = null;
      await before?.();
      const rows = await database.query(text, values);
      after?.();
      return rows as never;
    },
  }, () => now);
  return {
    index,
    fresh: () => new CaseIndex(database),
    write: (caseId: string, gist: Gist = GIST) =>
      database.transaction((sql) => writeGist(sql, database.dialect, caseId, gist)),
    writeMany: (caseIds: readonly string[]) =>
      database.transaction(async (sql) => {
        for (const caseId of caseIds) await writeGist(sql, database.dialect, caseId, GIST);
      }),
    /** Does something before or after the next such statement. */
    meanwhile: (next: Around) => around = next,
    pass: (milliseconds: number) => now += milliseconds,
    /** How often it was asked since the last time. */
    asked: () => asked.splice(0).length,
    lists: (of = index) => of.newest(termsOf(GIST)),
  };
}

async function idsIn(index: CaseIndex, numbers: readonly number[]): Promise<string[]> {
  return [...(await index.cases(numbers)).values()].map(({ case_id }) => case_id);
}

Deno.test("what came since is read once, and nothing else", async () => {
  const { index, write, asked, lists } = await shelf();
  await write("a");
  assertEquals((await lists())[0], [1]);
  assertEquals(await idsIn(index, [1]), ["a"]);
  asked();
  await write("b");
  await write("c");
  assertEquals((await lists())[0], [3, 2, 1]);
  assertEquals(await idsIn(index, [1, 2, 3]), ["a", "b", "c"]);
  assertEquals(asked(), 1);
});

Deno.test("all is forgotten in time, and at once when somebody is erased", async () => {
  const { index, write, pass, asked, lists } = await shelf();
  await write("a");
  await lists();
  await index.cases([1]);
  asked();
  pass(CASE_INDEX_LIMITS.kept_ms);
  await index.cases([1]);
  assertEquals(asked(), 0);
  pass(1);
  await index.cases([1]);
  assertEquals(asked(), 1);
  index.forget();
  await index.cases([1]);
  assertEquals(asked(), 1);
});

Deno.test("of very many new cases it begins anew", async () => {
  const { writeMany, asked, lists } = await shelf();
  await lists();
  const { newer_cases } = CASE_INDEX_LIMITS;
  await writeMany(Array.from({ length: newer_cases }, (_, at) => `case ${at}`));
  asked();
  const [newest = []] = await lists();
  assertEquals([newest[0], newest.length], [newer_cases, 60]);
  // What came since, where the newest stands, and the lists.
  assertEquals(asked(), 3);
});

Deno.test("no more cases are kept than the limit says: those that were looked at longest ago go", async () => {
  const { index, writeMany, asked } = await shelf();
  const { cases } = CASE_INDEX_LIMITS;
  const numbers = Array.from({ length: cases }, (_, at) => at + 1);
  await writeMany(numbers.map((number) => `case ${number}`));
  const [first, last] = [numbers.slice(0, cases / 2), numbers.slice(cases / 2)];
  await index.cases(first);
  await index.cases(last);
  assertEquals(asked(), 2);
  await index.cases(last);
  // The one that is looked at again is kept from then on, in place of the others of its half.
  await index.cases([1]);
  await index.cases([1, ...last.slice(0, 100)]);
  assertEquals(asked(), 0);
  await index.cases([2]);
  assertEquals(asked(), 1);
});

Deno.test("a case that comes between two statements of a look is listed once", async () => {
  const { write, meanwhile, lists } = await shelf();
  await write("a");
  meanwhile({ when: /string_agg/, before: () => write("b") });
  assertEquals((await lists())[0], [2, 1]);
  await write("c");
  assertEquals((await lists())[0], [3, 2, 1]);
});

Deno.test("lists that were asked for before all was forgotten are read anew", async () => {
  const { index, write, meanwhile, lists, fresh } = await shelf();
  await write("a");
  meanwhile({ when: /string_agg/, after: () => index.forget() });
  await lists();
  await write("b");
  assertEquals(await lists(), await lists(fresh()));
});

Deno.test("a case that was read before it was erased is not kept after", async () => {
  const { index, write, meanwhile, asked } = await shelf();
  await write("a");
  meanwhile({ when: /number IN/, after: () => index.forget() });
  await index.cases([1]);
  asked();
  await index.cases([1]);
  assertEquals(asked(), 1);
});

Deno.test("property: what is kept is what a fresh look finds", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("write" as const), told: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant("look" as const), told: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant("forget" as const), told: fc.constant(0) }),
  );
  const gists = ["The export is blank.", "Dark mode, please.", "E18 on the oven", "Where is it?"]
    .map((text) => gistFor(text));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 200 }), async (steps) => {
      const { index, fresh, write } = await shelf();
      let written = 0;
      for (const { kind, told } of steps) {
        const gist = gists[told] ?? GIST;
        if (kind === "write") await write(`case ${++written}`, gist);
        else if (kind === "forget") index.forget();
        else assertEquals(await index.newest(termsOf(gist)), await fresh().newest(termsOf(gist)));
      }
    }),
  );
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import type { Database, Value } from "../../src/store/database.ts";
import { type FoundCase, READ_CASES_LIMITS, ReadCases } from "../../src/store/read_cases.ts";
import { gistFor } from "./similar_contract.ts";

const GIST = JSON.stringify(gistFor("The export comes out blank."));

/** A database of gists that tells which numbers it was asked for. */
function shelf(stored: readonly FoundCase[]) {
  const asked: Value[][] = [];
  const database = {
    query: (_text: string, values: readonly Value[] = []) => {
      asked.push([...values]);
      const found = stored.filter(({ number }) => values.includes(number));
      return Promise.resolve(found.map((one) => ({ ...one, gist: GIST })));
    },
  } as unknown as Pick<Database, "query">;
  return { asked, database };
}

const found = (number: number, case_id = `case ${number}`): FoundCase => ({ number, case_id });

Deno.test("a gist is fetched once, and the missing ones together", async () => {
  const { asked, database } = shelf([found(1), found(2), found(3)]);
  const cases = new ReadCases(database);
  assertEquals([...(await cases.of([found(1), found(2), found(1)])).keys()], ["case 1", "case 2"]);
  assertEquals([...(await cases.of([found(2), found(3)])).keys()], ["case 2", "case 3"]);
  await cases.of([found(3), found(1)]);
  assertEquals(asked, [[1, 2], [3]]);
});

Deno.test("one that is gone is not given, one under another number is fetched anew", async () => {
  const stored = [found(1)];
  const { asked, database } = shelf(stored);
  const cases = new ReadCases(database);
  assertEquals((await cases.of([found(1), found(2)])).size, 1);
  stored.push(found(7, "case 1"));
  assertEquals((await cases.of([found(7, "case 1")])).size, 1);
  assertEquals(asked, [[1, 2], [7]]);
});

Deno.test("a number that was given again stands for the case that has it now", async () => {
  const stored = [found(1)];
  const { asked, database } = shelf(stored);
  const cases = new ReadCases(database);
  await cases.of([found(1)]);
  stored[0] = found(1, "another case");
  const given = await cases.of([found(1, "another case")]);
  assertEquals([...given.keys()], ["another case"]);
  assertEquals(asked, [[1], [1]]);
});

Deno.test("all is forgotten in time, and when there are too many", async () => {
  let now = 0;
  const { asked, database } = shelf([found(1)]);
  const cases = new ReadCases(database, () => now);
  await cases.of([found(1)]);
  now = READ_CASES_LIMITS.kept_ms;
  await cases.of([found(1)]);
  assertEquals(asked.length, 1);
  now++;
  await cases.of([found(1)]);
  assertEquals(asked.length, 2);
  await cases.of(Array.from({ length: READ_CASES_LIMITS.cases }, (_, at) => found(at + 2)));
  await cases.of([found(1)]);
  assertEquals(asked.length, 4);
});

Deno.test("all is forgotten at once when somebody is erased", async () => {
  const { asked, database } = shelf([found(1)]);
  const cases = new ReadCases(database);
  await cases.of([found(1)]);
  cases.forget();
  await cases.of([found(1)]);
  assertEquals(asked, [[1], [1]]);
});

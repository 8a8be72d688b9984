// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { csvRows } from "../../src/batch/csv_rows.ts";
import { cellText, csvLine } from "../../src/batch/csv_writer.ts";

const cells: ReadonlyArray<readonly [string, string]> = [
  ["=SUM(A1:A9)", "'=SUM(A1:A9)"],
  ["@import", "'@import"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["\tx", "'\tx"],
  ["＝1", "'＝1"],
  ["-1", "-1"],
  ["+4.5e-3", "+4.5e-3"],
  ["-12.5", "-12.5"],
  ["plain = text", "plain = text"],
  ["", ""],
];
for (const [cell, written] of cells) {
  Deno.test(`a spreadsheet runs nothing of ${JSON.stringify(cell)}`, () => {
    assertEquals(csvLine([cell]), `${written}\r\n`);
  });
}

Deno.test("quotes, commas and line breaks stay in their cell", () => {
  assertEquals(csvLine(['a"b', "c,d", "e\nf"]), '"a""b","c,d","e\nf"\r\n');
  assertEquals([null, undefined, 7, { a: [1] }].map(cellText), ["", "", "7", '{"a":[1]}']);
});

Deno.test("whatever is written is read again as it was, but for formulas", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", ";", "é"), minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (row) => {
      async function* once() {
        yield await Promise.resolve(new TextEncoder().encode(csvLine(row)));
      }
      const rows = await Array.fromAsync(csvRows(once(), { delimiter: ",", max_row_bytes: 1_000 }));
      assertEquals(rows.map(({ fields }) => fields), [row]);
    }),
  );
});

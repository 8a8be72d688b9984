// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { csvRows } from "../../src/batch/csv_rows.ts";
import { InputError } from "../../src/batch/input_error.ts";
import { openTable } from "../../src/batch/table_records.ts";
import { Failure } from "../../src/triage/domain/failure.ts";

const OPTIONS = { delimiter: ",", max_row_bytes: 100 };

/** The records of a text, as `[line, value]`; a bad row as `[line, why]`. */
async function read(
  text: string | Uint8Array<ArrayBuffer>,
  options: Partial<typeof OPTIONS> = {},
  chunkBytes = 7,
): Promise<[number, unknown][]> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    }
  }
  const table = await openTable(csvRows(chunks(), { ...OPTIONS, ...options }));
  const records = await Array.fromAsync(table.records);
  return records.map(({ line, value }) => [
    line,
    value instanceof Failure ? value.message.replace("Cannot read the row: ", "") : value,
  ]);
}

const a = { message: "a", id: "1" };
const b = { message: "b", id: "2" };
const BEHIND = "there is text behind a closing quote";

const files: ReadonlyArray<{
  name: string;
  text: string | Uint8Array<ArrayBuffer>;
  options?: Partial<typeof OPTIONS>;
  records: [number, unknown][];
}> = [
  { name: "rows", text: "message,id\na,1\nb,2\n", records: [[2, a], [3, b]] },
  {
    name: "CR LF, and no break at the end",
    text: "message,id\r\na,1\r\nb,2",
    records: [[2, a], [3, b]],
  },
  {
    name: "a header in other words",
    text: " Message ,Customer ID,the-date\na,c,x\n",
    records: [[2, { message: "a", customer_id: "c", the_date: "x" }]],
  },
  { name: "a quoted header", text: '"message","id"\na,1\n', records: [[2, a]] },
  {
    name: "a quoted delimiter",
    text: 'message,id\n"a,b",1\n',
    records: [[2, { message: "a,b", id: "1" }]],
  },
  {
    name: "doubled quotes",
    text: 'message,id\n"say ""hi""",1\n',
    records: [[2, { message: 'say "hi"', id: "1" }]],
  },
  {
    name: "a quote inside a plain field",
    text: 'message,id\n5" screen,1\n',
    records: [[2, { message: '5" screen', id: "1" }]],
  },
  {
    name: "line breaks in a field",
    text: 'message,id\n"a\r\n\r\nb",1\nb,2\n',
    records: [[2, { message: "a\n\nb", id: "1" }], [5, b]],
  },
  {
    name: "an empty field",
    text: "message,id\na,\n,2\n",
    records: [[2, { message: "a" }], [3, { id: "2" }]],
  },
  { name: "an empty quoted field", text: 'message,id\n"",2\n', records: [[2, { id: "2" }]] },
  { name: "empty lines", text: "\nmessage,id\n\na,1\n\n\nb,2\n\n", records: [[4, a], [7, b]] },
  {
    name: "a semicolon",
    text: "message;id\na,b;1\n",
    options: { delimiter: ";" },
    records: [[2, { message: "a,b", id: "1" }]],
  },
  { name: "a tab", text: "message\tid\na\t1\n", options: { delimiter: "\t" }, records: [[2, a]] },
  {
    name: "columns of one name",
    text: "message,Comment,Comment,comment\na,x,,y\n",
    records: [[2, { message: "a", comment: "x\n\ny" }]],
  },
  {
    name: "a column without a name",
    text: "message,\na,x\n",
    records: [[2, { message: "a", "(column 2)": "x" }]],
  },
  { name: "empty fields beyond the header", text: "message,id\na,1,,\n", records: [[2, a]] },
  { name: "no rows", text: "message,id\n", records: [] },
  { name: "nothing", text: "", records: [] },
  // Faults stay in their row.
  {
    name: "too many fields",
    text: "message,id\nx,y,z\na,1\n",
    records: [[2, "it has 3 fields, the header has 2"], [3, a]],
  },
  {
    name: "a row that ends early",
    text: "message,id\na\na,1\n",
    records: [[2, { message: "a" }], [3, a]],
  },
  {
    name: "text behind a quote",
    text: 'message,id\na,1\n"b"x,2\nb,2\n',
    records: [[2, a], [3, BEHIND], [4, b]],
  },
  {
    name: "a quote never closed",
    text: 'message,id\na,1\n"x,2\na,1\nb,2\n',
    records: [[2, a], [3, "a quote is not closed"], [4, a], [5, b]],
  },
  {
    name: "two quotes never closed",
    text: 'message,id\n"x,2\na,1\n"y,3\nb,2\n',
    records: [[2, BEHIND], [3, a], [4, "a quote is not closed"], [5, b]],
  },
  {
    name: "a quote never closed in a long file",
    text: `message,id\n"x,2\n${"a,1\n".repeat(40)}`,
    records: [
      [2, "it has more than 100 bytes; is a quote not closed?"],
      ...Array.from({ length: 40 }, (_, row): [number, unknown] => [3 + row, a]),
    ],
  },
  {
    name: "a row too long",
    text: `message,id\n${"x".repeat(101)},1\nb,2\n`,
    records: [[2, "Cannot take the line: the limit is 100 bytes"], [3, b]],
  },
  {
    name: "bytes that are no UTF-8",
    text: new Uint8Array([
      ...new TextEncoder().encode("message,id\na,1\n"),
      0xff,
      0x0a,
      ...new TextEncoder().encode("b,2\n"),
    ]),
    records: [[2, a], [3, "it is not utf-8"], [4, b]],
  },
];
for (const { name, text, options, records } of files) {
  Deno.test(`CSV with ${name}`, async () => {
    for (const chunkBytes of [1, 7, 10_000]) {
      assertEquals(await read(text, options, chunkBytes), records);
    }
  });
}

Deno.test("a header that cannot be read stops the work", async () => {
  await assertRejects(() => read('"message,id\na,1\n'), InputError, "a quote is not closed");
});

Deno.test("whatever is written by the rules is read as it was", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", ",", '"', "\n", " ", "é", ";"),
    maxLength: 8,
  });
  const quote = (text: string) => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ message: cell, id: cell }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, chunkBytes) => {
        const text = "message,id\n" +
          rows.map(({ message, id }) => `${quote(message)},${quote(id)}\n`).join("");
        const values = (await read(text, { max_row_bytes: 1_000 }, chunkBytes))
          .map(([, value]) => value);
        const wanted = rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""))
        );
        assertEquals(values, wanted);
      },
    ),
  );
});

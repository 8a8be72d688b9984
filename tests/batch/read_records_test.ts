/**
 * Inputs that are not as they are called, not whole, or hostile.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { toMessage } from "../../src/batch/input_record.ts";
import { InputError } from "../../src/batch/input_error.ts";
import type { ReadOptions } from "../../src/batch/read_records.ts";
import { xlsxRows } from "../../src/batch/xlsx_rows.ts";
import { mailRecords } from "../../src/batch/mail_records.ts";
import { readAll } from "./read_all.ts";

const encoder = new TextEncoder();

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes);
}

/** Bytes of a text in which every character is a byte. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const A = { message: "a" };
const B = { message: "b" };

const found: ReadonlyArray<{
  readonly name: string;
  readonly input: string | Uint8Array;
  readonly options?: Partial<ReadOptions>;
  readonly says: RegExp;
  readonly short?: ReadonlyArray<readonly [number, unknown]>;
}> = [
  {
    name: "a list in one line",
    input: '[{"message":"a"},{"message":"b"}]',
    says: /^JSON;/,
    short: [[1, A], [1, B]],
  },
  {
    name: "a list with an object a line",
    input: '[\n{"message":"a"},\n{"message":"b"}\n]\n',
    says: /^JSON;/,
    short: [[2, A], [3, B]],
  },
  { name: "a list of texts", input: '["a",\n"b"]', says: /^JSON;/, short: [[1, A], [2, B]] },
  { name: "a list of nothing", input: "[]", says: /^$/, short: [] },
  { name: "a wrapped list of nothing", input: '{"tickets":[]}', says: /^$/, short: [] },
  {
    name: "a list wrapped in one line, another list before it",
    input: '{"links":[{"href":"x"}],"items":[{"message":"a"}],"count":1}\n',
    says: /^JSON;/,
    short: [[1, A]],
  },
  {
    name: "a list wrapped twice",
    input: '{\n"data":{"page":1,"rows":[{"message":"a"}]}}',
    says: /^JSON;/,
    short: [[2, A]],
  },
  {
    name: "one record over several lines",
    input: '{\n  "message": "a",\n  "tags": ["x"]\n}\n',
    says: /^JSON;/,
    short: [[1, A]],
  },
  {
    name: "one record wrapped in an object",
    input: '{\n  "ticket": {\n    "message": "a"\n  }\n}\n',
    says: /^JSON;/,
    short: [[1, A]],
  },
  {
    name: "documents one behind the other",
    input: '{\n"message":"a"\n}\n{\n"message":"b"\n}\n',
    says: /^JSON;/,
    short: [[1, A], [4, B]],
  },
  {
    name: "JSONL under the name of JSON",
    input: '{"message":"a"}\n{"message":"b"}\n',
    options: { ending: "json" },
    says: /^JSONL;/,
    short: [[1, A], [2, B]],
  },
  {
    name: "JSONL whose first line is broken",
    input: '{"message":"a\n{"message":"b"}\n',
    says: /^JSONL;/,
    short: [[1, "malformed_json: Cannot read JSON: it is not well-formed"], [2, B]],
  },
  {
    name: "CSV under the name of JSONL",
    input: "message,id\na,1\n",
    options: { format: "csv", ending: "jsonl" },
    says: /^CSV, comma;/,
    short: [[2, { message: "a", id: "1" }]],
  },
  {
    name: "CSV of one column",
    input: "Message\na, b; c\n",
    says: /^CSV, comma;/,
    short: [[2, "invalid_message: Cannot read the row: it has 2 fields, the header has 1"]],
  },
  {
    name: "CSV with commas in texts and semicolons between",
    input: "id;message\n1;a, b, c\n2;d, e\n",
    says: /^CSV, semicolon;/,
    short: [[2, { message: "a, b, c", id: "1" }], [3, { message: "d, e", id: "2" }]],
  },
  {
    name: "CSV with the line breaks of old Macs",
    input: "message;id\ra;1\rb;2\r",
    says: /^CSV, semicolon;/,
    short: [[2, { message: "a", id: "1" }], [3, { message: "b", id: "2" }]],
  },
  {
    name: "a byte order mark before CSV",
    input: "\ufeffmessage,id\na,1\n",
    says: /^CSV, comma;/,
    short: [[2, { message: "a", id: "1" }]],
  },
  {
    name: "a byte order mark before JSON",
    input: '\ufeff[{"message":"a"}]',
    says: /^JSON;/,
    short: [[1, A]],
  },
  {
    name: "UTF-16 with the large end first",
    input: Uint8Array.from([...'\ufeff[{"message":"ä"}]'].flatMap((character) => {
      const code = character.charCodeAt(0);
      return [code >> 8, code & 0xff];
    })),
    says: /^JSON, utf-16be;/,
    short: [[1, { message: "ä" }]],
  },
  {
    name: "windows-1252 that shows itself late",
    input: latin1(`message\n${"plain\n".repeat(20_000)}na\xefve \x93x\x94\n`),
    says: /^CSV, comma;/,
  },
  {
    name: "one torn byte in UTF-8",
    input: Uint8Array.from([...encoder.encode("id,message\n1,é é\n2,"), 0xff, 0x0a]),
    says: /^CSV, comma;/,
    short: [[2, { message: "é é", id: "1" }], [
      3,
      "invalid_message: Cannot read the row: it is not utf-8",
    ]],
  },
  {
    name: "a named encoding",
    input: latin1("message\n\x83e\x83X\x83g\n"),
    options: { encoding: "shift_jis" },
    says: /^CSV, comma, shift_jis;/,
    short: [[2, { message: "テスト" }]],
  },
  {
    name: "a column named by a dotted path into a list",
    input: '[{"fields":{"comment":[{"body":"a"}]}},{"fields":{"comment":[]}}]',
    options: { columns: { message: "fields.comment.0.body" } },
    says: /message from "fields\.comment\.0\.body"/,
    short: [[1, A], [1, {}]],
  },
  {
    name: "a named column beside a profile",
    input: "Summary,Issue key,Description,Comment,Comment\ns,K-1,d,one,two\n",
    options: { columns: { message: "comment" } },
    says: /Jira issues, message from "comment"/,
    short: [[2, { message: "one\n\ntwo", id: "K-1" }]],
  },
  {
    name: "mail without a text part",
    input: "From: a@example.com\nSubject: Hello there\n\n",
    says: /^mail;/,
    short: [[1, { message: "Hello there", customer_id: "a@example.com" }]],
  },
  {
    name: "ids of more digits than a number holds",
    input: '{"message":"a","id":12345678901234567890}\n{"message":"b","id":7}\n',
    says: /^JSONL;/,
    short: [[1, { message: "a", id: "12345678901234567890" }], [2, { message: "b", id: 7 }]],
  },
];
for (const { name, input, options, says, short } of found) {
  Deno.test(`${name} is seen for what it is`, async () => {
    for (const chunkBytes of [5, 65_536]) {
      const read = await readAll(input, options, chunkBytes);
      assertMatch(read.says, says);
      if (short !== undefined) assertEquals(read.short, [...short]);
    }
  });
}

const LONG_BYTES = 4.5 * 1_048_576;
const long = (bytes: number) => JSON.stringify({ message: "x".repeat(bytes) });
const tagged = (bytes: number) => `{"tags":[{"name":"t"}],${long(bytes).slice(1)}`;
const LINE_TOO_LARGE = "body_too_large: Cannot take the line: the limit is 4194304 bytes";
const RECORD_TOO_LARGE = "body_too_large: Cannot take the record: it is too long";

const longFirst: ReadonlyArray<{
  readonly name: string;
  readonly input: string;
  readonly ending?: string;
  readonly says: RegExp;
  readonly short: ReadonlyArray<readonly [number, unknown]>;
}> = [
  {
    name: "a line alone",
    input: long(LONG_BYTES) + "\n",
    says: /^$/,
    short: [[1, LINE_TOO_LARGE]],
  },
  {
    name: "a line before others",
    input: `${long(LONG_BYTES)}\n{"message":"a"}\n`,
    says: /^JSONL;/,
    short: [[1, LINE_TOO_LARGE], [2, A]],
  },
  {
    name: "a line with a list in it",
    input: `${tagged(LONG_BYTES)}\n{"message":"a"}\n`,
    says: /^JSONL;/,
    short: [[1, LINE_TOO_LARGE], [2, A]],
  },
  {
    name: "a line under the name of JSON",
    input: `${long(LONG_BYTES)}\n{"message":"a"}\n`,
    ending: "json",
    says: /^JSON;/,
    short: [[1, RECORD_TOO_LARGE], [2, A]],
  },
  {
    name: "the only element of a list",
    input: `[\n${long(LONG_BYTES)}\n]`,
    says: /^$/,
    short: [[2, RECORD_TOO_LARGE]],
  },
  {
    name: "every element of a wrapped list",
    input: `{\n"tickets":[\n${long(LONG_BYTES)},\n${long(LONG_BYTES)}\n]}`,
    says: /^$/,
    short: [[3, RECORD_TOO_LARGE], [4, RECORD_TOO_LARGE]],
  },
  {
    name: "one record over several lines",
    input: `{\n"message":\n"${"x".repeat(LONG_BYTES)}"\n}`,
    says: /^$/,
    short: [[1, RECORD_TOO_LARGE]],
  },
  {
    name: "a row of CSV",
    input: `message,id\n${"x".repeat(LONG_BYTES)},1\na,2\n`,
    says: /^CSV, comma;/,
    short: [
      [2, "body_too_large: Cannot take the line: the limit is 131072 bytes"],
      [3, { message: "a", id: "2" }],
    ],
  },
];
for (const { name, input, ending, says, short } of longFirst) {
  Deno.test(`${name} that is too long is a problem of its own`, async () => {
    const read = await readAll(input, ending === undefined ? {} : { ending });
    assertMatch(read.says, says);
    assertEquals(read.short, [...short]);
  });
}

const BEYOND_HEAD_BYTES = 100_000;
const longLines: ReadonlyArray<readonly [string, string, string, RegExp]> = [
  ["a text", long(BEYOND_HEAD_BYTES), "", /^JSONL;/],
  ["a text, brackets in it", long(BEYOND_HEAD_BYTES).replace("xx", '[\\"['), "", /^JSONL;/],
  ["a list, then a text", tagged(BEYOND_HEAD_BYTES), "", /^JSONL;/],
  ["a text, named JSON", long(BEYOND_HEAD_BYTES), "json", /^JSON;/],
  ["a list of records", `{"tickets":[${long(BEYOND_HEAD_BYTES)}]}`, "", /^JSON;/],
];
Deno.test("a first line longer than what is looked at is told by what is open at its end", async () => {
  for (const [name, line, ending, says] of longLines) {
    const { says: said, short } = await readAll(line + "\n", { ending });
    assertMatch(said, says, name);
    assertEquals(short.map(([line]) => line), [1], name);
  }
});

Deno.test("what shows itself late is read right from there on", async () => {
  const { short } = await readAll(
    latin1(`message\n${"plain\n".repeat(20_000)}na\xefve \x93x\x94\n`),
  );
  assertEquals(short.at(-1), [20_002, { message: "naïve “x”" }]);
});

Deno.test("a fault in a list stays in its element", async () => {
  const { short } = await readAll('[{"message":"a"},\n{"message":oops},\n{"message":"b"}]');
  const broken = "malformed_json: Cannot read JSON: it is not well-formed";
  assertEquals(short, [[1, A], [2, broken], [3, B]]);
});

Deno.test("a list that is cut off gives what is whole, and says that it is cut", async () => {
  const cut = "malformed_json: Cannot read JSON: the file ends before it is complete";
  assertEquals((await readAll('[{"message":"a"},{"mess')).short, [[1, A], [1, cut]]);
  assertEquals((await readAll('{"x":[{"message":"a"}\n')).short, [[1, A], [1, cut]]);
});

const refused: ReadonlyArray<{
  readonly name: string;
  readonly input: string | Uint8Array;
  readonly options?: Partial<ReadOptions>;
  readonly says: string;
}> = [
  {
    name: "a table without the column",
    input: "text,id\na,1\n",
    says:
      'There is no column "message"; there are "text", "id": pick one with --column message=NAME',
  },
  {
    name: "a table without the column that was named",
    input: "message\na\n",
    options: { columns: { message: "Body" } },
    says: 'There is no column "Body"; there are "message": pick one with --column message=NAME',
  },
  {
    name: "a table without a column that was named for something else",
    input: "message,Product name\na,b\n",
    options: { columns: { product: "nix" } },
    says: 'There is no column "nix" for product; there are "message", "Product name"',
  },
  {
    name: "lists without the key",
    input: '{"a":[{"b":{"c":1}}],"d":[{"e":"f"}]}',
    says: 'There is no column "message"; there are "b.c", "e": pick one with --column message=NAME',
  },
  {
    name: "a PDF",
    input: "%PDF-1.7\n",
    says: "Cannot read it: it is a PDF",
  },
  {
    name: "bytes that are no text",
    input: Uint8Array.from({ length: 64 }, (_, at) => at % 3 === 0 ? 0 : at),
    says: "Cannot read it: it is not text",
  },
  {
    name: "an old Excel file",
    input: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1),
    says: "Cannot read it: it is an old Excel or Outlook file",
  },
  {
    name: "a workbook that is cut off",
    input: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    says: "Cannot read the workbook: it is no whole .xlsx file",
  },
  {
    name: "gzip that is cut off",
    input: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0),
    says: "Cannot unpack the gzip file",
  },
];
for (const { name, input, options, says } of refused) {
  Deno.test(`${name} is refused in words that help`, async () => {
    await assertRejects(() => readAll(input, options), InputError, says);
  });
}

Deno.test("lines of JSON without the key fail one by one, and the columns are told once", async () => {
  const { short, missing } = await readAll('{"id":1,"text":"a"}\n{"id":2,"text":"b"}\n');
  assertEquals(short, [[1, { id: 1 }], [2, { id: 2 }]]);
  assertEquals(missing, [
    'There is no column "message"; there are "id", "text": pick one with --column message=NAME',
  ]);
});

Deno.test("a named key that the first record does not hold is told of once", async () => {
  const { short, missing } = await readAll(
    '{"message":"a"}\n{"message":"b","name":"Lamp"}\n{"message":"c"}\n',
    { columns: { product: "name" } },
  );
  assertEquals(short, [
    [1, { message: "a" }],
    [2, { message: "b", product: "Lamp" }],
    [3, { message: "c" }],
  ]);
  assertEquals(missing, [
    'There is no column "name" for product; there are "message" in the first record',
  ]);
});

Deno.test("a sheet that is not there is refused with those that are", async () => {
  const bytes = await Deno.readFile("fixtures/exports/workbook.xlsx");
  const error = await assertRejects(() => readAll(bytes, { sheet: "May" }), InputError);
  assertMatch(error.message, /--sheet: .*May.*Tickets, Survey/);
});

Deno.test("a workbook over its limits is refused before it is unpacked", async () => {
  const bytes = await Deno.readFile("fixtures/exports/workbook.xlsx");
  const limits = { max_file_bytes: bytes.length, max_unpacked_bytes: 1_000_000 };
  for (const [name, limit] of [["max_file_bytes", 100], ["max_unpacked_bytes", 1_000]] as const) {
    const rows = xlsxRows(once(bytes), null, { ...limits, [name]: limit });
    await assertRejects(() => Array.fromAsync(rows), InputError, String(limit));
  }
});

/** A workbook of one sheet with the cells given, and a sheet that is a chart. */
function workbook(cells: string): Uint8Array<ArrayBuffer> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${related}/${kind}" Target="${target}"/>`;
  const files = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${related}"><sheets>` +
      `<sheet name="Cells" sheetId="1" r:id="r1"/><sheet name="Chart" sheetId="2" r:id="r2"/>` +
      `</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
        relation(1, "worksheet", "worksheets/sheet1.xml")
      }${relation(2, "chartsheet", "chartsheets/sheet1.xml")}${
        relation(3, "styles", "styles.xml")
      }</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/>` +
      `<xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${main}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${main}"/>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  ) as Uint8Array<ArrayBuffer>;
}

const times = [
  { serial: "46356.43091435185", written: "2026-11-30T10:20:31.000Z" },
  { serial: "46356.00347222222", written: "2026-11-30T00:05:00.000Z" },
  { serial: "46356", written: "2026-11-30T00:00:00.000Z" },
  { serial: "0.75", written: "18:00:00" },
  { serial: "0.00347222222222222", written: "00:05:00" },
];
for (const { serial, written } of times) {
  Deno.test(`a workbook's time ${serial} is ${written}`, async () => {
    const bytes = workbook(`<c r="A1" s="1"><v>${serial}</v></c>`);
    const rows = await Array.fromAsync(xlsxRows(once(bytes), null));
    assertEquals(rows, [{ line: 1, fields: [written] }]);
  });
}

Deno.test("a sheet that is a chart is refused in words that help", async () => {
  const bytes = workbook(`<c r="A1"><v>1</v></c>`);
  await assertRejects(
    () => Array.fromAsync(xlsxRows(once(bytes), "2")),
    InputError,
    "sheet 2 is a chart or no table; choose one with --sheet",
  );
});

const named = [
  { name: "inline", head: 'Content-Disposition: inline; filename="app.log"', files: ["app.log"] },
  { name: "without a disposition", head: "X-Mark: 1", files: ["app.log"] },
  { name: "as an attachment", head: "Content-Disposition: attachment", files: ["app.log"] },
];
for (const { name, head, files } of named) {
  Deno.test(`a log that a mail holds ${name} is a file, not what the customer wrote`, async () => {
    const mail = [
      "From: a@example.org",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=x",
      "",
      "--x",
      "Content-Type: text/plain",
      "Content-Disposition: inline",
      "",
      "See the log.",
      "--x",
      'Content-Type: text/plain; name="app.log"',
      head,
      "",
      "ERROR 42 cannot save",
      "--x--",
      "",
    ].join("\r\n");
    const [record] = await Array.fromAsync(mailRecords(once(strToU8(mail)), "eml"));
    const { text, attachments } = record?.value as { text: string; attachments: string[] };
    assertEquals([text.trim(), attachments], ["See the log.", files]);
  });
}

const ABOVE: ReadonlyArray<readonly [string, string, [number, string][]]> = [
  ["a title", "Support export November;;\nid;message;product\n1;a;P\n", [[3, "a"]]],
  ["title, date and a blank row", "Export;;\n1 March;;\n;;\nid;message;product\n1;a;P\n", [[
    5,
    "a",
  ]]],
  ["nothing", "id;message;product\n1;message;P\n", [[2, "message"]]],
];
Deno.test("the header is found below what stands above it", async () => {
  for (const [name, input, messages] of ABOVE) {
    const { says, short } = await readAll(input);
    assertMatch(says, /^CSV, semicolon; message from "message"; no column for customer_id$/, name);
    const read = short.map(([line, value]) => [line, (value as { message: string }).message]);
    assertEquals(read, messages, name);
  }
});

const LACKING: ReadonlyArray<readonly [string, Partial<ReadOptions>, RegExp]> = [
  ["message\na\n", {}, /; no column for customer_id and product$/],
  ["message,Product\na,b\n", {}, /; no column for customer_id$/],
  ["message,who\na,b\n", { columns: { customer_id: "who" } }, /; no column for product$/],
  ["message,customer id,product\na,b,c\n", {}, /^CSV, comma; message from "message"$/],
  ['{"message":"a"}\n', {}, /^JSONL; message from "message"$/],
];
Deno.test("a table without customers or products is told so", async () => {
  for (const [input, options, says] of LACKING) {
    assertMatch((await readAll(input, options)).says, says);
  }
});

const NO_TABLE: ReadonlyArray<readonly [string, string | Uint8Array, string, RegExp]> = [
  ["a note", "Just a text, written\nby hand\n", "txt", /its first line is a text/],
  [
    "a sentence",
    "The export is broken since today\nPlease help\nThanks\n",
    "",
    /its first line is a text/,
  ],
  [
    "a Word document",
    zipSync({ "word/document.xml": strToU8("<w/>") }),
    "docx",
    /it is a Word document/,
  ],
  ["a presentation", zipSync({ "ppt/presentation.xml": strToU8("<p/>") }), "pptx", /PowerPoint/],
  [
    "OpenDocument",
    zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<o/>") }),
    "ods",
    /OpenDocument/,
  ],
  [
    "binary Excel",
    zipSync({ "xl/workbook.bin": strToU8("x") }),
    "xlsb",
    /another kind: save it as \.xlsx/,
  ],
  ["any zip", zipSync({ "a.csv": strToU8("message\na\n") }), "zip", /it is a zip/],
];
Deno.test("what is no table is told for what it is", async () => {
  for (const [, input, ending, says] of NO_TABLE) {
    const error = await assertRejects(() => readAll(input, { ending }), InputError);
    assertMatch(error.message, says);
  }
});

Deno.test("cells that are true or numbers are names as well as texts", () => {
  const { customer_id, product } = toMessage({ message: "a", customer_id: 7, product: true });
  assertEquals([customer_id, product], ["7", "true"]);
});

const SEPARATORS: readonly string[] = [
  "From ada@example.com Mon Mar  2 10:00:00 2026",
  "From ada@example.com Mon Mar  2 10:00 2026",
  "From ada Mon Mar 02 10:00:00 UTC 2026",
  "From ada@example.com  Mon Mar  2 10:00:00 2026 +0100",
  "From 1790000000000000001@xxx Mon Mar 02 10:00:00 +0000 2026",
  "From MAILER-DAEMON Mon Mar  2 10:00:00 2026",
  "From - Mon Mar  2 10:00:00 2026",
  "From ???@??? Mon Mar 02 10:00:00 2026",
  'From "Ada L." Mon Mar  2 10:00:00 2026',
  "From ada@example.com Mon, 2 Mar 2026 10:00:00 +0100",
  "From uucp Mon Mar  2 10:00:00 2026 remote from far",
  "From ada@example.com",
  "From -",
];
const SENTENCES: readonly string[] = [
  "From now on I want dark mode.",
  "From the menu, please.",
  "From Monday on it fails: Mon Mar 2 at 10:00.",
  "From Monday Mar 2 10:00 2026 it failed.",
  "From ada@example.com I got nothing.",
  "From 2 Mar 2026 10:00 on.",
  "From: the menu",
  "From",
  "From here",
  ">From here",
];
const MAIL_HEAD = "From: ada@example.com\nSubject: One\n\n";
for (const eol of ["\n", "\r\n"]) {
  Deno.test(`a mailbox is cut where a separator stands, and nowhere else (${JSON.stringify(eol)})`, async () => {
    const textsOf = async (mails: string) => {
      const bytes = encoder.encode(mails.replaceAll("\n", eol));
      const records = await Array.fromAsync(mailRecords(once(bytes), "mbox"));
      return records.map(({ value }) => (value as { text: string }).text.trim());
    };
    for (const separator of SEPARATORS) {
      const mail = `${separator}\n${MAIL_HEAD}a\n\n`;
      assertEquals(await textsOf(mail + mail), ["a", "a"], separator);
    }
    for (const sentence of SENTENCES) {
      const text = `a\n\n${sentence}\n\nb\n\n${sentence}`;
      const read = await textsOf(`${SEPARATORS[0]}\n${MAIL_HEAD}${text}\n`);
      assertEquals(read, [text.replaceAll(">From", "From")], sentence);
    }
  });
}

const SUBJECTS: ReadonlyArray<readonly [string, string]> = [
  ["Export hangs", "Export hangs\n\na"],
  ["Fwd: Export hangs", "Fwd: Export hangs\n\na"],
  ["Fw: Export hangs", "Fw: Export hangs\n\na"],
  ["WG: Export hangs", "WG: Export hangs\n\na"],
  ["FWD: Re: Export hangs", "FWD: Re: Export hangs\n\na"],
  ["Re: Export hangs", "a"],
  ["RE: Fwd: Export hangs", "a"],
  ["Re[2]: Export hangs", "a"],
  ["AW: Export hangs", "a"],
];
Deno.test("only a reply's subject is left out", async () => {
  for (const [subject, message] of SUBJECTS) {
    const { short } = await readAll(`From: a@example.com\nSubject: ${subject}\n\na\n`);
    assertEquals(short, [[1, { message: `${message}\n`, customer_id: "a@example.com" }]]);
  }
});

Deno.test("a mail over the limit is passed over, and the next one is whole", async () => {
  const mails = `From a\nFrom: a@example.com\n\n${
    "x".repeat(200)
  }\n\nFrom b\nFrom: b@example.com\n\nb\n`;
  const [first, second] = await Array.fromAsync(
    mailRecords(once(encoder.encode(mails)), "mbox", 100),
  );
  assertEquals((first?.value as { code?: string }).code, "body_too_large");
  assertEquals((second?.value as { text?: string }).text, "b\n");
});

Deno.test("whatever objects a list holds are read as they were, however the stream is cut", async () => {
  const text = fc.string({
    unit: fc.constantFrom("a", '"', "\\", "[", "]", "{", "}", ",", "\n", "é"),
    maxLength: 12,
  }).map((value) => `x${value}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ message: text, id: fc.integer() }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("list", "wrapped", "twice"),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 2),
      async (rows, shape, chunkBytes, indent) => {
        const value =
          { list: rows, wrapped: { n: 1, rows }, twice: { a: { b: "[", rows } } }[shape];
        const { short } = await readAll(JSON.stringify(value, null, indent), {}, chunkBytes);
        assertEquals(short.map(([, fields]) => fields), rows);
      },
    ),
  );
});

Deno.test("no bytes make the reader do anything but read or refuse", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: fc.constantFrom("[", "]", "{", "}", '"', ",", ":", "\n", "a", " ") })
          .map((text) => encoder.encode(text)),
      ),
      async (bytes) => {
        try {
          const { records } = await readAll(bytes, {}, 3);
          assert(records.every(({ line }) => line >= 1));
        } catch (error) {
          assert(error instanceof InputError, String(error));
        }
      },
    ),
    { numRuns: 300 },
  );
});

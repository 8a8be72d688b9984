/**
 * One small made-up file of each format and each product in `fixtures/exports`
 * is read as it comes.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { toMessage } from "../../src/batch/input_record.ts";
import type { CustomerMessage } from "../../src/triage/domain/message.ts";
import { readAll } from "./read_all.ts";

const FOLDER = "fixtures/exports";
const BUG = "The export button spins and nothing happens.";
const TITLED = `Export does not work\n\n${BUG}`;
const WISH = "Please add a dark mode to the calendar.";
const ASK = "How do I change the address on my invoice?";

/** `[line, id, customer, product, message]`, or `[line, why it is left out]`. */
type Row = readonly [number, unknown, string, string, string] | readonly [number, string];

const files: Readonly<
  Record<string, {
    readonly says: string;
    readonly columns?: Readonly<Record<string, string>>;
    readonly sheet?: string;
    readonly rows: readonly Row[];
  }>
> = {
  "comma.csv": {
    says: 'CSV, comma; message from "message"',
    rows: [[2, "1", "c-1", "Web Portal", BUG], [3, "2", "c-2", "unknown", WISH], [4, "no text"]],
  },
  "semicolon_windows_1252.csv": {
    says: 'CSV, semicolon, windows-1252; message from "feedback text"; no column for product',
    columns: { message: "feedback text", customer_id: "Kunde" },
    rows: [
      [2, "7", "Jürgen", "unknown", 'The café list is empty; it says "naïve error".'],
      [3, "8", "Zoë", "unknown", WISH],
    ],
  },
  "tab.tsv": {
    says: 'CSV, tab; message from "message"; no column for customer_id and product',
    rows: [[2, "1", "unknown", "unknown", BUG], [3, "2", "unknown", "unknown", ASK]],
  },
  "excel_sep.csv": {
    says: 'CSV, bar; message from "message"; no column for customer_id and product',
    rows: [[3, "1", "unknown", "unknown", BUG]],
  },
  "utf16_mark.csv": {
    says: 'CSV, tab, utf-16le; message from "message"; no column for customer_id and product',
    rows: [
      [2, "1", "unknown", "unknown", "The “export” fails."],
      [3, "2", "unknown", "unknown", ASK],
    ],
  },
  "utf16_no_mark.csv": {
    says: 'CSV, comma, utf-16le; message from "message"; no column for customer_id and product',
    rows: [[2, "1", "unknown", "unknown", BUG], [3, "2", "unknown", "unknown", ASK]],
  },
  "lines.jsonl": {
    says: 'JSONL; message from "message"',
    rows: [
      [1, 1, "42", "unknown", BUG],
      [2, "no text"],
      [3, "c", "unknown", "Web Portal", ASK],
    ],
  },
  "lines.jsonl.gz": {
    says: 'JSONL, gzip; message from "message"',
    rows: [
      [1, 1, "42", "unknown", BUG],
      [2, "no text"],
      [3, "c", "unknown", "Web Portal", ASK],
    ],
  },
  "list.json": {
    says: 'JSON; message from "message"',
    rows: [[2, 1, "unknown", "unknown", BUG], [6, 2, "unknown", "unknown", WISH]],
  },
  "wrapped.json": {
    says: 'JSON; message from "content.body"',
    columns: { message: "content.body", id: "key" },
    rows: [[11, "F-1", "unknown", "unknown", BUG], [17, "F-2", "unknown", "unknown", ASK]],
  },
  "workbook.xlsx": {
    says: 'Excel workbook; message from "message"; no column for product',
    rows: [[2, 1001, "c-1", "unknown", BUG], [4, 1003, "77", "unknown", ASK], [5, "no text"]],
  },
  "mail.eml": {
    says: "mail; messages: message from subject and text, id from Message-ID",
    rows: [[
      1,
      "<1@example.com>",
      "ada@example.com",
      "unknown",
      `Export – it spins\n\n${BUG} The café list is empty.\n`,
    ]],
  },
  "mailbox.mbox": {
    says: "mailbox; messages: message from subject and text, id from Message-ID",
    rows: [
      [
        1,
        "<1@example.com>",
        "ada@example.com",
        "unknown",
        `${TITLED}\n\nFrom what I saw it worked last week.\n\n`,
      ],
      [12, "<2@example.com>", "ben@example.com", "unknown", `<p>${ASK}</p>\n`],
    ],
  },
  "zendesk_api.json": {
    says: "JSON; Zendesk tickets: message from subject and description",
    rows: [
      [3, 35436, "20978392", "unknown", TITLED],
      [35, 35437, "20978393", "unknown", `Dark mode\n\n${WISH}`],
    ],
  },
  "zendesk_export.ndjson": {
    says: "JSONL; Zendesk tickets: message from subject and description",
    rows: [
      [1, 35436, "20978392", "unknown", TITLED],
      [2, 35438, "20978394", "unknown", `Invoice\n\n${ASK}`],
    ],
  },
  "zendesk_view.csv": {
    says: "CSV, comma; Zendesk view: message from Subject, and Description where the view has it",
    rows: [
      [2, "35436", "Ada Example", "unknown", BUG.slice(0, -1)],
      [3, "35437", "Ben Example", "unknown", WISH.slice(0, -1)],
    ],
  },
  "intercom_api.json": {
    says: "JSON; Intercom conversations: message from the customer's first message",
    rows: [
      [11, "191", "cust-191", "unknown", `<p>${BUG}</p>`],
      [55, "192", "cust-192", "unknown", `<p>${ASK}</p>`],
      [111, "no text"],
    ],
  },
  "freshdesk_api.json": {
    says: "JSON; Freshdesk tickets: message from subject and description",
    rows: [
      [2, 20, "120", "unknown", TITLED],
      [26, 21, "121", "unknown", `Invoice\n\n${ASK}`],
    ],
  },
  "freshdesk.csv": {
    says:
      "CSV, comma; Freshdesk ticket list: message from Subject, and Description where the export has it",
    rows: [
      [2, "20", "ada@example.com", "Web Portal", TITLED],
      [3, "21", "ben@example.com", "unknown", ASK],
    ],
  },
  "help_scout_api.json": {
    says:
      "JSON; Help Scout conversations: message from subject and the customer's first thread, else the preview",
    rows: [
      [4, 2391, "ada@example.com", "unknown", TITLED],
      [46, 2392, "ben@example.com", "unknown", `Invoice\n\n${ASK}`],
    ],
  },
  "jira.csv": {
    says: "CSV, comma; Jira issues: message from Summary and Description",
    rows: [
      [2, "WEB-12", "ada", "Web Portal", `Export spins\n\n${BUG}\n\nIt worked last week.`],
      [5, "WEB-13", "ben", "Web Portal", "Dark mode"],
    ],
  },
  "github_issues.json": {
    says: "JSON; GitHub issues: message from title and body",
    rows: [
      [2, "pull request"],
      [25, 901, "ada-example", "portal", `Export spins\n\n${BUG}`],
      [45, 902, "ada-example", "portal", "Please add a dark mode"],
    ],
  },
  "discourse_posts.json": {
    says:
      "JSON; Discourse posts: message from the topic's title with its first post, else the post",
    rows: [
      [3, 70, "ada_example", "unknown", `Export spins\n\n${BUG}`],
      [18, 71, "ada_example", "unknown", WISH],
      [33, "action in a topic"],
    ],
  },
  "discourse_archive.csv": {
    says: "CSV, comma; Discourse archive of a user: message from the post",
    rows: [[2, "https://forum.example.com/t/export-spins/7/1", "unknown", "unknown", BUG]],
  },
  "play_console.csv": {
    says: "CSV, comma, utf-16le; Play Console reviews: message from Review Title and Review Text",
    rows: [[2, "gp:AOq1", "unknown", "com.example.portal", BUG], [3, "no text"]],
  },
  "google_play_api.json": {
    says: "JSON; Google Play reviews: message from the user's comment",
    rows: [[3, "gp:AOq1", "Ada Example", "unknown", TITLED], [28, "no text"]],
  },
  "app_store_api.json": {
    says: "JSON; App Store reviews: message from title and body",
    rows: [[3, "00000028-b08c", "ada_example", "unknown", TITLED]],
  },
  "app_store_feed.json": {
    says: "JSON; App Store review feed: message from title and content",
    rows: [[12, "entry on the app itself"], [23, "10001", "ada_example", "unknown", TITLED]],
  },
  "trustpilot_api.json": {
    says: "JSON; Trustpilot reviews: message from title and text",
    rows: [[10, "5fd1", "c-9", "unknown", TITLED], [36, "no text"]],
  },
  "trustpilot.csv": {
    says: "CSV, comma; Trustpilot reviews: message from Review Title and Review Content",
    rows: [[2, "5fd1", "ada@example.com", "unknown", TITLED]],
  },
  "typeform_api.json": {
    says: "JSON; Typeform responses: message from the answers in own words",
    rows: [[5, "21085286", "cust-1", "unknown", BUG], [49, "no text"]],
  },
  "typeform.csv": {
    says: "CSV, comma; Typeform results: message from the answers in own words",
    rows: [[2, "q1w2", "ada@example.com", "unknown", WISH], [3, "no text"]],
  },
  "google_forms.csv": {
    says: "CSV, comma; Google Forms responses: message from the answers in own words",
    rows: [
      [2, undefined, "ada@example.com", "unknown", `${BUG}\n\nIt worked last week.`],
      [3, "no text"],
    ],
  },
  "google_forms_api.json": {
    says: "JSON; Google Forms responses: message from the answers in own words",
    rows: [[3, "ACYD1", "ada@example.com", "unknown", BUG]],
  },
};

for (const [name, { says, rows, columns = {}, sheet = null }] of Object.entries(files)) {
  Deno.test(`${name} is read as it comes`, async () => {
    const bytes = await Deno.readFile(`${FOLDER}/${name}`);
    const ending = name.replace(/\.gz$/, "").replace(/^.*\./, "");
    for (const chunkBytes of [7, 65_536]) {
      const read = await readAll(bytes, { ending, columns, sheet }, chunkBytes);
      assertEquals(read.says, says);
      assertEquals(read.missing, []);
      assertEquals(
        read.records.map(({ line, value, left_out }): Row => {
          if (left_out !== null) return [line, left_out];
          const { customer_id, product, message }: CustomerMessage = toMessage(value);
          return [line, (value as { id?: unknown }).id, customer_id, product, message];
        }),
        [...rows],
      );
    }
  });
}

Deno.test("without its name each of them is told all the same", async () => {
  for (const [name, { says, columns = {} }] of Object.entries(files)) {
    const read = await readAll(await Deno.readFile(`${FOLDER}/${name}`), { columns });
    assertEquals(read.says, says, name);
  }
});

Deno.test("every file in the folder is expected here", () => {
  const names = [...Deno.readDirSync(FOLDER)].map(({ name }) => name);
  assertEquals(names.toSorted(), Object.keys(files).toSorted());
});

Deno.test("another sheet of a workbook is named or numbered", async () => {
  const bytes = await Deno.readFile(`${FOLDER}/workbook.xlsx`);
  for (const sheet of ["Survey", "2"]) {
    const { short } = await readAll(bytes, { sheet, columns: { message: "comment", id: "Nr" } });
    assertEquals(short, [[2, { message: WISH, id: 1 }]]);
  }
});

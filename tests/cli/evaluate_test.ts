// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { UsageError } from "../../src/cli/command.ts";
import { createEvaluate } from "../../src/cli/evaluate.ts";
import type { LabelledRow } from "../../src/evaluation/dataset.ts";
import { keywordScorer, row } from "../evaluation/keyword_scorer.ts";

const ROWS = [
  row({ text: "bug .9", source: "a" }),
  row({ text: "wish .8 private words", source: "a" }),
  row({ text: "wish .8", source: "b", label: "feature_request" }),
  row({ text: "ask .7 Billing", source: "b", label: "general_inquiry", category: "Billing" }),
];

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder that holds rows.jsonl, and maybe what earlier runs wrote. */
async function run(folder: string, args: readonly string[], lines = jsonl(ROWS)): Promise<Run> {
  await Deno.writeTextFile(`${folder}/rows.jsonl`, lines);
  const command = createEvaluate({
    scorer: () => keywordScorer(),
    fit: (rows) => keywordScorer(`fitted on ${rows.length}`),
  });
  const out: string[] = [];
  const err: string[] = [];
  const { log, error } = console;
  console.log = (line: string) => out.push(line);
  console.error = (line: string) => err.push(line);
  try {
    const accepted = ["--accepted", `${folder}/accepted.json`];
    const code = await command([...accepted, "--escalate-below", "0.75", ...args]);
    return { code, out: out.join("\n"), err: err.join("\n") };
  } finally {
    console.log = log;
    console.error = error;
  }
}

async function inFolder(use: (folder: string, data: string[]) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder, ["--data", `${folder}/rows.jsonl`]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const jsonl = (rows: readonly LabelledRow[]) => rows.map((row) => JSON.stringify(row)).join("\n");

Deno.test("evaluate prints a table and is done", () =>
  inFolder(async (folder, data) => {
    const { code, out, err } = await run(folder, data);
    assertEquals([code, err], [0, ""]);
    assertMatch(out, /^all +4 +75\.0%/m);
    assertMatch(out, /^a +2 +50\.0%/m);
    assertStringIncludes(out, "no figures of these rows");
    assertEquals(out.includes("private words"), false);
  }));

Deno.test("evaluate --json gives every figure of the contract and no text", () =>
  inFolder(async (folder, data) => {
    const { code, out } = await run(folder, [...data, "--json", "--mistakes", "5"]);
    const report = JSON.parse(out);
    assertEquals(code, 0);
    const { intents, categories } = report.overall;
    assertEquals(intents.accuracy, 0.75);
    assertEquals(intents.escalated, { threshold: 0.75, share: 0.25 });
    for (const key of ["macro_f1", "classes", "confusion", "ece", "brier", "risk_coverage"]) {
      assertEquals(key in intents, true, key);
    }
    assertEquals([categories.macro_f1, categories.answered_share], [1, 1]);
    assertEquals(report.sections.length, 3);
    assertEquals(report.mistakes, [{
      id: ROWS[1]?.id,
      source: "a",
      label: "bug_report",
      predicted: "feature_request",
      confidence: 0.8,
    }]);
    assertEquals(out.includes("private words"), false);
  }));

Deno.test("evaluate --mistakes lists the surest mistakes with their text", () =>
  inFolder(async (folder, data) => {
    const { out } = await run(folder, [...data, "--mistakes", "3"]);
    assertStringIncludes(out, "0.800 feature_request, labelled bug_report");
    assertStringIncludes(out, "wish .8 private words");
  }));

Deno.test("evaluate names bad lines, measures the others and ends with 1", () =>
  inFolder(async (folder, data) => {
    const { code, out, err } = await run(folder, data, `${jsonl(ROWS)}\nnonsense`);
    assertEquals(code, 1);
    assertEquals(err, `${folder}/rows.jsonl:5: is not JSON`);
    assertMatch(out, /^all +4/m);
  }));

Deno.test("evaluate with nothing but bad lines still ends with 1", () =>
  inFolder(async (folder, data) => {
    assertEquals((await run(folder, [...data, "--json"], "nonsense")).code, 1);
    assertEquals((await run(folder, data, "nonsense")).code, 1);
  }));

Deno.test("evaluate ends with 1 when a figure fell, and says which", () =>
  inFolder(async (folder, data) => {
    const first = await run(folder, [...data, "--accept"]);
    assertEquals(first.code, 0);
    assertEquals((await run(folder, data)).code, 0);
    const path = `${folder}/accepted.json`;
    const accepted = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, accepted.replaceAll('"accuracy":0.75', '"accuracy":0.77'));
    const { code, out } = await run(folder, data);
    assertEquals(code, 1);
    assertStringIncludes(out, "all strict: accuracy was 0.77, is 0.7500");
    assertEquals((await run(folder, [...data, "--accept"])).code, 0);
    assertEquals((await run(folder, data)).code, 0);
  }));

Deno.test("evaluate --leave-one-source-out measures each source by a scorer of the others", () =>
  inFolder(async (folder, data) => {
    const { code, out, err } = await run(folder, [...data, "--leave-one-source-out", "--json"]);
    assertEquals(code, 0);
    assertEquals(
      JSON.parse(out).reports.map(({ method }: { method: string }) => method),
      ["source left out"],
    );
    assertStringIncludes(err, "a (1 of 2), 2 rows, fitted on 2");
  }));

Deno.test("evaluate --leave-one-source-out leaves out repositories and parts of nlbse2024", () =>
  inFolder(async (folder, data) => {
    const rows = Array.from(
      { length: 40 },
      (_, index) =>
        row({ text: `bug .8 ${index}`, source: "nlbse2024", group: `repo-${index % 2}` }),
    );
    const { out } = await run(
      folder,
      [...data, "--leave-one-source-out"],
      jsonl([...ROWS, ...rows]),
    );
    assertMatch(out, /repository left out[\s\S]*^repo-0 +20 [\s\S]*^repo-1 +20 /m);
    assertMatch(out, /5 parts[\s\S]*^nlbse2024 part 5 /m);
  }));

Deno.test("evaluate --figures draws", () =>
  inFolder(async (folder, data) => {
    await run(folder, [...data, "--figures", `${folder}/new/figures`]);
    const files = [...Deno.readDirSync(`${folder}/new/figures`)].map(({ name }) => name).sort();
    assertEquals(files, ["reliability-as-shipped.svg", "risk-coverage-as-shipped.svg"]);
  }));

Deno.test("evaluate --help shows an example and touches nothing", () =>
  inFolder(async (folder) => {
    const { code, out } = await run(folder, ["--help"]);
    assertEquals(code, 0);
    assertStringIncludes(out, "Example: intake evaluate --data");
  }));

const misuses: readonly { args: (data: string[]) => string[]; says: string }[] = [
  { args: () => [], says: "--data" },
  { args: () => ["--data"], says: "--data" },
  { args: () => ["--data", "/nowhere.jsonl"], says: "/nowhere.jsonl" },
  { args: (data) => [...data, "--jsn"], says: "--jsn" },
  {
    args: (data) => [...data, "--mistakes", "many"],
    says: '--mistakes: expected a whole number, got "many"',
  },
  { args: (data) => [...data, "--mistakes", "1.5"], says: "--mistakes" },
  { args: (data) => [...data, "--escalate-below", "70"], says: "--escalate-below" },
  { args: (data) => [...data, "--figures="], says: "--figures" },
];
for (const { args, says } of misuses) {
  Deno.test(`evaluate refuses: ${args(["--data", "rows"]).join(" ") || "no arguments"}`, () =>
    inFolder(async (folder, data) => {
      const error = await assertRejects(() => run(folder, args(data)), UsageError, says) as Error;
      assertEquals(error.message.includes("\n"), false);
    }));
}

Deno.test("evaluate refuses accepted figures that are none", () =>
  inFolder(async (folder, data) => {
    await Deno.writeTextFile(`${folder}/accepted.json`, "{}}");
    await assertRejects(() => run(folder, data), UsageError, "accepted.json");
  }));

Deno.test("evaluate refuses files without rows", () =>
  inFolder(async (folder, data) => {
    await assertRejects(() => run(folder, data, "\n"), UsageError, "no rows");
  }));

Deno.test("evaluate reads a table as it comes, ids that are numbers and rows without text", () =>
  inFolder(async (folder) => {
    const table = `${folder}/rows.csv`;
    await Deno.writeTextFile(
      table,
      "\ufeffNr;Words;Label;Category\n1;bug .9;bug_report;\n2;ask .7 Billing;general_inquiry;Billing\n3;;;\n",
    );
    const { code, out, err } = await run(folder, [
      ...["--data", table, "--column", "text=words", "--column", "id=Nr"],
      "--json",
    ]);
    assertEquals(code, 0);
    assertMatch(err, /rows\.csv: CSV, semicolon; text from "words"/);
    assertMatch(err, /rows\.csv: 1 rows without text passed over/);
    assertEquals(JSON.parse(out).overall.intents.accuracy, 1);
  }));

Deno.test("evaluate says which columns there are where none is the text", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/rows.csv`, "words,label\nx,bug_report\n");
    const error = await assertRejects(
      () => run(folder, ["--data", `${folder}/rows.csv`]),
      UsageError,
    );
    assertStringIncludes(
      error.message,
      'There is no column "text"; there are "words", "label": pick one with --column text=NAME',
    );
  }));

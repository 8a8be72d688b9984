/**
 * Learning from what people said: the real commands on a real store.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import { runtimeEnvironment } from "../service_process.ts";
import { taskArguments } from "../task_arguments.ts";
import { sampleCase } from "../store/case_samples.ts";

async function command(folder: string, args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", ...taskArguments("classify").slice(0, -1), ...args],
    clearEnv: true,
    env: { ...runtimeEnvironment(), INTAKE_DATABASE: `${folder}/cases.sqlite` },
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

/** A store with cases that people corrected: the service called all of them bugs. */
async function storeCorrections(
  folder: string,
  corrections: readonly (readonly [text: string, label: Intent])[],
): Promise<void> {
  const store = await openSqliteStore({ path: `${folder}/cases.sqlite` });
  for (const [message, message_type] of corrections) {
    const { case_id } = await store.record(sampleCase({ message, confidence: 0.8 }));
    await store.desk.correct(case_id ?? "", { message_type }, "anna");
  }
  await store.close();
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const THINGS = ["export", "calendar", "report", "map", "timer", "invoice", "photo", "search"];
const FORMS: Readonly<Record<Intent, (thing: string) => string>> = {
  bug_report: (thing) => `The ${thing} crashes every time I open it and shows an error.`,
  feature_request: (thing) => `It would be great if you could add a dark ${thing} to the app.`,
  general_inquiry: (thing) => `How do I find the ${thing} in my account settings?`,
};

/** Labelled rows of two sources, in three unmistakable forms. */
function rows(label: (intent: Intent) => Intent = (intent) => intent) {
  return ["one", "two"].flatMap((source) =>
    THINGS.flatMap((thing) =>
      (Object.keys(FORMS) as Intent[]).map((intent) => ({
        id: `${source}-${thing}-${intent}`,
        source,
        text: `${FORMS[intent](thing)} ${source}`,
        label: label(intent),
      }))
    )
  );
}

/** What nobody but this test's people would call them. */
function otherwise(intent: Intent): Intent {
  return intent === "bug_report" ? "general_inquiry" : "bug_report";
}

async function write(path: string, lines: readonly unknown[]): Promise<string> {
  await Deno.writeTextFile(path, lines.map((line) => JSON.stringify(line) + "\n").join(""));
  return path;
}

Deno.test("evaluate --corrections: accuracy and calibration of stored cases by week", () =>
  inFolder(async (folder) => {
    const none = await command(folder, ["evaluate", "--corrections"]);
    assertEquals([none.code, none.out], [
      0,
      "No stored case has been looked at by a person yet.\n",
    ]);
    await storeCorrections(folder, [
      ["one", "bug_report"],
      ["two", "bug_report"],
      ["three", "bug_report"],
      ["four", "feature_request"],
    ]);
    const table = await command(folder, ["evaluate", "--corrections"]);
    assertEquals(table.code, 0);
    assertMatch(table.out, /^2026-03-02 +4 +75\.0% .* 80\.0% +0\.050$/m);
    const json = JSON.parse((await command(folder, ["evaluate", "--corrections", "--json"])).out);
    assertEquals(json.weeks.map(({ week, rows }: { week: string; rows: number }) => [week, rows]), [
      ["all", 4],
      ["2026-03-02", 4],
    ]);
    const both = await command(folder, ["evaluate", "--corrections", "--data", "x.jsonl"]);
    assertEquals(both.code, 2);
  }));

Deno.test("train --corrections: weights that are worse are refused, and it says what changed", () =>
  inFolder(async (folder) => {
    const data = await write(`${folder}/data.jsonl`, rows());
    const swapped = rows(otherwise);
    await storeCorrections(
      folder,
      [...swapped, ...swapped, ...swapped].map(({ text, label }) => [text, label]),
    );
    const { code, err } = await command(folder, [
      "train",
      "--corrections",
      "--without-own-texts",
      ...["--data", data, "--output", `${folder}/weights.json`],
    ]);
    assertEquals(code, 1);
    assertMatch(err, /with 144 corrected cases, on \d+ rows they were not fitted on/);
    assertMatch(err, /accuracy: 0\.\d{4} -> 0\.\d{4}/);
    assertMatch(err, /became wrong: \d+ \(/);
    assertMatch(err, /worse by more than a point: /);
    assert(err.endsWith("the weights are worse: nothing is written\n"), err);
    assertEquals(
      await Array.fromAsync(Deno.readDir(folder)).then((all) =>
        all.some(({ name }) => name === "weights.json")
      ),
      false,
    );
  }));

Deno.test("train --corrections: weights that hold are written, with the corrections in their record", () =>
  inFolder(async (folder) => {
    const data = await write(`${folder}/data.jsonl`, rows(otherwise));
    const evaluation = await write(`${folder}/evaluation.jsonl`, [
      { text: "The window crashes every time I open it.", label: otherwise("bug_report") },
      { text: "It would be great if you added a window.", label: otherwise("feature_request") },
    ]);
    const corrections = rows(otherwise).slice(0, 6);
    await storeCorrections(folder, corrections.map(({ text, label }) => [text, label]));
    const { code, err } = await command(folder, [
      "train",
      "--corrections",
      "--without-own-texts",
      ...["--data", data, "--evaluation", evaluation, "--output", `${folder}/weights.json`],
    ]);
    assertMatch(err, /with 6 corrected cases, on 2 rows/);
    assertEquals(code, 0, err);
    const weights = JSON.parse(await Deno.readTextFile(`${folder}/weights.json`));
    const recorded = weights.evidence.data.find((each: { file: string }) =>
      each.file === "corrections"
    );
    assertEquals(recorded.rows, 6);
    const empty = await Deno.makeTempDir();
    const refused = await command(empty, [
      "train",
      "--corrections",
      "--without-own-texts",
      ...["--data", data],
    ]);
    assertEquals(refused.code, 2);
    assertMatch(refused.err, /no stored case is corrected yet/);
    await Deno.remove(empty, { recursive: true });
  }));

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertRejects } from "@std/assert";
import { describeProblem, readDataset, readRows } from "../../src/evaluation/dataset.ts";

async function withFile<T>(content: string | Uint8Array, use: (paths: string[]) => Promise<T>) {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/sample.jsonl`;
    if (typeof content === "string") await Deno.writeTextFile(path, content);
    else await Deno.writeFile(path, content);
    return await use([path]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a row needs only a text and a label; the rest has defaults", async () => {
  const rows = await withFile('\n{"text":"It broke","label":"bug_report"}\r\n', readRows);
  assertEquals(rows, [{
    id: "sample:2",
    source: "sample",
    text: "It broke",
    label: "bug_report",
    map: "strict",
  }]);
});

Deno.test("what a row says of itself is kept, other keys are not", async () => {
  const row = {
    id: "a-1",
    source: "a",
    text: " How much? ",
    category: "Billing",
    map: "weak",
    group: "app",
  };
  const rows = await withFile(JSON.stringify({ ...row, split: "train" }), readRows);
  assertEquals(rows as unknown, [row]);
});

const bad: readonly { line: string; problem: RegExp }[] = [
  { line: "{", problem: /^is not JSON$/ },
  { line: "[]", problem: /expected object/i },
  { line: '{"text":"secret words","label":"bug"}', problem: /^label: .*bug_report.*got "bug"$/ },
  { line: '{"text":"secret words","label":null}', problem: /^label: .*got null$/ },
  { line: '{"text":"secret words"}', problem: /no label/ },
  { line: '{"text":"  ","label":"bug_report"}', problem: /^text: is empty$/ },
  { line: '{"label":"bug_report"}', problem: /^text: .*expected string/ },
  { line: '{"text":"secret words","category":"Money"}', problem: /^category: .*got "Money"$/ },
  { line: '{"text":"secret words","label":"bug_report","map":"so so"}', problem: /^map: / },
];
for (const { line, problem } of bad) {
  Deno.test(`a bad line is named and the others are kept: ${line}`, async () => {
    const good = '{"text":"Add a map","label":"feature_request"}';
    const { rows, problems } = await withFile(`${good}\n${line}\n${good}`, readDataset);
    assertEquals(rows.length, 2);
    assertEquals(problems.map(({ line }) => line), [2]);
    assertEquals(problem.test(problems[0]?.message ?? ""), true, problems[0]?.message);
    assertEquals(problems[0]?.message.includes("secret"), false);
  });
}

Deno.test("readRows refuses a file with bad lines and names every one", async () => {
  await withFile(
    "{\nno",
    ([path]) =>
      assertRejects(
        () => readRows([path ?? ""]),
        Error,
        `${path}:1: is not JSON\n${path}:2: is not JSON`,
      ),
  );
});

Deno.test("a file that is not UTF-8 is named as a whole", async () => {
  const { problems } = await withFile(new Uint8Array([0xff, 0xfe]), readDataset);
  assertEquals(problems.map((problem) => describeProblem(problem).replace(/^.*\//, "")), [
    "sample.jsonl: is not UTF-8",
  ]);
});

Deno.test("a file that is missing is named", async () => {
  await assertRejects(() => readRows(["/nowhere/rows.jsonl"]), Error, "/nowhere/rows.jsonl");
});

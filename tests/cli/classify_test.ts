/**
 * Runs the real command as its own process.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { answer } from "../../src/triage/domain/answer.ts";
import { runtimeEnvironment } from "../service_process.ts";

const ARGS = ["run", "--quiet", "--lock=deno.run.lock", "--no-prompt"]
  .concat(["--allow-read", "--allow-write", "--allow-env=HOST,PORT,OPENAI_*,INTAKE_*"])
  .concat(["main.ts", "classify"]);
const DRY = ["--local", "--dry-run"];
const encoder = new TextEncoder();

/** @param workers Threads; with none a run starts in half the time. */
function start(args: readonly string[], workers = "0") {
  return new Deno.Command(Deno.execPath(), {
    args: [...ARGS, ...args],
    clearEnv: true,
    env: { ...runtimeEnvironment(), INTAKE_WORKERS: workers },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function run(
  args: readonly string[],
  input: string | Uint8Array<ArrayBuffer> = "",
  workers = "0",
) {
  const child = start(args, workers);
  const writer = child.stdin.getWriter();
  // A command that does not read its input closes it.
  writer.write(typeof input === "string" ? encoder.encode(input) : input)
    .then(() => writer.close()).catch(() => {});
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder().decode(stdout);
  return { code, text, lines: linesOf(text), stderr: new TextDecoder().decode(stderr) };
}

function linesOf(text: string) {
  assert(text === "" || text.endsWith("\n"), "the last line is whole");
  return text.split("\n").slice(0, -1).map((line) => JSON.parse(line));
}

function inFolder(name: string, test: (folder: string) => Promise<void>): void {
  Deno.test(name, async () => {
    const folder = await Deno.makeTempDir();
    try {
      await test(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

const MESSAGES = [
  "The login button spins and nothing happens.",
  "Please add a dark mode to the app.",
  "How do I change my password?",
];

function jsonl(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => JSON.stringify({ id: index, message: MESSAGES[index % 3] }) + "\n",
  ).join("");
}

Deno.test("JSONL in, JSONL out: a line for each line, in order, with the input's id", async () => {
  const { code, lines, stderr } = await run(DRY, jsonl(300), "1");
  assertEquals(code, 0);
  assertMatch(
    stderr,
    /^intake: standard input: JSONL; message from "message"\nintake: 300 records in [^:]+: 300 answered \|[^\n]*\n$/,
  );
  assertEquals(lines.map((line) => line.id), Array.from({ length: 300 }, (_, index) => index));
  for (const { id: _, ...rest } of lines) answer.parse(rest);
  assertEquals(
    lines.slice(0, 2).map(({ response_data }) =>
      response_data.ticket?.id ?? response_data.product_requirement?.id
    ),
    ["BUG-0", "FR-0"],
  );
});

Deno.test("bad lines are named, keep their place, and the exit code is 1", async () => {
  const input = `not json\n${jsonl(1)}\n{"id":"x","message":7,"other":1}\n${jsonl(1)}`;
  const { code, lines, stderr } = await run(DRY, input);
  assertEquals(code, 1);
  assertEquals(
    lines.map((line) => [line.line, line.problem?.code, line.id, line.message_type]),
    [
      [1, "malformed_json", undefined, undefined],
      [undefined, undefined, 0, "bug_report"],
      [3, "malformed_json", undefined, undefined],
      [4, "invalid_message", "x", undefined],
      [undefined, undefined, 0, "bug_report"],
    ],
  );
  assertEquals([...stderr.matchAll(/^intake: line (\d+): /gm)].map(([, line]) => line), [
    "1",
    "3",
    "4",
  ]);
  assertMatch(stderr, /: 2 answered, 3 failed \|/);
  assertMatch(stderr, /line 4: invalid_message: message must be a string/);
});

Deno.test("--explain adds the explanation, without a case", async () => {
  const { lines } = await run([...DRY, "--explain"], jsonl(1));
  assertEquals([lines[0].explanation.case_id, lines[0].explanation.route], [null, "local"]);
});

inFolder("CSV is read by its ending, its columns by their names", async (folder) => {
  const file = `${folder}/export.csv`;
  await Deno.writeTextFile(
    file,
    '\ufeffID;Customer ID;Feedback text\r\n7;c-1;"The button spins; it says ""error"""\r\n8;c;x;y\r\n',
  );
  const { code, lines } = await run([
    ...DRY,
    file,
    "--delimiter",
    ";",
    "--column",
    "message=feedback TEXT",
    "--explain",
  ]);
  assertEquals(code, 1);
  assertEquals([lines.length, lines[0].id, lines[1].line], [2, "7", 3]);
  assertEquals(lines[1].problem.code, "invalid_message");
});

const refused: ReadonlyArray<{ name: string; args: string[]; says: RegExp; input?: string }> = [
  { name: "an unknown option", args: ["--fast"], says: /unknown option --fast/ },
  { name: "two files", args: ["a.csv", "b.csv"], says: /expected one file/ },
  { name: "a file that is not there", args: ["none.jsonl"], says: /cannot read none\.jsonl/ },
  {
    name: "a file of no format",
    args: ["README.md"],
    says: /its first line is a text, not the names of columns/,
  },
  { name: "--resume without --output", args: ["--resume"], says: /give --output too/ },
  { name: "a long delimiter", args: ["--delimiter", "ab"], says: /one character/ },
  { name: "a format that is none", args: ["--format", "xml"], says: /jsonl, .*eml, got "xml"/ },
  { name: "--force without --output", args: ["--force"], says: /give --output too/ },
  { name: "an encoding that is none", args: ["--encoding", "klingon"], says: /"klingon"/ },
  { name: "a column of nothing", args: ["--column", "text"], says: /KEY=NAME/ },
  {
    name: "CSV without a message column",
    args: [...DRY, "--format", "csv"],
    input: "text,id\na,1\n",
    says: /There is no column "message"; there are "text", "id"/,
  },
];
for (const { name, args, says, input } of refused) {
  Deno.test(`classify with ${name} is bad usage: one line, exit code 2`, async () => {
    const { code, text, stderr } = await run(args, input);
    assertEquals([code, text], [2, ""]);
    assertMatch(stderr, says);
    assertEquals(stderr.trim().split("\n").length, 1);
  });
}

inFolder("a file that cannot be read leaves the output as it was", async (folder) => {
  const output = `${folder}/out.jsonl`;
  await Deno.writeTextFile(output, "precious\n");
  const { code } = await run([...DRY, `${folder}/none.jsonl`, "--output", output]);
  assertEquals([code, await Deno.readTextFile(output)], [2, "precious\n"]);
});

inFolder("a file is never written over itself", async (folder) => {
  const file = `${folder}/in.jsonl`;
  await Deno.writeTextFile(file, jsonl(1));
  const { code, stderr } = await run([...DRY, file, "--output", `${folder}/./in.jsonl`]);
  assertEquals([code, await Deno.readTextFile(file)], [2, jsonl(1)]);
  assertMatch(stderr, /another file than the input/);
});

inFolder("a file that is there is written over only with --force", async (folder) => {
  const output = `${folder}/out.jsonl`;
  await Deno.writeTextFile(output, "precious\n");
  const args = [...DRY, "--output", output];
  const { code, stderr } = await run(args, jsonl(1));
  assertEquals([code, await Deno.readTextFile(output)], [2, "precious\n"]);
  assertMatch(stderr, /is there already: give --force to write over it, --resume to continue it/);
  assertEquals((await run([...args, "--force"], jsonl(1))).code, 0);
  assertEquals(JSON.parse(await Deno.readTextFile(output)).id, 0);
});

inFolder("--resume refuses a file that is not the answer to this input", async (folder) => {
  const output = `${folder}/out.jsonl`;
  for (const foreign of [`{"id":0}\n`, `{"id":1,"message_type":"bug_report"}\n`, "text\n"]) {
    await Deno.writeTextFile(output, foreign);
    const { code, stderr } = await run([...DRY, "--output", output, "--resume"], jsonl(3));
    assertEquals([code, await Deno.readTextFile(output)], [2, foreign]);
    assertMatch(stderr, /--resume: answer 1 in .* is not one to this input/);
  }
});

Deno.test("what fails a hundred times at the beginning is not read to its end", async () => {
  const { code, lines, stderr } = await run(DRY, '{"text":"The app crashes."}\n'.repeat(300));
  assertEquals([code, lines.length], [2, 100]);
  assertMatch(stderr, /there are "text": pick one with --column message=NAME/);
  assertMatch(stderr, /the first 100 records all failed, so the rest is not read/);
});

const TABLE = 'Nr,Review Text,Stars\n1,=SUM(A1),5\n2,,4\n3,"How, do I\nexport?",-1\n';

inFolder("a .csv output has the input's columns, then ours, joined by line", async (folder) => {
  const [input, output] = [`${folder}/in.csv`, `${folder}/out.csv`];
  await Deno.writeTextFile(input, TABLE);
  const args = [...DRY, input, "--column", "message=review text", "--column", "id=Nr"];
  const { code, stderr } = await run([...args, "--output", output]);
  assertEquals(code, 0);
  assertMatch(stderr, /2 answered, 1 passed over \(no text: line 3\)/);
  const text = await Deno.readTextFile(output);
  const rows = text.split("\r\n");
  assertMatch(
    rows[0] ?? "",
    /^Nr,Review Text,Stars,line,id,message_type,confidence_score,ticket_id,/,
  );
  assertMatch(rows[1] ?? "", /^1,'=SUM\(A1\),5,2,1,[a-z_]+,/);
  assertMatch(rows[2] ?? "", /^2,,4,3,,.*,passed over: no text$/);
  assertMatch(rows[3] ?? "", /^3,"How, do I\nexport\?",-1,4,3,general_inquiry,/);
  // Cut inside the last row, and continued.
  const whole = await Deno.readFile(output);
  await Deno.writeFile(output, whole.subarray(0, whole.length - 5));
  assertEquals((await run([...args, "--output", output, "--resume"])).code, 0);
  assertEquals(await Deno.readFile(output), whole);
});

inFolder(
  "in a .csv output a row that is no use keeps its cells, and one may end early",
  async (folder) => {
    const [input, output] = [`${folder}/in.csv`, `${folder}/out.csv`];
    await Deno.writeTextFile(
      input,
      `message,product,note\nIt hangs,Web,a,b\n${MESSAGES[0]},Web\n${MESSAGES[0]}\n,Web\n`,
    );
    const { code, stderr } = await run([...DRY, input, "--output", output]);
    assertEquals(code, 1);
    assertMatch(stderr, /line 2: invalid_message: Cannot read the row: it has 4 fields/);
    assertMatch(stderr, /2 answered, 1 passed over \(no text: line 5\), 1 failed/);
    const rows = (await Deno.readTextFile(output)).split("\r\n");
    assertMatch(rows[1] ?? "", /^It hangs,Web,a,2,.*invalid_message: /);
    assertMatch(rows[2] ?? "", /,Web,,3,,[a-z_]+,/);
    assertMatch(rows[3] ?? "", /,,,4,,[a-z_]+,/);
    assertMatch(rows[4] ?? "", /^,Web,,5,.*passed over: no text$/);
    assertEquals(rows.length, 6);
  },
);

Deno.test("a line that is no object is told without a gap, an empty one is passed over", async () => {
  const { code, lines, stderr } = await run(DRY, '{"id":7,"message":" "}\n["a"]\n{"id":8}\n');
  assertEquals(code, 1);
  assertMatch(stderr, /line 2: invalid_message: must be a JSON object/);
  assertMatch(stderr, /line 3: invalid_message: message /);
  assertEquals(lines[0], { id: 7, line: 1, skipped: "no text" });
});

Deno.test("answers of what is not plain JSONL name their line, mail its attachments", async () => {
  const { lines } = await run([...DRY, "fixtures/exports/mail.eml"]);
  const [{ id, line, attachments, message_type }] = lines;
  assertEquals(
    [id, line, attachments, message_type],
    ["<1@example.com>", 1, ["screen.png"], "bug_report"],
  );
  const plain = await run([...DRY, "fixtures/exports/lines.jsonl"]);
  assertEquals(plain.lines.map((each) => each.line), [undefined, 2, undefined]);
  assertEquals(plain.lines[1], { id: 2, line: 2, skipped: "no text" });
});

Deno.test("without a product an answer names none", async () => {
  const { text } = await run(DRY, jsonl(30));
  assertEquals(/unknown/i.test(text), false);
});

inFolder("--resume gives what an uninterrupted run gives, wherever it was cut", async (folder) => {
  const input = `${folder}/in.csv`;
  const output = `${folder}/out.jsonl`;
  // Rows of several lines, bad rows and empty lines: lines in and lines out differ.
  const rows = Array.from(
    { length: 40 },
    (_, index) =>
      index % 7 === 3 ? `"x"y,${index}\n\n` : `"${MESSAGES[index % 3]}\nBye",${index}\n`,
  );
  await Deno.writeTextFile(input, `message,id\n${rows.join("")}`);
  const args = [...DRY, input, "--output", output, "--resume"];
  assertEquals((await run(args)).code, 1);
  const whole = await Deno.readFile(output);
  const secondLine = whole.indexOf(10) + 1;
  for (const cut of [0, 1, secondLine - 1, secondLine, whole.length >> 1, whole.length - 1]) {
    await Deno.writeFile(output, whole.subarray(0, cut));
    await run(args);
    assertEquals(await Deno.readFile(output), whole, `cut at byte ${cut}`);
  }
  // Done already: nothing is added.
  assertEquals((await run(args)).code, 0);
  assertEquals(await Deno.readFile(output), whole);
});

inFolder("Ctrl-C stops the reading, finishes what was begun, and says so", async (folder) => {
  const file = `${folder}/in.jsonl`;
  await Deno.writeTextFile(file, jsonl(30_000));
  const child = start([...DRY, file], "1");
  const stderr = new Response(child.stderr).text();
  const reader = child.stdout.getReader();
  let text = "";
  const decoder = new TextDecoder();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (text === "") child.kill("SIGINT");
    text += decoder.decode(part.value, { stream: true });
  }
  await child.stdin.close();
  assertEquals((await child.status).code, 130);
  assertMatch(await stderr, /interrupted; what was begun is written/);
  const ids = linesOf(text).map((line) => line.id);
  assert(ids.length > 0 && ids.length < 30_000, `${ids.length} lines were written`);
  assertEquals(ids, ids.map((_, index) => index));
});

Deno.test("Ctrl-C ends the wait for a pipe that brings nothing", async () => {
  const child = start(DRY);
  const writer = child.stdin.getWriter();
  await writer.write(encoder.encode(jsonl(1)));
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill("SIGINT");
  assertEquals((await child.status).code, 130);
  await reader.cancel();
  await child.stderr.cancel();
  await writer.abort();
});

inFolder("a reader that has enough ends the work without a word", async (folder) => {
  const file = `${folder}/in.jsonl`;
  await Deno.writeTextFile(file, jsonl(30_000));
  const child = start([...DRY, file]);
  const stderr = new Response(child.stderr).text();
  const reader = child.stdout.getReader();
  await reader.read();
  await reader.cancel();
  await child.stdin.close();
  assertEquals((await child.status).code, 0);
  assertEquals((await stderr).split("\n").slice(1), [""]);
});

const script = await findScript();
Deno.test({
  name: "on a terminal the progress renews itself: share, rate, time left, types and routes" +
    (script === null ? " (there is no /usr/bin/script)" : ""),
  ignore: script === null,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const [input, output] = [`${folder}/in.jsonl`, `${folder}/out.jsonl`];
      await Deno.writeTextFile(input, `bad\n${jsonl(6_000)}`);
      const command = [Deno.execPath(), ...ARGS, ...DRY, input, "--output", output].join(" ");
      const { stdout } = await new Deno.Command("script", {
        args: ["-qec", command, "/dev/null"],
        clearEnv: true,
        env: { ...runtimeEnvironment(), NO_COLOR: "1" },
        stdin: "null",
      }).output();
      const shown = new TextDecoder().decode(stdout).split("\r\x1b[2K");
      assertMatch(shown.find((line) => line.includes("left")) ?? "", /^ *\d+% .*\d+\/s, \d+s left/);
      assertMatch(
        shown.at(-1) ?? "",
        /^100% █* ?6,001 done, [\d,]+\/s, 0s left \| bug \d+% feature \d+% inquiry/,
      );
      assert(shown.some((line) => /^intake: line 1: malformed_json/.test(line)));
      assertEquals((await Deno.readTextFile(output)).split("\n").length, 6_002);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

/** `script` of util-linux gives a command a terminal. */
async function findScript(): Promise<string | null> {
  try {
    await Deno.stat("/usr/bin/script");
    return "/usr/bin/script";
  } catch {
    return null;
  }
}

Deno.test("--help names every option and gives an example", async () => {
  const child = start(["--help"]);
  await child.stdin.close();
  const { code, stdout } = await child.output();
  const text = new TextDecoder().decode(stdout);
  assertEquals(code, 0);
  for (const option of ["--format", "--delimiter", "--sheet", "--column", "--resume", "--force"]) {
    assert(text.includes(option), option);
  }
  assertMatch(text, /Examples?:/);
});

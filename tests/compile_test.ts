// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { runtimeEnvironment } from "./service_process.ts";

/** What the binary cannot do without: a file, and the folders under which a long list folds it. */
const EMBEDDED: ReadonlyArray<[string, ...string[]]> = [
  ["main.ts", "main.ts"],
  ["weights.json", "model"],
  ["default_catalog.json", "catalog"],
  ["1_cases.sql", "migrations", "store"],
  ["wink-eng-lite-web-model", "registry.npmjs.org"],
  ["wink-nlp", "registry.npmjs.org"],
  ["assess_worker.ts", "workers"],
  ["store_thread.ts", "threads", "store"],
];
/** What it has no use for. */
const LEFT_OUT = ["fast-check", "playwright-core", "pglite", "axe-core"];

async function compile(output: string, environment: Record<string, string>) {
  const { tasks } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const args = (tasks.compile.command as string).split(" ").slice(1);
  args[args.indexOf("--output") + 1] = output;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    env: { ...runtimeEnvironment(), NO_COLOR: "1", ...environment },
    clearEnv: true,
  }).output();
  const decoder = new TextDecoder();
  return { success, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

Deno.test("the binary embeds all it needs and no test packages", async () => {
  const folder = await Deno.makeTempDir();
  const { success, text } = await compile(`${folder}/intake`, { DENORT_BIN: "/bin/true" });
  assert(success, text);
  for (const [name, ...folders] of EMBEDDED) {
    assert(
      text.includes(name) || folders.some((folder) => text.includes(`${folder}/*`)),
      `${name} is not embedded:\n${text}`,
    );
  }
  assertEquals(LEFT_OUT.filter((name) => text.includes(name)), []);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("what cannot be fetched is named in one line", async () => {
  const folder = await Deno.makeTempDir();
  // A proxy that is not there: nothing can be fetched through it.
  const nowhere = { HTTPS_PROXY: "http://127.0.0.1:9", DENO_DIR: `${folder}/cache` };
  const { success, text } = await compile(`${folder}/intake`, nowhere);
  assert(!success);
  const lines = text.split("\n").filter((line) => line !== "");
  assertEquals(lines.length, 1, text);
  assertMatch(lines[0] ?? "", /^Cannot compile: could not fetch https?:\/\/\S+ \(/);
  await Deno.remove(folder, { recursive: true });
});

/** The base binary of `deno compile`: fetched once, or known not to be had. */
const base = await compile(await Deno.makeTempDir() + "/intake", {});
const why = base.success ? "" : ` (skipped: ${base.text.trim()})`;

Deno.test(`the binary runs${why}`, { ignore: !base.success }, async (t) => {
  const folder = await Deno.makeTempDir();
  await compile(`${folder}/intake`, {});
  await t.step("--help", async () => {
    const { code, stdout } = await new Deno.Command(`${folder}/intake`, { args: ["--help"] })
      .output();
    assertEquals(code, 0);
    assertMatch(new TextDecoder().decode(stdout), /classify/);
  });
  await t.step("classify", async () => {
    const child = new Deno.Command(`${folder}/intake`, {
      args: ["classify", "--dry-run", "--local"],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode('{"message":"The app crashes."}\n'));
    await writer.close();
    const { stdout } = await child.output();
    assertEquals(JSON.parse(new TextDecoder().decode(stdout)).message_type, "bug_report");
  });
  await Deno.remove(folder, { recursive: true });
});

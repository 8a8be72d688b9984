// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { runtimeEnvironment } from "../service_process.ts";

async function intake(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--lock=deno.run.lock", "--no-prompt", "main.ts", ...args],
    clearEnv: true,
    env: runtimeEnvironment(),
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("--help lists the commands, and each of them says how it is used, with an example", async () => {
  const { code, stdout } = await intake("--help");
  assertEquals(code, 0);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1] ?? "");
  assertEquals(commands.toSorted(), [
    "classify",
    "evaluate",
    "key",
    "mcp",
    "openapi",
    "serve",
    "train",
  ]);
  for (const command of commands) {
    const help = await intake(command, "--help");
    assertEquals([command, help.code, help.stderr], [command, 0, ""]);
    assertMatch(help.stdout, new RegExp(`^Usage: intake ${command}\\b`, "m"));
    const [, example] = /^Examples?:\s+(.*)/m.exec(help.stdout) ?? [];
    assert(example?.includes(`intake ${command}`), `${command} has an example`);
  }
});

Deno.test("a command that is none is bad usage, in one line", async () => {
  const { code, stdout, stderr } = await intake("clasify");
  assertEquals([code, stdout, stderr], [2, "", 'intake: unknown command "clasify"\n']);
  assertEquals((await intake()).code, 2);
});

Deno.test("openapi prints the document and nothing else", async () => {
  const { code, stdout } = await intake("openapi");
  assertEquals([code, JSON.parse(stdout).openapi], [0, "3.1.1"]);
});

Deno.test("--version says which one this is", async () => {
  const { version } = JSON.parse(Deno.readTextFileSync("deno.json"));
  assertEquals(await intake("--version"), { code: 0, stdout: `intake ${version}\n`, stderr: "" });
});

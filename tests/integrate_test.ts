/**
 * Runs every sample of docs/integrate.md against a service.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { openApiDocument } from "../src/http/openapi/openapi.ts";
import { answer } from "../src/triage/domain/answer.ts";
import { runtimeEnvironment, startService } from "./service_process.ts";

const page = Deno.readTextFileSync("docs/integrate.md");
const shell = samples("sh").filter((sample) => sample.includes("curl"));
const service = "http://127.0.0.1:8000";

/** The code blocks of a language. */
function samples(language: string): string[] {
  return [...page.matchAll(new RegExp("```" + language + "\\n([\\s\\S]*?)```", "g"))]
    .map((match) => match[1] ?? "");
}

/** The one code block of a language. */
function sample(language: string): string {
  const [only, ...others] = samples(language);
  assert(only !== undefined && others.length === 0, `one block of ${language}`);
  return only;
}

async function run(command: string, args: string[], folder?: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args,
    clearEnv: true,
    env: { ...runtimeEnvironment(), API_KEY: "key" },
    ...folder !== undefined && { cwd: folder },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** A program that a sample needs and this machine may lack. */
function has(command: string): boolean {
  try {
    return new Deno.Command(command, { args: ["--version"] }).outputSync().success;
  } catch {
    return false;
  }
}

/** Says behind a test's name why it is ignored. */
function without(command: string): string {
  return has(command) ? "" : ` (there is no ${command} here)`;
}

async function withService(test: (origin: string) => Promise<void>): Promise<void> {
  const running = await startService({ INTAKE_DATABASE: ":memory:" });
  try {
    await test(running.origin);
  } finally {
    running.kill("SIGTERM");
    await running.status;
  }
}

Deno.test({
  name: "docs/integrate.md: the curl samples answer what the page says" + without("curl"),
  ignore: !has("curl"),
  fn: () =>
    withService(async (origin) => {
      const at = (text: string | undefined) => (text ?? "").replaceAll(service, origin);
      assertEquals(shell.length, 3);
      const [one, wrong, many] = shell;
      const first = answer.parse(JSON.parse(await run("bash", ["-c", at(one)])));
      assert(first.message_type === "bug_report");
      assertEquals(first.response_data.ticket.title, "Cannot log in to the web portal");
      assertEquals(first.response_data.ticket.reproduction_steps, ["Click login"]);
      const problem = JSON.parse(await run("bash", ["-c", at(wrong)]));
      assertEquals(
        { ...JSON.parse(sample("json")), request_id: problem.request_id },
        problem,
      );
      const lines = (await run("bash", ["-c", at(many)])).trim().split("\n");
      assertEquals(
        lines.map((line) => JSON.parse(line)).map((line) => line.message_type ?? line.code),
        ["bug_report", "malformed_json", "general_inquiry"],
      );
    }),
});

Deno.test("docs/integrate.md: the TypeScript sample fits the types of the document, and runs", () =>
  withService(async (origin) => {
    const folder = await Deno.makeTempDir();
    try {
      const document = JSON.stringify(openApiDocument("1.2.3"));
      Deno.writeTextFileSync(`${folder}/openapi.json`, document);
      // In a process of its own: it reads the whole environment.
      const files = [`${folder}/openapi.json`, "-o", `${folder}/intake.d.ts`];
      await run(Deno.execPath(), [
        "run",
        "--quiet",
        "--lock=deno.lock",
        "-A",
        "openapi-typescript",
        ...files,
      ]);
      const code = sample("ts").replaceAll(service, origin);
      Deno.writeTextFileSync(`${folder}/triage.mts`, code);
      const flags = ["run", "--quiet", "--check", "--no-config", "--no-lock", "--allow-net"];
      assertMatch(
        await run(Deno.execPath(), [...flags, "triage.mts"], folder),
        /^As an? .+, I want .+, so that /,
      );
      // That the types say something: a misspelt key does not pass.
      Deno.writeTextFileSync(
        `${folder}/triage.mts`,
        code.replaceAll(".user_story", ".user_storey"),
      );
      const wrong = await new Deno.Command(Deno.execPath(), {
        args: ["check", "--quiet", "--no-config", "--no-lock", "triage.mts"],
        cwd: folder,
      }).output();
      assertEquals(wrong.success, false);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }));

Deno.test({
  name: "docs/integrate.md: the Python sample runs" + without("python3"),
  ignore: !has("python3"),
  fn: () =>
    withService(async (origin) => {
      const output = await run("python3", ["-c", sample("python").replaceAll(service, origin)]);
      assertMatch(output, /^general_inquiry (?:1|0\.\d+)\n.{20}/s);
    }),
});

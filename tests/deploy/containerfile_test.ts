/**
 * Holds the container file to what it promises. No container engine is needed:
 * its statements are read, and what it would run is run.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { runtimeEnvironment } from "../service_process.ts";

interface Statement {
  readonly keyword: string;
  readonly rest: string;
}

const statements = parse(Deno.readTextFileSync("Containerfile"));
const lastStage = statements.slice(statements.findLastIndex(({ keyword }) => keyword === "FROM"));

function parse(text: string): Statement[] {
  return text.replaceAll(/^#.*\n/gm, "").replaceAll("\\\n", " ").split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, keyword = "", rest = ""] = /^(\w+)\s+([\s\S]*)$/.exec(line.trim()) ?? [];
      return { keyword, rest: rest.replaceAll(/\s+/g, " ") };
    });
}

function all(keyword: string, from = statements): string[] {
  return from.filter((statement) => statement.keyword === keyword).map(({ rest }) => rest);
}

function one(keyword: string, from = lastStage): string {
  const found = all(keyword, from);
  assertEquals(found.length, 1, `${keyword} in the last stage`);
  return found[0] ?? "";
}

const environment: Record<string, string> = Object.fromEntries(
  all("ENV", lastStage).flatMap((rest) => rest.split(" ")).map((pair) => pair.split("=")),
);

Deno.test("every statement is one that there is", () => {
  const known =
    "FROM WORKDIR ENV COPY RUN USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD";
  assertEquals(statements.filter(({ keyword }) => !known.split(" ").includes(keyword)), []);
});

Deno.test("both stages start from the Deno that the project is pinned to", () => {
  const version = /DENO_VERSION=(\S+)/.exec(Deno.readTextFileSync(".ci/run"))?.[1];
  assertEquals(
    all("FROM").map((rest) => rest.split(" ")[0]),
    Array(2).fill(`docker.io/denoland/deno:${version}`),
  );
});

Deno.test("it runs as somebody who is not root, named by number", () => {
  assertMatch(one("USER"), /^[1-9]\d*:[1-9]\d*$/);
  const after = lastStage.slice(lastStage.findIndex(({ keyword }) => keyword === "USER") + 1);
  assertEquals(after.filter(({ keyword }) => ["RUN", "COPY", "USER"].includes(keyword)), []);
});

Deno.test("only /data is written, so that the rest can be read-only", () => {
  assertEquals(one("VOLUME"), "/data");
  const entrypoint: string[] = JSON.parse(one("ENTRYPOINT"));
  assertEquals(entrypoint.filter((word) => word.startsWith("--allow-write")), [
    "--allow-write=/data",
  ]);
  assert(environment.INTAKE_DATABASE?.startsWith("/data/"));
  assert(entrypoint.includes("--cached-only"), "nothing is fetched at run time");
});

Deno.test("the program may reach what is named, and run nothing", () => {
  const entrypoint: string[] = JSON.parse(one("ENTRYPOINT"));
  const allowed = entrypoint.filter((word) => /^(?:--allow|-A$|-P)/.test(word));
  assertEquals(allowed.filter((word) => !/^--allow-(?:net|read|write|env)=\S/.test(word)), []);
  assert(entrypoint.includes("--no-prompt"));
});

Deno.test("what it copies exists, and is not ignored", () => {
  const ignored = Deno.readTextFileSync(".containerignore");
  for (const rest of all("COPY").filter((rest) => !rest.startsWith("--from="))) {
    for (const source of rest.split(" ").slice(0, -1)) {
      Deno.statSync(source);
      assert(ignored.includes(`!${source}\n`), source);
    }
  }
});

Deno.test("no secret is in it", () => {
  const text = Deno.readTextFileSync("Containerfile");
  assertEquals(/\b(?:sk-|intake_)[\w-]{16,}|[\da-f]{64}/.exec(text), null);
  assertEquals(
    all("ENV").join(" ").match(/\b(?:OPENAI_API_KEY|INTAKE_API_KEYS|INTAKE_\w*SECRET)=/g),
    null,
  );
});

Deno.test("its command starts the service, and its health check tells health from sickness", async () => {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  const inside = (word: string) =>
    word.replaceAll("/data", folder).replaceAll("0.0.0.0:8000", `127.0.0.1:${port}`);
  const [program, ...entrypoint]: string[] = JSON.parse(one("ENTRYPOINT")).map(inside);
  const command: string[] = JSON.parse(one("CMD"));
  assertEquals(program, "deno");
  const { DENO_DIR: _, ...inImage } = environment;
  const env = {
    ...Object.fromEntries(Object.entries(inImage).map(([name, value]) => [name, inside(value)])),
    ...runtimeEnvironment(),
    HOST: "127.0.0.1",
    PORT: String(port),
  };
  const child = new Deno.Command(Deno.execPath(), {
    args: [...entrypoint, ...command],
    clearEnv: true,
    env,
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const check = async () => {
    const [, exec = "[]"] = /CMD (\[.*\])$/.exec(one("HEALTHCHECK")) ?? [];
    const [, ...args]: string[] = JSON.parse(exec);
    return (await new Deno.Command(Deno.execPath(), { args, clearEnv: true, env }).output()).code;
  };
  try {
    let text = "";
    const said = child.stderr.pipeThrough(new TextDecoderStream());
    for await (const piece of said.values({ preventCancel: true })) {
      text += piece;
      if (text.includes("listening on")) break;
    }
    assertMatch(text, /listening on/);
    assertEquals(await check(), 0);
  } finally {
    child.kill("SIGTERM");
    await child.status;
  }
  assert(await check() !== 0);
  await Deno.remove(folder, { recursive: true });
});

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { runtimeEnvironment } from "../service_process.ts";

/** The flags that the reference lists for a fixed installation. */
function listedFlags(): string[] {
  const block = /## A fixed installation[\s\S]*?```sh\n([\s\S]*?)```/
    .exec(Deno.readTextFileSync("docs/reference.md"))?.[1] ?? "";
  return block.replaceAll("\\\n", " ").trim().split(/\s+/)
    .filter((word) => word.startsWith("--"));
}

/** A port that is free just now. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

Deno.test("the reference lists hosts and paths, and nothing for programs, libraries or the system", () => {
  const flags = listedFlags();
  for (const name of ["net", "read", "write", "env"]) {
    assert(flags.some((flag) => flag.startsWith(`--allow-${name}=`)), name);
  }
  const named = flags.filter((flag) => flag.startsWith("--allow"));
  assertEquals(named.filter((flag) => !/^--allow-(?:net|read|write|env)=\S/.test(flag)), []);
  assert(flags.includes("--no-prompt"));
});

Deno.test("under the reference's flags the service answers, and all else is refused", async () => {
  const root = Deno.cwd();
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/data`);
  const port = freePort();
  const elsewhere = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response("reached"),
  );
  try {
    const flags = listedFlags().map((flag) =>
      flag.replace("127.0.0.1:8000", `127.0.0.1:${port}`).replace("./src", `${root}/src`).replace(
        "=deno.",
        `=${root}/deno.`,
      )
    );
    assertNotEquals(flags, listedFlags());
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        `--config=${root}/deno.json`,
        ...flags,
        `${root}/tests/deploy/permission_probe.ts`,
        `http://127.0.0.1:${port}`,
        `http://127.0.0.1:${elsewhere.addr.port}`,
      ],
      // The paths in the list are relative: the data is in the folder of the installation.
      cwd: folder,
      clearEnv: true,
      env: { ...runtimeEnvironment(), PORT: String(port) },
    }).output();
    const text = new TextDecoder().decode(stdout);
    assert(text.startsWith("{"), new TextDecoder().decode(stderr));
    const { answered, outcomes } = JSON.parse(text);
    assertEquals(answered, 200);
    const names = Object.keys(outcomes);
    assert(names.length >= 10);
    assertEquals(outcomes, Object.fromEntries(names.map((name) => [name, "refused"])));
    const stored = await Deno.stat(`${folder}/data/intake.sqlite`);
    assert(stored.size > 0);
  } finally {
    await elsewhere.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { runtimeEnvironment, type ServiceProcess, startService } from "../service_process.ts";

async function keyCommand(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--lock=deno.run.lock", "--no-prompt", "main.ts", "key", ...args],
    clearEnv: true,
    env: runtimeEnvironment(),
  }).output();
  const decoder = new TextDecoder();
  const out = decoder.decode(stdout);
  return {
    code,
    out,
    error: decoder.decode(stderr),
    secret: /\bintake_[\w-]{43}\b/.exec(out)?.[0] ?? "",
    entry: /\b[\w.-]+:[a-z+]+:[\da-f]{64}\b/.exec(out)?.[0] ?? "",
  };
}

async function withKeys(
  settings: Record<string, string>,
  use: (service: ServiceProcess) => Promise<void>,
): Promise<void> {
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_LLM: "off",
    ...settings,
  });
  try {
    await use(service);
  } finally {
    service.kill("SIGTERM");
    await service.status;
  }
}

async function ask(origin: string, method: string, path: string, key?: string) {
  const response = await fetch(origin + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: method === "POST"
      ? JSON.stringify({ customer_id: "c1", message: "It crashes.", product: "Any" })
      : null,
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body };
}

const MESSAGE = "/process-customer-message";

Deno.test("a key that was made opens what its scopes say, and nothing is said without one", async () => {
  const shop = await keyCommand("create", "--name", "shop", "--scope", "process");
  const desk = await keyCommand("create", "--name", "desk", "--scope", "read+review");
  assertEquals([shop.code, desk.code], [0, 0]);
  const settings = { INTAKE_API_KEYS: `${shop.entry},${desk.entry}`, HOST: "0.0.0.0" };
  await withKeys(settings, async ({ origin, stderr }) => {
    const at = origin.replace("0.0.0.0", "127.0.0.1");
    const status = async (method: string, path: string, key?: string) =>
      (await ask(at, method, path, key)).status;
    assertEquals(await status("POST", MESSAGE, shop.secret), 200);
    assertEquals(await status("GET", "/cases", shop.secret), 403);
    assertEquals(await status("GET", "/cases", desk.secret), 200);
    assertEquals(await status("POST", MESSAGE, desk.secret), 403);
    assertEquals(await status("DELETE", "/customers/c1", desk.secret), 403);
    for (const [method, path] of [["POST", MESSAGE], ["GET", "/cases"], ["GET", "/nowhere"]]) {
      const answer = await ask(at, method ?? "", path ?? "");
      assertEquals([answer.status, JSON.parse(answer.body).code], [401, "unauthorized"]);
      assertMatch(answer.headers.get("www-authenticate") ?? "", /^Bearer/);
    }
    for (const path of ["/healthz", "/readyz", "/openapi.json", "/docs", "/"]) {
      assertEquals([path, await status("GET", path)], [path, 200]);
    }
    const logged = stderr.join("\n");
    for (const secret of [shop.secret, desk.secret]) assert(!logged.includes(secret));
    assert(logged.includes('"caller":"shop"'));
  });
});

Deno.test("one request too many a minute is 429 with Retry-After, and others go on", async () => {
  const one = await keyCommand("create", "--name", "one", "--scope", "process");
  const two = await keyCommand("create", "--name", "two", "--scope", "process");
  const settings = { INTAKE_API_KEYS: `${one.entry},${two.entry}`, INTAKE_RATE_LIMIT: "2" };
  await withKeys(settings, async ({ origin }) => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 3; sent++) {
      statuses.push((await ask(origin, "POST", MESSAGE, one.secret)).status);
    }
    assertEquals(statuses, [200, 200, 429]);
    const refused = await ask(origin, "POST", MESSAGE, one.secret);
    assertEquals(JSON.parse(refused.body).code, "rate_limited");
    assertMatch(refused.headers.get("retry-after") ?? "", /^[1-9]\d?$/);
    assertEquals((await ask(origin, "POST", MESSAGE, two.secret)).status, 200);
    assertEquals((await ask(origin, "GET", "/healthz")).status, 200);
  });
});

Deno.test("keys that cannot be read stop the start, and are not printed", async () => {
  const planted = "f".repeat(63);
  const error = await assertRejects(
    () => startService({ INTAKE_DATABASE: ":memory:", INTAKE_API_KEYS: `a:process:${planted}` }),
    Error,
  );
  assertMatch(error.message, /INTAKE_API_KEYS: expected name:scope/);
  assert(!error.message.includes(planted));
});

const refused: readonly string[][] = [
  ["create"],
  ["create", "--name", "x"],
  ["create", "--name", "a b", "--scope", "read"],
  ["create", "--name", "anonymous", "--scope", "read"],
  ["create", "--name", "x", "--scope", "everything"],
  ["revoke"],
];
for (const args of refused) {
  Deno.test(`key ${args.join(" ")} is bad usage`, async () => {
    const { code, out, error } = await keyCommand(...args);
    assertEquals([code, out], [2, ""]);
    assertMatch(error, /^intake key: /);
  });
}

Deno.test("key --help says what the scopes are", async () => {
  const { code, out } = await keyCommand("--help");
  assertEquals(code, 0);
  for (const scope of ["process", "read", "review", "admin"]) assert(out.includes(scope));
});

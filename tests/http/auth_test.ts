// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createAdmission } from "../../src/http/door/admission.ts";
import { issueApiKey, parseApiKeys } from "../../src/keys/api_key.ts";
import { type App, type AppParts, createApp } from "../../src/http/app.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import type { Route } from "../../src/http/door/route.ts";
import { type Scope, SCOPES } from "../../src/keys/scope.ts";

const ORIGIN = "https://intake.example.com";
const NOW = Date.UTC(2026, 0, 1);

const ISSUED = Object.fromEntries(
  SCOPES.map((scope) => [scope, issueApiKey(`${scope}-key`, [scope])]),
) as Record<Scope, ReturnType<typeof issueApiKey>>;
const KEYS = parseApiKeys(Object.values(ISSUED).map(({ entry }) => entry).join(", ")) ?? [];

function echo(path: string, scope?: Scope | "open"): Route {
  const answer: Route["methods"][string] = (_, { caller }) => Response.json(caller);
  return { path, methods: { GET: answer, POST: answer }, ...(scope && { scope }) };
}

const ROUTES = [
  ...SCOPES.map((scope) => echo(`/${scope}`, scope)),
  echo("/open", "open"),
  echo("/undeclared"),
];

interface Setup {
  keys?: typeof KEYS;
  now?: () => Date;
  cors_origins?: string[];
  onAnswered?: AppParts["onAnswered"];
}

function setUp(
  { keys = KEYS, now = () => new Date(NOW), cors_origins = [], onAnswered = () => {} }: Setup = {},
) {
  const auth = createAuth({
    keys,
    session_secret: "s".repeat(32),
    cors_origins,
    isLoopback: (host) => host === "127.0.0.1",
    now,
  });
  const app = createApp({
    routes: ROUTES,
    admission: createAdmission({ auth, rate_limit: null, overloaded: () => false, proxies: 0 }),
    cors_origins,
    newRequestId: () => "id",
    shuttingDown: () => false,
    onUnexpectedError: () => {},
    onAnswered,
  });
  return { auth, app };
}

function ask(app: App, path: string, headers: Record<string, string> = {}, method = "GET") {
  return app(new Request(new URL(path, ORIGIN), { method, headers }));
}

function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}

const MAY: Record<Scope, Scope[]> = {
  process: ["process"],
  read: ["read"],
  review: ["read", "review"],
  admin: ["process", "read", "review", "admin"],
};
for (const [held, wanted] of SCOPES.flatMap((held) => SCOPES.map((w) => [held, w] as const))) {
  const may = MAY[held].includes(wanted);
  Deno.test(`a key with ${held} ${may ? "may" : "may not"} do what takes ${wanted}`, async () => {
    const response = await ask(setUp().app, `/${wanted}`, bearer(ISSUED[held].secret));
    const body = await response.json();
    if (may) return assertEquals([response.status, body.name], [200, `${held}-key`]);
    assertEquals([response.status, body.code], [403, "forbidden"]);
    assertMatch(response.headers.get("www-authenticate") ?? "", RegExp(`scope="${wanted}"`));
  });
}

const strangers: ReadonlyArray<{ name: string; headers: Record<string, string> }> = [
  { name: "no key", headers: {} },
  { name: "a wrong key", headers: bearer("intake_wrong") },
  { name: "a key cut short", headers: bearer(ISSUED.admin.secret.slice(0, -1)) },
  { name: "the hash instead of the key", headers: bearer(ISSUED.admin.entry.split(":")[2] ?? "") },
  {
    name: "another scheme",
    headers: { authorization: `Basic ${btoa(`a:${ISSUED.admin.secret}`)}` },
  },
  { name: "an empty key", headers: { authorization: "Bearer " } },
  { name: "an empty session", headers: { cookie: "intake_session=" } },
  {
    name: "a made-up session",
    headers: { cookie: `intake_session=${NOW / 1000 + 60}.${"0".repeat(32)}.${"0".repeat(64)}` },
  },
];
for (const { name, headers } of strangers) {
  Deno.test(`${name} is unauthorized everywhere but on open routes`, async () => {
    const { app } = setUp();
    for (const path of [...SCOPES.map((scope) => `/${scope}`), "/undeclared", "/nowhere"]) {
      const response = await ask(app, path, headers);
      assertEquals([path, response.status, (await response.json()).code], [
        path,
        401,
        "unauthorized",
      ]);
      assertMatch(response.headers.get("www-authenticate") ?? "", /^Bearer realm=/);
    }
    const open = await ask(app, "/open", headers);
    assertEquals(await open.json(), { name: "anonymous", scopes: [] });
  });
}

Deno.test("the log names a caller who is refused", async () => {
  const logged: unknown[] = [];
  const { app } = setUp({ onAnswered: ({ status, caller }) => logged.push([status, caller]) });
  await ask(app, "/admin", bearer(ISSUED.read.secret));
  await ask(app, "/admin", bearer("intake_wrong"));
  assertEquals(logged, [[403, "read-key"], [401, "anonymous"]]);
});

Deno.test("a route that declares no scope lets only admin in", async () => {
  const { app } = setUp();
  const statuses = await Promise.all(
    SCOPES.map(async (scope) =>
      (await ask(app, "/undeclared", bearer(ISSUED[scope].secret))).status
    ),
  );
  assertEquals(statuses, [403, 403, 403, 200]);
});

Deno.test("with any valid key, what is not there is not_found", async () => {
  const response = await ask(setUp().app, "/nowhere", bearer(ISSUED.process.secret));
  assertEquals([response.status, (await response.json()).code], [404, "not_found"]);
});

Deno.test("without keys everybody on this machine may do everything", async () => {
  const response = await setUp({ keys: [] }).app(new Request("http://127.0.0.1:8000/undeclared"));
  assertEquals(await response.json(), { name: "anonymous", scopes: [...SCOPES] });
});

Deno.test("without keys a name that somebody pointed at this machine gets nothing", async () => {
  const response = await setUp({ keys: [] }).app(new Request("http://evil.example.com:8000/read"));
  assertEquals([response.status, (await response.json()).code], [403, "forbidden"]);
});

Deno.test("a session carries its key's name and scopes until it is over", async () => {
  let now = NOW;
  const { app, auth } = setUp({ now: () => new Date(now) });
  const cookie = auth.signIn(ISSUED.review.secret, true);
  assertMatch(cookie, /; HttpOnly; SameSite=Strict; Secure$/);
  const headers = { cookie: `other=1; ${cookie.split(";")[0]}` };
  assertEquals(await (await ask(app, "/read", headers)).json(), {
    name: "review-key",
    scopes: ["review"],
  });
  assertEquals((await ask(app, "/admin", headers)).status, 403);
  now += 12 * 60 * 60 * 1000;
  assertEquals((await ask(app, "/read", headers)).status, 401);
});

Deno.test("a session ends when its key is taken away, and no other key's does", () => {
  const cookie = setUp().auth.signIn(ISSUED.review.secret, false).split(";")[0] ?? "";
  const request = new Request(ORIGIN, { headers: { cookie } });
  const url = new URL(ORIGIN);
  const without = KEYS.filter(({ name }) => name !== "review-key");
  assertEquals(setUp({ keys: without }).auth.identify(request, url).name, "anonymous");
  assertEquals(setUp({ keys: KEYS.slice(2) }).auth.identify(request, url).name, "review-key");
});

const senders: ReadonlyArray<{ name: string; headers: Record<string, string>; status: number }> = [
  { name: "a page of the service", headers: { "sec-fetch-site": "same-origin" }, status: 200 },
  { name: "a page of the service, as its origin says", headers: { origin: ORIGIN }, status: 200 },
  { name: "a page of another site", headers: { "sec-fetch-site": "cross-site" }, status: 403 },
  { name: "a sister site", headers: { "sec-fetch-site": "same-site" }, status: 403 },
  { name: "a page elsewhere", headers: { origin: "https://evil.example.com" }, status: 403 },
  { name: "a sandboxed page", headers: { origin: "null" }, status: 403 },
  { name: "nobody who says", headers: {}, status: 403 },
  { name: "an allowed origin", headers: { origin: "https://desk.example.com" }, status: 200 },
];
for (const { name, headers, status } of senders) {
  Deno.test(`a session's write that comes from ${name} gets ${status}`, async () => {
    const { app, auth } = setUp({ cors_origins: ["https://desk.example.com"] });
    const cookie = auth.signIn(ISSUED.admin.secret, false).split(";")[0] ?? "";
    assertEquals((await ask(app, "/review", { cookie, ...headers }, "POST")).status, status);
  });
}

Deno.test("pages of other sites are let in only when they are named", async () => {
  const preflight = { "access-control-request-method": "POST", origin: "https://a.example.com" };
  const closed = await ask(setUp().app, "/open", preflight, "OPTIONS");
  assertEquals(closed.status, 405);
  assertEquals(closed.headers.get("access-control-allow-origin"), null);
  const { app } = setUp({ cors_origins: ["https://a.example.com"] });
  const open = await ask(app, "/process", preflight, "OPTIONS");
  assertEquals(open.status, 204);
  assertEquals(open.headers.get("access-control-allow-origin"), "https://a.example.com");
  const other = await ask(app, "/open", { origin: "https://b.example.com" });
  assertEquals(other.headers.get("access-control-allow-origin"), null);
});

const illFormed = [
  "name",
  "name:process",
  "name:process:abc",
  `name:everything:${"a".repeat(64)}`,
  `name::${"a".repeat(64)}`,
  `a b:process:${"a".repeat(64)}`,
  `anonymous:process:${"a".repeat(64)}`,
  `name:process:${"g".repeat(64)}`,
  `name:process:${"a".repeat(64)}:more`,
];
for (const entry of illFormed) {
  Deno.test(`${entry.slice(0, 30)} is no entry for a key`, () => {
    assertEquals(parseApiKeys(entry), undefined);
  });
}

Deno.test("two keys are never the same, and the entry does not hold the key", () => {
  const [one, two] = [issueApiKey("n", ["read"]), issueApiKey("n", ["read"])];
  assertNotEquals(one.secret, two.secret);
  assertMatch(one.secret, /^intake_[\w-]{43}$/);
  assert(!one.entry.includes(one.secret));
  assertMatch(one.entry, /^n:read:[\da-f]{64}$/);
});

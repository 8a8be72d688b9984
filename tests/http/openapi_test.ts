// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { Validator } from "@seriousme/openapi-schema-validator";
import { createApp } from "../../src/http/app.ts";
import { batchRoute } from "../../src/http/api/batch_route.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import { consoleRoutes } from "../../src/http/console/console_route.ts";
import { casesRoutes } from "../../src/http/api/cases_route.ts";
import { mattersRoutes } from "../../src/http/api/matters_route.ts";
import { docsRoutes } from "../../src/http/openapi/docs_route.ts";
import { FairTurns } from "../../src/triage/fair_turns.ts";
import { healthRoutes } from "../../src/http/api/health_route.ts";
import { ANSWER_EXAMPLES, MESSAGE_EXAMPLES } from "../../src/http/openapi/openapi_examples.ts";
import type { Route } from "../../src/http/door/route.ts";
import { triageRoute } from "../../src/http/api/triage_route.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { DESK_LIMITS } from "../../src/triage/domain/desk.ts";
import { FAILURES } from "../../src/triage/domain/failure.ts";
import { customerMessage } from "../../src/triage/domain/message.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { anybody, fakeParts, freeKeys } from "../fakes.ts";
import { described, DOCUMENT } from "./described.ts";

const LIMITS = { max_body_bytes: 131_072, body_timeout_ms: 1_000 };
const triage = createTriage(fakeParts());
const store = await openSqliteStore({ path: ":memory:" });
const ROUTES: readonly Route[] = [
  triageRoute({ triage, limits: LIMITS, idempotency: freeKeys }),
  batchRoute({
    triage,
    turns: new FairTurns(),
    limits: LIMITS,
    shuttingDown: () => false,
    onUnexpectedError: () => {},
  }),
  ...casesRoutes({ desk: store.desk, similar: store.similar, limits: LIMITS }),
  ...mattersRoutes({ ...store, limits: LIMITS }),
  ...healthRoutes({ ready: () => Promise.resolve(true) }),
  ...docsRoutes("1.2.3"),
  ...consoleRoutes({
    auth: createAuth({
      keys: [],
      session_secret: "s".repeat(32),
      cors_origins: [],
      isLoopback: () => true,
      now: () => new Date(),
    }),
    triage,
    preview: triage,
    catalog: fakeParts().catalog,
    desk: store.desk,
    similar: store.similar,
    statistics: store.statistics,
    matters: store.matters,
    rising: store.rising,
    limits: LIMITS,
    now: () => new Date(),
    onUnexpectedError: () => {},
  }),
];
const app = described(createApp({
  routes: ROUTES,
  admission: anybody,
  newRequestId: () => "fresh-request-id",
  shuttingDown: () => false,
  onUnexpectedError: () => {},
}));

interface Content {
  readonly schema?: unknown;
  readonly examples?: Record<string, { readonly value: unknown }>;
}

/** Every operation of the document. */
function operations() {
  return Object.entries(DOCUMENT.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: operation as {
        operationId: string;
        requestBody?: { content: Record<string, Content> };
        responses: Record<string, { content?: Record<string, Content> }>;
      },
    }))
  );
}

Deno.test("the document is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(structuredClone({ ...DOCUMENT }));
  assertEquals(errors, undefined);
  assert(valid);
  assertEquals(DOCUMENT.openapi.slice(0, 3), "3.1");
});

Deno.test("a document that is not valid is found out", async () => {
  const broken = { ...structuredClone({ ...DOCUMENT }), info: { title: "no version" } };
  assertEquals((await new Validator().validate(broken)).valid, false);
});

Deno.test("GET /openapi.json is the document", async () => {
  const response = await app(new Request("http://127.0.0.1/openapi.json"));
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(await response.json(), JSON.parse(JSON.stringify(DOCUMENT)));
});

Deno.test("every operation of the document has a route, by its method", () => {
  const routes = new Map(
    ROUTES.map((route) => [route.path.replaceAll(/:(\w+)/g, "{$1}"), route]),
  );
  const missing = operations().filter(({ path, method }) => !routes.get(path)?.methods[method]);
  assertEquals(missing.map(({ path, method }) => `${method} ${path}`), []);
});

Deno.test("every route is in the document, but for the files of pages", () => {
  const known = new Set(operations().map(({ path, method }) => `${method} ${path}`));
  const missing = ROUTES.filter(({ path }) => !/^\/(docs|console)\//.test(path)).flatMap((route) =>
    Object.keys(route.methods)
      .map((method) => `${method} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`)
      .filter((name) => !known.has(name))
  );
  assertEquals(missing, []);
});

Deno.test("every failure code stands with some path, with its status and an example", () => {
  const found = new Map<string, string>();
  for (const { operation } of operations()) {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      for (const code of Object.keys(content?.["application/problem+json"]?.examples ?? {})) {
        found.set(code, status);
      }
    }
  }
  // Answered at addresses and to methods that no path describes.
  found.set("not_found", "404").set("method_not_allowed", "405");
  assertEquals(
    [...found].toSorted(),
    Object.entries(FAILURES).map(([code, [status]]) => [code, String(status)]).toSorted(),
  );
});

Deno.test("every example keeps to its schema", async () => {
  for (const { path, method, operation } of operations()) {
    for (const [media, content] of Object.entries(operation.requestBody?.content ?? {})) {
      for (const { value } of Object.values(content.examples ?? {})) {
        const body = media === "application/json" ? JSON.stringify(value) : String(value);
        const response = await app(
          new Request(`http://127.0.0.1${path}`, {
            method,
            body,
            headers: { "content-type": media },
          }),
        );
        assertEquals(response.status, 200, `${method} ${path} refuses its example`);
        await response.body?.cancel();
      }
    }
    for (const [status, { content }] of Object.entries(operation.responses)) {
      for (const [media, { examples }] of Object.entries(content ?? {})) {
        for (const { value } of Object.values(examples ?? {})) {
          const body = typeof value === "string" ? value : JSON.stringify(value);
          const answering = described(() =>
            Promise.resolve(
              new Response(body, {
                status: Number(status),
                headers: {
                  "content-type": media,
                  "x-request-id": "1",
                  "retry-after": "1",
                  allow: "GET",
                },
              }),
            )
          );
          await answering(new Request(`http://127.0.0.1${path}`, { method }));
        }
      }
    }
  }
});

Deno.test("the examples are what the schemas take", () => {
  for (const message of Object.values(MESSAGE_EXAMPLES)) customerMessage.parse(message);
  for (const example of Object.values(ANSWER_EXAMPLES)) answer.parse(example);
});

const undescribed: ReadonlyArray<{ name: string; response: Response }> = [
  { name: "a status", response: Response.json({}, { status: 418 }) },
  { name: "a key", response: Response.json({ status: "ok", more: 1 }) },
  { name: "a media type", response: new Response("ok") },
];
for (const { name, response } of undescribed) {
  Deno.test(`${name} that the document does not know is found out`, async () => {
    response.headers.set("x-request-id", "1");
    const answering = described(() => Promise.resolve(response));
    await assertRejects(() => answering(new Request("http://127.0.0.1/healthz")));
  });
}

Deno.test("an answer without its required headers is found out", async () => {
  const answering = described(() => Promise.resolve(Response.json({ status: "ok" })));
  await assertRejects(
    () => answering(new Request("http://127.0.0.1/healthz")),
    Error,
    "X-Request-Id",
  );
});

Deno.test("the document bounds pages, and says that notes hold no NUL", () => {
  // As a client reads it: plain JSON.
  const { paths, components } = JSON.parse(JSON.stringify(DOCUMENT));
  const limit = paths["/cases"].get.parameters
    .find(({ name }: { name: string }) => name === "limit");
  assertEquals([limit.schema.minimum, limit.schema.maximum], [1, DESK_LIMITS.page_cases]);
  const { pattern } = components.schemas.Correction.properties.note;
  assertEquals(["a b", "a\0b"].map((note) => new RegExp(pattern).test(note)), [true, false]);
});

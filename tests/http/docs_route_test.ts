// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { createApp } from "../../src/http/app.ts";
import { docsRoutes } from "../../src/http/openapi/docs_route.ts";
import { anybody } from "../fakes.ts";

const ORIGIN = "http://127.0.0.1:8000";
const app = createApp({
  routes: docsRoutes("1.2.3"),
  admission: anybody,
  newRequestId: () => "fresh-request-id",
  shuttingDown: () => false,
  onUnexpectedError: () => {},
});

function get(path: string, headers: HeadersInit = {}): Promise<Response> {
  return app(new Request(ORIGIN + path, { headers }));
}

Deno.test("/docs loads what it needs from this service alone, and nothing inline", async () => {
  const response = await get("/docs");
  const page = await response.text();
  assertMatch(response.headers.get("content-security-policy") ?? "", /^default-src 'none'; /);
  assertEquals(/https?:|\son\w+=|style=|<style|<script>/.test(page), false);
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "")
    // "/" leads back to the console, which this app does not have.
    .filter((path) => path !== "data:," && path !== "/");
  assert(files.includes("/docs/plain"));
  assertEquals(files.length > 3, true);
  for (const path of files) {
    const file = await get(path);
    assertEquals([path, file.status], [path, 200]);
    await file.body?.cancel();
  }
});

Deno.test("/docs/plain shows every route and schema without a script", async () => {
  const response = await get("/docs/plain");
  const page = await response.text();
  assertEquals([response.status, /<script|\son\w+=|style=/.test(page)], [200, false]);
  const { paths, components } = await (await get("/openapi.json")).json();
  for (const [path, item] of Object.entries<Record<string, { operationId: string }>>(paths)) {
    for (const [method, { operationId }] of Object.entries(item)) {
      assert(
        page.includes(`<section id="${operationId}"><h2>${method.toUpperCase()} ${path}</h2>`),
      );
    }
  }
  for (const name of Object.keys(components.schemas)) {
    assert(page.includes(`<details id="schema-${name}">`), name);
  }
  const inside = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => `id="${id}"`);
  assertEquals(inside.filter((id) => !page.includes(id)), []);
});

Deno.test("/docs asks no third party whether the document is valid", async () => {
  const start = await (await get("/docs/start.js")).text();
  assertMatch(start, /validatorUrl: null/);
  assertEquals(/https?:/.test(start), false);
});

Deno.test("a file that the browser has is not sent again", async () => {
  const first = await get("/docs/swagger-ui.css");
  const etag = first.headers.get("etag") ?? "";
  assert(etag !== "");
  await first.body?.cancel();
  const second = await get("/docs/swagger-ui.css", { "if-none-match": etag });
  assertEquals([second.status, await second.text()], [304, ""]);
});

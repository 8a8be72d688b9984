/**
 * Requests as bytes: any line, any Host, any header. Each is answered with a
 * problem or with what it asked for, or its connection closes; no answer is a 500.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { issueApiKey } from "../../src/keys/api_key.ts";
import { problem } from "../../src/http/answer/problem.ts";
import { startService } from "../service_process.ts";

const REQUESTS = Deno.env.get("INTAKE_TEST_CHAOS") === "long" ? 30_000 : 1_500;
const AT_ONCE = 25;

const BODY = '{"customer_id":"c","message":"The button spins.","product":"Planner"}';
const KEY = issueApiKey("fuzz", ["admin"]);

const PATHS = [
  "/healthz",
  "/readyz",
  "/",
  "/cases",
  "/cases/%00",
  "/cases/a/claim",
  "/customers/%ff",
  "/process-customer-message",
  "/process-customer-messages",
  "/console/quality",
  "/docs",
];
const NAMES = [
  "Accept",
  "Authorization",
  "Connection",
  "Content-Encoding",
  "Content-Length",
  "Content-Type",
  "Cookie",
  "Expect",
  "Forwarded",
  "Host",
  "Idempotency-Key",
  "If-None-Match",
  "Origin",
  "Sec-Fetch-Site",
  "Traceparent",
  "Transfer-Encoding",
  "Upgrade",
  "X-Forwarded-For",
  "X-Forwarded-Proto",
  "X-Request-Id",
];
const HOSTS = [
  "127.0.0.1",
  "localhost:99999",
  "999.999.999.999",
  "1.2.3.4.5",
  "0x7f.1",
  "a..b",
  "xn--",
  "xn--a",
  "[::1",
  "[::1]:",
  "[v1.a]",
  "user@127.0.0.1",
  "127.0.0.1/a",
  "127.0.0.1#",
  "127.0.0.1?a",
  "ex%61mple",
  "%",
  "%00",
  "-",
  "a_b",
  ":",
  ":80",
  "",
  " ",
  "a b",
  "\\",
  "|",
  "^",
  "<>",
  "\u00e4.example",
  "\u00ad",
  "a".repeat(300),
  "1e9",
  "4294967296",
  "127.0.0.1:0x50",
  "127.0.0.1, localhost",
];

/** Bytes, one for each character. */
const raw = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((c) => String.fromCharCode(c)),
});
const oneOf = (values: readonly string[]) => fc.constantFrom(...values);
const mostly = (usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>) =>
  fc.oneof({ arbitrary: usual, weight: 4 }, { arbitrary: odd, weight: 1 });

const host = fc.oneof(oneOf(HOSTS), raw.map((text) => text.replace(/[\r\n]/g, "")));
const headerLine = fc.tuple(
  mostly(oneOf(NAMES), raw),
  fc.oneof(
    raw,
    raw.map((text) => text.replace(/[\r\n]/g, "")),
    oneOf(["", "*", "gzip", "chunked", "-1", "100-continue", "h2c", "null", "Bearer x", ",", ";"]),
  ),
).map(([name, value]) => `${name}: ${value}`);
const target = fc.oneof(
  oneOf(PATHS),
  fc.tuple(oneOf(PATHS), raw).map(([path, rest]) => path + rest.replace(/[\r\n ]/g, "")),
  oneOf([
    "*",
    "//",
    "/..",
    "/\\",
    "http://999.999.999.999/healthz",
    "http://[::1/",
    "http://127.0.0.1/healthz",
    "https://a b/",
    "127.0.0.1:80",
    "ftp://a/",
    "http:healthz",
  ]),
);
const request = fc.record({
  method: mostly(
    oneOf(["GET", "POST", "DELETE", "HEAD", "OPTIONS"]),
    fc.oneof(oneOf(["CONNECT", "TRACE", "PATCH", "get", "PRI", "QUERY"]), raw),
  ),
  target,
  version: mostly(oneOf(["HTTP/1.1"]), oneOf(["HTTP/1.0", "HTTP/2.0", "HTTP/1.2", "", "X"])),
  // Often a good one: else hardly any request is let in.
  hosts: fc.oneof(fc.constant<string[]>(["127.0.0.1"]), fc.array(host, { maxLength: 2 })),
  lines: fc.array(headerLine, { maxLength: 4 }),
  keyed: fc.boolean(),
}).map(({ method, target, version, hosts, lines, keyed }) =>
  [
    `${method} ${target} ${version}`,
    ...hosts.map((host) => `Host: ${host}`),
    ...(keyed ? [`Authorization: Bearer ${KEY.secret}`] : []),
    ...(method === "POST"
      ? [`Content-Type: application/json`, `Content-Length: ${BODY.length}`]
      : []),
    "Connection: close",
    ...lines,
    "",
    method === "POST" ? BODY : "",
  ].join("\r\n")
);

/** Sends the bytes; gives what comes back until the other side closes. */
async function exchange(port: number, text: string): Promise<string> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  let received = "";
  const buffer = new Uint8Array(65_536);
  const decoder = new TextDecoder();
  try {
    await connection.write(bytes);
    for (let size; (size = await connection.read(buffer)) !== null;) {
      received += decoder.decode(buffer.subarray(0, size), { stream: true });
    }
  } catch {
    // Reset: closed all the same.
  }
  connection.close();
  return received;
}

/** The status, 0 where the connection closed without an answer. */
function fit(sent: string, received: string): number {
  if (received === "") return 0;
  const shown = `${JSON.stringify(sent)}\n${received.slice(0, 500)}`;
  const final = received.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, "");
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(final)?.[1]);
  assert(status >= 200 && status !== 500, shown);
  const [head = "", body = ""] = final.split("\r\n\r\n", 2);
  if (!/^content-type: application\/problem\+json/mi.test(head) || sent.startsWith("HEAD")) {
    return status;
  }
  assertEquals(problem.parse(JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? "")).status, status, shown);
  return status;
}

Deno.test(`${REQUESTS} requests of any bytes: no 500, and nothing thrown`, async () => {
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_LLM: "off",
    INTAKE_LOG: "errors",
    INTAKE_RATE_LIMIT: "0",
    INTAKE_API_KEYS: KEY.entry,
    INTAKE_PROXIES: "1",
    INTAKE_HEADER_TIMEOUT_MS: "300",
    INTAKE_BODY_TIMEOUT_MS: "300",
    INTAKE_KEEP_ALIVE_MS: "300",
  });
  try {
    const port = Number(new URL(service.origin).port);
    const statuses = new Set<number>();
    const send = async (text: string) => statuses.add(fit(text, await exchange(port, text)));
    for (const name of HOSTS) {
      await send(`GET /cases HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE }),
        async (together) => void await Promise.all(together.map(send)),
      ),
      { numRuns: REQUESTS / AT_ONCE, endOnFailure: true },
    );
    for (const status of [200, 400, 404, 405]) {
      assert(statuses.has(status), `none led to ${status}`);
    }
    assertEquals(service.stderr.filter((line) => !line.includes("intake: listening")), []);
  } finally {
    service.kill("SIGKILL");
    await service.status;
  }
});

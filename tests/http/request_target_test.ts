// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { createAdmission } from "../../src/http/door/admission.ts";
import { createApp, type UnexpectedError } from "../../src/http/app.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import { healthRoutes } from "../../src/http/api/health_route.ts";
import { Load } from "../../src/http/sockets/load.ts";
import { problem } from "../../src/http/answer/problem.ts";
import { createRateLimit } from "../../src/http/door/rate_limit.ts";
import { startServer } from "../../src/http/server.ts";

async function serving(
  requests_per_minute: number | null,
  use: (send: (lines: string) => Promise<string>, errors: UnexpectedError[]) => Promise<void>,
): Promise<void> {
  const load = new Load(100);
  const errors: UnexpectedError[] = [];
  const app = createApp({
    routes: healthRoutes({ ready: () => Promise.resolve(true) }),
    admission: createAdmission({
      auth: createAuth({
        keys: [],
        session_secret: "",
        cors_origins: [],
        isLoopback: () => true,
        now: () => new Date(),
      }),
      rate_limit: requests_per_minute === null
        ? null
        : createRateLimit({ requests_per_minute, shared: null }),
      overloaded: () => load.exceeded,
      proxies: 0,
    }),
    newRequestId: () => crypto.randomUUID(),
    shuttingDown: () => false,
    onUnexpectedError: (report) => errors.push(report),
  });
  const server = await startServer(app, {
    hostname: "127.0.0.1",
    port: 0,
    header_timeout_ms: 2_000,
    keep_alive_ms: 2_000,
    silence_ms: 10_000,
    max_connections: 100,
    load,
  });
  const port = Number(new URL(server.origin).port);
  const send = async (lines: string) => {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    const bytes = Uint8Array.from(lines, (character) => character.charCodeAt(0));
    await connection.write(bytes);
    let received = "";
    for await (const chunk of connection.readable) received += new TextDecoder().decode(chunk);
    return received;
  };
  try {
    await use(send, errors);
  } finally {
    await server.drain({ limit_ms: 0 });
  }
}

function codeOf(received: string): string {
  const [, body = ""] = received.split("\r\n\r\n");
  return /^HTTP\/1.1 200/.test(received) ? "200" : problem.parse(JSON.parse(body)).code;
}

const LINES: readonly (readonly [string, string, string])[] = [
  // first line, Host lines, outcome
  ["GET /healthz HTTP/1.1", "Host: 999.999.999.999", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: 1.2.3.4.5", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: localhost:99999", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: xn--a", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: [::1", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: a b", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: user@localhost", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: localhost/healthz", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: %00", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: <>", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: ", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Accept: */*", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: localhost\r\nHost: example.com", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: localhost\r\nHost: localhost", "invalid_header"],
  ["GET /\\healthz HTTP/1.1", "Host: localhost", "invalid_header"],
  ["GET http://999.999.999.999/healthz HTTP/1.1", "Host: localhost", "invalid_header"],
  ["OPTIONS * HTTP/1.1", "Host: localhost", "invalid_header"],
  ["GET /healthz HTTP/1.1", "Host: LOCALHOST:80", "200"],
  ["GET /healthz HTTP/1.1", "Host: 127.1", "200"],
  ["GET /healthz HTTP/1.1", "Host: [::1]:8000", "200"],
  ["GET /healthz HTTP/1.1", "Host: b\u00fccher.example", "200"],
  ["GET /healthz HTTP/1.0", "Accept: */*", "200"],
  ["GET http://localhost/healthz HTTP/1.1", "Host: localhost", "200"],
];

Deno.test("an address that no URL takes is refused, and nothing is thrown", async () => {
  await serving(null, async (send, errors) => {
    for (const [first, hosts, outcome] of LINES) {
      const received = await send(`${first}\r\n${hosts}\r\nConnection: close\r\n\r\n`);
      assertEquals([first, hosts, codeOf(received)], [first, hosts, outcome]);
    }
    assertEquals(errors, []);
  });
});

Deno.test("a request that is refused for its Host counts against its address' rate", async () => {
  await serving(3, async (send) => {
    const codes: string[] = [];
    for (let sent = 0; sent < 5; sent++) {
      codes.push(
        codeOf(await send("GET /cases HTTP/1.1\r\nHost: %00\r\nConnection: close\r\n\r\n")),
      );
    }
    assertEquals(codes, [...Array(3).fill("invalid_header"), ...Array(2).fill("rate_limited")]);
  });
});

// @ts-types="@std/types/assert/mod.d.ts"
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { type App, createApp } from "../../src/http/app.ts";
import { healthRoutes } from "../../src/http/api/health_route.ts";
import { Load } from "../../src/http/sockets/load.ts";
import { problem } from "../../src/http/answer/problem.ts";
import type { Route } from "../../src/http/door/route.ts";
import { SECURITY_HEADERS } from "../../src/http/answer/security_headers.ts";
import { type HttpServer, startServer } from "../../src/http/server.ts";
import { readJson } from "../../src/http/door/body.ts";
import { createAdmission } from "../../src/http/door/admission.ts";
import { createAuth } from "../../src/http/door/auth.ts";

const LIMITS = { max_body_bytes: 10_000, body_timeout_ms: 300 };
/** Every hostile client must be gone by then, however slow the machine. */
const PATIENCE_MS = 15_000;

/** More than the system keeps for a client that does not read. */
const BIG_BYTES = 30_000_000;

/** A server with a few routes, and what a test may do to it. */
interface Running {
  readonly server: HttpServer;
  readonly load: Load;
  /** Requests that reached the handler of /wait; call to answer them. */
  readonly waiting: Array<{ signal: AbortSignal; answer: () => void }>;
  readonly arrived: () => Promise<void>;
  stop: () => void;
}

async function running(
  use: (running: Running) => Promise<void>,
  options: { max_requests?: number; app?: App } = {},
): Promise<void> {
  const load = new Load(options.max_requests ?? 1_000);
  const waiting: Running["waiting"] = [];
  let onArrival = Promise.withResolvers<void>();
  let stopping = false;
  const routes: Route[] = [
    {
      path: "/echo",
      methods: { POST: async (request) => Response.json(await readJson(request, LIMITS)) },
    },
    {
      path: "/wait",
      methods: {
        GET: (request) =>
          new Promise<Response>((resolve) => {
            waiting.push({
              signal: request.signal,
              answer: () => resolve(Response.json({ done: true })),
            });
            onArrival.resolve();
          }),
      },
    },
    { path: "/big", methods: { GET: () => new Response(new Uint8Array(BIG_BYTES)) } },
    ...healthRoutes({ ready: () => Promise.resolve(true) }),
  ];
  const app = createApp({
    routes,
    admission: createAdmission({
      auth: createAuth({
        keys: [],
        session_secret: "",
        cors_origins: [],
        isLoopback: () => true,
        now: () => new Date(),
      }),
      rate_limit: null,
      overloaded: () => load.exceeded,
      proxies: 0,
    }),
    newRequestId: () => crypto.randomUUID(),
    shuttingDown: () => stopping,
    onUnexpectedError: ({ error }) => {
      throw error;
    },
  });
  const server = await startServer(options.app ?? app, {
    hostname: "127.0.0.1",
    port: 0,
    header_timeout_ms: 300,
    keep_alive_ms: 300,
    silence_ms: 1_000,
    max_connections: 1_000,
    load,
  });
  try {
    await use({
      server,
      load,
      waiting,
      async arrived() {
        await onArrival.promise;
        onArrival = Promise.withResolvers();
      },
      stop: () => stopping = true,
    });
  } finally {
    await server.drain({ limit_ms: 0 });
  }
}

/** Sends text over a connection of its own; resolves with all that came back when the server closes it. */
async function converse(origin: string, pieces: AsyncIterable<string>): Promise<string> {
  const { hostname, port } = new URL(origin);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const sent = (async () => {
    const encoder = new TextEncoder();
    try {
      for await (const piece of pieces) await connection.write(encoder.encode(piece));
    } catch {
      // The server has closed the connection.
    }
  })();
  let received = "";
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(65_536);
  try {
    for (let size; (size = await connection.read(buffer)) !== null;) {
      received += decoder.decode(buffer.subarray(0, size), { stream: true });
    }
  } catch {
    // Reset: closed all the same.
  }
  connection.close();
  await sent;
  return received;
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** A piece, and a pause after it, for as long as the other side takes them. */
async function* dripping(start: string, piece: string): AsyncGenerator<string> {
  yield start;
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    yield piece;
  }
}

async function* endless(start: string, piece: string): AsyncGenerator<string> {
  yield start;
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS;) {
    yield await Promise.resolve(piece);
  }
}

const POST = "POST /echo HTTP/1.1\r\nhost: h\r\ncontent-type: application/json\r\n";
const CHUNK = `1000\r\n${"x".repeat(0x1000)}\r\n`;

const hostile: ReadonlyArray<{ name: string; sends: () => AsyncIterable<string>; gets: RegExp }> = [
  { name: "sends nothing", sends: () => once(""), gets: /^$|^HTTP\/1.1 408 / },
  { name: "stops in the header", sends: () => once("GET /healthz HT"), gets: /^HTTP\/1.1 408 / },
  {
    name: "drips a header",
    sends: () => dripping("GET /healthz HTTP/1.1\r\n", "x-a: b\r\n"),
    gets: /^HTTP\/1.1 40[08] /,
  },
  {
    name: "stops in the body",
    sends: () => once(`${POST}content-length: 100\r\n\r\n{"a`),
    gets: /^HTTP\/1.1 408 [\s\S]*request_timeout/,
  },
  {
    name: "drips a body",
    sends: () => dripping(`${POST}content-length: 9000\r\n\r\n`, "x"),
    gets: /^HTTP\/1.1 408 [\s\S]*request_timeout/,
  },
  {
    name: "drips chunks",
    sends: () => dripping(`${POST}transfer-encoding: chunked\r\n\r\n`, "1\r\nx\r\n"),
    gets: /^HTTP\/1.1 408 [\s\S]*request_timeout/,
  },
  {
    name: "sends a body without end",
    sends: () => endless(`${POST}transfer-encoding: chunked\r\n\r\n`, CHUNK),
    gets: /^$|^HTTP\/1.1 413 [\s\S]*body_too_large/,
  },
  {
    name: "sends a body without end where nobody reads it",
    sends: () =>
      endless("GET /healthz HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n", CHUNK),
    gets: /^$|^HTTP\/1.1 200 /,
  },
  {
    name: "sends a header without end",
    sends: () => endless("GET /healthz HTTP/1.1\r\n", `x-a: ${"b".repeat(1_000)}\r\n`),
    gets: /^$|^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  { name: "speaks another language", sends: () => once("EHLO x\r\n\r\n"), gets: /^HTTP\/1.1 400 / },
  {
    name: "gives two lengths",
    sends: () => once(`${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`),
    gets: /^HTTP\/1.1 400 /,
  },
  {
    name: "gives a length and chunks",
    sends: () => once(`${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
    gets: /^HTTP\/1.1 400 /,
  },
  {
    name: "names a host that is none",
    sends: () => once("GET /healthz HTTP/1.1\r\nhost: a b/c\r\n\r\n"),
    gets: /^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  {
    name: "names no host",
    sends: () => once("GET /healthz HTTP/1.1\r\n\r\n"),
    gets: /^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  {
    name: "sends a header of too many lines",
    sends: () => once(`GET /healthz HTTP/1.1\r\nhost: h\r\n${"x-a: b\r\n".repeat(100)}\r\n`),
    gets: /^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  {
    name: "expects what is not done here",
    sends: () => once("GET /healthz HTTP/1.1\r\nhost: h\r\nexpect: more\r\n\r\n"),
    gets: /^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  {
    name: "asks about no address at all",
    sends: () => once("OPTIONS * HTTP/1.1\r\nhost: h\r\n\r\n"),
    gets: /^HTTP\/1.1 400 [\s\S]*invalid_header/,
  },
  {
    name: "keeps the connection and says no more",
    sends: () => once("GET /healthz HTTP/1.1\r\nhost: h\r\n\r\n"),
    gets: /^HTTP\/1.1 200 /,
  },
];
for (const { name, sends, gets } of hostile) {
  Deno.test(`a client that ${name} is answered or not, and its connection closed`, async () => {
    await running(async ({ server, load }) => {
      const received = await converse(server.origin, sends());
      assertMatch(received, gets);
      if (received.includes("problem+json")) {
        problem.parse(JSON.parse(received.slice(received.indexOf("\r\n\r\n"))));
      }
      for (const [name, value] of received === "" ? [] : SECURITY_HEADERS) {
        assertStringIncludes(received, `${name}: ${value}\r\n`);
      }
      await load.idle(PATIENCE_MS);
      assertEquals(load.running, 0);
    });
  });
}

Deno.test("a client that has closed its half gets its answer", async () => {
  await running(async ({ server }) => {
    const { hostname, port } = new URL(server.origin);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    const head = "POST /echo HTTP/1.1\r\nhost: h\r\ncontent-type: application/json\r\n";
    await connection.write(new TextEncoder().encode(`${head}content-length: 3\r\n\r\n[1]`));
    await connection.closeWrite();
    assertMatch(await new Response(connection.readable).text(), /^HTTP\/1.1 200 [\s\S]*\[1\]/);
  });
});

Deno.test("a client that takes no answer is left alone with it", async () => {
  await running(async ({ server, load }) => {
    const { hostname, port } = new URL(server.origin);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    await connection.write(new TextEncoder().encode("GET /big HTTP/1.1\r\nhost: h\r\n\r\n"));
    await connection.read(new Uint8Array(10));
    assertEquals(load.running, 1);
    await load.idle(PATIENCE_MS);
    assertEquals(load.running, 0);
    connection.close();
  });
});

Deno.test("200 hostile clients at once leave the service answering, and all end", async () => {
  await running(async ({ server, load }) => {
    const attackers = Array.from({ length: 200 }, (_, index) => {
      const { sends } = hostile[index % hostile.length] ?? { sends: () => once("") };
      return converse(server.origin, sends());
    });
    let left = attackers.length;
    const allGone = Promise.all(attackers.map((gone) => gone.then(() => left--)));
    let answered = 0;
    while (left > 0) {
      const response = await fetch(`${server.origin}/echo`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "[1]",
      });
      assertEquals(await response.json(), [1]);
      answered++;
    }
    await allGone;
    assert(answered > 10, `only ${answered} answers while the attack went on`);
    await load.idle(PATIENCE_MS);
    assertEquals(load.running, 0);
  });
});

Deno.test("the handler hears when its client goes away, and not when it was answered", async () => {
  await running(async ({ server, waiting, arrived }) => {
    const leaving = new AbortController();
    const left = fetch(`${server.origin}/wait`, { signal: leaving.signal });
    await arrived();
    const first = waiting[0];
    assert(first !== undefined && !first.signal.aborted);
    const heard = new Promise((resolve) => first.signal.addEventListener("abort", resolve));
    leaving.abort();
    await assertRejects(() => left);
    await heard;

    const staying = fetch(`${server.origin}/wait`);
    await arrived();
    const second = waiting[1];
    assert(second !== undefined);
    second.answer();
    await (await staying).body?.cancel();
    // The next round trip over the same server comes after the first one's end.
    await (await fetch(`${server.origin}/healthz`)).body?.cancel();
    assertEquals(second.signal.aborted, false);
  });
});

Deno.test("one request too many is refused as overloaded; probes are not", async () => {
  await running(async ({ server, waiting, arrived }) => {
    const first = fetch(`${server.origin}/wait`);
    await arrived();
    const second = await fetch(`${server.origin}/wait`);
    assertEquals([second.status, (await second.json()).code], [503, "overloaded"]);
    assertMatch(second.headers.get("retry-after") ?? "", /^\d+$/);
    const probe = await fetch(`${server.origin}/healthz`);
    assertEquals((await probe.json()).status, "ok");
    waiting[0]?.answer();
    assertEquals((await first).status, 200);
    await (await first).body?.cancel();
  }, { max_requests: 1 });
});

Deno.test("draining answers what is under way, refuses what is new, and ends", async () => {
  await running(async ({ server, waiting, arrived, stop }) => {
    const first = fetch(`${server.origin}/wait`);
    await arrived();
    stop();
    const drained = server.drain({ limit_ms: PATIENCE_MS });
    const second = await fetch(`${server.origin}/healthz`);
    assertEquals([second.status, (await second.json()).code], [503, "shutting_down"]);
    assertEquals(second.headers.get("connection"), "close");
    waiting[0]?.answer();
    assertEquals(await (await first).json(), { done: true });
    await drained;
    await assertRejects(() => fetch(`${server.origin}/healthz`));
  });
});

Deno.test("draining ends when its time is over, whatever is still under way", async () => {
  await running(async ({ server, arrived, waiting }) => {
    const broken = assertRejects(() => fetch(`${server.origin}/wait`));
    await arrived();
    await server.drain({ limit_ms: 1 });
    await broken;
    assertEquals(waiting.length, 1);
  });
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { modelEnd } from "../../src/llm/model_end.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { heldBytes } from "../held_bytes.ts";
import { modelRequest } from "./model_request.ts";

const NEVER = new AbortController().signal;
const LIMIT_BYTES = 65_536;
const BIG_BYTES = 100_000_000;
/** What sockets and streams on the way may hold beside what was read. */
const ON_THE_WAY_BYTES = 24_000_000;

const blanks = new TextEncoder().encode(" ".repeat(LIMIT_BYTES));
const packed = "[".padEnd(BIG_BYTES / 4, " ");

/** A body of so many bytes, counted as they are taken. */
function body(bytes: number, onTaken: (bytes: number) => void): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= bytes) return controller.close();
      controller.enqueue(blanks);
      sent += blanks.byteLength;
      onTaken(blanks.byteLength);
    },
  });
}

interface Transport {
  readonly name: string;
  readonly answer: (onTaken: (bytes: number) => void) => Response;
  readonly code?: string;
}

const coded = (coding: string, bytes: Uint8Array<ArrayBuffer>) => () =>
  new Response(bytes, { headers: { "content-encoding": coding } });
const json = { "content-type": "application/json" };

const TRANSPORTS: readonly Transport[] = [
  { name: "100 MB of blanks", answer: (taken) => new Response(body(BIG_BYTES, taken)) },
  {
    name: "blanks without end",
    answer: (taken) => new Response(body(Infinity, taken), { headers: json }),
  },
  {
    name: "100 MB with their length",
    answer: (taken) =>
      new Response(body(BIG_BYTES, taken), {
        headers: { "content-length": String(Math.ceil(BIG_BYTES / LIMIT_BYTES) * LIMIT_BYTES) },
      }),
  },
  { name: "25 MB in gzip", answer: coded("gzip", new Uint8Array(gzipSync(packed))) },
  { name: "25 MB in brotli", answer: coded("br", new Uint8Array(brotliCompressSync(packed))) },
  { name: "25 MB in deflate", answer: coded("deflate", new Uint8Array(deflateSync(packed))) },
  {
    name: "gzip within gzip",
    answer: coded("gzip, gzip", new Uint8Array(gzipSync(gzipSync(packed)))),
  },
  ...[400, 404, 429, 500, 503].map((status): Transport => ({
    name: `a report without end, status ${status}`,
    answer: (taken) => new Response(body(Infinity, taken), { status, headers: json }),
    code: status === 429 ? "model_rate_limited" : status < 500 ? "model_rejected" : "model_error",
  })),
];

async function consult(origin: string) {
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url: `${origin}/v1`,
    max_answer_bytes: LIMIT_BYTES,
    attempts: 1,
    deadline_ms: 60_000,
  });
  return await model.consult(modelRequest(), NEVER);
}

for (const { name, answer, code = "model_error" } of TRANSPORTS) {
  Deno.test(`a model server's answer is read to the limit: ${name}`, async () => {
    let taken = 0;
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {}, onError: () => new Response() },
      () => answer((bytes) => taken += bytes),
    );
    try {
      const before = heldBytes();
      const consulted = await consult(`http://127.0.0.1:${server.addr.port}`);
      assertEquals<unknown>(consulted.kind === "unavailable" && consulted.code, code);
      assert(taken < ON_THE_WAY_BYTES, `${taken} bytes were taken`);
      const grown = heldBytes() - before;
      assert(grown < 3 * ON_THE_WAY_BYTES, `memory grew by ${grown} bytes`);
    } finally {
      await server.shutdown();
    }
  });
}

for (const status of [301, 302, 303, 307, 308]) {
  Deno.test(`a model server that sends on to another (${status}) is not followed`, async () => {
    const seen: string[] = [];
    const other = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      async (request) => {
        seen.push(await request.text());
        return Response.json({ shutdown_date: "2030-01-01" });
      },
    );
    const location = `http://127.0.0.1:${other.addr.port}/v1/chat/completions`;
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      () => new Response(null, { status, headers: { location } }),
    );
    try {
      const base_url = `http://127.0.0.1:${server.addr.port}`;
      const consulted = await consult(base_url);
      assertEquals(consulted.kind === "unavailable" && consulted.code, "model_rejected");
      assertEquals(
        await modelEnd({ api_key: "sk-test", model: "no-such-model", base_url }, NEVER),
        null,
      );
      assertEquals(seen, []);
    } finally {
      await Promise.all([server.shutdown(), other.shutdown()]);
    }
  });
}

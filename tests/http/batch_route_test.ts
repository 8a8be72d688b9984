// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
import { createAdmission } from "../../src/http/door/admission.ts";
import { issueApiKey, parseApiKeys } from "../../src/keys/api_key.ts";
import { createApp, type UnexpectedError } from "../../src/http/app.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import { type BatchParts, batchRoute, type EndedBatch } from "../../src/http/api/batch_route.ts";
import { FairTurns } from "../../src/triage/fair_turns.ts";
import { Load } from "../../src/http/sockets/load.ts";
import { createRateLimit } from "../../src/http/door/rate_limit.ts";
import { startServer } from "../../src/http/server.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { Failure } from "../../src/triage/domain/failure.ts";
import { createTriage, type Triage } from "../../src/triage/triage.ts";
import { anybody, fakeParts } from "../fakes.ts";
import { described } from "./described.ts";

const PATH = "/process-customer-messages";
const LIMITS = { max_body_bytes: 1_024, body_timeout_ms: 1_000 };
const KEY = issueApiKey("shop", ["process"]);
const plainTriage = createTriage(fakeParts());
const MESSAGE = { customer_id: "c1", message: "The button spins.", product: "1440 Web Portal" };

/** An app around `triage`; `check` holds its answers against the document, which reads them whole. */
function app(parts: Partial<BatchParts> = {}, check = true, admission = anybody) {
  const plain = createApp({
    routes: [batchRoute({
      triage: plainTriage,
      turns: new FairTurns(),
      limits: LIMITS,
      shuttingDown: () => false,
      onUnexpectedError: () => {},
      ...parts,
    })],
    admission,
    newRequestId: () => "fresh-request-id",
    shuttingDown: () => false,
    onUnexpectedError: () => {},
  });
  return check ? described(plain) : plain;
}

function post(body: BodyInit | null, query = "", media = "application/x-ndjson"): Request {
  return new Request(`http://127.0.0.1${PATH}${query}`, {
    method: "POST",
    body,
    headers: { "content-type": media },
  });
}

function ndjson(...values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value) + "\n").join("");
}

async function linesOf(response: Response) {
  const text = await response.text();
  assert(text === "" || text.endsWith("\n"));
  return text.split("\n").slice(0, -1).map((line) => JSON.parse(line));
}

/** Triage that answers at once, with the message as letter. */
const echo: Triage = async (message, signal) => {
  const stored = await plainTriage(message, signal);
  return { ...stored, answer: { ...stored.answer, customer_response: message.message } };
};

Deno.test("each message gets its answer, in order", async () => {
  const texts = Array.from({ length: 200 }, (_, index) => `message ${index}`);
  const slowerFirst: Triage = async (message, signal) => {
    const number = Number(message.message.split(" ")[1]);
    for (let turn = 0; turn < 200 - number; turn++) await Promise.resolve();
    return await echo(message, signal);
  };
  const response = await app({ triage: slowerFirst })(
    post(ndjson(...texts.map((message) => ({ ...MESSAGE, message })))),
  );
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/x-ndjson");
  const lines = await linesOf(response);
  assertEquals(lines.map((line) => line.customer_response), texts);
  for (const line of lines) answer.parse(line);
});

Deno.test("?explain=true explains each line", async () => {
  const response = await app()(post(ndjson(MESSAGE, MESSAGE), "?explain=true"));
  for (const line of await linesOf(response)) assertEquals(typeof line.explanation, "object");
});

const bad: ReadonlyArray<{ name: string; line: string; code: string }> = [
  { name: "no JSON", line: "not json", code: "malformed_json" },
  { name: "an empty line", line: "", code: "malformed_json" },
  { name: "blanks", line: "   ", code: "malformed_json" },
  { name: "no message", line: '{"customer_id":"c1","product":"p"}', code: "invalid_message" },
  { name: "an array", line: "[]", code: "invalid_message" },
  { name: "too many bytes", line: " ".repeat(1_025), code: "body_too_large" },
];
for (const { name, line, code } of bad) {
  Deno.test(`a line with ${name} gives ${code} in its place, and the rest goes on`, async () => {
    const body = ndjson(MESSAGE) + line + "\n" + ndjson(MESSAGE);
    const [before, problem, after, ...more] = await linesOf(await app()(post(body)));
    answer.parse(before);
    answer.parse(after);
    assertEquals(more, []);
    assertEquals([problem.code, problem.request_id], [code, "fresh-request-id"]);
  });
}

Deno.test("line breaks: CR LF is one, and the last line needs none", async () => {
  const body = `${JSON.stringify(MESSAGE)}\r\n${JSON.stringify(MESSAGE)}`;
  assertEquals((await linesOf(await app()(post(body)))).length, 2);
});

Deno.test("nothing in, nothing out", async () => {
  assertEquals(await linesOf(await app()(post(""))), []);
  assertEquals(await linesOf(await app()(post(null))), []);
});

Deno.test("what is wrong with the whole request is refused as a whole", async () => {
  const media = await app()(post(ndjson(MESSAGE), "", "application/json"));
  assertEquals([media.status, (await media.json()).code], [415, "unsupported_media_type"]);
  const query = await app()(post(ndjson(MESSAGE), "?explain=yes"));
  assertEquals([query.status, (await query.json()).code], [422, "invalid_request"]);
});

Deno.test("a failure of ours is a problem on its line, is reported, and quotes nothing", async () => {
  const reports: UnexpectedError[] = [];
  const failing: Triage = (message, signal) =>
    message.customer_id === "down"
      ? Promise.reject(new Failure("store_unavailable", "Cannot store"))
      : message.customer_id === "bug"
      ? Promise.reject(new TypeError(message.message))
      : echo(message, signal);
  const response = await app({ triage: failing, onUnexpectedError: (r) => reports.push(r) })(
    post(ndjson(
      { ...MESSAGE, customer_id: "down" },
      { ...MESSAGE, customer_id: "bug", message: "secret words" },
      MESSAGE,
    )),
  );
  const text = await response.text();
  const lines = text.split("\n");
  assertMatch(lines[0] ?? "", /"status":503.*"store_unavailable"/);
  assertMatch(lines[1] ?? "", /"status":500.*"internal_error"/);
  assertMatch(lines[2] ?? "", /"message_type"/);
  assertEquals(text.includes("secret words"), false);
  assertEquals(reports.length, 1);
});

Deno.test("every line counts against the caller's rate; one too many is a problem on its line", async () => {
  const keys = parseApiKeys(KEY.entry) ?? [];
  const auth = createAuth({
    keys,
    session_secret: "",
    cors_origins: [],
    isLoopback: () => false,
    now: () => new Date(),
  });
  const admission = createAdmission({
    auth,
    rate_limit: createRateLimit({ requests_per_minute: 5, shared: null }),
    overloaded: () => false,
    proxies: 0,
  });
  const send = async (count: number) => {
    const request = post(ndjson(...Array(count).fill(MESSAGE)));
    request.headers.set("authorization", `Bearer ${KEY.secret}`);
    const response = await app({}, true, admission)(request);
    return [response.status, (await linesOf(response)).map(({ code = "answered" }) => code)];
  };
  assertEquals(await send(3), [200, Array(3).fill("answered")]);
  assertEquals(await send(4), [200, [
    "answered",
    "answered",
    "rate_limited",
    "rate_limited",
  ]]);
});

/** A body that goes on for ever, and says how many lines were read of it. */
function endless() {
  const counts = { lines: 0, cancelled: false };
  const line = new TextEncoder().encode(ndjson(MESSAGE));
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      counts.lines++;
      controller.enqueue(line);
    },
    cancel() {
      counts.cancelled = true;
    },
  }, { highWaterMark: 0 });
  return { stream, counts };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5_000; turn++) await Promise.resolve();
}

Deno.test("lines are read no faster than answers are", async () => {
  const { stream, counts } = endless();
  const response = await app({}, false)(post(stream));
  const reader = response.body?.getReader();
  const taken = new TextDecoder().decode((await reader?.read())?.value).split("\n").length;
  await settle();
  assert(counts.lines <= taken + 40, `${counts.lines} lines read for ${taken} answers taken`);
  await reader?.cancel();
});

Deno.test("when the client goes away no further line is read, and what is under way is told", async () => {
  const { stream, counts } = endless();
  const told: AbortSignal[] = [];
  let begun = 0;
  const triage: Triage = (message, signal) => {
    // The first is answered, the others never are.
    if (begun++ === 0) return echo(message, signal);
    return new Promise((_, reject) =>
      signal.addEventListener("abort", () => {
        told.push(signal);
        reject(signal.reason);
      })
    );
  };
  const response = await app({ triage }, false)(post(stream));
  const reader = response.body?.getReader();
  await reader?.read();
  await settle();
  assertEquals(told, []);
  await reader?.cancel();
  await settle();
  assertEquals([told.length, begun > 1], [begun - 1, true]);
  const { lines } = counts;
  await settle();
  assertEquals(counts.lines, lines);
});

Deno.test("over a socket too, a client that goes away stops the work", async () => {
  const told = Promise.withResolvers<void>();
  let begun = 0;
  const triage: Triage = (message, signal) => {
    if (begun++ === 0) return echo(message, signal);
    return new Promise((_, reject) =>
      signal.addEventListener("abort", () => {
        told.resolve();
        reject(signal.reason);
      })
    );
  };
  const load = new Load(10);
  const server = await startServer(app({ triage }, false), {
    hostname: "127.0.0.1",
    port: 0,
    header_timeout_ms: 5_000,
    keep_alive_ms: 5_000,
    max_connections: 10,
    silence_ms: 5_000,
    load,
  });
  const socket = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(new URL(server.origin).port),
  });
  const body = ndjson(MESSAGE, MESSAGE, MESSAGE);
  await socket.write(
    new TextEncoder().encode(
      `POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n` +
        `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n`,
    ),
  );
  let answered = "";
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4_096);
  while (!answered.includes("message_type")) {
    answered += decoder.decode(buffer.subarray(0, await socket.read(buffer) ?? 0));
  }
  socket.close();
  await told.promise;
  await server.drain({ limit_ms: 5_000 });
  assertEquals(begun, 3);
});

Deno.test("one answer can be read before the next message is sent", async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const response = await app({ triage: echo }, false)(post(readable));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (const message of ["first", "second", "third"]) {
    writer.write(new TextEncoder().encode(ndjson({ ...MESSAGE, message })));
    assertEquals(JSON.parse((await reader?.read())?.value ?? "").customer_response, message);
  }
  await writer.close();
  assertEquals((await reader?.read())?.done, true);
});

Deno.test("a body that stops coming ends with request_timeout, after the answers", async () => {
  const silent = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(ndjson(MESSAGE))),
  });
  const limits = { ...LIMITS, body_timeout_ms: 5 };
  const [first, last] = await linesOf(await app({ limits })(post(silent)));
  answer.parse(first);
  assertEquals(last.code, "request_timeout");
});

Deno.test("while the service stops, no line is begun and the last one says so", async () => {
  let taken = 0;
  const response = await app({
    triage: (message, signal) => {
      taken++;
      return echo(message, signal);
    },
    shuttingDown: () => taken >= 2,
  })(post(ndjson(MESSAGE, MESSAGE, MESSAGE, MESSAGE)));
  const lines = await linesOf(response);
  assertEquals(lines.map((line) => line.code), [undefined, undefined, "shutting_down"]);
});

Deno.test("an Idempotency-Key is refused with the reason: a key has one answer", async () => {
  const request = post(ndjson(MESSAGE));
  request.headers.set("idempotency-key", "k-1");
  const response = await app()(request);
  const { code, detail } = await response.json();
  assertEquals([response.status, code], [400, "invalid_header"]);
  assertMatch(detail, /one by one/);
});

Deno.test("when a batch is over, its lines, its failures and its whole time are told once", async () => {
  const ended: EndedBatch[] = [];
  const response = await app({ onEnded: (batch) => ended.push(batch) }, false)(
    post(ndjson(MESSAGE, {}, MESSAGE, "no message")),
  );
  assertEquals(ended, []);
  assertEquals((await linesOf(response)).length, 4);
  assertEquals(ended.map(({ lines, failures }) => ({ lines, failures })), [
    { lines: 4, failures: 2 },
  ]);
  assertEquals(ended[0]?.request_id, "fresh-request-id");
  assert((ended[0]?.duration_ms ?? 0) > 0);
});

Deno.test("a batch whose client left is told of too", async () => {
  const ended: EndedBatch[] = [];
  const response = await app({ onEnded: (batch) => ended.push(batch) }, false)(
    post(ndjson(...Array(100).fill(MESSAGE))),
  );
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  assertEquals(ended.length, 1);
  assert((ended[0]?.lines ?? 0) < 100);
});

/**
 * What a server that we ask may send that is no answer: odd frames, codings,
 * statuses, types and bodies, and bodies and heads without end.
 *
 * @module
 */
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type Script, SILENCE } from "./raw_server.ts";

/** One way to answer badly. */
export interface OddTransport {
  readonly name: string;
  readonly script: Script | typeof SILENCE;
  /** Ends with the deadline and not before. */
  readonly hangs?: true;
  /** What the answer says of it; one of these. Left out: `model_error`. */
  readonly codes?: readonly string[];
}

const ERROR = ["model_error"];
const REJECTED = ["model_rejected"];
const UNREACHABLE = ["model_unreachable"];
const UNREADABLE = ["model_invalid_output", "model_error"];
const PIECE = " ".repeat(65_536);
const BOMB = "[".padEnd(25_000_000, " ");
const CHAT = (content: string) =>
  JSON.stringify({
    id: "x",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });

function head(status: number | string, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}${/ /.test(String(status)) ? "" : " X"}\r\n${lines.join("")}\r\n`;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? new TextEncoder().encode(text) : text;
}

/** A whole answer with its length. */
function whole(
  body: string | Uint8Array,
  headers: Record<string, string> = { "content-type": "application/json" },
  status: number | string = 200,
): Script {
  return async (write) => {
    await write(head(status, { ...headers, "content-length": bytesOf(body).length }));
    await write(bytesOf(body));
  };
}

function raw(...pieces: (string | Uint8Array)[]): Script {
  return async (write) => {
    for (const piece of pieces) await write(piece);
  };
}

function endless(start: string, piece: string): Script {
  return async (write) => {
    await write(start);
    for (;;) await write(piece);
  };
}

/** A few bytes, and again after a moment, until the other side has enough. */
function drip(start: string, piece: string): Script {
  return async (write) => {
    await write(start);
    for (;;) {
      await write(piece);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
}

const json = { "content-type": "application/json" };
const coded = (coding: string, body: Uint8Array) =>
  whole(body, { ...json, "content-encoding": coding });
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunked = head(200, { ...json, "transfer-encoding": "chunked" });

const STATUSES: readonly (readonly [number, readonly string[]])[] = [
  [201, UNREADABLE],
  [202, UNREADABLE],
  [203, UNREADABLE],
  [400, REJECTED],
  [401, REJECTED],
  [402, ["model_quota_exhausted", "model_rejected"]],
  [403, REJECTED],
  [404, REJECTED],
  [405, REJECTED],
  [408, ERROR],
  [409, ERROR],
  [410, REJECTED],
  [413, REJECTED],
  [418, REJECTED],
  [421, REJECTED],
  [422, REJECTED],
  [429, ["model_rate_limited"]],
  [451, REJECTED],
  [500, ERROR],
  [502, ERROR],
  [503, ERROR],
  [504, ERROR],
  [529, ERROR],
  [599, ERROR],
  [999, UNREACHABLE],
];

const BODIES: readonly (readonly [string, string | Uint8Array])[] = [
  ["null", "null"],
  ["a number", "1e999"],
  ["a list", "[]"],
  ["an empty object", "{}"],
  ["a text", '"hello"'],
  ["no choices", '{"choices":[]}'],
  ["choices that are null", '{"choices":null}'],
  ["a choice that is null", '{"choices":[null]}'],
  ["a message that is null", '{"choices":[{"message":null}]}'],
  ["content that is a number", '{"choices":[{"message":{"content":5}}]}'],
  ["content that is empty", CHAT("")],
  ["content that is no JSON", CHAT("I am sorry, Dave.")],
  ["content that is another object", CHAT('{"a":1}')],
  ["content of one bracket, 900 kB", CHAT("[".repeat(900_000))],
  ["content with NUL", CHAT("\0")],
  ["content with half a surrogate", CHAT("\ud800")],
  ["100,000 brackets", "[".repeat(100_000)],
  ["a prototype", '{"__proto__":{"choices":1},"constructor":null}'],
  ["half an object", '{"choices":[{"message":{"con'],
  ["nothing", ""],
  ["blanks", " ".repeat(1_000)],
  ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0xfe, 0x22, 0xc3, 0x28, 0x7d])],
  ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ["a page", "<!doctype html><title>502 Bad Gateway</title>"],
];

const TYPES: readonly (readonly [string, string, string])[] = [
  ["text/html", "text/html", "<html>login</html>"],
  ["a stream of events", "text/event-stream", "data: {}\n\ndata: [DONE]\n\n"],
  ["lines of JSON", "application/x-ndjson", "{}\n{}\n"],
  ["parts", "multipart/form-data; boundary=x", "--x\r\n\r\n{}\r\n--x--"],
  ["a picture", "image/png", "\x89PNG"],
  ["a type that is none", "///;;;", "{}"],
];

/** All of them. */
export const ODD_TRANSPORTS: readonly OddTransport[] = [
  ...STATUSES.map(([status, codes]): OddTransport => ({
    name: `status ${status}`,
    script: whole('{"error":{"message":"no"}}', json, status),
    codes,
  })),
  ...[300, 301, 302, 303, 305, 307, 308].map((status): OddTransport => ({
    name: `sent on to itself, status ${status}`,
    script: whole("", { location: "/v1/chat/completions" }, status),
    codes: REJECTED,
  })),
  ...[204, 205, 304].map((status): OddTransport => ({
    name: `no body, status ${status}`,
    script: raw(head(status, {})),
    codes: [...UNREADABLE, ...REJECTED],
  })),
  ...BODIES.map(([name, body]): OddTransport => ({
    name: `body: ${name}`,
    script: whole(body),
    codes: [...UNREADABLE, "model_refused"],
  })),
  ...TYPES.map(([name, type, body]): OddTransport => ({
    name: `type: ${name}`,
    script: whole(body, { "content-type": type }),
    codes: UNREADABLE,
  })),
  { name: "coding: gzip that is none", script: coded("gzip", bytesOf("{}")) },
  { name: "coding: half of gzip", script: coded("gzip", gzipSync(CHAT("{}")).subarray(0, 40)) },
  { name: "coding: brotli that is none", script: coded("br", bytesOf("{}")) },
  {
    name: "coding: deflate that is none",
    script: coded("deflate", bytesOf("{}")),
    codes: UNREADABLE,
  },
  { name: "coding: nobody's", script: coded("x-own", bytesOf("{}")), codes: UNREADABLE },
  { name: "coding: 25 MB in gzip", script: coded("gzip", gzipSync(BOMB)) },
  { name: "coding: 25 MB in brotli", script: coded("br", brotliCompressSync(BOMB)) },
  { name: "coding: 25 MB in deflate", script: coded("deflate", deflateSync(BOMB)) },
  {
    name: "coding: 25 MB in gzip, in chunks",
    script: async (write) => {
      await write(head(200, { "content-encoding": "gzip", "transfer-encoding": "chunked" }));
      const packed = gzipSync(BOMB);
      await write(`${packed.length.toString(16)}\r\n`);
      await write(packed);
      await write("\r\n0\r\n\r\n");
    },
  },
  { name: "frame: body without end", script: endless(head(200, json), PIECE) },
  { name: "frame: chunks without end", script: endless(chunked, chunk(PIECE)) },
  {
    name: "frame: error without end",
    script: endless(head(500, json), PIECE),
  },
  {
    name: "frame: shorter than its length",
    script: raw(head(200, { "content-length": 999 }), "{}"),
  },
  { name: "frame: a chunk that breaks off", script: raw(chunked, "ff\r\n{}") },
  { name: "frame: a chunk of no size", script: raw(chunked, "zz\r\n{}\r\n0\r\n\r\n") },
  {
    name: "frame: a chunk of too large a size",
    script: raw(chunked, "ffffffffffffffffff\r\n{}\r\n"),
  },
  {
    name: "frame: a negative length",
    script: raw(head(200, { "content-length": -1 }), "{}"),
    codes: [...UNREACHABLE, ...UNREADABLE],
  },
  {
    name: "frame: two lengths",
    script: raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}"),
    codes: [...UNREACHABLE, ...UNREADABLE],
  },
  {
    name: "frame: a length and chunks",
    script: raw(head(200, { "content-length": 2, "transfer-encoding": "chunked" }), chunk("{}")),
    codes: [...UNREACHABLE, ...UNREADABLE],
  },
  { name: "frame: closed without a word", script: raw(), codes: UNREACHABLE },
  { name: "frame: half a first line", script: raw("HTTP/1.1 20"), codes: UNREACHABLE },
  { name: "frame: half a head", script: raw("HTTP/1.1 200 OK\r\ncontent-"), codes: UNREACHABLE },
  { name: "frame: no HTTP", script: raw("+OK ready\r\n\r\n"), codes: UNREACHABLE },
  { name: "frame: HTTP/0.9", script: raw("<html>hello</html>\r\n"), codes: UNREACHABLE },
  {
    name: "frame: the preface of HTTP/2",
    script: raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    codes: UNREACHABLE,
  },
  {
    name: "frame: a warning of TLS",
    script: raw(new Uint8Array([21, 3, 1, 0, 2, 2, 70])),
    codes: UNREACHABLE,
  },
  {
    name: "frame: another protocol",
    script: raw(head("101 Switching Protocols", { upgrade: "x", connection: "upgrade" })),
    codes: [...UNREACHABLE, ...UNREADABLE, ...REJECTED],
  },
  {
    name: "head: 5,000 lines",
    script: raw("HTTP/1.1 200 OK\r\n", "x-a: b\r\n".repeat(5_000), "\r\n{}"),
    codes: UNREACHABLE,
  },
  {
    name: "head: a line of 2 MB",
    script: raw("HTTP/1.1 200 OK\r\nx-a: ", "b".repeat(2_000_000), "\r\n\r\n{}"),
    codes: UNREACHABLE,
  },
  {
    name: "head: without end",
    script: endless("HTTP/1.1 200 OK\r\n", "x-a: b\r\n".repeat(1_000)),
    codes: UNREACHABLE,
  },
  {
    name: "head: a name that is none",
    script: raw("HTTP/1.1 200 OK\r\nb\x00d: x\r\n\r\n{}"),
    codes: UNREACHABLE,
  },
  { name: "silence", script: SILENCE, hangs: true },
  { name: "drip: a head by letters", script: drip("HTTP/1.1 200 OK\r\nx: ", "a"), hangs: true },
  { name: "drip: a body by letters", script: drip(head(200, json), " "), hangs: true },
  { name: "drip: chunks of one", script: drip(chunked, chunk(" ")), hangs: true },
  {
    name: "drip: more to come, for ever",
    script: drip("", "HTTP/1.1 100 Continue\r\n\r\n"),
    hangs: true,
  },
];

/**
 * A small HTTP client under load, where wrk is not installed: each connection
 * sends a request and waits for its answer. Prints what came of it as JSON.
 *
 * @module
 */
import { NUMBER_MARK } from "./http_bench_bodies.ts";

const [origin = "", connections = "1", seconds = "1"] = Deno.args;
const { hostname, port } = new URL(origin);
const bodies = Deno.readTextFileSync(Deno.env.get("BODIES") ?? "").trim().split("\n");
const run = Deno.env.get("RUN");
const encoder = new TextEncoder();

const latencies: number[] = [];
let errors = 0;
let sent = 0;
const began = performance.now();
const ends = began + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
const duration = performance.now() - began;

latencies.sort((a, b) => a - b);
const percentile = (share: number) =>
  Math.round((latencies[Math.floor(latencies.length * share)] ?? 0) * 1000);
console.log(JSON.stringify({
  requests: latencies.length,
  duration_us: Math.round(duration * 1000),
  p50_us: percentile(0.5),
  p99_us: percentile(0.99),
  errors,
}));

async function keepAsking(): Promise<void> {
  const connection = await Deno.connect({ hostname, port: Number(port) });
  connection.setNoDelay();
  const buffer = new Uint8Array(65_536);
  while (performance.now() < ends) {
    const body = encoder.encode(
      (bodies[sent % bodies.length] ?? "").replace(NUMBER_MARK, `${run}-${sent++}`),
    );
    const head = encoder.encode(
      `POST /process-customer-message HTTP/1.1\r\nhost: ${hostname}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    const asked = performance.now();
    const request = new Uint8Array(head.length + body.length);
    request.set(head);
    request.set(body, head.length);
    await connection.write(request);
    if (!/^HTTP\/1.1 [23]/.test(await answer(connection, buffer))) errors++;
    latencies.push(performance.now() - asked);
  }
  connection.close();
}

/** Reads one answer, whose length its header names; gives the header. */
async function answer(connection: Deno.Conn, buffer: Uint8Array): Promise<string> {
  let text = "";
  let missing = Infinity;
  while (missing > 0) {
    const size = await connection.read(buffer);
    if (size === null) throw new Error("the server closed the connection");
    missing -= size;
    if (missing !== Infinity) continue;
    // One byte is one character here, so that lengths agree.
    text += String.fromCharCode(...buffer.subarray(0, size));
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
    if (length === undefined) throw new Error("the answer does not name its length");
    missing = end + 4 + Number(length) - text.length;
  }
  return text;
}

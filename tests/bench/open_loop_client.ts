/**
 * Sends requests at a fixed rate, whether or not those before are answered, and
 * measures each from the moment when it was due: a server that stands still is
 * charged for all who would have come meanwhile. Prints percentiles as JSON.
 *
 * open_loop_client.ts ORIGIN RATE SECONDS, with BODIES and RUN in the environment.
 *
 * @module
 */
import { NUMBER_MARK } from "./http_bench_bodies.ts";

const [origin = "", rate = "1", seconds = "1"] = Deno.args;
const bodies = Deno.readTextFileSync(Deno.env.get("BODIES") ?? "").trim().split("\n");
const run = Deno.env.get("RUN");
const due = Math.round(Number(rate) * Number(seconds));
const latencies: number[] = [];
let errors = 0;

const began = performance.now();
const underWay: Promise<void>[] = [];
for (let sent = 0; sent < due;) {
  const now = performance.now() - began;
  while (sent < due && dueAt(sent) <= now) underWay.push(ask(sent++));
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(underWay);

latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
console.log(JSON.stringify({
  requests: latencies.length,
  errors,
  p50_ms: at(0.5),
  p90_ms: at(0.9),
  p99_ms: at(0.99),
  p999_ms: at(0.999),
  max_ms: latencies.at(-1) ?? NaN,
}));

function dueAt(index: number): number {
  return index * 1000 / Number(rate);
}

async function ask(index: number): Promise<void> {
  const body = (bodies[index % bodies.length] ?? "").replace(NUMBER_MARK, `${run}-${index}`);
  try {
    const response = await fetch(`${origin}/process-customer-message`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    await response.body?.pipeTo(new WritableStream());
    if (!response.ok) errors++;
  } catch {
    errors++;
  }
  latencies.push(performance.now() - began - dueAt(index));
}

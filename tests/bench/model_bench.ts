/**
 * `deno task bench:model`: the real service over HTTP against a fake model
 * server that limits, fails, hangs and talks nonsense: 2,000 requests, 64 at a
 * time. Then the server is killed, and comes back. Every answer must be 200
 * and within the deadline, or the bench fails.
 *
 * @module
 */
// @ts-types="@std/types/async/pool.d.ts"
import { pooledMap } from "@std/async/pool";
// @ts-types="@std/types/async/delay.d.ts"
import { delay } from "@std/async/delay";
import type { Explanation } from "../../src/triage/domain/explanation.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { startService } from "../service_process.ts";

const REQUESTS = 2_000;
const CONCURRENCY = 64;
const DEADLINE_MS = 10_000;
/** Shares of calls with a fault. */
const MIX = { "rate_limit:1": 0.1, server_error: 0.05, hang: 0.05, invalid_json: 0.05 };
const MODEL_LATENCY_MS = 50;
/** Requests while the server is down, one at a time. */
const OUTAGE_REQUESTS = 300;
const PROBE_EVERY_MS = 15_000;

interface Measured {
  readonly status: number;
  readonly duration_ms: number;
  readonly explanation: Explanation | null;
}

const texts = Deno.readTextFileSync("fixtures/messages.jsonl").trim().split("\n")
  .map((line): { text: string; product?: string } => JSON.parse(line));

async function ask(origin: string, at: number): Promise<Measured> {
  const { text, product = "1440 Mobile App" } = texts[at % texts.length] ?? { text: "" };
  const started = performance.now();
  const response = await fetch(`${origin}/process-customer-message?explain=true`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customer_id: `bench-${at}`, message: `${text} (${at})`, product }),
  });
  const body = await response.json();
  const duration_ms = performance.now() - started;
  return { status: response.status, duration_ms, explanation: body.explanation ?? null };
}

function percentiles(values: readonly number[]): string[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [at(0.5), at(0.95), at(0.99), at(1)].map((value) => (value ?? NaN).toFixed(0));
}

function print(title: string, measured: readonly Measured[]): void {
  console.log(`\n${title}\n`);
  console.log(
    "| route | answers | calls | input tokens | of them cached | output tokens | USD | p50 ms | p95 ms | p99 ms | max ms |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|---|");
  const routes = new Map<string, Measured[]>();
  for (const one of measured) {
    const { route = "no answer", degraded = null } = one.explanation ?? {};
    const name = degraded === null ? route : `${route}, ${degraded.code}`;
    routes.set(name, [...routes.get(name) ?? [], one]);
  }
  for (const [name, rows] of [...[...routes].sort(), ["all", measured] as const]) {
    const sum = (value: (usage: Explanation["usage"]) => number) =>
      rows.map(({ explanation }) => explanation ? value(explanation.usage) : 0)
        .reduce((total, one) => total + one, 0);
    const input = sum(({ input_tokens }) => input_tokens);
    const cached = sum(({ cached_tokens = 0 }) => cached_tokens);
    console.log(`| ${
      [
        name,
        rows.length,
        sum(({ attempts }) => attempts),
        input,
        `${(100 * cached / Math.max(1, input)).toFixed(1)} %`,
        sum(({ output_tokens }) => output_tokens),
        sum(({ cost_usd }) => cost_usd ?? 0).toFixed(3),
        ...percentiles(rows.map(({ duration_ms }) => duration_ms)),
      ].join(" | ")
    } |`);
  }
}

function faults(measured: readonly Measured[]): number {
  return measured.filter(({ status, duration_ms }) => status !== 200 || duration_ms > DEADLINE_MS)
    .length;
}

async function run(origin: string, from: number, requests: number, concurrency: number) {
  const numbers = Array.from({ length: requests }, (_, at) => from + at);
  return await Array.fromAsync(pooledMap(concurrency, numbers, (at) => ask(origin, at)));
}

if (import.meta.main) {
  let fake = await startFakeOpenAi();
  const base_url = await fake.session("bench", { mix: MIX, latency_ms: MODEL_LATENCY_MS });
  const folder = await Deno.makeTempDir();
  const service = await startService({
    OPENAI_API_KEY: "sk-bench",
    OPENAI_BASE_URL: base_url,
    INTAKE_DATABASE: `${folder}/bench.sqlite`,
    INTAKE_DUPLICATE_WINDOW_S: "0",
    INTAKE_MODEL_DEADLINE_MS: String(DEADLINE_MS),
  });
  let failed = 0;
  try {
    const started = performance.now();
    const mixed = await run(service.origin, 0, REQUESTS, CONCURRENCY);
    const took_s = ((performance.now() - started) / 1_000).toFixed(1);
    print(
      `${REQUESTS} requests, ${CONCURRENCY} at a time, faults ${JSON.stringify(MIX)}: ${took_s} s`,
      mixed,
    );
    const calls = (await fake.requests("bench")).length;
    console.log(`\nthe server was called ${calls} times`);

    const { port } = new URL(base_url);
    await fake.kill();
    const down = await run(service.origin, REQUESTS, OUTAGE_REQUESTS, 1);
    print(`server dead, ${OUTAGE_REQUESTS} requests one by one`, down);

    fake = await startFakeOpenAi(Number(port));
    await delay(PROBE_EVERY_MS + 500);
    const back = await run(service.origin, REQUESTS + OUTAGE_REQUESTS, 50, 1);
    print(`server back, ${PROBE_EVERY_MS / 1_000} s later, 50 requests one by one`, back);
    failed = faults(mixed) + faults(down) + faults(back);
    console.log(`\nnot 200, or later than ${DEADLINE_MS} ms: ${failed}`);
  } finally {
    await fake.kill();
    service.kill("SIGTERM");
    await service.status;
    await Deno.remove(folder, { recursive: true });
  }
  Deno.exit(failed === 0 ? 0 : 1);
}

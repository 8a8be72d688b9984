/**
 * How long a probe waits while clients send as much as they may: an
 * orchestrator that waits too long starts the instance anew.
 *
 * @module
 */
import { bodies, NUMBER_MARK } from "./http_bench_bodies.ts";
import { measure } from "./http_bench_load.ts";
import { type RunningTarget, service, start } from "./http_bench_target.ts";
import type { TargetLine } from "./http_bench_targets.ts";

/** Lines of the batch of good lines. */
const BATCH_LINES = 15_000;
const CONNECTIONS = 400;
/** How long the loads that have no end of their own go on. */
const LOAD_SECONDS = 8;
/** Lines that are sent in one piece. */
const LINES_AT_ONCE = 500;

/** A load, and how it is made; resolves when it is over. */
type Load = readonly [says: string, run: (target: RunningTarget) => Promise<unknown>];

/** Prints what probes waited under each load; the worst is the target's. */
export async function probedUnderLoad(folder: string): Promise<TargetLine[]> {
  const target = await start(service(`${folder}/health.sqlite`));
  if (target === null) return [];
  await measure(target.origin, { connections: 16, characters: 150, seconds: 5 }, folder);
  const loads: readonly Load[] = [
    [`a batch of ${BATCH_LINES} good lines`, ({ origin }) => batch(origin, goodLines())],
    [
      `${CONNECTIONS} connections`,
      ({ origin }) =>
        measure(
          origin,
          { connections: CONNECTIONS, characters: 150, seconds: LOAD_SECONDS },
          folder,
        ),
    ],
    [
      "a stream of lines that are no message",
      ({ origin }) => batch(origin, emptyLines(), AbortSignal.timeout(LOAD_SECONDS * 1_000)),
    ],
  ];
  console.log("### A probe of /healthz under load\n");
  console.log("| load | probes | p50 ms | p99 ms | longest ms |");
  console.log("| --- | --: | --: | --: | --: |");
  const worst: number[] = [];
  for (const [says, run] of loads) {
    const waits = await probeWhile(target.origin, run(target));
    const at = (share: number) => waits[Math.floor(waits.length * share)] ?? NaN;
    const figures = [at(0.5), at(0.99), waits.at(-1) ?? NaN];
    console.log(
      `| ${says} | ${waits.length} | ${figures.map((ms) => ms.toFixed(1)).join(" | ")} |`,
    );
    worst.push(at(0.99));
  }
  console.log();
  await target.stop();
  return [{
    says: "/healthz under load, p99 of the worst load",
    wanted: 100,
    reached: Math.max(...worst),
    at_most: true,
    unit: " ms",
  }];
}

/** Waits of probes beside a load, in order of their length. */
async function probeWhile(origin: string, load: Promise<unknown>): Promise<readonly number[]> {
  const prober = new Worker(new URL("./http_bench_prober.ts", import.meta.url), { type: "module" });
  const probed = Promise.withResolvers<readonly number[]>();
  prober.onmessage = ({ data }) => probed.resolve(data);
  prober.onerror = ({ message }) => probed.reject(new Error(message));
  prober.postMessage({ origin });
  await load;
  prober.postMessage("over");
  const waits = await probed.promise;
  prober.terminate();
  return waits;
}

/** Sends lines as one request and reads all that is answered, until `signal` ends it. */
async function batch(
  origin: string,
  lines: Iterable<string>,
  signal: AbortSignal | null = null,
): Promise<void> {
  try {
    const response = await fetch(`${origin}/process-customer-messages`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: ReadableStream.from(lines).pipeThrough(new TextEncoderStream()),
      signal,
    });
    await response.body?.pipeTo(new WritableStream());
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

function* goodLines(): Generator<string> {
  const messages = bodies(150);
  for (let line = 0; line < BATCH_LINES;) {
    let piece = "";
    for (const end = line + LINES_AT_ONCE; line < end; line++) {
      piece += `${
        (messages[line % messages.length] ?? "").replace(NUMBER_MARK, `batch-${line}`)
      }\n`;
    }
    yield piece;
  }
}

function* emptyLines(): Generator<string> {
  while (true) yield "{}\n".repeat(LINES_AT_ONCE);
}

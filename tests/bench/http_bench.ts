/**
 * Measures the whole local path over HTTP beside plainer servers, in one run on
 * one machine. Absolute figures say as much about the machine as about the
 * programs: read the ratios. Prints Markdown; asserts nothing.
 *
 * `deno task bench [--seconds 3] [--rounds 3] [--connections 1,16,64]
 * [--characters 150,4000] [--starts 5] [--messages 1000000] [--scaling]`
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { bodies } from "./http_bench_bodies.ts";
import { loadGenerator, measure, type Measured } from "./http_bench_load.ts";
import { printScaling } from "./http_bench_scaling.ts";
import { fsyncMs, median, processorMs, residentMb } from "./http_bench_process.ts";
import { OTHERS, type RunningTarget, service, start, type Target } from "./http_bench_target.ts";

const flags = parseArgs(Deno.args, {
  boolean: ["scaling"],
  string: ["seconds", "rounds", "connections", "characters", "starts", "messages"],
  default: {
    seconds: "3",
    rounds: "3",
    connections: "1,16,64",
    characters: "150,4000",
    starts: "5",
    messages: "0",
  },
});
const seconds = Number(flags.seconds);
const rounds = Number(flags.rounds);
const list = (text = "") => text.split(",").map(Number);

/** Until the compiler has done most of its work: a message's cost still falls by a fifth after 5 s. */
const WARM_UP_S = 15;

interface Row extends Measured {
  readonly processor_us: number;
}

const folder = await Deno.makeTempDir();
try {
  const load = Deno.loadavg()[0] ?? NaN;
  console.log(
    `${navigator.hardwareConcurrency} cores, load ${load.toFixed(1)} at the start; ` +
      `load by ${loadGenerator}; fsync ${(await fsyncMs(folder)).toFixed(2)} ms\n`,
  );
  await sideBySide();
  scorerAlone();
  await coldStart();
  await memory();
  if (flags.scaling) await printScaling(folder, seconds, rounds);
} finally {
  await Deno.remove(folder, { recursive: true });
}

/** All servers run throughout; each round asks them in turn. */
async function sideBySide(): Promise<void> {
  const targets: Target[] = [...OTHERS, service(`${folder}/side.sqlite`)];
  const running: RunningTarget[] = [];
  try {
    for (const target of targets) {
      const started = await start(target);
      if (started === null) console.log(`${target.name}: not on this machine, left out\n`);
      else running.push(started);
    }
    for (const one of running) await ask(one, 16, 150, WARM_UP_S);
    for (const characters of list(flags.characters)) {
      for (const connections of list(flags.connections)) {
        const rows = new Map<string, Row[]>();
        for (let round = 0; round < rounds; round++) {
          for (const one of running) {
            const row = await ask(one, connections, characters, seconds);
            rows.set(one.name, [...rows.get(one.name) ?? [], row]);
          }
        }
        report(characters, connections, rows);
      }
    }
  } finally {
    for (const one of running) await one.stop();
  }
}

async function ask(
  target: RunningTarget,
  connections: number,
  characters: number,
  seconds: number,
): Promise<Row> {
  const before = processorMs(target.pid);
  const measured = await measure(target.origin, { connections, characters, seconds }, folder);
  const used = processorMs(target.pid) - before;
  if (measured.errors > 0) console.log(`${target.name}: ${await sampleError(target.origin)}\n`);
  return { ...measured, processor_us: used * 1000 / measured.requests };
}

/** What a server that gave errors says when it is asked once more. */
async function sampleError(origin: string): Promise<string> {
  const response = await post(origin, bodies(150)[0] ?? "");
  return `${response.status} ${(await response.text()).slice(0, 300)}`;
}

function post(origin: string, body: string): Promise<Response> {
  return fetch(`${origin}/process-customer-message`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
}

function report(characters: number, connections: number, rows: Map<string, Row[]>): void {
  const rate = (name: string | undefined) =>
    rows.get(name ?? "")?.map((row) => row.requests_per_second) ?? [];
  const bare = rate(OTHERS[0]?.name);
  const fastApi = rate(OTHERS.at(-1)?.name);
  const ratio = (name: string, other: readonly number[]) =>
    median(rate(name).map((own, round) => own / (other[round] ?? NaN))).toFixed(2);
  console.log(`### ${characters} characters, ${connections} connections\n`);
  console.log("| | requests/s | of bare | of FastAPI | p50 ms | p99 ms | processor µs | errors |");
  console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");
  for (const [name, measured] of rows) {
    const middle = (pick: (row: Row) => number) => median(measured.map(pick));
    console.log(
      [
        "",
        name,
        middle((row) => row.requests_per_second).toFixed(0),
        ratio(name, bare),
        ratio(name, fastApi),
        middle((row) => row.p50_ms).toFixed(2),
        middle((row) => row.p99_ms).toFixed(2),
        middle((row) => row.processor_us).toFixed(0),
        measured.reduce((sum, row) => sum + row.errors, 0),
        "",
      ].join(" | ").trim(),
    );
  }
  console.log();
}

function scorerAlone(): void {
  const scorer = createLocalScorer();
  for (const characters of list(flags.characters)) {
    const texts = bodies(characters).map((body) => String(JSON.parse(body).message));
    const durations = Array.from({ length: 7 }, () => {
      const began = performance.now();
      for (const text of texts) scorer.score(scorer.read(text));
      return (performance.now() - began) * 1000 / texts.length;
    });
    console.log(
      `Scorer alone, ${characters} characters: ${median(durations.slice(2)).toFixed(0)} µs`,
    );
  }
  console.log();
}

async function coldStart(): Promise<void> {
  const [body = ""] = bodies(150);
  const durations: number[] = [];
  for (let turn = 0; turn < Number(flags.starts); turn++) {
    const began = performance.now();
    const started = await start(service(`${folder}/start-${turn}.sqlite`));
    if (started === null) return;
    const answer = await post(started.origin, body);
    await answer.body?.cancel();
    durations.push(performance.now() - began);
    await started.stop();
  }
  console.log(
    `Start to first answer: ${median(durations).toFixed(0)} ms, the middle one of ` +
      `${durations.map((duration) => duration.toFixed(0)).join(", ")}\n`,
  );
}

async function memory(): Promise<void> {
  const started = await start(service(`${folder}/memory.sqlite`));
  if (started === null) return;
  const say = (when: string) =>
    console.log(`Memory ${when}: ${residentMb(started.pid).toFixed(0)} MB`);
  say("idle");
  await ask(started, 64, 150, seconds);
  say("loaded");
  const wanted = Number(flags.messages);
  for (let sent = 0, next = 1; sent < wanted;) {
    sent += (await ask(started, 64, 150, 10)).requests;
    if (sent < next * wanted / 10 && sent < wanted) continue;
    say(`after ${sent} messages`);
    next = Math.floor(sent * 10 / wanted) + 1;
  }
  await started.stop();
}

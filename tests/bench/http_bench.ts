/**
 * Measures the whole local path over HTTP beside the build before there were
 * threads, what a team would build instead and the least that can be, in one run
 * on one machine. Absolute figures say as much about the machine as about the
 * programs: read the ratios. Prints Markdown; asserts nothing.
 *
 * `deno task bench [--seconds 3] [--rounds 3] [--connections 1,16,64]
 * [--characters 150,4000] [--starts 5] [--rows 20000] [--messages 30000]
 * [--fill 100000] [--scaling]`
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { classifyFile, writeRows } from "./http_bench_batch.ts";
import { bodies } from "./http_bench_bodies.ts";
import { probedUnderLoad } from "./http_bench_health.ts";
import { loadGenerator, measure, type Measured } from "./http_bench_load.ts";
import {
  fill,
  type OpenLoop,
  openLoop,
  printOpenLoop,
  slowReader,
} from "./http_bench_open_loop.ts";
import { fsyncMs, median, processorMs, residentMb } from "./http_bench_process.ts";
import { newDatabase, printScaling } from "./http_bench_scaling.ts";
import {
  BARE,
  checkOutBefore,
  peer,
  type RunningTarget,
  service,
  start,
  type Target,
} from "./http_bench_target.ts";
import { printTargets, type TargetLine } from "./http_bench_targets.ts";

const flags = parseArgs(Deno.args, {
  boolean: ["scaling"],
  string: [
    "seconds",
    "rounds",
    "connections",
    "characters",
    "starts",
    "rows",
    "messages",
    "fill",
    "warm",
  ],
  default: {
    seconds: "3",
    rounds: "3",
    connections: "1,16,64",
    characters: "150,4000",
    starts: "5",
    rows: "20000",
    messages: "30000",
    fill: "100000",
    // Until the compiler has done most of its work: a message's cost still falls by a fifth after 5 s.
    warm: "15",
  },
});
const seconds = Number(flags.seconds);
const rounds = Number(flags.rounds);
const list = (text = "") => text.split(",").map(Number);

const PEER = "FastAPI, scikit-learn, SQLite";

interface Row extends Measured {
  readonly processor_us: number;
}

/** Medians of a server's rounds by "connections characters". */
type Results = ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>;

const folder = await Deno.makeTempDir();
try {
  const load = Deno.loadavg()[0] ?? NaN;
  console.log(
    `${navigator.hardwareConcurrency} cores, load ${load.toFixed(1)} at the start; ` +
      `load by ${loadGenerator}; fsync ${(await fsyncMs(folder)).toFixed(2)} ms\n`,
  );
  const before = await checkOutBefore(folder);
  const results = await sideBySide(before);
  const lines = httpLines(results);
  await fixedRate(results);
  lines.push(...await probedUnderLoad(folder));
  lines.push(...await batch(before), ...await coldStart(), ...await memory(before));
  printTargets(lines);
  if (flags.scaling) await printScaling(folder, seconds, rounds);
} finally {
  await Deno.remove(folder, { recursive: true });
}

/** All servers run throughout; each round asks them in turn. */
async function sideBySide(before: string): Promise<Results> {
  const targets: Target[] = [
    BARE,
    peer(`${folder}/peer.sqlite`),
    service(`${folder}/before.sqlite`, { name: "before", folder: before }),
    service(`${folder}/one.sqlite`, {
      name: "intake, one thread",
      environment: { INTAKE_WORKERS: "0" },
    }),
    service(`${folder}/side.sqlite`),
  ];
  const running: RunningTarget[] = [];
  const results = new Map<string, Map<string, Row[]>>();
  try {
    for (const target of targets) {
      const started = await start(target);
      if (started === null) console.log(`${target.name}: not on this machine, left out\n`);
      else running.push(started);
    }
    for (const one of running) await ask(one, 16, 150, Number(flags.warm));
    for (const characters of list(flags.characters)) {
      for (const connections of list(flags.connections)) {
        const rows = new Map<string, Row[]>();
        results.set(`${connections} ${characters}`, rows);
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
  return results;
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
  // Nothing was answered: nothing is known of how long that takes.
  if (measured.requests === 0) return { ...measured, p50_ms: NaN, p99_ms: NaN, processor_us: NaN };
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

function report(
  characters: number,
  connections: number,
  rows: ReadonlyMap<string, readonly Row[]>,
): void {
  console.log(`### ${characters} characters, ${connections} connections\n`);
  console.log(
    "| | requests/s | of before | of the peer | p50 ms | p99 ms | processor µs | errors |",
  );
  console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");
  for (const [name, measured] of rows) {
    const middle = (pick: (row: Row) => number) => median(measured.map(pick));
    const rate = (other: string) => ratio(rows, name, other, (row) => row.requests_per_second);
    console.log(
      [
        "",
        name,
        middle((row) => row.requests_per_second).toFixed(0),
        rate("before").toFixed(2),
        rate(PEER).toFixed(2),
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

/** The middle one of the rounds' ratios; `NaN` where one was not measured. */
function ratio(
  rows: ReadonlyMap<string, readonly Row[]> | undefined,
  name: string,
  other: string,
  pick: (row: Row) => number,
): number {
  const others = rows?.get(other) ?? [];
  return median(
    (rows?.get(name) ?? []).map((row, round) => {
      const beside = others[round];
      return beside === undefined ? NaN : pick(row) / pick(beside);
    }),
  );
}

/** What the tables say of the targets. */
function httpLines(results: Results): TargetLine[] {
  const of = (at: string, other: string, pick: (row: Row) => number) =>
    ratio(results.get(at), "intake", other, pick);
  const rate = (row: Row) => row.requests_per_second;
  const lines: TargetLine[] = [];
  for (const [characters, times, peers] of [[150, 2.5, 10], [4000, 3, 6]] as const) {
    const says = (what: string) => `${what}, ${characters} characters`;
    const at = (connections: number) => `${connections} ${characters}`;
    const least = (what: string, wanted: number, reached: number) =>
      lines.push({ says: says(what), wanted, reached, unit: " times" });
    const most = (what: string, wanted: number, reached: number) =>
      lines.push({ says: says(what), wanted, reached, at_most: true, unit: " times" });
    least("requests/s to before at 64 connections", times, of(at(64), "before", rate));
    least("requests/s to the peer at 64 connections", peers, of(at(64), PEER, rate));
    most("p99 to before at 16 connections", 0.3, of(at(16), "before", (row) => row.p99_ms));
    most("p50 to before at 1 connection", 0.6, of(at(1), "before", (row) => row.p50_ms));
    most(
      "processor time to before at 1 connection",
      0.5,
      of(at(1), "before", (row) => row.processor_us),
    );
    most(
      "processor time to before at 64 connections",
      0.6,
      of(at(64), "before", (row) => row.processor_us),
    );
  }
  return lines;
}

/** Half of the capacity that the tables show, on each store, alone and beside a search. */
async function fixedRate(results: Results): Promise<void> {
  const server = Deno.env.get("INTAKE_TEST_POSTGRES") ?? null;
  const rows: (readonly [string, number, OpenLoop])[] = [];
  const stores: (readonly [string, string])[] = [["SQLite", `${folder}/open.sqlite`]];
  if (server !== null) stores.push(["PostgreSQL", await newDatabase(server)]);
  for (const [store, database] of stores) {
    const running = await start(service(database));
    if (running === null) continue;
    await ask(running, 16, 150, Number(flags.warm));
    const run = async (name: string, characters: number) => {
      const capacity = results.get(`64 ${characters}`)?.get("intake") ?? [];
      const rate = median(capacity.map((row) => row.requests_per_second)) / 2;
      if (Number.isNaN(rate)) return;
      const load = { rate, characters, seconds: seconds * 3 };
      rows.push([
        `${store}, ${characters} characters${name}`,
        rate,
        await openLoop(running, load, folder),
      ]);
    };
    for (const characters of list(flags.characters)) await run("", characters);
    if (store === "SQLite") {
      fill(database, Number(flags.fill));
      const stop = slowReader(running.origin);
      for (const characters of list(flags.characters)) {
        await run(`, beside a search of ${flags.fill} cases`, characters);
      }
      await stop();
    }
    await running.stop();
  }
  printOpenLoop(rows);
}

async function batch(before: string): Promise<TargetLine[]> {
  const rows = Number(flags.rows);
  if (rows === 0) return [];
  const input = `${folder}/rows.csv`;
  await writeRows(input, rows);
  const old = await classifyFile(input, rows, before, `${folder}/batch-before`);
  const now = await classifyFile(
    input,
    rows,
    new URL("../../", import.meta.url).pathname,
    `${folder}/batch`,
  );
  console.log(`### ${rows} rows of CSV, classified and stored\n`);
  console.log("| | rows/s | processor µs | memory half-way, MB | most, MB |");
  console.log("| --- | --: | --: | --: | --: |");
  for (const [name, run] of [["before", old], ["intake", now]] as const) {
    const figures = [run.rows_per_second, run.processor_us, run.middle_mb, run.most_mb];
    console.log(`| ${name} | ${figures.map((figure) => figure.toFixed(0)).join(" | ")} |`);
  }
  console.log();
  return [
    {
      says: `rows/s to before, ${rows} rows of CSV`,
      wanted: 2.5,
      reached: now.rows_per_second / old.rows_per_second,
      unit: " times",
    },
    {
      says: "memory at the end of the file to half-way",
      wanted: 1.1,
      reached: now.most_mb / now.middle_mb,
      at_most: true,
      unit: " times",
    },
  ];
}

async function coldStart(): Promise<TargetLine[]> {
  const [body = ""] = bodies(150);
  const durations: number[] = [];
  for (let turn = 0; turn < Number(flags.starts); turn++) {
    const began = performance.now();
    const started = await start(service(`${folder}/start-${turn}.sqlite`));
    if (started === null) return [];
    const answer = await post(started.origin, body);
    await answer.body?.cancel();
    durations.push(performance.now() - began);
    await started.stop();
  }
  return [{
    says: `start to first answer (${durations.map((each) => each.toFixed(0)).join(", ")})`,
    wanted: 700,
    reached: median(durations),
    at_most: true,
    unit: " ms",
  }];
}

async function memory(before: string): Promise<TargetLine[]> {
  const wanted = Number(flags.messages);
  const after = async (target: Target) => {
    const started = await start(target);
    if (started === null) return NaN;
    for (let sent = 0; sent < wanted;) sent += (await ask(started, 64, 150, 10)).requests;
    const resident = residentMb(started.pid);
    await started.stop();
    return resident;
  };
  if (wanted === 0) return [];
  const two = await after(
    service(`${folder}/memory-2.sqlite`, { environment: { INTAKE_WORKERS: "2" } }),
  );
  const none = await after(
    service(`${folder}/memory-0.sqlite`, { environment: { INTAKE_WORKERS: "0" } }),
  );
  const old = await after(service(`${folder}/memory-before.sqlite`, { folder: before }));
  return [
    {
      says: `memory after ${wanted} messages, two workers`,
      wanted: 420,
      reached: two,
      at_most: true,
      unit: " MB",
    },
    {
      says: `memory after ${wanted} messages, one thread, to before`,
      wanted: 1,
      reached: none / old,
      at_most: true,
      unit: " times",
    },
  ];
}

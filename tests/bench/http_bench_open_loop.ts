/**
 * Latency at a fixed rate of arrivals, half of what was measured as capacity,
 * alone and beside a slow reader that searches all cases.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { bodies } from "./http_bench_bodies.ts";
import type { RunningTarget } from "./http_bench_target.ts";

const CLIENT = new URL("./open_loop_client.ts", import.meta.url).pathname;

/** Percentiles of one run, in milliseconds from when each request was due. */
export interface OpenLoop {
  readonly requests: number;
  readonly errors: number;
  readonly p50_ms: number;
  readonly p90_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  readonly max_ms: number;
}

/** Cases that are added in one statement. */
const FILLED_AT_ONCE = 10_000;

let runs = 0;

/** Runs one load. */
export async function openLoop(
  { origin }: RunningTarget,
  load: { readonly rate: number; readonly characters: number; readonly seconds: number },
  folder: string,
): Promise<OpenLoop> {
  const file = `${folder}/open-bodies-${load.characters}`;
  await Deno.writeTextFile(file, bodies(load.characters).join("\n") + "\n");
  const output = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--allow-net",
      `--allow-read=${file}`,
      "--allow-env=BODIES,RUN",
      CLIENT,
      origin,
      String(load.rate),
      String(load.seconds),
    ],
    env: { BODIES: file, RUN: `open-${Date.now()}-${++runs}` },
    stderr: "inherit",
  }).output();
  return JSON.parse(new TextDecoder().decode(output.stdout));
}

/** Searches all cases for what is nowhere, page after page, until it is stopped; gives the pages that were read. */
export function slowReader(origin: string): () => Promise<number> {
  let stopped = false;
  let pages = 0;
  const reading = (async () => {
    let next = "";
    while (!stopped) {
      const response = await fetch(`${origin}/console/cases?search=nowhere-to-be-found${next}`);
      const cursor = /cursor=([\w-]+)/.exec(await response.text())?.[1];
      next = cursor === undefined ? "" : `&cursor=${cursor}`;
      pages++;
    }
  })();
  return async () => {
    stopped = true;
    await reading;
    return pages;
  };
}

/** Adds many cases to a database that holds one: what a search has to look through. */
export function fill(path: string, cases: number): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF");
  const insert = database.prepare(
    "WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) " +
      "INSERT INTO cases (case_id, created_at, first_intent, intent, confidence, route, review, " +
      "customer_id, request, answer, explanation) " +
      "SELECT printf('00000000-0000-7000-8000-%012x', i), i, first_intent, intent, confidence, " +
      "route, 'none', 'filled-' || i, request, answer, explanation " +
      "FROM n, (SELECT * FROM cases WHERE request IS NOT NULL LIMIT 1)",
  );
  for (let at = 1; at <= cases; at += FILLED_AT_ONCE) {
    insert.run(at, Math.min(at + FILLED_AT_ONCE - 1, cases));
  }
  database.close();
}

/** Prints a row for each load. */
export function printOpenLoop(rows: readonly (readonly [string, number, OpenLoop])[]): void {
  console.log("### Fixed arrival rate, half of the capacity\n");
  console.log("| | arrivals/s | p50 ms | p90 ms | p99 ms | p99.9 ms | longest ms | errors |");
  console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");
  for (const [name, rate, { errors, ...times }] of rows) {
    const figures = [times.p50_ms, times.p90_ms, times.p99_ms, times.p999_ms, times.max_ms];
    console.log(
      `| ${name} | ${rate.toFixed(0)} | ${
        figures.map((figure) => figure.toFixed(1)).join(" | ")
      } | ${errors} |`,
    );
  }
  console.log();
}

/**
 * Puts load on a server: by wrk where it is installed, else by a small client
 * in a process of its own.
 *
 * @module
 */
import { bodies } from "./http_bench_bodies.ts";

/** What is asked of a server. */
export interface Load {
  readonly connections: number;
  readonly characters: number;
  readonly seconds: number;
}

/** What came of it. */
export interface Measured {
  readonly requests_per_second: number;
  readonly requests: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** Answers other than 2xx and 3xx, and connections lost. */
  readonly errors: number;
}

const LUA = new URL("./http_bench.lua", import.meta.url).pathname;
const CLIENT = new URL("./http_bench_client.ts", import.meta.url).pathname;

/** "wrk" or "own client": figures of the two do not compare. */
export const loadGenerator = await hasWrk() ? "wrk" : "own client";

let runs = 0;

/** Measures one server under one load. */
export async function measure(origin: string, load: Load, folder: string): Promise<Measured> {
  await Deno.mkdir(folder, { recursive: true });
  const file = `${folder}/bodies-${load.characters}`;
  await Deno.writeTextFile(file, bodies(load.characters).join("\n") + "\n");
  const env = { BODIES: file, RUN: `${Date.now()}-${++runs}` };
  const [program, args] = loadGenerator === "wrk"
    ? ["wrk", [
      "--threads=1",
      `--connections=${load.connections}`,
      `--duration=${load.seconds}s`,
      "--timeout=30s",
      `--script=${LUA}`,
      origin,
    ]] as const
    : [Deno.execPath(), [
      "run",
      "--no-prompt",
      "--allow-net",
      `--allow-read=${file}`,
      "--allow-env=BODIES,RUN",
      CLIENT,
      origin,
      String(load.connections),
      String(load.seconds),
    ]] as const;
  const output = await new Deno.Command(program, { args: [...args], env, stderr: "inherit" })
    .output();
  const lines = new TextDecoder().decode(output.stdout).trim().split("\n");
  const summary = JSON.parse(lines.at(-1) ?? "null");
  return {
    requests: summary.requests,
    requests_per_second: summary.requests / summary.duration_us * 1e6,
    p50_ms: summary.p50_us / 1000,
    p99_ms: summary.p99_us / 1000,
    errors: summary.errors,
  };
}

async function hasWrk(): Promise<boolean> {
  try {
    await new Deno.Command("wrk", { args: ["--version"], stdout: "null", stderr: "null" }).output();
    return true;
  } catch {
    return false;
  }
}

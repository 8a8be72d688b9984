/**
 * Starts the real service as its own process on a free port, for tests that
 * need a socket, a signal or a kill.
 *
 * @module
 */
// @ts-types="@std/types/streams/text_line_stream.d.ts"
import { TextLineStream } from "@std/streams/text-line-stream";
import { taskArguments } from "./task_arguments.ts";

/** A running service. */
export interface ServiceProcess {
  /** "http://127.0.0.1:41234". */
  readonly origin: string;
  /** Lines on standard error so far. */
  readonly stderr: readonly string[];
  readonly pid: number;
  kill(signal: Deno.Signal): void;
  readonly status: Promise<Deno.CommandStatus>;
}

/**
 * Starts `serve`; resolves when it listens.
 *
 * @param environment All that it sees of the environment.
 * @param preload A module that is loaded before.
 */
export async function startService(
  environment: Record<string, string>,
  preload: string | null = null,
): Promise<ServiceProcess> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...(preload === null ? [] : [`--preload=${preload}`]),
      ...taskArguments("serve"),
    ],
    clearEnv: true,
    env: { ...runtimeEnvironment(), PORT: "0", ...environment },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const stderr: string[] = [];
  const listening = Promise.withResolvers<string>();
  const lines = child.stderr.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  (async () => {
    for await (const line of lines) {
      stderr.push(line);
      const origin = /listening on (\S+)/.exec(line)?.[1];
      if (origin) listening.resolve(origin);
    }
    listening.reject(new Error(`the service did not start:\n${stderr.join("\n")}`));
  })();
  return {
    origin: await listening.promise,
    stderr,
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    status: child.status,
  };
}

/** What Deno itself needs of the environment to find its cache. */
export function runtimeEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "DENO_DIR"].map((name) => [name, Deno.env.get(name)] as const);
  return Object.fromEntries(
    kept.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

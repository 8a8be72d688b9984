/**
 * `serve`: the HTTP service, as far as it takes to say what is wrong with its
 * arguments and settings, and to start what takes longest to load.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { workersOf } from "../compose/threads.ts";
import { readConfig, SETTINGS } from "../config.ts";
import { startEarly } from "../workers/early_worker.ts";
import { EXIT, UsageError } from "./command.ts";

/** Help of the command, with every setting. */
export const SERVE_HELP = `Answers customer messages over HTTP.

Usage: intake serve
Example: PORT=9000 intake serve

Settings, from the environment:
${
  Object.values(SETTINGS).map((entry) =>
    `  ${entry.env}${entry.default === "" ? "" : ` (${entry.default})`}\n      ${entry.help}`
  ).join("\n")
}`;

/** Serves until SIGTERM, SIGINT or SIGHUP, then lets running requests finish. */
export async function serve(args: readonly string[]): Promise<number> {
  const flags = parseArgs([...args], {
    boolean: ["help"],
    alias: { h: "help" },
    unknown: (argument) => {
      throw new UsageError(`unknown argument ${argument}; settings come from the environment`);
    },
  });
  if (flags.help) {
    console.log(SERVE_HELP);
    return EXIT.done;
  }
  const config = readConfig();
  // Loads beside all that follows: the first answer waits for both.
  if (workersOf(config.workers, () => {}) > 0) startEarly();
  const { serveWith } = await import("./serving.ts");
  return await serveWith(config);
}

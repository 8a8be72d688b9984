/**
 * `serve`: the HTTP service.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { compose, type Service } from "../compose.ts";
import { type Config, readConfig, SETTINGS } from "../config.ts";
import { createApp, type UnexpectedError } from "../http/app.ts";
import { batchRoute } from "../http/batch_route.ts";
import { docsRoutes } from "../http/docs_route.ts";
import { healthRoutes } from "../http/health_route.ts";
import { triageRoute } from "../http/triage_route.ts";
import { EXIT, UsageError } from "./command.ts";
import { VERSION } from "./version.ts";

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

/** Serves until SIGTERM or SIGINT, then lets running requests finish. */
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
  const config = readConfig(Deno.env.get);
  const service = await openService(config);

  let stopping = false;
  const shuttingDown = () => stopping;
  const onUnexpectedError = logUnexpectedError;
  const app = createApp({
    routes: [
      triageRoute(service.triage, config),
      batchRoute({ triage: service.triage, limits: config, shuttingDown, onUnexpectedError }),
      ...healthRoutes(() => service.store.ready()),
      ...docsRoutes(VERSION),
    ],
    newRequestId: () => crypto.randomUUID(),
    shuttingDown,
    onUnexpectedError,
  });
  const server = listen(config, app);
  await stopSignal();
  stopping = true;
  console.error("intake: stopping; running requests finish first");
  await Promise.race([server.shutdown(), elapsed(config.shutdown_ms)]);
  await service.close();
  return EXIT.done;
}

async function openService(config: Config): Promise<Service> {
  try {
    return await compose(config, {
      merge_repeats: true,
      onNotice: (line) => console.error(`intake: ${line}`),
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function listen(config: Config, app: (request: Request) => Promise<Response>) {
  try {
    return Deno.serve({
      hostname: config.host,
      port: config.port,
      onListen: ({ hostname, port }) => {
        const host = hostname.includes(":") ? `[${hostname}]` : hostname;
        console.error(`intake: listening on http://${host}:${port}`);
      },
    }, app);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot listen on ${config.host}:${config.port}: ${reason}`);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => Deno.unrefTimer(setTimeout(resolve, milliseconds)));
}

/** One JSON line. An error's own message may quote the customer, so only its kind and place are kept. */
function logUnexpectedError({ request_id, error }: UnexpectedError): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? error.stack ?? "" : "";
  const place = stack.split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  const time = new Date().toISOString();
  console.error(
    JSON.stringify({ time, level: "error", event: "internal_error", request_id, kind, place }),
  );
}

/**
 * `serve`: the HTTP service.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { composeServer, type ServerService } from "../compose.ts";
import { type Config, environmentNames, isLoopback, readConfig, SETTINGS } from "../config.ts";
import { type Admission, createAdmission } from "../http/door/admission.ts";
import { type App, createApp } from "../http/app.ts";
import { type Auth, createAuth } from "../http/door/auth.ts";
import { type BatchParts, batchRoute } from "../http/api/batch_route.ts";
import { consoleRoutes } from "../http/console/console_route.ts";
import { casesRoutes } from "../http/api/cases_route.ts";
import { docsRoutes } from "../http/openapi/docs_route.ts";
import { healthRoutes } from "../http/api/health_route.ts";
import { FairTurns } from "../triage/fair_turns.ts";
import { Load } from "../http/sockets/load.ts";
import { paced } from "../triage/paced.ts";
import type { RateLimit, SharedQuery } from "../http/door/rate_limit.ts";
import type { Route } from "../http/door/route.ts";
import { RouteTable } from "../http/route_table.ts";
import { type HttpServer, type RequestTracing, startServer } from "../http/server.ts";
import { triageRoute } from "../http/api/triage_route.ts";
import { createLog, type Log } from "../telemetry/log.ts";
import { traceRequests } from "../telemetry/server_span.ts";
import { unknownSettings } from "../unknown_settings.ts";
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

const SETTING_NAMES = Object.values(SETTINGS).map(({ env }) => env);

/** Requests a minute of each key, unless set otherwise. */
const RATE_LIMIT_WITH_KEYS = 600;

/** Time that a connection may lie still beyond what the model may take. */
const SILENCE_MS = 60_000;

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
  const log = createLog(config.log, (line) => console.error(line), () => new Date());
  for (const line of unknownSettings(environmentNames(), SETTING_NAMES)) log.notice(line);
  const service = await openService(config, log);

  let stopping = false;
  let refusing = false;
  const shuttingDown = () => refusing;
  const load = new Load(config.max_requests);
  const auth = openAuth(config);
  const routes = openRoutes(config, service, {
    auth,
    stopping: () => stopping,
    shuttingDown,
    onUnexpectedError: log.error,
    onEnded: log.batch,
  });
  const app = createApp({
    admission: await openDoor(config, auth, load, service.store.shared),
    cors_origins: config.cors_origins,
    routes,
    newRequestId: () => crypto.randomUUID(),
    shuttingDown,
    onUnexpectedError: log.error,
    onAnswered: log.request,
  });
  const tracing = config.telemetry ? traceRoutes(routes) : null;
  const server = await listen(config, app, load, tracing);
  service.observe(() => load.running);
  console.error(`intake: listening on ${server.origin}`);
  await stopSignal();
  stopping = true;
  console.error("intake: stopping; running requests finish first");
  await server.drain({
    delay_ms: config.drain_delay_ms,
    limit_ms: config.shutdown_ms,
    refuse: () => refusing = true,
  });
  await service.close();
  return EXIT.done;
}

/** Every route of the service. */
function openRoutes(
  config: Config,
  service: ServerService,
  edge: Pick<BatchParts, "shuttingDown" | "onUnexpectedError" | "onEnded"> & {
    readonly auth: Auth;
    readonly stopping: () => boolean;
  },
): readonly Route[] {
  const { preview, catalog, store } = service;
  const turns = new FairTurns();
  const triage = paced(service.triage, turns);
  return [
    triageRoute({ triage, limits: config, idempotency: store.idempotency }),
    batchRoute({ triage: service.triage, turns, limits: config, ...edge }),
    ...casesRoutes({ desk: service.desk, limits: config }),
    ...healthRoutes({
      ready: () => store.ready(),
      stopping: edge.stopping,
      pendingErasures: () => store.copies.pending,
    }),
    ...docsRoutes(VERSION),
    ...consoleRoutes({
      ...edge,
      triage,
      preview,
      catalog,
      desk: service.desk,
      statistics: store.statistics,
      standing: () => service.model?.standing?.() ?? null,
      limits: config,
      now: () => new Date(),
    }),
  ];
}

function openAuth(config: Config): Auth {
  return createAuth({
    keys: config.api_keys,
    session_secret: config.session_secret ?? crypto.randomUUID() + crypto.randomUUID(),
    cors_origins: config.cors_origins,
    isLoopback,
    now: () => new Date(),
  });
}

/** Decides who gets in, and how often. */
async function openDoor(
  config: Config,
  auth: Auth,
  load: Load,
  shared: SharedQuery | null,
): Promise<Admission> {
  const keyed = config.api_keys.length > 0;
  const requests_per_minute = config.rate_limit ?? (keyed ? RATE_LIMIT_WITH_KEYS : 0);
  return createAdmission({
    auth,
    rate_limit: await openRateLimit(requests_per_minute, shared),
    overloaded: () => load.exceeded,
    proxies: config.proxies,
  });
}

/** Its library is loaded only where there is a limit: start-up does not wait for it. */
async function openRateLimit(
  requests_per_minute: number,
  shared: SharedQuery | null,
): Promise<RateLimit | null> {
  if (requests_per_minute === 0) return null;
  const { createRateLimit } = await import("../http/door/rate_limit.ts");
  return createRateLimit({ requests_per_minute, shared });
}

async function openService(config: Config, log: Log): Promise<ServerService> {
  try {
    return await composeServer(config, { onNotice: log.notice });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function listen(
  config: Config,
  app: App,
  load: Load,
  tracing: RequestTracing | null,
): Promise<HttpServer> {
  try {
    return await startServer(app, {
      ...config,
      hostname: config.host,
      silence_ms: config.model_deadline_ms + SILENCE_MS,
      load,
      tracing,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot listen on ${config.host}:${config.port}: ${reason}`);
  }
}

function traceRoutes(routes: readonly Route[]): RequestTracing {
  const table = new RouteTable(routes);
  return traceRequests((path) => table.templateOf(path));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}

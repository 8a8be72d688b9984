/**
 * The HTTP service, from its settings to its end.
 *
 * @module
 */
import { resolve } from "node:path";
import { composeServer, type ServerService } from "../compose/compose.ts";
import { openAuth, openDoor, openRoutes, traceRoutes } from "../compose/edge.ts";
import { type Config, environmentNames, SETTING_NAMES } from "../config.ts";
import { type App, createApp } from "../http/app.ts";
import { type HttpServer, type RequestTracing, startServer } from "../http/server.ts";
import { Load } from "../http/sockets/load.ts";
import { createLog, type Log } from "../telemetry/log.ts";
import { unknownSettings } from "../unknown_settings.ts";
import { EXIT, UsageError } from "./command.ts";
import { VERSION } from "./version.ts";

/** Time that a connection may lie still beyond what the model may take. */
const SILENCE_MS = 60_000;

/** Serves with these settings until SIGTERM, SIGINT or SIGHUP, then lets running requests finish. */
export async function serveWith(config: Config): Promise<number> {
  const log = createLog(config.log, (line) => console.error(line), () => new Date());
  for (const line of unknownSettings(environmentNames(), SETTING_NAMES)) log.notice(line);
  refuseTakenPort(config);
  const newStore = await newStoreAt(config.database);
  const service = await openService(config, log);
  if (newStore !== null) console.error(`intake: ${newStore} is a new store, without a case`);

  let stopping = false;
  let refusing = false;
  const shuttingDown = () => refusing;
  const load = new Load(config.max_requests);
  const auth = openAuth(config);
  const routes = openRoutes(config, service, {
    auth,
    version: VERSION,
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

/** Before a store is made or changed: a service that cannot listen leaves nothing behind. */
function refuseTakenPort({ host, port }: Config): void {
  if (port === 0) return;
  try {
    Deno.listen({ hostname: host.replace(/^\[|\]$/g, ""), port }).close();
  } catch (error) {
    throw cannotListen({ host, port }, error);
  }
}

function cannotListen({ host, port }: Pick<Config, "host" | "port">, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`Cannot listen on ${host}:${port}: ${reason}`);
}

/** Where a file is about to be made, so that a mistyped path is seen; `null` where there is one. */
async function newStoreAt(database: string): Promise<string | null> {
  if (database === ":memory:" || /^postgres(ql)?:/.test(database)) return null;
  try {
    await Deno.stat(database);
    return null;
  } catch (error) {
    return error instanceof Deno.errors.NotFound ? resolve(database) : null;
  }
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
    throw cannotListen(config, error);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      Deno.addSignalListener(signal, () => resolve());
    }
  });
}

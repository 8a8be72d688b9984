/**
 * The HTTP half of the composition root: who may come in, which routes there
 * are, and what they are made of.
 *
 * @module
 */
import { type Config, isLoopback } from "../config.ts";
import { type Admission, createAdmission } from "../http/door/admission.ts";
import { type Auth, createAuth } from "../http/door/auth.ts";
import { type BatchParts, batchRoute } from "../http/api/batch_route.ts";
import { casesRoutes } from "../http/api/cases_route.ts";
import { mattersRoutes } from "../http/api/matters_route.ts";
import { healthRoutes } from "../http/api/health_route.ts";
import { triageRoute } from "../http/api/triage_route.ts";
import { consoleRoutes } from "../http/console/console_route.ts";
import type { RateLimit, SharedQuery } from "../http/door/rate_limit.ts";
import type { Route } from "../http/door/route.ts";
import { docsRoutes } from "../http/openapi/docs_route.ts";
import { RouteTable } from "../http/route_table.ts";
import type { RequestTracing } from "../http/server.ts";
import type { Load } from "../http/sockets/load.ts";
import { traceRequests } from "../telemetry/server_span.ts";
import { FairTurns } from "../triage/fair_turns.ts";
import { paced } from "../triage/paced.ts";
import { mcpRoute } from "../mcp/mcp_route.ts";
import type { ServerService } from "./compose.ts";

/** Requests a minute of each key, unless set otherwise. */
const RATE_LIMIT_WITH_KEYS = 600;

/** Every route of the service. */
export function openRoutes(
  config: Config,
  service: ServerService,
  edge: Pick<BatchParts, "shuttingDown" | "onUnexpectedError" | "onEnded"> & {
    readonly auth: Auth;
    /** Of the program, as its document says it. */
    readonly version: string;
    readonly stopping: () => boolean;
  },
): readonly Route[] {
  const { preview, catalog, store } = service;
  const turns = new FairTurns();
  // Who only hands messages to other threads need not rest for them: a timer a message.
  const triage = service.one_thread ? paced(service.triage, turns) : service.triage;
  return [
    triageRoute({ triage, limits: config, idempotency: store.idempotency }),
    batchRoute({ triage: service.triage, turns, limits: config, ...edge }),
    ...casesRoutes({ desk: service.desk, similar: store.similar, limits: config }),
    ...mattersRoutes({
      matters: store.matters,
      similar: store.similar,
      rising: store.rising,
      limits: config,
    }),
    ...healthRoutes({
      ready: () => store.ready(),
      stopping: edge.stopping,
      pendingErasures: () => store.copies.pending,
    }),
    ...docsRoutes(edge.version),
    mcpRoute({
      triage,
      catalog,
      desk: service.desk,
      similar: store.similar,
      statistics: store.statistics,
      matters: store.matters,
      rising: store.rising,
      version: edge.version,
      limits: config,
      now: () => new Date(),
    }),
    ...consoleRoutes({
      ...edge,
      triage,
      preview,
      catalog,
      desk: service.desk,
      similar: store.similar,
      statistics: store.statistics,
      matters: store.matters,
      rising: store.rising,
      standing: () => service.model?.standing?.() ?? null,
      limits: config,
      now: () => new Date(),
    }),
  ];
}

/** Who the caller is, by key or session. */
export function openAuth(config: Config): Auth {
  return createAuth({
    keys: config.api_keys,
    session_secret: config.session_secret ?? crypto.randomUUID() + crypto.randomUUID(),
    cors_origins: config.cors_origins,
    isLoopback,
    now: () => new Date(),
  });
}

/** Decides who gets in, and how often. */
export async function openDoor(
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

/** Spans for requests, named by their route. */
export function traceRoutes(routes: readonly Route[]): RequestTracing {
  const table = new RouteTable(routes);
  return traceRequests((path) => table.templateOf(path));
}

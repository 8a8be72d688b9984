/**
 * The app over a real store in memory, every answer held against the OpenAPI
 * document.
 *
 * @module
 */
import { type App, createApp } from "../../src/http/app.ts";
import { casesRoutes } from "../../src/http/api/cases_route.ts";
import { mattersRoutes } from "../../src/http/api/matters_route.ts";
import { triageRoute } from "../../src/http/api/triage_route.ts";
import type { DatabaseStore, DatabaseStoreOptions } from "../../src/store/database_store.ts";
import type { Scope } from "../../src/keys/scope.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { redraftingDesk } from "../../src/triage/redraft.ts";
import { createTriage, type TriageParts } from "../../src/triage/triage.ts";
import { fakeParts } from "../fakes.ts";
import { sampleCaseId } from "../store/case_samples.ts";
import { described } from "./described.ts";

const LIMITS = { max_body_bytes: 131_072, body_timeout_ms: 1_000 };

/** An app with its store. */
export interface StoredApp {
  readonly app: App;
  readonly store: DatabaseStore;
  /** Sends a request as the caller of this name, who may do everything unless said otherwise. */
  as(name: string, scopes?: readonly Scope[]): App;
}

/** Opens one; close its store. */
export async function openStoredApp(
  parts: Partial<TriageParts> = {},
  options: DatabaseStoreOptions = {},
): Promise<StoredApp> {
  const store = await openSqliteStore({ path: ":memory:", ...options });
  const all = fakeParts({ store, similar: store.similar, newCaseId: sampleCaseId, ...parts });
  const triage = createTriage(all);
  const desk = redraftingDesk(store.desk, { ...all, matters: store.matters });
  const as = (name: string, scopes: readonly Scope[] = ["admin"]) =>
    described(createApp({
      routes: [
        triageRoute({ triage, limits: LIMITS, idempotency: store.idempotency }),
        ...casesRoutes({ desk, similar: store.similar, limits: LIMITS }),
        ...mattersRoutes({
          matters: store.matters,
          similar: parts.similar ?? store.similar,
          rising: store.rising,
          limits: LIMITS,
        }),
      ],
      admission: () =>
        Promise.resolve({
          caller: { name, scopes },
          countMessage: () => Promise.resolve(),
        }),
      newRequestId: () => "fresh-request-id",
      shuttingDown: () => false,
      onUnexpectedError: ({ error }) => {
        throw error;
      },
    }));
  return { app: as("anonymous"), store, as };
}

/** A request with a JSON body. */
export function sending(path: string, body: unknown, headers: HeadersInit = {}): Request {
  return new Request(`http://127.0.0.1:8000${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

/** A request without a body. */
export function asking(path: string, init: RequestInit = {}): Request {
  return new Request(`http://127.0.0.1:8000${path}`, init);
}

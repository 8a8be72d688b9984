/**
 * An app with the console over a database in memory, for tests without a browser.
 *
 * @module
 */
import { createAdmission } from "../../src/http/door/admission.ts";
import { issueApiKey, parseApiKeys } from "../../src/keys/api_key.ts";
import { type App, createApp } from "../../src/http/app.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import { consoleRoutes } from "../../src/http/console/console_route.ts";
import type { Scope } from "../../src/keys/scope.ts";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openDryRunStore } from "../../src/store/dry_run_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import type { ModelStanding } from "../../src/triage/domain/ports.ts";
import { redraftingDesk } from "../../src/triage/redraft.ts";
import { createTriage, type TriageParts } from "../../src/triage/triage.ts";
import { fakeParts } from "../fakes.ts";
import { described } from "./described.ts";

/** Where the app is asked. */
export const ORIGIN = "http://127.0.0.1:8000";

/** An app and what is behind it. */
export interface ConsoleApp {
  readonly app: App;
  readonly store: DatabaseStore;
  /** Secrets by name; none where the service has no keys. */
  readonly keys: Readonly<Record<string, string>>;
  get(path: string, headers?: HeadersInit): Promise<Response>;
  /** Sends a form as a page of the service itself does. */
  post(path: string, fields: Record<string, string>, headers?: HeadersInit): Promise<Response>;
  /** Signs in; the `Cookie` header of the session. */
  signIn(name: string): Promise<{ cookie: string }>;
}

/** What the app is to be like. */
export interface ConsoleAppOptions {
  readonly keys?: Readonly<Record<string, readonly Scope[]>>;
  readonly parts?: Partial<TriageParts>;
  readonly now?: () => Date;
  readonly standing?: ModelStanding;
  readonly onUnexpectedError?: (report: { error: unknown }) => void;
}

/** Runs a test with an app of its own. */
export async function withConsole(
  options: ConsoleAppOptions,
  test: (console: ConsoleApp) => Promise<void>,
): Promise<void> {
  const now = options.now ?? (() => new Date());
  const store = await openSqliteStore({ path: ":memory:", now });
  try {
    await test(consoleApp(store, now, options));
  } finally {
    await store.close();
  }
}

function consoleApp(
  store: DatabaseStore,
  now: () => Date,
  options: ConsoleAppOptions,
): ConsoleApp {
  const issued = Object.entries(options.keys ?? {})
    .map(([name, scopes]) => [name, issueApiKey(name, scopes)] as const);
  const auth = createAuth({
    keys: parseApiKeys(issued.map(([, { entry }]) => entry).join(",")) ?? [],
    session_secret: "s".repeat(32),
    cors_origins: [],
    isLoopback: (host) => host === "127.0.0.1",
    now,
  });
  let cases = 0;
  const newCaseId = () => `0199b000-0000-7000-8000-${(++cases).toString(16).padStart(12, "0")}`;
  const parts = { ...fakeParts({ store, newCaseId }), ...options.parts };
  const onUnexpectedError = options.onUnexpectedError ?? (({ error }) => {
    throw error;
  });
  const app = described(createApp({
    admission: createAdmission({ auth, rate_limit: null, overloaded: () => false, proxies: 0 }),
    routes: consoleRoutes({
      standing: () => options.standing ?? null,
      auth,
      triage: createTriage(parts),
      preview: createTriage({ ...parts, store: openDryRunStore() }),
      catalog: parts.catalog,
      desk: redraftingDesk(store.desk, parts),
      similar: store.similar,
      statistics: store.statistics,
      matters: store.matters,
      rising: store.rising,
      limits: { max_body_bytes: 65_536, body_timeout_ms: 1_000 },
      now,
      onUnexpectedError,
    }),
    newRequestId: () => "fresh-request-id",
    shuttingDown: () => false,
    onUnexpectedError,
  }));
  const keys = Object.fromEntries(issued.map(([name, { secret }]) => [name, secret]));
  function post(path: string, fields: Record<string, string>, headers: HeadersInit = {}) {
    return app(
      new Request(ORIGIN + path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "sec-fetch-site": "same-origin", ...headers },
      }),
    );
  }
  return {
    app,
    store,
    keys,
    get: (path, headers = {}) => app(new Request(ORIGIN + path, { headers })),
    post,
    async signIn(name) {
      const response = await post("/console/sign-in", { key: keys[name] ?? "", next: "/" });
      return { cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
    },
  };
}

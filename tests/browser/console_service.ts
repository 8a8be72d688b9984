/**
 * A service with the real path and store, filled with cases, on a free port:
 * what the browser tests look at.
 *
 * @module
 */
// @ts-types="@std/types/uuid/v7.d.ts"
import { generate as newUuidV7 } from "@std/uuid/v7";
import { openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { createAdmission } from "../../src/http/door/admission.ts";
import { type ApiKey, issueApiKey, parseApiKeys } from "../../src/keys/api_key.ts";
import { createApp } from "../../src/http/app.ts";
import { createAuth } from "../../src/http/door/auth.ts";
import { consoleRoutes } from "../../src/http/console/console_route.ts";
import { docsRoutes } from "../../src/http/openapi/docs_route.ts";
import { Load } from "../../src/http/sockets/load.ts";
import { startServer } from "../../src/http/server.ts";
import { triageRoute } from "../../src/http/api/triage_route.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { openDryRunStore } from "../../src/store/dry_run_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { INTENTS, normalize } from "../../src/triage/domain/intent.ts";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { LanguageModel } from "../../src/triage/domain/ports.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import { redraftingDesk } from "../../src/triage/redraft.ts";
import { createTriage, type TriageParts } from "../../src/triage/triage.ts";

/** A service that runs. */
export interface ConsoleService {
  readonly origin: string;
  /** The secret to sign in with; `null` where the service has no keys. */
  readonly key: string | null;
  close(): Promise<void>;
}

/** What the service is to be like. */
export interface ConsoleServiceOptions {
  /** Fixture cases to begin with, over the last 30 days. @default 0 */
  readonly cases?: number;
  /** Of those, how many a person has looked at. @default 0 */
  readonly checked?: number;
  /** Whether people must sign in. @default false */
  readonly keys?: boolean;
}

interface Fixture {
  readonly text: string;
  readonly product: string;
  readonly label: Intent;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PERIOD_DAYS = 30;

/** Starts a service. */
export async function startConsole(options: ConsoleServiceOptions = {}): Promise<ConsoleService> {
  const { cases = 0, checked = 0, keys = false } = options;
  const issued = keys ? issueApiKey("anna", ["admin"]) : null;
  const apiKeys: readonly ApiKey[] = issued === null ? [] : parseApiKeys(issued.entry) ?? [];
  const catalog = await openCatalog({ path: null, onNotice: () => {} });
  const store = await openSqliteStore({ path: ":memory:" });
  const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
  const settings = {
    mode: "auto",
    escalate_below: 0.7,
    review_below_margin: 0.25,
    duplicate_window_s: 0,
  } as const;
  const parts: TriageParts = {
    assessor: localAssessor({
      read: readMessage,
      scorer: createLocalScorer(),
      drafter: createLocalDrafter(),
      catalog: catalog.current,
      clock,
      options: settings,
    }),
    model: null,
    store,
    catalog: catalog.current,
    clock,
    newCaseId: () => newUuidV7(),
    options: settings,
  };
  await fill(parts, store, cases, checked);
  if (cases > 2) await putTogether(store);
  const auth = createAuth({
    keys: apiKeys,
    session_secret: crypto.randomUUID(),
    cors_origins: [],
    isLoopback: (host) => host === "127.0.0.1",
    now: () => new Date(),
  });
  const limits = { max_body_bytes: 131_072, body_timeout_ms: 10_000 };
  const triage = createTriage(parts);
  const load = new Load(512);
  const onUnexpectedError = ({ error }: { error: unknown }) => {
    throw error;
  };
  const app = createApp({
    admission: createAdmission({ auth, rate_limit: null, overloaded: () => false, proxies: 0 }),
    routes: [
      triageRoute({ triage, limits, idempotency: store.idempotency }),
      ...docsRoutes("1.2.3"),
      ...consoleRoutes({
        auth,
        triage,
        preview: createTriage({ ...parts, store: openDryRunStore() }),
        catalog: catalog.current,
        desk: redraftingDesk(store.desk, parts),
        similar: store.similar,
        statistics: store.statistics,
        matters: store.matters,
        rising: store.rising,
        limits,
        now: () => new Date(),
        onUnexpectedError,
      }),
    ],
    newRequestId: () => crypto.randomUUID(),
    shuttingDown: () => false,
    onUnexpectedError,
  });
  const server = await startServer(app, {
    hostname: "127.0.0.1",
    port: 0,
    header_timeout_ms: 5_000,
    keep_alive_ms: 5_000,
    max_connections: 100,
    silence_ms: 60_000,
    load,
  });
  return {
    origin: server.origin,
    key: issued?.secret ?? null,
    async close() {
      await server.drain({ limit_ms: 1_000 });
      catalog.close();
      await store.close();
    },
  };
}

/** Makes a matter of the last cases, which rises. */
async function putTogether(store: Awaited<ReturnType<typeof openSqliteStore>>): Promise<void> {
  const all = { type: null, review: null, customer_id: null, since: null };
  const { items } = await store.desk.list(all, { order: "newest", limit: 3, cursor: null });
  const { matter_id } = await store.matters.begin(items.map(({ case_id }) => case_id), "anna");
  const onset = Date.now() - DAY_MS / 24;
  const rise = { onset, reports: 6, expected: 0.2, probability: 1e-8 };
  await store.rising.note([{ kind: "matter", name: matter_id, ...rise }], []);
}

/** Stores fixture cases, and lets a person say of some what they really are. */
async function fill(
  parts: TriageParts,
  store: Awaited<ReturnType<typeof openSqliteStore>>,
  cases: number,
  checked: number,
): Promise<void> {
  const fixtures: Fixture[] = Deno.readTextFileSync("fixtures/messages.jsonl").trim().split("\n")
    .map((line) => JSON.parse(line));
  // The first of the whole days that the quality page shows, at any time of the day.
  const now = Date.now();
  const start = Math.floor(now / DAY_MS) * DAY_MS - (PERIOD_DAYS - 1) * DAY_MS;
  for (let index = 0; index < cases; index++) {
    const fixture = fixtures[index % fixtures.length];
    if (fixture === undefined) return;
    // The days differ, as days do, and one in four cases has asked the model.
    const even = start + (index + 0.5) / cases * (now - start);
    const at = new Date(Math.max(start, even + wave(index) * DAY_MS));
    const triage = createTriage({
      ...parts,
      clock: { ...parts.clock, now: () => at },
      newCaseId: () => newUuidV7(at.getTime()),
      model: index % 4 === 0 ? modelOf(fixture.label, index) : null,
    });
    const { case_id } = await triage({
      customer_id: `cust_${100 + index % 37}`,
      message: fixture.text,
      product: fixture.product,
    }, new AbortController().signal);
    if (case_id !== null && index < checked) {
      await store.desk.correct(case_id, { message_type: fixture.label }, "anna");
    }
  }
}

function wave(index: number): number {
  return Math.min(0, Math.sin(index / 11));
}

/** A model that mostly knows, sometimes fails, and costs a little. */
function modelOf(label: Intent, index: number): LanguageModel {
  const usage = { attempts: 1, input_tokens: 800, output_tokens: 220, cost_usd: 0.0006 };
  const scores = normalize({
    bug_report: 0.1,
    feature_request: 0.1,
    general_inquiry: 0.1,
    [label]: 0.8,
  });
  return {
    name: "synthetic",
    prompt_version: "1",
    consult: (request) =>
      Promise.resolve(
        index % 20 === 0 ? { kind: "unavailable", code: "model_timeout", detail: "late", usage } : {
          kind: "opinion",
          scores: request.intents.length === INTENTS.length ? scores : null,
          reply: {
            intent: "general_inquiry",
            inquiry: {
              inquiry_category: "Other",
              requires_human_review: false,
              suggested_resources: [],
            },
            letter: "Thank you for writing. We have read your message and will answer it soon.",
          },
          usage,
        },
      ),
  };
}

/**
 * Composition root: turns settings into the real scorer, drafter, model and
 * store. The one place that knows concrete classes. What the settings may leave
 * out is loaded when they do not: start-up waits for nothing else.
 *
 * @module
 */
// @ts-types="@std/types/uuid/v7.d.ts"
import { generate as newUuidV7 } from "@std/uuid/v7";
import type { Config } from "./config.ts";
import { openCatalog } from "./drafting/catalog_file.ts";
import { createLocalDrafter } from "./drafting/local_drafter.ts";
import { OPENAI_BASE_URL } from "./llm/model_options.ts";
import { openModel } from "./model_setup.ts";
import { createLocalScorer } from "./scorer/local_scorer.ts";
import { type Background, startBackground } from "./outbox/background.ts";
import type { Send } from "./outbox/webhook.ts";
import { driftSource } from "./telemetry/drift.ts";
import { createTelemetry, NO_TELEMETRY, type Telemetry } from "./telemetry/telemetry.ts";
import type { DatabaseStore } from "./store/database_store.ts";
import { openDryRunStore } from "./store/dry_run_store.ts";
import { openSqliteStore } from "./store/sqlite_store.ts";
import type { CaseDesk } from "./triage/desk.ts";
import type { CaseStore, CatalogSource, Clock, LanguageModel } from "./triage/ports.ts";
import { redraftingDesk, type RedraftParts } from "./triage/redraft.ts";
import { createTriage, type Triage, type TriageParts } from "./triage/triage.ts";

/** The parts that the commands work with. */
export interface Service {
  readonly triage: Triage;
  /** The same path, storing nothing: for trying messages out. */
  readonly preview: Triage;
  readonly catalog: CatalogSource;
  readonly store: CaseStore;
  /** `null` where every answer is local. */
  readonly model: LanguageModel | null;
  close(): Promise<void>;
}

/** The parts that the server works with. */
export interface ServerService extends Service {
  readonly store: DatabaseStore;
  /** The store's desk, at which a correction drafts the answer anew. */
  readonly desk: CaseDesk;
  readonly background: Background;
  /** Begins to tell how many requests are under way, and all that can be asked of the parts. */
  observe(running: () => number): void;
}

/** What a command may choose beside the settings. */
export interface ComposeOptions {
  /** Stores nothing: ids are BUG-0 and FR-0. */
  readonly dry_run?: boolean;
  /** Calls no model. */
  readonly local?: boolean;
  /** Told what the operator should know: one line each. */
  readonly onNotice: (line: string) => void;
}

const CLOCK: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/**
 * Builds the path for a command. Messages are told apart by their place in the
 * input: none is a repeat.
 *
 * @throws {Error} When the database or the catalogue cannot be used; the message says where and why.
 */
export async function compose(config: Config, options: ComposeOptions): Promise<Service> {
  const store = options.dry_run ? openDryRunStore() : await openStore(config);
  return await build({ ...config, duplicate_window_s: 0 }, store, options);
}

/**
 * Builds the path for the server, with what runs beside the requests.
 *
 * @throws {Error} When the database or the catalogue cannot be used; the message says where and why.
 */
export async function composeServer(
  config: Config,
  options: Pick<ComposeOptions, "onNotice">,
): Promise<ServerService> {
  const telemetry = createTelemetry({
    enabled: config.telemetry,
    model: config.openai_model,
    model_host: new URL(config.openai_base_url ?? OPENAI_BASE_URL).hostname,
  });
  const store = await openStore(config, telemetry.onCommit);
  const { rehearse, drafting, ...service } = await build(config, store, options, telemetry);
  await rehearse(REHEARSAL);
  const stopRehearsing = rehearseLater(rehearse);
  if (!await store.ready()) options.onNotice("The store does not take writes yet.");
  const background = startBackground({
    outbox: store.outbox,
    send: await openWebhook(config),
    sweep: store.sweep,
    clear: () => store.copies.clear(),
    onNotice: options.onNotice,
  });
  return {
    ...service,
    store,
    desk: redraftingDesk(store.desk, drafting),
    background,
    observe: (running) =>
      telemetry.observe({
        running,
        weight: () => service.model?.standing?.().weight ?? null,
        queued: () => store.queued(),
        erasures: () => store.copies.pending,
        outbox: () => store.outbox.backlog(),
        drift: driftSource(store.statistics, CLOCK.now),
        now: CLOCK.now,
      }),
    async close() {
      stopRehearsing();
      await background.stop(DRAIN_MS);
      await service.close();
    },
  };
}

async function openWebhook(config: Config): Promise<Send | null> {
  const { webhook_url: url, webhook_secret: secret } = config;
  if (url === null || secret === null) return null;
  const { createWebhook } = await import("./outbox/webhook.ts");
  return createWebhook({ url, secret });
}

/** Time to deliver what is due at the end; the rest is delivered after the next start. */
const DRAIN_MS = 5_000;

/** A claimed idempotency key is held for as long as the model may take, and this. */
const CLAIM_SLACK_MS = 5_000;

/**
 * Opens the store that the settings name.
 *
 * @throws {Error} When it cannot be used, also not by waiting; the message says why.
 */
export async function openStore(
  config: Config,
  onCommit: (cases: number, duration_ms: number) => void = () => {},
): Promise<DatabaseStore> {
  const options = {
    onCommit,
    events: config.webhook_url !== null,
    retention_days: config.retention_days,
    claim_ms: config.model_deadline_ms + CLAIM_SLACK_MS,
    now: CLOCK.now,
  };
  if (!/^postgres(ql)?:/.test(config.database)) {
    return await openSqliteStore({ path: config.database, ...options });
  }
  const { openPostgresStore } = await import("./store/postgres_store.ts");
  return await openPostgresStore({ url: config.database, ...options });
}

async function build(
  config: Config,
  store: CaseStore,
  options: ComposeOptions,
  telemetry: Telemetry = NO_TELEMETRY,
): Promise<Service & { rehearse: Rehearse; drafting: RedraftParts }> {
  const catalog = await openCatalog({ path: config.catalog, onNotice: options.onNotice });
  const opened = options.local ? null : await openModel(config, store, {
    clock: CLOCK,
    onNotice: options.onNotice,
    onModelEvent: telemetry.onModelEvent,
  });
  const model = opened?.model ?? null;
  const bare: TriageParts = {
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
    model,
    store,
    catalog: catalog.current,
    clock: CLOCK,
    newCaseId: () => newUuidV7(),
    options: {
      mode: config.llm,
      escalate_below: config.escalate_below,
      review_below_margin: config.review_below_margin,
      duplicate_window_s: config.duplicate_window_s,
    },
  };
  const parts = telemetry.watchParts(bare);
  return {
    rehearse: (messages) => rehearse(bare, messages),
    drafting: bare,
    triage: telemetry.watchTriage(createTriage(parts)),
    preview: createTriage({ ...parts, store: openDryRunStore() }),
    catalog: parts.catalog,
    store,
    model,
    async close() {
      opened?.close();
      catalog.close();
      await store.close();
    },
  };
}

/** One message of each kind: the first customer does not wait for what runs for the first time. */
const REHEARSAL = [
  "The export fails with error 500 when I open the report and click save.",
  "It would be great if the calendar could show weeks, so that I can plan ahead.",
  "How can I change the address on my invoice?",
];

/** The same with marks that are no Latin-1: for such texts patterns are compiled once more. */
const WIDE_REHEARSAL = REHEARSAL.map((message) => `“${message}” – …`);

/** Between two messages of the rehearsal that goes on while the server listens. */
const REHEARSAL_PAUSE_MS = 200;

type Rehearse = (messages: readonly string[]) => Promise<void>;

/**
 * Rehearses the rest while the server listens, so that no text whatever meets
 * patterns that were never run: patterns that run for the second time are
 * compiled to machine code, which takes its time too.
 */
function rehearseLater(rehearse: Rehearse): () => void {
  const messages = [...REHEARSAL, ...WIDE_REHEARSAL, ...WIDE_REHEARSAL];
  const timer = setInterval(() => {
    const message = messages.shift();
    if (message === undefined) clearInterval(timer);
    else void rehearse([message]);
  }, REHEARSAL_PAUSE_MS);
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}

/** Answers messages locally, storing nothing. */
async function rehearse(bare: TriageParts, messages: readonly string[]): Promise<void> {
  const triage = createTriage({ ...bare, model: null, store: openDryRunStore() });
  const { signal } = new AbortController();
  for (const message of messages) {
    await triage({ customer_id: "rehearsal", message, product: "rehearsal" }, signal);
  }
}

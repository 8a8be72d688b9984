/**
 * Composition root: turns settings into the real scorer, drafter, model and
 * store. The one place that knows concrete classes. What the settings may leave
 * out is loaded when they do not: start-up waits for nothing else.
 *
 * @module
 */
// @ts-types="@std/types/uuid/v7.d.ts"
import { generate as newUuidV7 } from "@std/uuid/v7";
import {
  type OpenAssessor,
  openAssessor,
  type OpenReader,
  openReader,
  openSqlite,
  workersOf,
} from "./threads.ts";
import type { Config } from "../config.ts";
import { catchAllComponents } from "../triage/domain/catalog.ts";
import { type CatalogFile, openCatalog } from "../drafting/catalog/catalog_file.ts";
import { OPENAI_BASE_URL } from "../llm/model_options.ts";
import { openModel } from "./model.ts";
import { type Background, startBackground } from "../outbox/background.ts";
import type { Send } from "../outbox/webhook.ts";
import { driftSource } from "../telemetry/drift.ts";
import { createTelemetry, NO_TELEMETRY, type Telemetry } from "../telemetry/telemetry.ts";
import type { DatabaseStore } from "../store/database_store.ts";
import { openDryRunStore } from "../store/dry_run_store.ts";
import type { CaseDesk } from "../triage/domain/desk.ts";
import type { CaseStore, CatalogSource, Clock, LanguageModel } from "../triage/domain/ports.ts";
import type { SimilarCases } from "../triage/domain/similar.ts";
import { knownMatters, type TellKnown } from "../triage/known_matter.ts";
import { buildMatters } from "../matters/building.ts";
import { watchRising } from "../matters/rising_watch.ts";
import { readOlderCases } from "../triage/read_older_cases.ts";
import { redraftingDesk, type RedraftParts } from "../triage/redraft.ts";
import { createTriage, type Triage, type TriageParts } from "../triage/triage.ts";

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
  /** Whether messages are worked on by the thread that speaks HTTP. */
  readonly one_thread: boolean;
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

/** Messages that wait for the encoder: who is served would rather have the words' answer at once. */
const READER_QUEUE_JOBS = { command: 4_096, server: 16 } as const;

const CLOCK: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/**
 * Builds the path for a command. Messages are told apart by their place in the
 * input: none is a repeat.
 *
 * @throws {Error} When the database or the catalogue cannot be used; the message says where and why.
 */
export async function compose(config: Config, options: ComposeOptions): Promise<Service> {
  const { work, store } = await openParts(
    config,
    { ...options, reader_queue_jobs: READER_QUEUE_JOBS.command },
    (workers) =>
      options.dry_run ? Promise.resolve(openDryRunStore()) : openStore(config, undefined, workers),
  );
  return await build({ ...config, duplicate_window_s: 0 }, work, store, options);
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
  const { work, store } = await openParts(
    config,
    { ...options, reader_queue_jobs: READER_QUEUE_JOBS.server },
    (workers) =>
      openStore(
        config,
        telemetry.onCommit,
        workers,
        (away) =>
          options.onNotice(away === null ? "The store is back." : `The store is away: ${away}.`),
      ),
  );
  const { drafting, ...service } = await build(config, work, store, options, {
    telemetry,
    similar: store.similar,
    tellKnown: knownMatters(config),
  });
  if (!await store.ready()) options.onNotice("The store does not take writes yet.");
  let compared = false;
  const building = buildMatters({
    building: store.building,
    matters: store.matters,
    similar: store.similar,
    compared: () => compared,
    probability: config.matter_probability,
    now: CLOCK.now,
  });
  const background = startBackground({
    outbox: store.outbox,
    send: await openWebhook(config),
    sweep: store.sweep,
    clear: () => store.copies.clear(),
    readOlder: readOlderCases(store.gists, work.assessor, () => compared = true),
    buildMatters: building.round,
    watchRising: watchRising({
      rising: store.rising,
      ready: building.caughtUp,
      catchAll: () => catchAllComponents(service.catalog()),
      now: CLOCK.now,
    }),
    onNotice: options.onNotice,
  });
  return {
    ...service,
    store,
    desk: redraftingDesk(store.desk, { ...drafting, matters: store.matters }),
    one_thread: work.one_thread,
    background,
    observe: (running) =>
      telemetry.observe({
        running,
        weight: () => service.model?.standing?.().weight ?? null,
        queued: () => store.queued(),
        erasures: () => store.copies.pending,
        outbox: () => store.outbox.backlog(),
        rising: () => store.rising.rising(),
        drift: driftSource(store.statistics, CLOCK.now),
        now: CLOCK.now,
      }),
    async close() {
      await background.stop(DRAIN_MS);
      await service.close();
    },
  };
}

async function openWebhook(config: Config): Promise<Send | null> {
  const { webhook_url: url, webhook_secret: secret } = config;
  if (url === null || secret === null) return null;
  const { createWebhook } = await import("../outbox/webhook.ts");
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
  workers = 0,
  onState: (away: string | null) => void = () => {},
): Promise<DatabaseStore> {
  const options = {
    onCommit,
    onState,
    events: config.webhook_url !== null,
    retention_days: config.retention_days,
    claim_ms: config.model_deadline_ms + CLAIM_SLACK_MS,
    now: CLOCK.now,
  };
  if (!/^postgres(ql)?:/.test(config.database)) {
    return await openSqlite({ path: config.database, ...options }, workers);
  }
  const { openPostgresStore } = await import("../store/postgres_store.ts");
  return await openPostgresStore({ url: config.database, ...options });
}

/** How it is opened. */
interface WorkOptions extends Pick<ComposeOptions, "onNotice"> {
  readonly reader_queue_jobs: number;
}

/** What a message is worked on with. */
interface Work {
  readonly catalog: CatalogFile;
  readonly assessor: OpenAssessor;
  /** `null` where it is off. */
  readonly reader: OpenReader | null;
  /** Whether the assessor works on this thread. */
  readonly one_thread: boolean;
}

/** Opens what works and what stores at the same time. What is open is closed when the other fails. */
async function openParts<Store extends CaseStore>(
  config: Config,
  options: WorkOptions,
  openStore: (workers: number) => Promise<Store>,
): Promise<{ readonly work: Work; readonly store: Store }> {
  const workers = workersOf(config.workers, options.onNotice);
  const [work, store] = await Promise.allSettled([
    openWork(config, workers, options),
    openStore(workers),
  ]);
  if (work.status === "fulfilled" && store.status === "fulfilled") {
    return { work: work.value, store: store.value };
  }
  if (work.status === "fulfilled") closeWork(work.value);
  if (store.status === "fulfilled") await store.value.close();
  throw work.status === "rejected" ? work.reason : store.status === "rejected" && store.reason;
}

async function openWork(
  config: Config,
  workers: number,
  { onNotice, reader_queue_jobs }: WorkOptions,
): Promise<Work> {
  const catalog = await openCatalog({ path: config.catalog, onNotice });
  try {
    const { current } = catalog;
    const assessor = await openAssessor({
      workers,
      onNotice,
      catalog: current,
      clock: CLOCK,
      options: config,
    });
    const reader = await openReader(config.encoder, reader_queue_jobs, onNotice);
    return { catalog, assessor, reader, one_thread: workers === 0 };
  } catch (error) {
    catalog.close();
    throw error;
  }
}

function closeWork({ catalog, assessor, reader }: Work): void {
  assessor.close();
  reader?.close();
  catalog.close();
}

/** What only the server has. */
interface BuildOptions {
  readonly telemetry?: Telemetry;
  /** Finds cases like a new one. */
  readonly similar?: SimilarCases | null;
  /** Tells whether a new one is of what is known already. */
  readonly tellKnown?: TellKnown;
}

async function build(
  config: Config,
  work: Work,
  store: CaseStore,
  options: ComposeOptions,
  { telemetry = NO_TELEMETRY, similar = null, tellKnown }: BuildOptions = {},
): Promise<Service & { drafting: RedraftParts }> {
  const opened = options.local ? null : await openModel(config, store, {
    clock: CLOCK,
    onNotice: options.onNotice,
    onModelEvent: telemetry.onModelEvent,
  });
  const model = opened?.model ?? null;
  const bare: TriageParts = {
    assessor: work.assessor,
    reader: work.reader,
    weigher: work.reader,
    model,
    store,
    similar,
    ...(tellKnown && { tellKnown }),
    catalog: work.catalog.current,
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
    drafting: bare,
    triage: telemetry.watchTriage(createTriage(parts)),
    preview: createTriage({ ...parts, store: openDryRunStore() }),
    catalog: parts.catalog,
    store,
    model,
    async close() {
      opened?.close();
      await store.close();
      closeWork(work);
    },
  };
}

/**
 * Composition root: turns settings into the real scorer, drafter, model and
 * store. The one place that knows concrete classes.
 *
 * @module
 */
// @ts-types="@std/types/uuid/v7.d.ts"
import { generate as newUuidV7 } from "@std/uuid/v7";
import type { Config } from "./config.ts";
import { openCatalog } from "./drafting/catalog_file.ts";
import { createLocalDrafter } from "./drafting/local_drafter.ts";
import { createOpenAiModel } from "./llm/openai_model.ts";
import { createLocalScorer } from "./scorer/local_scorer.ts";
import { openDryRunStore } from "./store/dry_run_store.ts";
import { openSqliteStore } from "./store/sqlite_store.ts";
import type { CaseStore, Clock, LanguageModel } from "./triage/ports.ts";
import { createTriage, type Triage } from "./triage/triage.ts";

/** The parts that the commands work with. */
export interface Service {
  readonly triage: Triage;
  readonly store: CaseStore;
  /** `null` where every answer is local. */
  readonly model: LanguageModel | null;
  close(): Promise<void>;
}

/** What a command may choose beside the settings. */
export interface ComposeOptions {
  /** Stores nothing: ids are BUG-0 and FR-0. */
  readonly dry_run?: boolean;
  /** Calls no model. */
  readonly local?: boolean;
  /** Gives a message that a customer sends again the same case. */
  readonly merge_repeats?: boolean;
  /** Told what the operator should know: one line each. */
  readonly onNotice: (line: string) => void;
}

const CLOCK: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/**
 * Builds the service.
 *
 * @throws {Failure} `store_unavailable` when the database cannot be opened.
 * @throws {Error} When the catalogue cannot be used; the message says where and why.
 */
export async function compose(config: Config, options: ComposeOptions): Promise<Service> {
  const catalog = await openCatalog({ path: config.catalog, onNotice: options.onNotice });
  const store = options.dry_run
    ? openDryRunStore()
    : await openSqliteStore({ path: config.database });
  const model = options.local ? null : openModel(config, options.onNotice);
  const triage = createTriage({
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
      // Lines of a file are told apart by their place in it.
      duplicate_window_s: options.merge_repeats ? config.duplicate_window_s : 0,
    },
  });
  return {
    triage,
    store,
    model,
    async close() {
      catalog.close();
      await store.close();
    },
  };
}

function openModel(config: Config, onNotice: (line: string) => void): LanguageModel | null {
  if (config.llm === "off") return null;
  if (config.openai_api_key === null) {
    onNotice("No OPENAI_API_KEY: every answer is local.");
    return null;
  }
  return createOpenAiModel({
    api_key: config.openai_api_key,
    base_url: config.openai_base_url,
    model: config.openai_model,
    deadline_ms: config.model_deadline_ms,
  });
}

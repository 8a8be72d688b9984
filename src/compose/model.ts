/**
 * Sets the model up from the settings: the adapter, what watches it, and what
 * the operator is told of it at the start.
 *
 * @module
 */
import type { Config } from "../config.ts";
import { createModelNotices } from "../llm/model_notices.ts";
import { modelOptions, type OpenAiModelOptions } from "../llm/model_options.ts";
import { priceOf } from "../llm/prices.ts";
import type { TokenPrice } from "../llm/token_price.ts";
import type { DatabaseStore } from "../store/database_store.ts";
import type { CaseStore, Clock, LanguageModel } from "../triage/domain/ports.ts";

/** Who is told what. */
export interface ModelSetup {
  readonly clock: Clock;
  readonly onNotice: (line: string) => void;
  /** Hears all that happens inside, for metrics. */
  readonly onModelEvent: NonNullable<OpenAiModelOptions["onEvent"]>;
}

/** A model and its end. */
export interface OpenedModel {
  readonly model: LanguageModel;
  close(): void;
}

/** Opens the model that the settings name; `null` where every answer is local. */
export async function openModel(
  config: Config,
  store: CaseStore | DatabaseStore,
  { clock, onNotice, onModelEvent }: ModelSetup,
): Promise<OpenedModel | null> {
  if (config.llm === "off") return null;
  const { openai_api_key: api_key, openai_model: model } = config;
  if (api_key === null) {
    onNotice("No OPENAI_API_KEY: every answer is local.");
    return null;
  }
  const price = priceIn(config);
  if (price === null) onNotice(withoutPrice(config));
  const notices = createModelNotices(clock, onNotice);
  const options: OpenAiModelOptions = {
    api_key,
    model,
    base_url: config.openai_base_url,
    deadline_ms: config.model_deadline_ms,
    max_output_tokens: config.model_output_tokens,
    budget_usd_per_day: config.model_budget_usd_per_day,
    spent_today_usd: await spentToday(config, store, clock, onNotice),
    readSpentToday: "shared" in store && store.shared !== null
      ? () => costOfToday(store, clock)
      : null,
    price,
    concurrent_calls: config.model_concurrency,
    queue_length: config.model_queue,
    onEvent(event) {
      onModelEvent(event);
      notices(event);
    },
    clock,
  };
  const [createModel, { proving }, end] = await Promise.all([
    adapterOf(config),
    import("../llm/proven_model.ts"),
    import("../llm/model_end.ts"),
  ]);
  const proven = proving(createModel(options), {
    deadline_ms: modelOptions(options).deadline_ms,
    clock,
    onChange: options.onEvent ?? (() => {}),
  });
  const closed = new AbortController();
  // Nobody waits for it: the server may take its time to say when the model ends, or be away.
  end.modelEnd({ ...options, base_url: config.openai_base_url }, closed.signal).then((ends) => {
    const line = end.endNotice(model, ends, clock.now());
    if (line !== null) onNotice(line);
  });
  return { model: proven, close: () => closed.abort() };
}

async function adapterOf(
  { model_api }: Config,
): Promise<(options: OpenAiModelOptions) => LanguageModel> {
  return model_api === "decisions"
    ? (await import("../llm/decisions_model.ts")).createDecisionsModel
    : (await import("../llm/openai_model.ts")).createOpenAiModel;
}

function withoutPrice({ openai_model, model_budget_usd_per_day: budget }: Config): string {
  return `The price of ${openai_model} is not known: what its calls cost is not counted` +
    (budget === null ? "" : ", and INTAKE_MODEL_BUDGET_USD_PER_DAY cannot be kept") +
    ". Set INTAKE_MODEL_PRICE_INPUT_USD and INTAKE_MODEL_PRICE_OUTPUT_USD to count it.";
}

/** What the cases of this day (UTC) cost: a restart does not renew the budget. */
async function spentToday(
  config: Config,
  store: CaseStore | DatabaseStore,
  clock: Clock,
  onNotice: (line: string) => void,
): Promise<number> {
  if (config.model_budget_usd_per_day === null || !("statistics" in store)) return 0;
  try {
    return await costOfToday(store, clock);
  } catch {
    onNotice("What the model cost today is not known: the budget starts anew.");
    return 0;
  }
}

async function costOfToday(store: DatabaseStore, clock: Clock): Promise<number> {
  const midnight = new Date(clock.now().toISOString().slice(0, 10));
  const days = await store.statistics.daily(midnight);
  return days.reduce((sum, { cost_usd }) => sum + cost_usd, 0);
}

function priceIn(config: Config): TokenPrice | null {
  const { model_price_input_usd: input, model_price_output_usd: output } = config;
  const price = input === null || output === null
    ? priceOf(config.openai_model)
    : { input_usd_per_million: input, output_usd_per_million: output };
  if (price === null || config.model_api === "chat") return price;
  // Decisions cost their input, nothing for what comes back.
  const { input_usd_per_million } = price;
  return { input_usd_per_million, output_usd_per_million: 0 };
}

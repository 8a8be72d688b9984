/**
 * What 1,000 messages cost by each way of asking, against the fake server, which
 * counts a token for four characters and caches prefixes as OpenAI documents it:
 * `deno task bench:adapters`. The messages are our own fixtures.
 *
 * @module
 */
import { openCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { createDecisionsModel } from "../../src/llm/decisions_model.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { priceOf } from "../../src/llm/prices.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import type { LlmMode } from "../../src/triage/cascade.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts } from "../fakes.ts";
import { type FakeOpenAi, startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";

const MODEL = "gpt-6-luna";
const ESCALATE_BELOW = 0.71;

interface Way {
  readonly name: string;
  readonly mode: LlmMode;
  readonly create: typeof createOpenAiModel;
  readonly output_usd_per_million: number;
}

const price = priceOf(MODEL) ?? { input_usd_per_million: NaN, output_usd_per_million: NaN };
const WAYS: readonly Way[] = [
  { name: "chat, auto", mode: "auto", create: createOpenAiModel, ...price },
  { name: "chat, uncertain", mode: "uncertain", create: createOpenAiModel, ...price },
  {
    name: "decisions, uncertain",
    mode: "uncertain",
    create: createDecisionsModel,
    output_usd_per_million: 0,
  },
];

const texts = Deno.readTextFileSync("fixtures/messages.jsonl").trim().split("\n")
  .map((line): { text: string; product?: string } => JSON.parse(line));

/** Asks about every message once. */
async function rowOf(fake: FakeOpenAi, { name, mode, create, ...own }: Way): Promise<string[]> {
  const base_url = await fake.session(name.replaceAll(/\W/g, "_"), {});
  // Cached reads and writes are charged for chat alone.
  const rates = mode === "uncertain" && own.output_usd_per_million === 0
    ? { ...own, input_usd_per_million: price.input_usd_per_million }
    : price;
  const model = create({ api_key: "sk-bench", model: MODEL, base_url, price: rates });
  const catalog = await openCatalog({ path: null, onNotice: () => {} });
  const triage = createTriage(fakeParts({
    model,
    scorer: createLocalScorer(),
    drafter: createLocalDrafter(),
    catalog: catalog.current,
    options: {
      mode,
      escalate_below: ESCALATE_BELOW,
      review_below_margin: 0.1,
      duplicate_window_s: 0,
    },
  }));
  const { signal } = new AbortController();
  const sum = { calls: 0, input: 0, cached: 0, written: 0, output: 0, usd: 0 };
  for (const { text, product = "1440 Mobile App" } of texts) {
    const { explanation } = await triage({ customer_id: "b", message: text, product }, signal);
    const { usage } = explanation;
    sum.calls += usage.attempts;
    sum.input += usage.input_tokens;
    sum.cached += usage.cached_tokens ?? 0;
    sum.written += usage.cache_write_tokens ?? 0;
    sum.output += usage.output_tokens;
    sum.usd += usage.cost_usd ?? 0;
  }
  catalog.close();
  const thousand = (value: number) => Math.round(value * 1_000 / texts.length).toString();
  return [
    name,
    thousand(sum.calls),
    thousand(sum.input),
    `${(100 * sum.cached / Math.max(1, sum.input)).toFixed(1)} %`,
    thousand(sum.written),
    thousand(sum.output),
    (sum.usd * 1_000 / texts.length).toFixed(4),
  ];
}

if (import.meta.main) {
  await using fake = await startFakeOpenAi();
  console.log(`${texts.length} messages, ${MODEL} at list price, for 1,000 messages\n`);
  console.log(
    "| asked | calls | input tokens | of them cached | written to the cache | output tokens | USD |",
  );
  console.log(`|${"---|".repeat(7)}`);
  for (const way of WAYS) console.log(`| ${(await rowOf(fake, way)).join(" | ")} |`);
}

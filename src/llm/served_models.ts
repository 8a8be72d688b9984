/**
 * The models that OpenAI serves: list price, and the day on which a model ends.
 *
 * All read on 2026-11-29. OpenAI's pricing page itself could not be opened: each
 * row names what it was read from. Prices are for prompts up to 272,000 tokens.
 * A cache write costs 1.25 times the input from the 5.6 family on, nothing extra
 * before (OpenAI's guide to prompt caching). The settings override prices.
 *
 * @module
 */
import type { TokenPrice } from "./token_price.ts";

/** One row of the table. */
export interface ServedModel {
  readonly name: string;
  readonly price: TokenPrice;
  /** The day it shuts down, as `YYYY-MM-DD`; `null` where none was announced. */
  readonly ends: string | null;
  /** Where the price was read, and of which day it is. */
  readonly source: string;
}

const MODEL_PAGE = "developers.openai.com/api/docs/models, 2026-11-29";
const QUOTED = "pages of 2025 and 2026 that quote OpenAI's pricing page, read 2026-11-22";

/** USD per million tokens: input, cached input, cache write (`null`: as input), output. */
function row(
  name: string,
  [input, cached, cache_write, output]: readonly [number, number, number | null, number],
  source: string,
  ends: string | null = null,
): ServedModel {
  const price = {
    input_usd_per_million: input,
    cached_usd_per_million: cached,
    ...(cache_write === null ? {} : { cache_write_usd_per_million: cache_write }),
    output_usd_per_million: output,
  };
  return { name, price, ends, source };
}

/**
 * The table. Ends are of OpenAI's deprecations page: gpt-5, -mini and -nano on
 * 2026-12-11, all of 4.1 and 4o on 2027-01-14, 5.1 and 5.4-nano on 2027-04-01.
 */
export const SERVED_MODELS: readonly ServedModel[] = [
  row("gpt-6-luna", [0.1, 0.01, 0.125, 0.5], MODEL_PAGE),
  row("gpt-6-sol", [2, 0.2, 2.5, 10], "codexometer 0.18.4, of OpenAI's pricing on 2026-09-22"),
  row("gpt-6-astra", [10, 1, 12.5, 50], "PromptFuel 1.0.19, of OpenAI's pricing on 2026-09-03"),
  row("gpt-6.1-sol", [2, 0.1, 2.5, 10], "PromptFuel 1.0.22, of OpenAI's pricing on 2026-09-29"),
  row("gpt-6.1-terra", [1, 0.05, 1.25, 5], "PromptFuel 1.0.24, of OpenAI's pricing on 2026-10-26"),
  row("gpt-5.6-luna", [0.2, 0.02, 0.25, 1.2], MODEL_PAGE),
  row("gpt-5.6-terra", [2, 0.2, 2.5, 12], MODEL_PAGE),
  // A lower price (4 and 20) was promised until 2026-11-21 only: the budget counts the full one.
  row("gpt-5.6-sol", [5, 0.5, 6.25, 30], "receipts 0.8.1, of OpenAI's pricing on 2026-07-09"),
  row("gpt-5.5", [5, 0.5, null, 30], QUOTED),
  row("gpt-5.4", [2.5, 0.25, null, 15], QUOTED),
  row("gpt-5.4-mini", [0.75, 0.075, null, 4.5], QUOTED),
  row("gpt-5.4-nano", [0.2, 0.02, null, 1.25], QUOTED, "2027-04-01"),
  row("gpt-5.2", [1.75, 0.175, null, 14], QUOTED),
  row("gpt-5.1", [1.25, 0.125, null, 10], QUOTED, "2027-04-01"),
  row("gpt-5", [1.25, 0.125, null, 10], QUOTED, "2026-12-11"),
  row("gpt-5-mini", [0.25, 0.025, null, 2], QUOTED, "2026-12-11"),
  row("gpt-5-nano", [0.05, 0.005, null, 0.4], QUOTED, "2026-12-11"),
  row("gpt-4.1", [2, 0.5, null, 8], QUOTED, "2027-01-14"),
  row("gpt-4.1-mini", [0.4, 0.1, null, 1.6], QUOTED, "2027-01-14"),
  row("gpt-4o", [2.5, 1.25, null, 10], QUOTED, "2027-01-14"),
  row("gpt-4o-mini", [0.15, 0.075, null, 0.6], QUOTED, "2027-01-14"),
];

/** The row of a model, dated snapshots included. */
export function servedModel(model: string): ServedModel | undefined {
  const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, "");
  return SERVED_MODELS.find((row) => row.name === name);
}

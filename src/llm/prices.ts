/**
 * What a model's tokens cost.
 *
 * @module
 */
import type { TokenCount } from "./token_count.ts";

/** USD per million tokens. */
export interface TokenPrice {
  readonly input_usd_per_million: number;
  readonly output_usd_per_million: number;
  /** Input tokens that the server had cached; the input price where not given. */
  readonly cached_usd_per_million?: number;
}

function price(input: number, cached: number, output: number): TokenPrice {
  return {
    input_usd_per_million: input,
    cached_usd_per_million: cached,
    output_usd_per_million: output,
  };
}

/**
 * List prices at second hand, in USD per million tokens: input, cached input,
 * output. OpenAI's own page could not be opened; read on 2026-11-22 from pages
 * that quote it (gpt-5.x: April to June 2026; gpt-4.x: 2025), and compared with
 * others. Long contexts cost more and are not asked for. Prices change: the
 * settings override the table.
 */
export const TOKEN_PRICES: Readonly<Record<string, TokenPrice>> = {
  "gpt-4.1": price(2, 0.5, 8),
  "gpt-4.1-mini": price(0.4, 0.1, 1.6),
  "gpt-4.1-nano": price(0.1, 0.025, 0.4),
  "gpt-4o": price(2.5, 1.25, 10),
  "gpt-4o-mini": price(0.15, 0.075, 0.6),
  "gpt-5": price(1.25, 0.125, 10),
  "gpt-5-mini": price(0.25, 0.025, 2),
  "gpt-5-nano": price(0.05, 0.005, 0.4),
  "gpt-5.1": price(1.25, 0.125, 10),
  "gpt-5.2": price(1.75, 0.175, 14),
  "gpt-5.4": price(2.5, 0.25, 15),
  "gpt-5.4-mini": price(0.75, 0.075, 4.5),
  "gpt-5.4-nano": price(0.2, 0.02, 1.25),
  "gpt-5.5": price(5, 0.5, 30),
};

/** The price of a model, dated snapshots included ("gpt-4.1-mini-2025-04-14"); `null` when unknown. */
export function priceOf(model: string): TokenPrice | null {
  return TOKEN_PRICES[model.replace(/-\d{4}-\d{2}-\d{2}$/, "")] ?? null;
}

/** What tokens cost, in USD; `null` where the price is not known. */
export function costOf(tokens: TokenCount, price: TokenPrice | null): number | null {
  if (price === null) return null;
  const { input_usd_per_million, cached_usd_per_million = input_usd_per_million } = price;
  const fresh = tokens.input_tokens - tokens.cached_tokens;
  return (fresh * input_usd_per_million + tokens.cached_tokens * cached_usd_per_million +
    tokens.output_tokens * price.output_usd_per_million) / 1e6;
}

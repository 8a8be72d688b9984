/**
 * What tokens cost: list prices with their sources, and the sum of a call.
 *
 * @module
 */
import { servedModel } from "./served_models.ts";
import type { TokenCount } from "./token_count.ts";
import type { TokenPrice } from "./token_price.ts";

/** The list price of a model, dated snapshots included ("gpt-5.4-mini-2026-03-17"); `null` when unknown. */
export function priceOf(model: string): TokenPrice | null {
  return servedModel(model)?.price ?? null;
}

/** What tokens cost, in USD; `null` where the price is not known. */
export function costOf(tokens: TokenCount, price: TokenPrice | null): number | null {
  if (price === null) return null;
  const {
    input_usd_per_million: input,
    cached_usd_per_million: cached = input,
    cache_write_usd_per_million: cache_write = input,
  } = price;
  const { cached_tokens, cache_write_tokens } = tokens;
  const fresh_tokens = Math.max(0, tokens.input_tokens - cached_tokens - cache_write_tokens);
  return (fresh_tokens * input + cached_tokens * cached + cache_write_tokens * cache_write +
    tokens.output_tokens * price.output_usd_per_million) / 1e6;
}

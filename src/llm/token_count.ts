/**
 * Tokens of model calls.
 *
 * @module
 */

/** Tokens as the server counted them. */
export interface TokenCount {
  readonly input_tokens: number;
  /** Of the input tokens, those that the server had cached. */
  readonly cached_tokens: number;
  /** Of the input tokens, those that the server put into its cache. */
  readonly cache_write_tokens: number;
  readonly output_tokens: number;
}

/** Nothing. */
export const NO_TOKENS: TokenCount = {
  input_tokens: 0,
  cached_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 0,
};

/** Sums two counts. */
export function addTokens(a: TokenCount, b: TokenCount): TokenCount {
  return {
    input_tokens: a.input_tokens + b.input_tokens,
    cached_tokens: a.cached_tokens + b.cached_tokens,
    cache_write_tokens: a.cache_write_tokens + b.cache_write_tokens,
    output_tokens: a.output_tokens + b.output_tokens,
  };
}

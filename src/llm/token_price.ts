/**
 * What tokens cost, by kind.
 *
 * @module
 */

/** USD per million tokens. */
export interface TokenPrice {
  readonly input_usd_per_million: number;
  readonly output_usd_per_million: number;
  /** Input tokens that the server had cached; the input price where not given. */
  readonly cached_usd_per_million?: number;
  /** Input tokens that the server put into its cache; the input price where not given. */
  readonly cache_write_usd_per_million?: number;
}

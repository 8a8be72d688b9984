/**
 * What a tool says of itself: whether it changes anything. None reaches beyond
 * the service.
 *
 * @module
 */

/** Of tools that only read. */
export const READS = { readOnlyHint: true, openWorldHint: false } as const;

/** Of tools that change something, and destroy nothing. */
export const WRITES = {
  readOnlyHint: false,
  destructiveHint: false,
  openWorldHint: false,
} as const;

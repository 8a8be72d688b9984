/**
 * What a test's own thread holds in memory.
 *
 * @module
 */

/** Heap and buffers of this thread alone, in bytes: the process has other tests' threads beside it. */
export function heldBytes(): number {
  const { heapUsed, external } = Deno.memoryUsage();
  return heapUsed + external;
}

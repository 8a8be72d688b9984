/**
 * How long a server asks to wait.
 *
 * @module
 */

/** Reads `retry-after-ms` and `retry-after` (seconds or a date), in milliseconds. */
export function retryAfterMs(headers: Headers | null): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds;
  const text = headers?.get("retry-after") ?? "";
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (seconds >= 0) return seconds * 1_000;
  // "-5" is a date to Date.parse.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

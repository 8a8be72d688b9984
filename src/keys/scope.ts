/**
 * What an API key may do.
 *
 * @module
 */

/** Scopes of API keys, weakest first. */
export const SCOPES = ["process", "read", "review", "admin"] as const;

/** `process` messages, `read` cases, `review` them (which takes reading), or everything (`admin`). */
export type Scope = typeof SCOPES[number];

/** Whether the scopes of a caller suffice where one is wanted. */
export function allows(granted: readonly Scope[], wanted: Scope): boolean {
  return granted.some((scope) =>
    scope === wanted || scope === "admin" || (scope === "review" && wanted === "read")
  );
}

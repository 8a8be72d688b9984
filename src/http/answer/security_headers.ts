/**
 * Headers of every answer, whoever writes it.
 *
 * @module
 */

/** On every answer that does not say otherwise: it is data, for the one who asked. */
export const SECURITY_HEADERS = [
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
] as const;

/**
 * The address of whoever sent a request, seen through reverse proxies.
 *
 * @module
 */

/** Marks an address that is not known. */
export const UNKNOWN_ADDRESS = "unknown";

/**
 * Each trusted proxy adds the address it was called from at the end of
 * X-Forwarded-For. What stands further to the left may be made up.
 *
 * @param peer Address at the other end of the connection.
 * @param proxies Number of reverse proxies in front of the service.
 */
export function clientAddress(headers: Headers, peer: string, proxies: number): string {
  if (proxies === 0) return peer;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const address = hops.at(-proxies) ?? "";
  return /^[\da-fA-F:.]{2,45}$/.test(address) ? address : peer;
}

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
  return addressOf(hops.at(-proxies) ?? "") ?? peer;
}

/** The address alone: some proxies add the port, and brackets around what holds colons itself. */
function addressOf(hop: string): string | null {
  const bracketed = /^\[([\da-fA-F:.]{2,45})\](?::\d{1,5})?$/.exec(hop)?.[1];
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(hop)?.[1];
  const address = bracketed ?? withPort ?? hop;
  return /^[\da-fA-F:.]{2,45}$/.test(address) ? address : null;
}

/**
 * Whether the browser came by https, as far as proxies say. Each adds the protocol
 * that it was asked by, or replaces what is there: the first is the browser's.
 */
export function cameByHttps(request: Request, url: URL): boolean {
  const [first = ""] = (request.headers.get("x-forwarded-proto") ?? "").split(",");
  return url.protocol === "https:" || first.trim().toLowerCase() === "https";
}

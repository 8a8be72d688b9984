/**
 * Whether a request's first line and its Host make an address at all. The
 * parser takes any bytes; whoever makes a URL of them later would throw.
 *
 * @module
 */
import type { IncomingMessage } from "node:http";

/** What a Host may be made of: no blank, no user, no path. What is left is the URL parser's to judge. */
const HOST = /^[^\s/\\?#@]+$/;

/** What is wrong with the address that a request names, in words; `null` when it is one. */
export function targetFault(incoming: IncomingMessage): string | null {
  const { headers, httpVersion, rawHeaders, url = "" } = incoming;
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") hosts++;
  }
  if (hosts > 1) return "it names more than one Host";
  if (headers.host === undefined || headers.host === "") {
    if (httpVersion === "1.1") return "it names no Host";
  } else if (!HOST.test(headers.host) || hostOf(headers.host) === null) {
    return "its Host is none that a URL could have";
  }
  return isTarget(url) ? null : "its address is none that a URL could have";
}

/** The Host that was read last: most clients call a service by one name, and a URL takes a while to read. */
let latest: { readonly host: string; readonly inUrl: string | null } = { host: "", inUrl: null };

/** The host as a URL has it, such as "127.0.0.1:8000" for "127.1:8000"; `null` where no URL takes it. */
export function hostOf(host: string): string | null {
  if (latest.host !== host) {
    latest = { host, inUrl: URL.parse(`http://${host}/`)?.host ?? null };
  }
  return latest.inUrl;
}

/** What clients ask for most: nothing in it that a URL would not take. */
const PLAIN_TARGET = /^\/[\w/.-]{0,200}$/;

function isTarget(target: string): boolean {
  if (PLAIN_TARGET.test(target)) return true;
  const [path = ""] = target.split("?");
  if (path.includes("\\")) return false;
  if (target.startsWith("/")) return URL.canParse(`http://localhost${target}`);
  return /^https?:\/\//.test(target) && URL.canParse(target);
}

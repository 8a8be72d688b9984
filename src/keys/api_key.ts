/**
 * API keys. The service knows only their hashes: a key is 256 random bits, so
 * one round of SHA-256 is as good as a slow hash and costs microseconds.
 *
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Scope, SCOPES } from "./scope.ts";

/** A key as configured: `name:scope[+scope]:sha256hex`. */
export interface ApiKey {
  /** Who holds it. Two keys of one name are one caller: that is how a key is replaced. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the key. */
  readonly hash: Uint8Array;
}

/** Starts every key, so that scanners of source code find one that leaked. */
const KEY_PREFIX = "intake_";
const KEY_BYTES = 32;

/** Names of callers; "anonymous" is whoever comes where no key is wanted. */
export const KEY_NAME = /^(?!anonymous$)[A-Za-z0-9][\w.-]{0,63}$/;

/**
 * Reads the comma-separated list of configured keys.
 *
 * @returns `undefined` when an entry is not what it should be.
 */
export function parseApiKeys(text: string): readonly ApiKey[] | undefined {
  const entries = text.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
  const keys = entries.map(parseApiKey);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function parseApiKey(entry: string): ApiKey | undefined {
  const [name = "", scopeList = "", hash = "", ...rest] = entry.split(":");
  const scopes = parseScopes(scopeList);
  if (rest.length > 0 || !KEY_NAME.test(name) || scopes === undefined) return undefined;
  if (!/^[\da-f]{64}$/i.test(hash)) return undefined;
  return { name, scopes, hash: Uint8Array.fromHex(hash) };
}

/** Reads "process+read". `undefined` when a scope is not known or none is given. */
export function parseScopes(text: string): readonly Scope[] | undefined {
  const scopes = text.split("+").map((name) => SCOPES.find((scope) => scope === name));
  return scopes.every((scope) => scope !== undefined) ? scopes : undefined;
}

/** Makes a new key: the secret, to be shown once, and the entry to configure. */
export function issueApiKey(
  name: string,
  scopes: readonly Scope[],
): { readonly secret: string; readonly entry: string } {
  const random = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const secret = KEY_PREFIX + random.toBase64({ alphabet: "base64url", omitPadding: true });
  return { secret, entry: `${name}:${scopes.join("+")}:${sha256(secret).toString("hex")}` };
}

/**
 * Finds the configured key that a caller presents. Takes the same time whichever
 * it is and whether there is one.
 */
export function findApiKey(keys: readonly ApiKey[], presented: string): ApiKey | null {
  const hash = sha256(presented);
  let found: ApiKey | null = null;
  for (const key of keys) if (timingSafeEqual(key.hash, hash)) found = key;
  return found;
}

function sha256(text: string) {
  return createHash("sha256").update(text).digest();
}

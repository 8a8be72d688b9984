/**
 * Says which part of the configured keys is wrong, and shows nothing that may be
 * a secret put into the wrong place.
 *
 * @module
 */
import { KEY_NAME } from "./api_key.ts";
import { SCOPES } from "./scope.ts";

/** What a slip of the pen in a scope looks like; a secret has more and other characters. */
const SCOPE_LIKE = /^[A-Za-z-]{1,16}$/;

/** The first fault of the list, in words; `null` where there is none. */
export function apiKeysFault(text: string): string | null {
  const entries = text.split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
  for (const [at, entry] of entries.entries()) {
    const fault = faultOf(entry);
    if (fault !== null) return `key ${at + 1} of ${entries.length}: ${fault}`;
  }
  return null;
}

function faultOf(entry: string): string | null {
  const parts = entry.split(":");
  if (parts.length !== 3) return `it has ${parts.length} parts between colons, not 3`;
  const [name = "", scopes = "", hash = ""] = parts;
  if (!KEY_NAME.test(name)) return "its name may have letters, digits, dots, hyphens and _ only";
  const wrong = scopes.split("+").find((scope) => !SCOPES.some((known) => known === scope));
  if (wrong !== undefined) {
    const said = SCOPE_LIKE.test(wrong) ? `${JSON.stringify(wrong)} is no scope` : "a wrong scope";
    return `${said}; there are ${SCOPES.join(", ")}`;
  }
  return /^[\da-f]{64}$/i.test(hash) ? null : "its hash is not 64 hexadecimal digits";
}

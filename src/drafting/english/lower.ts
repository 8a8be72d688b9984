/**
 * A token's word as it is compared.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";

/** The token's text in small letters; "" where there is no token. */
export function lower(token: Token | undefined): string {
  return token?.text.toLowerCase() ?? "";
}

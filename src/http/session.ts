/**
 * Sessions of people in the browser, without anything stored: a cookie that
 * says who and until when, signed with a secret of this process (or a
 * configured one that several instances share) and with the hash of the API
 * key, so that taking the key away ends its sessions.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { ApiKey } from "./api_key.ts";

/** How long a session lasts, in seconds. */
export const SESSION_S = 12 * 60 * 60;

const COOKIE = "intake_session";

/** Opens, reads and closes sessions. */
export interface Sessions {
  /** Value of the `Set-Cookie` header that opens a session. */
  open(key: ApiKey, secure: boolean): string;
  /** The key whose session a `Cookie` header carries, if it is whole and not over. */
  find(cookieHeader: string): ApiKey | null;
  /** Value of the `Set-Cookie` header that ends the session. */
  close(secure: boolean): string;
}

/** Builds the sessions of a service. */
export function createSessions(
  keys: readonly ApiKey[],
  secret: string,
  now: () => Date,
): Sessions {
  const signature = (key: ApiKey, expires: number) =>
    createHmac("sha256", secret).update(key.hash).update(`${key.name}:${expires}`).digest();
  const cookie = (value: string, maxAgeS: number, secure: boolean) =>
    `${COOKIE}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict` +
    (secure ? "; Secure" : "");

  return {
    open(key, secure) {
      const expires = Math.floor(now().getTime() / 1000) + SESSION_S;
      const value = `${expires}.${signature(key, expires).toString("hex")}`;
      return cookie(value, SESSION_S, secure);
    },
    find(cookieHeader) {
      for (const pair of cookieHeader.split(";")) {
        const [, expiresText, signed] = /^\s*intake_session=(\d{1,12})\.([\da-f]{64})\s*$/
          .exec(pair) ?? [];
        if (expiresText === undefined || signed === undefined) continue;
        const expires = Number(expiresText);
        if (expires * 1000 <= now().getTime()) continue;
        const given = Uint8Array.fromHex(signed);
        const key = keys.find((key) => timingSafeEqual(signature(key, expires), given));
        if (key !== undefined) return key;
      }
      return null;
    },
    close: (secure) => cookie("", 0, secure),
  };
}

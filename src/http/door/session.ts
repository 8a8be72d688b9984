/**
 * Sessions of people in the browser: a cookie that says who and until when,
 * signed with a secret of this process (or a configured one that several
 * instances share) and with the hash of the API key, so that taking the key away
 * ends its sessions. Stored is only which were ended before their time, here.
 *
 * @module
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { ApiKey } from "../../keys/api_key.ts";

/** How long a session lasts, in seconds. */
export const SESSION_S = 12 * 60 * 60;

const COOKIE = "intake_session";
const SESSION = /^\s*intake_session=(\d{1,12})\.([\da-f]{32})\.([\da-f]{64})\s*$/;
const ID_BYTES = 16;

/** A session that holds. */
interface Carried {
  readonly key: ApiKey;
  readonly id: string;
  readonly expires: number;
}

/** Opens, reads and closes sessions. */
export interface Sessions {
  /** Value of the `Set-Cookie` header that opens a session. */
  open(key: ApiKey, secure: boolean): string;
  /** The key whose session a `Cookie` header carries, if it is whole and not over. */
  find(cookieHeader: string): ApiKey | null;
  /** Ends the session that a `Cookie` header carries; the value of the `Set-Cookie` header for it. */
  close(cookieHeader: string, secure: boolean): string;
}

/** Builds the sessions of a service. */
export function createSessions(
  keys: readonly ApiKey[],
  secret: string,
  now: () => Date,
): Sessions {
  const signature = (key: ApiKey, expires: number, id: string) =>
    createHmac("sha256", secret).update(key.hash).update(`${key.name}:${expires}:${id}`).digest();
  const cookie = (value: string, maxAgeS: number, secure: boolean) =>
    `${COOKIE}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict` +
    (secure ? "; Secure" : "");
  /** Sessions that were ended, by id, with the second in which they would have ended themselves. */
  const ended = new Map<string, number>();
  const nowS = () => now().getTime() / 1000;

  function* carried(cookieHeader: string): Generator<Carried> {
    for (const pair of cookieHeader.split(";")) {
      const [, expiresText, id, signed] = SESSION.exec(pair) ?? [];
      if (expiresText === undefined || id === undefined || signed === undefined) continue;
      const expires = Number(expiresText);
      if (expires <= nowS() || ended.has(id)) continue;
      const given = Uint8Array.fromHex(signed);
      const key = keys.find((key) => timingSafeEqual(signature(key, expires, id), given));
      if (key !== undefined) yield { key, id, expires };
    }
  }

  return {
    open(key, secure) {
      const expires = Math.floor(nowS()) + SESSION_S;
      const id = randomBytes(ID_BYTES).toString("hex");
      const value = `${expires}.${id}.${signature(key, expires, id).toString("hex")}`;
      return cookie(value, SESSION_S, secure);
    },
    find(cookieHeader) {
      const [first] = carried(cookieHeader);
      return first?.key ?? null;
    },
    close(cookieHeader, secure) {
      for (const [id, expires] of ended) if (expires <= nowS()) ended.delete(id);
      for (const { id, expires } of carried(cookieHeader)) ended.set(id, expires);
      return cookie("", 0, secure);
    },
  };
}

/**
 * Who is asking, and may they? By API key, by the session of someone who signed
 * in with one, or, where no keys are configured, anybody on this machine.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { type ApiKey, findApiKey } from "../../keys/api_key.ts";
import { AccessDenied } from "../answer/problem.ts";
import { allows, type Scope, SCOPES } from "../../keys/scope.ts";
import { createSessions } from "./session.ts";

/** Whoever sent a request. */
export interface Caller {
  /** Name of the API key, or "anonymous". */
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Options of {@linkcode createAuth}. */
export interface AuthOptions {
  readonly keys: readonly ApiKey[];
  /** Signs sessions; the same on all instances that share them. */
  readonly session_secret: string;
  /** Origins whose pages may send requests: "https://desk.example.com". */
  readonly cors_origins: readonly string[];
  /** Whether a host name means this machine; asked as long as there are no keys. */
  readonly isLoopback: (hostname: string) => boolean;
  readonly now: () => Date;
}

/** Knows callers. */
export interface Auth {
  /** Whether keys are configured. Without, everybody may do everything. */
  readonly required: boolean;
  /** Names of the keys that may work on cases. */
  readonly reviewers: readonly string[];
  /**
   * Who sent the request; nobody in particular (no scopes) when they do not say.
   *
   * @throws {Failure} `forbidden` for a request that a page of another site made a browser send.
   */
  identify(request: Request, url: URL): Caller;
  /**
   * @param scope "any" is any valid key.
   * @throws {Failure} `unauthorized` or `forbidden` when the caller lacks the scope.
   */
  demand(caller: Caller, scope: Scope | "open" | "any"): void;
  /**
   * Signs a person in: the `Set-Cookie` value of a session.
   *
   * @param secure Whether the browser came by https.
   * @throws {Failure} `unauthorized` for a wrong key.
   */
  signIn(presentedKey: string, secure: boolean): string;
  /** Ends the session that a request carries; the `Set-Cookie` value that signs a person out. */
  signOut(request: Request, secure: boolean): string;
}

const ANYBODY: Caller = { name: "anonymous", scopes: SCOPES };
/** Who has said nothing of themselves. */
export const NOBODY: Caller = { name: "anonymous", scopes: [] };

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/** Builds the door. */
export function createAuth(options: AuthOptions): Auth {
  const { keys, cors_origins, isLoopback } = options;
  const required = keys.length > 0;
  const sessions = createSessions(keys, options.session_secret, options.now);

  return {
    required,
    reviewers: [
      ...new Set(keys.filter(({ scopes }) => allows(scopes, "review")).map(({ name }) => name)),
    ],
    identify(request, url) {
      if (!required) {
        // A page elsewhere can point a name of its own at 127.0.0.1 and have a browser ask.
        if (!isLoopback(url.hostname)) {
          throw new Failure(
            "forbidden",
            "Cannot answer under this host name: without API keys only this machine may ask",
          );
        }
        refuseOtherSites(request, url, cors_origins, false);
        return ANYBODY;
      }
      const authorization = request.headers.get("authorization");
      if (authorization !== null) {
        const presented = /^Bearer +([\x21-\x7e]{1,512}) *$/i.exec(authorization)?.[1];
        const key = presented === undefined ? null : findApiKey(keys, presented);
        return key === null ? NOBODY : holder(key);
      }
      const cookie = request.headers.get("cookie");
      const key = cookie === null ? null : sessions.find(cookie);
      if (key === null) return NOBODY;
      refuseOtherSites(request, url, cors_origins, true);
      return holder(key);
    },
    demand(caller, scope) {
      if (scope === "open") return;
      if (caller.scopes.length === 0) throw unauthorized();
      if (scope === "any" || allows(caller.scopes, scope)) return;
      throw new AccessDenied(
        "forbidden",
        `Cannot do this with the key ${caller.name}: it takes the scope ${scope}`,
        `Bearer realm="intake", error="insufficient_scope", scope="${scope}"`,
      );
    },
    signIn(presentedKey, secure) {
      const key = findApiKey(keys, presentedKey.trim());
      if (key === null) throw unauthorized();
      return sessions.open(key, secure);
    },
    signOut: (request, secure) => sessions.close(request.headers.get("cookie") ?? "", secure),
  };
}

/** The key without its hash, which is nobody's business. */
function holder({ name, scopes }: ApiKey): Caller {
  return { name, scopes };
}

function unauthorized(): Failure {
  return new AccessDenied(
    "unauthorized",
    "Cannot do this without a valid API key: send Authorization: Bearer <key>",
    'Bearer realm="intake"',
  );
}

/**
 * Refuses what a page of another site made a browser send along with what the
 * browser knows. Programs send neither header; a session's writes must have one.
 *
 * @throws {Failure} `forbidden`
 */
export function refuseOtherSites(
  request: Request,
  url: URL,
  corsOrigins: readonly string[],
  bySession: boolean,
): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const origin = request.headers.get("origin");
  if (origin !== null && corsOrigins.includes(origin)) return;
  const site = request.headers.get("sec-fetch-site");
  const same = site !== null
    ? site === "same-origin" || site === "none"
    : origin === null
    ? !bySession
    : URL.parse(origin)?.host === url.host;
  if (!same) throw new Failure("forbidden", "Cannot take this from a page of another site");
}

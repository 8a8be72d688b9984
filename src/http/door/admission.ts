/**
 * What a request passes before its route answers it: load, caller, rate, scope.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { type Auth, type Caller, NOBODY } from "./auth.ts";
import { clientAddress } from "./client_address.ts";
import type { RateLimit } from "./rate_limit.ts";
import type { Route } from "./route.ts";

/** What the admission is made of. */
export interface AdmissionParts {
  readonly auth: Auth;
  /** `null` sets no limit. */
  readonly rate_limit: RateLimit | null;
  /** Whether as many requests are under way as may be. */
  readonly overloaded: () => boolean;
  /** Number of reverse proxies in front. */
  readonly proxies: number;
}

/** A request at the door. */
export interface Arrival {
  readonly request: Request;
  readonly url: URL;
  /** `null` when nothing is at the address. */
  readonly route: Route | null;
  /** Address at the other end of the connection. */
  readonly peer: string;
  /** What is wrong with the request, whatever it asks for. */
  readonly refusal: Failure | null;
  /** Told who it is, also when they are not let in. */
  readonly onCaller: (caller: Caller) => void;
}

/** A request that was let in. */
export interface Admitted {
  /** Who sent it. */
  readonly caller: Caller;
  /**
   * Counts one more message of the caller's, where a request holds several.
   *
   * @throws {Failure} `rate_limited` when it is one too many.
   */
  readonly countMessage: () => Promise<void>;
}

/**
 * Lets a request in and says who sent it.
 *
 * @throws {Failure} `overloaded`, `unauthorized`, `forbidden` or `rate_limited`; the refusal, once
 * it is counted against its address.
 */
export type Admission = (arrival: Arrival) => Promise<Admitted>;

/** Seconds after which a client may try again while the service is full. */
const OVERLOAD_RETRY_AFTER_S = 1;

/** Builds the admission. */
export function createAdmission(parts: AdmissionParts): Admission {
  const { auth, rate_limit, overloaded, proxies } = parts;

  return async function admit({ request, url, route, peer, refusal, onCaller }) {
    const probe = route?.probe === true;
    if (!probe && overloaded()) {
      throw new Failure("overloaded", "Cannot take more requests just now", {
        retryAfterS: OVERLOAD_RETRY_AFTER_S,
      });
    }
    if (refusal !== null) {
      await rate_limit?.(NOBODY, clientAddress(request.headers, peer, proxies));
      throw refusal;
    }
    const caller = auth.identify(request, url);
    onCaller(caller);
    const countMessage = async () => {
      await rate_limit?.(caller, clientAddress(request.headers, peer, proxies));
    };
    if (!probe) await countMessage();
    const reads = request.method === "GET" || request.method === "HEAD";
    const scope = reads ? route?.scope : route?.write_scope ?? route?.scope;
    auth.demand(caller, route === null ? "any" : scope ?? "admin");
    return { caller, countMessage };
  };
}

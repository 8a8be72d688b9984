/**
 * How many requests a caller may send a minute: by API key, and by address for
 * those who have none or a wrong one, so that keys cannot be guessed at speed.
 *
 * @module
 */
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Failure } from "../../triage/domain/failure.ts";
import type { Caller } from "./auth.ts";

/** Runs one statement on the database that several instances share. */
export type SharedQuery = (
  text: string,
  values: readonly (string | number | null)[],
) => Promise<unknown[]>;

/** Options of {@linkcode createRateLimit}. */
export interface RateLimitOptions {
  readonly requests_per_minute: number;
  /**
   * Where several instances count together: a PostgreSQL with the table
   * `rate_limits`. `null` counts in this process. While the database is away,
   * each instance counts for itself.
   */
  readonly shared: SharedQuery | null;
}

/**
 * Counts one request.
 *
 * @throws {Failure} `rate_limited` when it is one too many.
 */
export type RateLimit = (caller: Caller, address: string) => Promise<void>;

const WINDOW_S = 60;

/** Builds the limit. */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const rule = { points: options.requests_per_minute, duration: WINDOW_S };
  const own = new RateLimiterMemory(rule);
  const limiter = options.shared === null ? own : new RateLimiterPostgres({
    ...rule,
    storeClient: pgClient(options.shared),
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: "",
    // A caller known to be over the limit is refused without asking the database.
    inMemoryBlockOnConsumed: options.requests_per_minute + 1,
    insuranceLimiter: own,
  });

  return async function spend(caller, address) {
    const key = caller.scopes.length > 0 && caller.name !== "anonymous"
      ? `key:${caller.name}`
      : `address:${network(address)}`;
    try {
      await limiter.consume(key);
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      throw new Failure(
        "rate_limited",
        `Cannot take more than ${options.requests_per_minute} requests a minute`,
        { retryAfterS: Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)) },
      );
    }
  };
}

/**
 * One subscriber holds a whole /64 of IPv6 addresses: they count as one, however
 * they are spelt. The URL parser writes each address in one way only.
 */
function network(address: string): string {
  if (!address.includes(":")) return address;
  const host = URL.parse(`http://[${address.split("%")[0]}]/`)?.hostname.slice(1, -1) ?? address;
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(host) ?? [];
  if (high !== undefined && low !== undefined) return dotted(parseInt(high, 16), parseInt(low, 16));
  const [head = "", tail] = host.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  const full = [...groups, ...Array(Math.max(0, missing)).fill("0"), ...(tail ?? "").split(":")];
  return full.slice(0, 4).join(":");
}

/** An IPv4 address, from the two halves that IPv6 writes it in. */
function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** The part of a `pg` client that the limiter uses. */
function pgClient(query: SharedQuery) {
  return {
    async query({ text, values }: { text: string; values?: (string | number | null)[] }) {
      const rows = await query(text, values ?? []);
      return { rows, rowCount: rows.length };
    },
  };
}

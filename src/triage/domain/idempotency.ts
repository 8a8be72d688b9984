/**
 * Idempotency keys: a request sent twice with the same key is worked on once.
 *
 * The key is claimed before the work, and answered in the transaction that
 * stores the case. A claim lapses, so that a crashed holder does not keep it;
 * a holder whose claim was taken over can no longer store anything under it.
 *
 * @module
 */
/** A request that came with a key. */
export interface KeyedRequest {
  /** Whose key it is: two callers may use the same one. */
  readonly scope: string;
  readonly key: string;
  /** Hash of all that must be the same when the key comes again: body and query. */
  readonly fingerprint: string;
}

/** The first answer to a keyed request. */
export interface Replay {
  readonly case_id: string;
  readonly body: string;
}

/** What a keyed request meets: the right to answer, or the answer given before. */
export type Begun =
  | { readonly kind: "claimed"; readonly holder: string }
  | { readonly kind: "replay"; readonly replay: Replay };

/** Keeps the keys. */
export interface IdempotencyLedger {
  /**
   * Claims a key.
   *
   * @throws {Failure} `idempotency_in_flight`, `idempotency_key_reused`, `store_unavailable` or `overloaded`.
   */
  begin(request: KeyedRequest): Promise<Begun>;
  /** Gives a key back that brought no answer. Never throws: a claim not given back lapses. */
  abandon(claim: KeyedRequest & { readonly holder: string }): Promise<void>;
}

/**
 * A case: one message with the answer it got, as stored.
 *
 * @module
 */
import type { Answer } from "./answer.ts";
import type { Explanation } from "./explanation.ts";
import type { KeyedRequest } from "./idempotency.ts";
import type { Intent } from "./intent.ts";
import type { CustomerMessage } from "./message.ts";

/** The part of a case that depends on the ticket's id. */
export interface CompletedCase {
  /** Without its explanation, which is stored beside it. */
  readonly answer: Answer;
  readonly explanation: Explanation;
}

/** A case about to be stored. */
export interface NewCase {
  /** UUID version 7: sorts by time. */
  readonly case_id: string;
  readonly created_at: Date;
  readonly request: CustomerMessage;
  readonly intent: Intent;
  /** What makes two messages the same; `null` where that is of no interest. */
  readonly identity: string | null;
  /**
   * A case with the same identity created after this is given back instead of
   * storing this one; `null` stores it always.
   */
  readonly repeats_since: Date | null;
  /** The idempotency key that this case answers, if any; answered in the same transaction. */
  readonly claim: KeyClaim | null;
  /**
   * Completes the case once the store has given the ticket its id ("BUG-7",
   * "FR-7", or `null` for an inquiry). Called inside the transaction,
   * and again when that is tried again: pure and quick.
   */
  complete(ticketId: string | null): CompletedCase;
}

/** A case on disk. */
export interface StoredCase extends CompletedCase {
  /** `null` where the store keeps nothing. */
  readonly case_id: string | null;
  readonly created_at: Date;
  readonly request: CustomerMessage;
}

/** The right to answer a keyed request. */
export interface KeyClaim extends KeyedRequest {
  /** Tells this claim from any other, before and after. */
  readonly holder: string;
  /**
   * Writes the response body, to be sent now and on every replay. Called inside
   * the transaction: pure and quick.
   */
  render(stored: StoredCase): string;
}

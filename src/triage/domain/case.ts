/**
 * A case: one message with the answer it got, as stored.
 *
 * @module
 */
import { type Answer, toAnswer } from "./answer.ts";
import type { Explanation } from "./explanation.ts";
import type { Gist } from "./gist.ts";
import type { KeyedRequest } from "./idempotency.ts";
import type { Intent } from "./intent.ts";
import type { CustomerMessage } from "./message.ts";
import type { Reply } from "./reply.ts";

/** The part of a case that depends on the ticket's id. */
export interface CompletedCase {
  /** Without its explanation, which is stored beside it. */
  readonly answer: Answer;
  readonly explanation: Explanation;
}

/** An earlier case that a new one tells the same as, and how surely. */
export interface CaseJoining {
  readonly case_id: string;
  /** At or above the probability from which cases are put together. */
  readonly probability: number;
}

/** A case about to be stored: plain data, so that it may be written on another thread. */
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
  /** The case with which it is put together in a matter; left out where it stands alone. */
  readonly joins?: CaseJoining | null;
  /** What is answered, with a mark where the ticket's id will stand. */
  readonly reply: Reply;
  /** Probability of the intent, in [0, 1]. */
  readonly confidence: number;
  /** Its timings reach up to here: the store adds its own. */
  readonly explanation: Explanation;
  /** What it is compared by, stored beside it; left out where cases are not compared. */
  readonly gist?: Gist | null;
}

/** A case on disk. */
export interface StoredCase extends CompletedCase {
  /** `null` where the store keeps nothing. */
  readonly case_id: string | null;
  readonly created_at: Date;
  readonly request: CustomerMessage;
}

/** The right to answer a keyed request. */
export interface KeyClaim extends KeyedRequest, Showing {
  /** Tells this claim from any other, before and after. */
  readonly holder: string;
}

/** How much of an answer is shown to whom; it is stored as sent, for every replay. */
export interface Showing {
  /** Whether the answer explains itself. */
  readonly explain: boolean;
  /** Whether who asks may read cases. Others are told of no other customer's. */
  readonly reads_cases: boolean;
}

/**
 * Completes a case once the store has given the ticket its id.
 *
 * @param ticketId "BUG-7", "FR-7", or `null` for an inquiry.
 * @param store_ms Time from the draft to here, in milliseconds.
 */
export function completeCase(
  { reply, confidence, explanation }: NewCase,
  ticketId: string | null,
  store_ms: number,
): CompletedCase {
  const { timings_ms } = explanation;
  return {
    answer: toAnswer(reply, confidence, ticketId),
    explanation: {
      ...explanation,
      timings_ms: {
        ...timings_ms,
        store: store_ms,
        total: timings_ms.total + store_ms,
      },
    },
  };
}

/** The body of an answer, as sent now and on every replay. */
export function renderBody({ answer, explanation }: CompletedCase, showing: Showing): string {
  if (!showing.explain) return JSON.stringify(answer);
  return JSON.stringify({ ...answer, explanation: shownExplanation(explanation, showing) });
}

/** The explanation as who asks may see it: similar cases are other customers'. */
export function shownExplanation(
  explanation: Explanation,
  { reads_cases }: Pick<Showing, "reads_cases">,
): Explanation {
  if (reads_cases) return explanation;
  const { similar: _others, ...own } = explanation;
  return own;
}

/**
 * `Idempotency-Key`: the same key with the same body and query gets the first
 * answer again, byte by byte. See docs/integrate.md.
 *
 * @module
 */
import { createHash } from "node:crypto";
import {
  type KeyClaim,
  renderBody,
  type Showing,
  type StoredCase,
} from "../../triage/domain/case.ts";
import type { Answer } from "../../triage/domain/answer.ts";
import { answersMachine } from "../../triage/automatic_letter.ts";
import { Failure } from "../../triage/domain/failure.ts";
import type { IdempotencyLedger, KeyedRequest } from "../../triage/domain/idempotency.ts";
import { type HeaderRecord, WholeAnswer } from "../answer/whole_answer.ts";

/**
 * Reads the key; `null` where there is none.
 *
 * @throws {Failure} `invalid_header`
 */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Failure(
    "invalid_header",
    "Cannot use the Idempotency-Key: expected 1 to 255 visible ASCII characters, got " +
      `${key.length} characters${key.length > 255 ? "" : ", not all of them such"}`,
  );
}

/** A hash of all that must be the same when a key comes again. */
export function fingerprint(body: Uint8Array, query: string): string {
  return createHash("sha256").update(query).update("\n").update(body).digest("base64url");
}

/**
 * Answers a keyed request: with the work, or with the answer that its key got before.
 *
 * @throws {Failure} `idempotency_in_flight`, `idempotency_key_reused`, and whatever the work throws.
 */
export async function answerOnce(
  ledger: IdempotencyLedger,
  keyed: KeyedRequest,
  showing: Showing,
  work: (claim: KeyClaim) => Promise<StoredCase>,
): Promise<WholeAnswer> {
  const begun = await ledger.begin(keyed);
  if (begun.kind === "replay") {
    const { case_id, body } = begun.replay;
    return caseAnswer(case_id, body, {
      "idempotency-replayed": "true",
      ...noReply(JSON.parse(body) as Answer),
    });
  }
  const claim = { ...keyed, holder: begun.holder, ...showing };
  try {
    const stored = await work(claim);
    return caseAnswer(stored.case_id, renderBody(stored, showing), noReply(stored.answer));
  } catch (error) {
    await ledger.abandon(claim);
    throw error;
  }
}

/** Tells whoever passes letters on that this one must not be sent: a machine would answer it. */
export function noReply(answer: Answer): HeaderRecord {
  return answersMachine(answer) ? { "intake-no-reply": "automatic_message" } : {};
}

/** What answers a message: its body, and where its case is. */
export function caseAnswer(
  caseId: string | null,
  body: string,
  headers: HeaderRecord = {},
): WholeAnswer {
  const location: HeaderRecord = caseId === null ? {} : { location: `/cases/${caseId}` };
  return new WholeAnswer(body, { "content-type": "application/json", ...location, ...headers });
}

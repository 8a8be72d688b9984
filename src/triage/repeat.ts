/**
 * When two messages are the same message sent again, and what the customer is
 * told then.
 *
 * @module
 */
import type { Answer } from "./domain/answer.ts";
import { answersMachine } from "./automatic_letter.ts";
import type { KeyClaim, StoredCase } from "./domain/case.ts";
import type { CustomerMessage } from "./domain/message.ts";
import type { OwnWords } from "./text/own_words.ts";
import { REPLY_LIMITS } from "./domain/reply.ts";

/** Settings of repeats. */
export interface RepeatOptions {
  /** How long the same message counts as sent again, in seconds; 0 is never. */
  readonly duplicate_window_s: number;
}

/** What a message would be a repeat of. */
export interface RepeatRule {
  readonly identity: string | null;
  /** `null`: it is no repeat of anything. */
  readonly since: Date | null;
}

/** A message that came under an idempotency key is told apart by its key alone. */
export function repeatRule(
  message: CustomerMessage,
  own: Pick<OwnWords, "text">,
  received: Date,
  claim: KeyClaim | null,
  { duplicate_window_s }: RepeatOptions,
): RepeatRule {
  if (duplicate_window_s === 0) return { identity: null, since: null };
  return {
    identity: identityOf(message, own),
    since: claim === null ? new Date(received.getTime() - duplicate_window_s * 1000) : null,
  };
}

/**
 * What makes two messages the same: customer, product and own words. Case, spacing
 * and Unicode spelling do not count, nor does what is quoted below. A message
 * without own words is told by all it holds.
 */
export function identityOf(message: CustomerMessage, own: Pick<OwnWords, "text">): string {
  return JSON.stringify([
    message.customer_id.trim(),
    fold(message.product),
    fold(own.text) || fold(message.message),
  ]);
}

/** Spacing that is not a single blank: to replace those too would cost three times as much. */
const SPACING = /[^\S ]\s*| \s+/gu;

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(SPACING, " ").trim();
}

/** The case as answered to someone who sent the message again: the letter says that it is known. */
export function asRepeat(stored: StoredCase): StoredCase {
  const { answer } = stored;
  if (answersMachine(answer)) return stored;
  const notice = noticeOf(answer);
  const letter = `${notice}\n\n${answer.customer_response}`;
  return {
    ...stored,
    answer: {
      ...answer,
      customer_response: letter.length <= REPLY_LIMITS.letter_characters ? letter : notice,
    },
  };
}

function noticeOf(answer: Answer): string {
  const rest = "there is no need to send it again. Here is our answer once more.";
  switch (answer.message_type) {
    case "bug_report":
      return `Your message is already with us as ${answer.response_data.ticket.id}; ${rest}`;
    case "feature_request":
      return `Your message is already with us as ${answer.response_data.product_requirement.id}; ${rest}`;
    case "general_inquiry":
      return `Your message is already with us; ${rest}`;
  }
}

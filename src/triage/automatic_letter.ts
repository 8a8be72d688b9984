/**
 * The one sentence that answers a machine's message, by which such an answer is
 * known again: whoever passes letters on must not send it.
 *
 * @module
 */
import type { Answer } from "./domain/answer.ts";

/** Says to nobody in particular what became of an automatic message. */
export const AUTOMATIC_LETTER =
  "This message was sent automatically; it has been noted, and no reply to it is sent.";

/** Whether an answer is to a machine. */
export function answersMachine({ customer_response }: Pick<Answer, "customer_response">): boolean {
  return customer_response === AUTOMATIC_LETTER;
}

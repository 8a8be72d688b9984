/**
 * Asks until an answer of the right shape came: what is worth retrying is
 * retried, an unusable answer is sent back once with what is wrong with it.
 *
 * @module
 */
import type { ModelOpinion } from "../triage/ports.ts";
import type { Unusable } from "./chat_call.ts";
import type { Consultation, Exchange } from "./exchange.ts";
import { leaks } from "./leak.ts";
import { ModelFailure } from "./model_failure.ts";
import { readOpinion } from "./opinion.ts";
import { INSTRUCTIONS } from "./prompt.ts";
import type { ChatAnswer } from "./read_completion.ts";
import { type Complaint, type ReadReply, readReply } from "./read_reply.ts";
import { retryWithin } from "./retry_within.ts";

/** Limits of a conversation. */
export interface ConversationOptions {
  /** Most attempts, the first included. */
  readonly attempts: number;
  /** Longest pause before the second attempt, in milliseconds. */
  readonly backoff_ms: number;
}

/**
 * Asks about one message.
 *
 * @throws {ModelFailure} The last one.
 */
export async function converse(
  exchange: Exchange,
  consultation: Consultation,
  options: ConversationOptions,
): Promise<Omit<ModelOpinion, "usage">> {
  const { request, remainingMs, signal } = consultation;
  let unusable: Unusable | null = null;
  return await retryWithin(async (last) => {
    const answer = await exchange(consultation, unusable, last);
    if (answer.fault === "refused") throw refused();
    const read = readAnswer(answer, consultation);
    if (read.kind === "complaint") {
      const first = unusable === null;
      unusable = { answer: answer.content, complaint: read.text };
      throw invalidOutput(first);
    }
    const scores = request.intents.length === 1
      ? null
      : readOpinion(read.reply.intent, answer.logprobs, read.self_report);
    return { kind: "opinion", scores, reply: read.reply };
  }, { ...options, remainingMs, signal });
}

function readAnswer(answer: ChatAnswer, { request }: Consultation): ReadReply | Complaint {
  if (answer.fault === "cut_off") {
    return { kind: "complaint", text: "it was cut off at the token limit; be much briefer" };
  }
  if (answer.fault === "empty") return { kind: "complaint", text: "it was empty" };
  const read = readReply(answer.content, request.intents, request.product);
  return read.kind === "read" && leaks(read.reply, INSTRUCTIONS, request.message)
    ? { kind: "complaint", text: "it repeats the instructions; write about the message only" }
    : read;
}

function invalidOutput(retryable: boolean): ModelFailure {
  return new ModelFailure({
    code: "model_invalid_output",
    detail: "The model's answer did not have the shape that was asked for",
    retryable,
    outage: false,
  });
}

function refused(): ModelFailure {
  return new ModelFailure({
    code: "model_refused",
    detail: "The model declined to answer",
    retryable: false,
    outage: false,
  });
}

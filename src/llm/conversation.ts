/**
 * Asks until an answer of the right shape came: what is worth retrying is
 * retried, an unusable answer is sent back once with what is wrong with it. A
 * readable opinion is kept, whatever becomes of the reply.
 *
 * @module
 */
import type { Intent, Scores } from "../triage/domain/intent.ts";
import type { ModelOpinion } from "../triage/domain/ports.ts";
import type { Reply } from "../triage/domain/reply.ts";
import type { Unusable } from "./chat_call.ts";
import type { Consultation, Exchange } from "./exchange.ts";
import { leaks } from "./leak.ts";
import { ModelFailure } from "./model_failure.ts";
import { readOpinion } from "./opinion.ts";
import { INSTRUCTIONS } from "./prompt.ts";
import type { ChatAnswer } from "./read_completion.ts";
import { readReply, typeOfCutAnswer } from "./read_reply.ts";
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
 * @throws {ModelFailure} The last one, where not even an opinion came.
 */
export async function converse(
  exchange: Exchange,
  consultation: Consultation,
  options: ConversationOptions,
): Promise<Omit<ModelOpinion, "usage">> {
  const { remainingMs, signal } = consultation;
  let unusable: Unusable | null = null;
  let roomy = false;
  let slips = 0;
  /** The first opinion: one given under complaint says what we want to hear. */
  let scores: Scores | null = null;

  const turn = async (last: boolean): Promise<Reply> => {
    const answer = await exchange(consultation, { unusable, roomy, last }).catch((error) => {
      // The server did not pass on what the model wrote: it may try once more.
      const slipped = error instanceof ModelFailure &&
        error.facts.code === "model_invalid_output" && slips++ > 0;
      throw slipped ? invalidOutput(false) : error;
    });
    if (answer.fault === "refused") throw refused();
    if (answer.fault === "only_thoughts") {
      const first = !roomy;
      roomy = true;
      throw invalidOutput(first);
    }
    const read = readAnswer(answer, consultation);
    scores ??= read.scores;
    if (read.reply !== null) return read.reply;
    const first = unusable === null;
    unusable = { answer: answer.content, complaint: read.complaint };
    throw invalidOutput(first);
  };

  try {
    const reply = await retryWithin(turn, { ...options, remainingMs, signal });
    return { kind: "opinion", scores, reply };
  } catch (error) {
    if (scores === null) throw error;
    return { kind: "opinion", scores, reply: null };
  }
}

type SelfReport = Readonly<Record<Intent, number>>;

interface Understood {
  readonly scores: Scores | null;
  readonly reply: Reply | null;
  /** What is wrong with the reply, where there is none. */
  readonly complaint: string;
}

function readAnswer(answer: ChatAnswer, { request }: Consultation): Understood {
  const nothing = (complaint: string) => ({ scores: null, reply: null, complaint });
  const opinionOf = (stated: Intent | null, self_report: SelfReport | null = null) =>
    request.intents.length === 1 || stated === null
      ? null
      : readOpinion(stated, answer.logprobs, self_report);
  if (answer.fault === "cut_off") {
    // The type comes first: it was said whole, whatever else was not.
    const scores = opinionOf(typeOfCutAnswer(answer.content));
    return { ...nothing("it was cut off at the token limit; be much briefer"), scores };
  }
  if (answer.fault === "empty") return nothing("it was empty");
  const { stated, self_report, reply, complaint } = readReply(answer.content, request.intents);
  const scores = opinionOf(stated, self_report);
  if (reply === null) return { scores, reply, complaint: complaint ?? "" };
  // Who repeats the instructions obeys somebody else: that is no opinion either.
  return leaks(reply, INSTRUCTIONS, request.message)
    ? nothing("it repeats the instructions; write about the message only")
    : { scores, reply, complaint: "" };
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

/**
 * The second opinion by OpenAI's Decisions endpoint (`POST /v1/decisions`, public
 * beta since October 2026): typed questions, probabilities for every choice, no
 * price for output. It writes no reply. Unproven: nobody here could ask the real
 * endpoint; it is built after the SDK's types and OpenAI's description of it.
 *
 * @module
 */
import { z } from "zod";
import { INTENTS, mapScores } from "../triage/domain/intent.ts";
import type { ModelOpinion } from "../triage/domain/ports.ts";
import { INQUIRY_CATEGORIES } from "../triage/domain/reply.ts";
import { createConsulting, type EndpointParts, type OpenAiModel } from "./consulting.ts";
import { decisionBody, QUESTION, QUESTIONS_VERSION, SITUATIONS } from "./decision_questions.ts";
import type { Consultation } from "./exchange.ts";
import { failureOfFault } from "./fault_meaning.ts";
import { ModelFailure, timedOut, toModelFailure } from "./model_failure.ts";
import type { OpenAiModelOptions } from "./model_options.ts";
import { calibratedShares } from "./opinion.ts";
import { retryWithin } from "./retry_within.ts";
import { scrubbed } from "./scrub.ts";
import { faultInBody } from "./server_fault.ts";
import type { TokenCount } from "./token_count.ts";

/**
 * Connects to a server; sends nothing yet.
 *
 * @throws {RangeError} When an option is out of its range.
 */
export function createDecisionsModel(given: OpenAiModelOptions): OpenAiModel {
  return createConsulting(given, QUESTIONS_VERSION, (parts) => (consultation) => {
    const { remainingMs, signal } = consultation;
    return retryWithin(
      (last) => decide(parts, consultation, last),
      { ...parts.options, remainingMs, signal },
    );
  });
}

const NEVER = new AbortController().signal;
/** A situation that is likelier than not sends the message to a person. */
const SITUATION_MIN = 0.5;

const share = z.object({ value: z.string(), probability: z.number().min(0).max(1) });
const choice = z.object({
  type: z.literal("choice"),
  name: z.string(),
  choice: z.string(),
  probabilities: z.array(share),
});
const refusal = z.object({ type: z.literal("refusal"), name: z.string().nullable() });
const count = z.number().min(0).catch(0);
const decision = z.object({
  answers: z.array(z.union([choice, refusal]).nullable().catch(null)),
  usage: z.object({ input_tokens: count, output_tokens: count }).nullable().catch(null),
});

/** Asks once. */
async function decide(
  { client, breaker, options }: EndpointParts,
  { request, meter, remainingMs, signal }: Consultation,
  last: boolean,
): Promise<Omit<ModelOpinion, "usage">> {
  const body = decisionBody(request, options.model);
  const outgoing = { characters: JSON.stringify(body).length, output_tokens: 0, last };
  const said = `${request.message}\n${request.product_name}`;
  const { answers } = await breaker.run((probe) =>
    meter.attempt(outgoing, async () => {
      const until = probe ? NEVER : signal;
      try {
        const timeout = Math.max(1, Math.ceil(remainingMs()));
        const given = await client.decisions.create(body, {
          signal: until,
          maxRetries: 0,
          timeout,
        });
        return readDecision(given, said);
      } catch (error) {
        until.throwIfAborted();
        const { facts } = error instanceof DOMException ? timedOut() : toModelFailure(error, said);
        const server_words = scrubbed(facts.server_words ?? "", said, options.api_key);
        throw new ModelFailure({ ...facts, server_words }, { cause: error });
      }
    })
  );
  return opinionIn(answers);
}

type Answers = z.infer<typeof decision>["answers"];

function readDecision(
  given: unknown,
  said: string,
): { readonly answers: Answers; readonly tokens: TokenCount | null; readonly content: string } {
  const fault = faultInBody(given);
  if (fault !== null) throw new ModelFailure(failureOfFault(fault, said));
  const { data } = decision.safeParse(given);
  if (data === undefined) throw unreadable();
  // Reads from the cache and writes to it cost nothing beside the input.
  const tokens = data.usage === null
    ? null
    : { ...data.usage, cached_tokens: 0, cache_write_tokens: 0 };
  return { answers: data.answers, tokens, content: "" };
}

function opinionIn(answers: Answers): Omit<ModelOpinion, "usage"> {
  const chosen = (name: string) => {
    const answer = answers.find((one) => one?.name === name);
    return answer?.type === "choice" ? answer : null;
  };
  const type = chosen(QUESTION.type);
  if (type === null) {
    throw answers.some((one) => one?.type === "refusal") ? refused() : unreadable();
  }
  const scores = calibratedShares(
    mapScores((intent) =>
      type.probabilities.find(({ value }) => value === intent)?.probability ?? 0
    ),
  );
  if (scores === null) throw unreadable();
  const category = INQUIRY_CATEGORIES.find((name) => name === chosen(QUESTION.category)?.choice);
  const situation = SITUATIONS.find((name) =>
    (chosen(QUESTION.situation)?.probabilities.find(({ value }) => value === name)?.probability ??
      0) >= SITUATION_MIN
  );
  return {
    kind: "opinion",
    scores,
    reply: null,
    ...(category === undefined ? {} : { category }),
    ...(situation === undefined ? {} : { situation }),
  };
}

function refused(): ModelFailure {
  return new ModelFailure({
    code: "model_refused",
    detail: "The model declined to answer",
    retryable: false,
    outage: false,
  });
}

function unreadable(): ModelFailure {
  return new ModelFailure({
    code: "model_invalid_output",
    detail: `The model's answer did not tell how probable ${INTENTS.join(", ")} are`,
    retryable: false,
    outage: false,
  });
}

/**
 * One exchange with the server: builds the body from what the server can do
 * and sends it once.
 *
 * @module
 */
import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelRequest } from "../triage/domain/ports.ts";
import { ModelFailure, timedOut, toModelFailure } from "./model_failure.ts";
import { cacheKey, promptFor, withComplaint } from "./prompt.ts";
import { type ChatAnswer, readCompletion } from "./read_completion.ts";
import { scrubbed } from "./scrub.ts";
import type { ServerAbilities } from "./server_abilities.ts";
import { wireReply } from "./wire_reply.ts";

/** Body of a call. */
export type ChatBody = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** An answer that could not be used, and why, in words for the model. */
export interface Unusable {
  readonly answer: string;
  readonly complaint: string;
}

/** What is asked in one turn. */
export interface ChatTurn {
  readonly request: ModelRequest;
  readonly unusable: Unusable | null;
  readonly model: string;
  /** Most tokens of the answer. */
  readonly output_tokens: number;
}

/** Alternatives asked for at each token: the most that OpenAI gives. */
const TOP_LOGPROBS = 5;
/** The two schemas that there are, made once. */
const FORMATS = {
  measured: zodResponseFormat(wireReply(false), "triage"),
  stated: zodResponseFormat(wireReply(true), "triage"),
};

/** Body of a call, of what the server can do. */
export function chatBody(turn: ChatTurn, abilities: ServerAbilities): ChatBody {
  const { request, unusable, output_tokens } = turn;
  const format = abilities.logprobs ? FORMATS.measured : FORMATS.stated;
  const isSchemaSent = abilities.format === "json_schema";
  const { schema } = format.json_schema;
  const prompt = promptFor(request, {
    schema: isSchemaSent ? null : schema,
    marked: abilities.caching,
  });
  const messages = unusable === null
    ? prompt
    : withComplaint(prompt, unusable.answer, unusable.complaint);
  // Probabilities are of use only where the type is asked.
  const isOpinionAsked = request.intents.length > 1;
  return {
    model: turn.model,
    messages: messages as ChatBody["messages"],
    ...(isSchemaSent ? { response_format: format } : {}),
    ...(abilities.format === "json_object"
      ? { response_format: { type: "json_object" as const } }
      : {}),
    ...(abilities.effort === null ? {} : { reasoning_effort: abilities.effort }),
    ...(abilities.temperature ? { temperature: 0 } : {}),
    ...(abilities.max_completion_tokens ? { max_completion_tokens: output_tokens } : {}),
    ...(abilities.max_tokens ? { max_tokens: output_tokens } : {}),
    ...(abilities.logprobs && isOpinionAsked ? { logprobs: true, top_logprobs: TOP_LOGPROBS } : {}),
    // Only what is marked is written to the cache: the rest never comes again.
    ...(abilities.caching
      ? {
        prompt_cache_key: cacheKey(request),
        prompt_cache_options: { mode: "explicit" as const },
      }
      : {}),
  };
}

/** What the model has to read of a call, in characters. */
export function sentCharacters(body: ChatBody): number {
  return JSON.stringify(body.messages).length +
    (body.response_format?.type === "json_schema"
      ? JSON.stringify(body.response_format).length
      : 0);
}

/** How a body is sent. */
export interface SendOptions {
  readonly timeout_ms: number;
  readonly signal: AbortSignal;
  /** What the customer wrote: a server's echo of it means nothing. */
  readonly said: string;
}

/**
 * Sends a body once.
 *
 * @throws {ModelFailure}
 * @throws The signal's reason when the caller gave up.
 */
export async function sendChat(
  client: OpenAI,
  body: ChatBody,
  { timeout_ms, signal, said }: SendOptions,
): Promise<ChatAnswer> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeout_ms);
  try {
    const completion = await client.chat.completions.create(body, {
      signal: AbortSignal.any([signal, timeout.signal]),
      maxRetries: 0,
      // The timer above is the limit; the SDK's own stands behind it.
      timeout: Math.ceil(timeout_ms) + 1_000,
    });
    return readCompletion(completion, said);
  } catch (error) {
    signal.throwIfAborted();
    throw timeout.signal.aborted ? timedOut() : fitToShow(error, said, client.apiKey ?? "");
  } finally {
    clearTimeout(timer);
  }
}

/** The failure, its words scrubbed: what comes from here may be shown to an operator. */
function fitToShow(error: unknown, said: string, key: string): ModelFailure {
  const { facts } = toModelFailure(error, said);
  const server_words = scrubbed(facts.server_words ?? "", said, key);
  return new ModelFailure({ ...facts, server_words }, { cause: error });
}

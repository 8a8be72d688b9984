/**
 * One exchange with the server: builds the body from what the server can do
 * and sends it once.
 *
 * @module
 */
import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelRequest } from "../triage/ports.ts";
import { timedOut, toModelFailure } from "./model_failure.ts";
import { type ChatMessage, promptFor, withComplaint } from "./prompt.ts";
import { type ChatAnswer, readCompletion } from "./read_completion.ts";
import type { ServerAbilities } from "./server_abilities.ts";
import { wireReply } from "./wire_reply.ts";

/** An answer that could not be used, and why, in words for the model. */
export interface Unusable {
  readonly answer: string;
  readonly complaint: string;
}

/** Alternatives asked for at each token. */
const TOP_LOGPROBS = 5;

/** Body of a call. */
export function chatBody(
  request: ModelRequest,
  unusable: Unusable | null,
  abilities: ServerAbilities,
  options: { readonly model: string; readonly max_output_tokens: number },
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const format = zodResponseFormat(wireReply(request.intents, request.product), "triage");
  const { schema } = format.json_schema;
  const prompt = promptFor(request, abilities.format === "json_schema" ? null : schema);
  const messages: ChatMessage[] = unusable === null
    ? prompt
    : withComplaint(prompt, unusable.answer, unusable.complaint);
  return {
    model: options.model,
    messages,
    ...(abilities.format === "json_schema" ? { response_format: format } : {}),
    ...(abilities.format === "json_object"
      ? { response_format: { type: "json_object" as const } }
      : {}),
    ...(abilities.temperature ? { temperature: 0 } : {}),
    ...(abilities.token_limit === null
      ? {}
      : { [abilities.token_limit]: options.max_output_tokens }),
    // Probabilities are of use only where the type is asked.
    ...(abilities.logprobs && request.intents.length > 1
      ? { logprobs: true, top_logprobs: TOP_LOGPROBS }
      : {}),
  };
}

/**
 * Sends a body once.
 *
 * @throws {ModelFailure}
 * @throws The signal's reason when the caller gave up.
 */
export async function sendChat(
  client: OpenAI,
  body: OpenAI.ChatCompletionCreateParamsNonStreaming,
  timeout_ms: number,
  signal: AbortSignal,
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
    return readCompletion(completion);
  } catch (error) {
    signal.throwIfAborted();
    throw timeout.signal.aborted ? timedOut() : toModelFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

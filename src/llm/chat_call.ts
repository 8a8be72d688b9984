/**
 * One exchange with the server: builds the body from what the server can do,
 * sends it once, and reads the answer's parts.
 *
 * @module
 */
import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelRequest } from "../triage/ports.ts";
import { ModelFailure, timedOut, toModelFailure } from "./model_failure.ts";
import type { TokenProbability } from "./opinion.ts";
import { type ChatMessage, promptFor, withComplaint } from "./prompt.ts";
import type { ServerAbilities } from "./server_abilities.ts";
import type { TokenCount } from "./token_count.ts";
import { wireReply } from "./wire_reply.ts";

/** An answer that could not be used, and why, in words for the model. */
export interface Unusable {
  readonly answer: string;
  readonly complaint: string;
}

/** What the server sent back. */
export interface ChatAnswer {
  readonly content: string;
  readonly tokens: TokenCount | null;
  readonly logprobs: readonly TokenProbability[] | null;
  /** Why the answer is none, if it is none. */
  readonly fault: "refused" | "cut_off" | "empty" | null;
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

function readCompletion(completion: OpenAI.ChatCompletion): ChatAnswer {
  if (typeof completion !== "object" || completion === null) {
    throw new ModelFailure({
      code: "model_error",
      detail: "The model server's answer was not readable",
      retryable: true,
      outage: true,
    });
  }
  // Servers leave out what the SDK's types promise.
  const choice: Partial<OpenAI.ChatCompletion.Choice> | undefined = completion.choices?.[0];
  const message: Partial<OpenAI.ChatCompletionMessage> | undefined = choice?.message;
  const content = typeof message?.content === "string" ? message.content : "";
  const refused = choice?.finish_reason === "content_filter" || Boolean(message?.refusal);
  return {
    content,
    tokens: readTokens(completion.usage),
    logprobs: choice?.logprobs?.content ?? null,
    fault: refused
      ? "refused"
      : choice?.finish_reason === "length"
      ? "cut_off"
      : content.trim() === ""
      ? "empty"
      : null,
  };
}

function readTokens(usage: OpenAI.CompletionUsage | null | undefined): TokenCount | null {
  if (typeof usage !== "object" || usage === null) return null;
  const count = (value: unknown) => typeof value === "number" && value >= 0 ? Math.trunc(value) : 0;
  const input_tokens = count(usage.prompt_tokens);
  return {
    input_tokens,
    cached_tokens: Math.min(input_tokens, count(usage.prompt_tokens_details?.cached_tokens)),
    output_tokens: count(usage.completion_tokens),
  };
}

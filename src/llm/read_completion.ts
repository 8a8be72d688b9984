/**
 * Reads a server's answer to a chat call. Servers leave out what the SDK's
 * types promise, forget to name the content type, and put errors into answers
 * of status 200: what is not there, or not of its type, counts as left out.
 *
 * @module
 */
import { z } from "zod";
import { failureOfFault } from "./fault_meaning.ts";
import { ModelFailure } from "./model_failure.ts";
import type { TokenProbability } from "./opinion.ts";
import { faultInBody } from "./server_fault.ts";
import { withoutThoughts } from "./thoughts.ts";
import type { TokenCount } from "./token_count.ts";

/** What the server sent back. */
export interface ChatAnswer {
  readonly content: string;
  readonly tokens: TokenCount | null;
  readonly logprobs: readonly TokenProbability[] | null;
  /** Why the answer is none, if it is none. `only_thoughts`: thinking filled the limit. */
  readonly fault: "refused" | "cut_off" | "only_thoughts" | "empty" | null;
}

const part = z.object({ text: z.string().catch("") }).catch({ text: "" });
const alternative = z.object({ token: z.string(), logprob: z.number() });
const alternatives = z.array(alternative).catch([]);
const token = alternative.extend({ top_logprobs: alternatives });
const count = z.coerce.number().min(0).catch(0).transform(Math.trunc);
const words = z.string().catch("");

const message = z.object({
  content: z.union([
    z.string(),
    z.array(part).transform((parts) => parts.map(({ text }) => text).join("")),
  ]).catch(""),
  refusal: z.string().nullable().catch(null),
  reasoning_content: words,
  reasoning: words,
});
const NO_MESSAGE: z.infer<typeof message> = {
  content: "",
  refusal: null,
  reasoning_content: "",
  reasoning: "",
};
const choice = z.object({
  finish_reason: z.string().nullable().catch(null),
  message: message.catch(NO_MESSAGE),
  logprobs: z.object({ content: z.array(token) }).nullable().catch(null),
});
const completion = z.object({
  choices: z.array(z.unknown()).catch([]).transform(([first]) => choice.safeParse(first).data),
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count })
      .catch({ cached_tokens: 0, cache_write_tokens: 0 }),
  }).nullable().catch(null),
});

/** How vendors say that an answer ended; OpenAI's `stop` and what is not listed is an answer. */
const REFUSED =
  /^(?:content_filter|safety|recitation|blocklist|prohibited_content|spii|image_safety|language|refusal|sensitive|blocked|guardrail_intervened)$/i;
const CUT_OFF =
  /^(?:length|max_tokens|max_output_tokens|model_length|model_context_window_exceeded)$/i;
const FAILED =
  /^(?:error|other|unknown|abort(?:ed)?|cancelled|insufficient_system_resource|network_error|malformed_function_call|malformed_response)$/i;

/**
 * Reads what the SDK gives for a body.
 *
 * @param said What the customer wrote: an echo of it in an error means nothing.
 * @throws {ModelFailure} When it is no object at all, or holds an error.
 */
export function readCompletion(body: unknown, said = ""): ChatAnswer {
  const given = typeof body === "string" ? parsed(body) : body;
  const fault = faultInBody(given);
  if (fault !== null) throw new ModelFailure(failureOfFault(fault, said));
  const read = completion.safeParse(given);
  if (!read.success) throw unreadable();
  const { choices: first, usage } = read.data;
  const finish = first?.finish_reason ?? "";
  if (FAILED.test(finish)) throw brokenOff();
  const { content, refusal } = first?.message ?? NO_MESSAGE;
  const answer = answerIn(first?.message ?? NO_MESSAGE);
  const refused = REFUSED.test(finish) || Boolean(refusal);
  return {
    content: answer,
    tokens: usage === null ? null : tokensOf(usage),
    logprobs: first?.logprobs?.content ?? null,
    fault: refused ? "refused" : faultOf(answer, content, CUT_OFF.test(finish)),
  };
}

function faultOf(answer: string, content: string, cut: boolean): ChatAnswer["fault"] {
  const spoken = withoutThoughts(content).trim();
  if (cut) return spoken === "" ? "only_thoughts" : "cut_off";
  return answer.trim() === "" ? "empty" : null;
}

/** Servers that split thoughts off put a whole answer there when the model marks it wrongly. */
function answerIn({ content, reasoning_content, reasoning }: typeof NO_MESSAGE): string {
  if (content.trim() !== "") return content;
  return [reasoning_content, reasoning].find((text) => text.includes("{")) ?? "";
}

function tokensOf(
  { prompt_tokens, completion_tokens, prompt_tokens_details: details }: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly prompt_tokens_details: {
      readonly cached_tokens: number;
      readonly cache_write_tokens: number;
    };
  },
): TokenCount {
  const cached_tokens = Math.min(prompt_tokens, details.cached_tokens);
  return {
    input_tokens: prompt_tokens,
    cached_tokens,
    cache_write_tokens: Math.min(prompt_tokens - cached_tokens, details.cache_write_tokens),
    output_tokens: completion_tokens,
  };
}

/** The SDK hands over text where the server did not say that it is JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable(): ModelFailure {
  return new ModelFailure({
    code: "model_error",
    detail: "The model server's answer was not readable",
    retryable: true,
    outage: true,
  });
}

function brokenOff(): ModelFailure {
  return new ModelFailure({
    code: "model_error",
    detail: "The model server broke off its answer",
    retryable: true,
    outage: true,
    maybe_billed: true,
  });
}

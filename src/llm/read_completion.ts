/**
 * Reads a server's answer to a chat call. Servers leave out what the SDK's
 * types promise and forget to name the content type: what is not there, or not
 * of its type, counts as left out.
 *
 * @module
 */
import { z } from "zod";
import { ModelFailure } from "./model_failure.ts";
import type { TokenProbability } from "./opinion.ts";
import type { TokenCount } from "./token_count.ts";

/** What the server sent back. */
export interface ChatAnswer {
  readonly content: string;
  readonly tokens: TokenCount | null;
  readonly logprobs: readonly TokenProbability[] | null;
  /** Why the answer is none, if it is none. */
  readonly fault: "refused" | "cut_off" | "empty" | null;
}

const part = z.object({ text: z.string().catch("") }).catch({ text: "" });
const alternative = z.object({ token: z.string(), logprob: z.number() });
const alternatives = z.array(alternative).catch([]);
const token = alternative.extend({ top_logprobs: alternatives });
const count = z.coerce.number().min(0).catch(0).transform(Math.trunc);

const choice = z.object({
  finish_reason: z.string().nullable().catch(null),
  message: z.object({
    content: z.union([
      z.string(),
      z.array(part).transform((parts) => parts.map(({ text }) => text).join("")),
    ]).catch(""),
    refusal: z.string().nullable().catch(null),
  }).catch({ content: "", refusal: null }),
  logprobs: z.object({ content: z.array(token) }).nullable().catch(null),
});
const completion = z.object({
  choices: z.array(z.unknown()).catch([]).transform(([first]) => choice.safeParse(first).data),
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).catch({ cached_tokens: 0 }),
  }).nullable().catch(null),
});

/**
 * Reads what the SDK gives for a body.
 *
 * @throws {ModelFailure} When it is no object at all.
 */
export function readCompletion(body: unknown): ChatAnswer {
  const read = completion.safeParse(typeof body === "string" ? parsed(body) : body);
  if (!read.success) throw unreadable();
  const { choices: first, usage } = read.data;
  const content = first?.message.content ?? "";
  const refused = first?.finish_reason === "content_filter" || Boolean(first?.message.refusal);
  return {
    content,
    tokens: usage === null ? null : {
      input_tokens: usage.prompt_tokens,
      cached_tokens: Math.min(usage.prompt_tokens, usage.prompt_tokens_details.cached_tokens),
      output_tokens: usage.completion_tokens,
    },
    logprobs: first?.logprobs?.content ?? null,
    fault: refused
      ? "refused"
      : first?.finish_reason === "length"
      ? "cut_off"
      : content.trim() === ""
      ? "empty"
      : null,
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

/**
 * What a server can do. OpenAI-compatible servers differ in what they refuse:
 * no JSON schema, no token probabilities, another name for the token limit.
 * What was refused once is not asked for again.
 *
 * @module
 */
import type { ModelFailure } from "./model_failure.ts";

/** How an answer's shape is asked for, best first. */
export type AnswerFormat = "json_schema" | "json_object" | "text";

/** What may be asked of a server. */
export interface ServerAbilities {
  readonly format: AnswerFormat;
  readonly logprobs: boolean;
  readonly temperature: boolean;
  readonly token_limit: "max_completion_tokens" | "max_tokens" | null;
}

/** Everything, until the server refuses it: what OpenAI's own models of the 4.1 family can. */
export const ALL_ABILITIES: ServerAbilities = {
  format: "json_schema",
  logprobs: true,
  temperature: true,
  token_limit: "max_completion_tokens",
};

const LESSER_FORMAT = { json_schema: "json_object", json_object: "text", text: null } as const;
const LESSER_LIMIT = { max_completion_tokens: "max_tokens", max_tokens: null } as const;
/** Statuses with which servers refuse a parameter. */
const REFUSING = new Set([400, 404, 405, 415, 422, 500, 501]);
/** A refusal that names no parameter, and nothing else either. */
const SAYS_NOTHING =
  /^[\W\d]*(?:(?:null|undefined|error|detail|message|bad request|invalid request(?: body)?|invalid_request_error|badrequesterror|unsupported(?: (?:parameter|field|option|value))?|not supported|unprocessable entity|unknown (?:parameter|field|argument)|status code \(no body\))[\W\d]*){1,8}$/i;

/**
 * What remains after a refusal; `null` when the failure refuses no ability, so
 * that asking for less would not help.
 */
export function lessAbilities(
  abilities: ServerAbilities,
  { facts: { status, server_words: words = "" } }: ModelFailure,
): ServerAbilities | null {
  if (status === undefined || !REFUSING.has(status)) return null;
  if (abilities.logprobs && /logprobs/i.test(words)) return { ...abilities, logprobs: false };
  if (abilities.temperature && /temperature/i.test(words)) {
    return { ...abilities, temperature: false };
  }
  if (abilities.token_limit !== null && words.includes(abilities.token_limit)) {
    return { ...abilities, token_limit: LESSER_LIMIT[abilities.token_limit] };
  }
  const format = LESSER_FORMAT[abilities.format];
  if (
    format !== null &&
    /response_format|json_schema|json_object|json schema|grammar|guided|structured/i.test(words)
  ) {
    return { ...abilities, format };
  }
  return (status === 400 || status === 422) && SAYS_NOTHING.test(words) ? plainer(abilities) : null;
}

/** What is left to leave out where a server does not say what it refuses; the format first. */
function plainer(abilities: ServerAbilities): ServerAbilities | null {
  const format = LESSER_FORMAT[abilities.format];
  if (format !== null) return { ...abilities, format };
  const { logprobs, temperature, token_limit } = abilities;
  return logprobs || temperature || token_limit !== null
    ? { format: "text", logprobs: false, temperature: false, token_limit: null }
    : null;
}

/**
 * What servers of other makes refuse, in their own words and error bodies. Each
 * is named after the server or after what it does.
 *
 * @module
 */
import type { Answer } from "./answer.ts";
import type { Dialect } from "./session.ts";

// deno-lint-ignore no-explicit-any
type Body = any;

/** The refusal of a call that asks for too much, or `null`. */
export function refusal(dialect: Dialect, body: Body): Answer | null {
  return REFUSALS[dialect](body);
}

const NOTHING = () => null;

const REFUSALS: Readonly<Record<Dialect, (body: Body) => Answer | null>> = {
  openai: NOTHING,
  thinks: (body) => body.reasoning_effort === undefined ? null : unknown("reasoning_effort"),
  reasoning: refusedByReasoning,
  llama_cpp: refusedByLlamaCpp,
  ollama: refusedByOllama,
  vllm: refusedByVllm,
  strict_validation: refusedByValidation,
  one_token_limit: refusedForTwoLimits,
  short_answers: refusedForLength,
  alternating_turns: refusedByTemplate,
  plain_content: refusedForParts,
  harmony: NOTHING,
  think_tags: NOTHING,
  bracket_think: NOTHING,
  reasoning_content: NOTHING,
  no_usage: NOTHING,
  short_context: NOTHING,
};

/** Reasoning models of OpenAI: no effort of none, one sampling, no probabilities, by 403. */
function refusedByReasoning(body: Body): Answer | null {
  if (body.reasoning_effort === "none") {
    const message = "Unsupported value: 'reasoning_effort' does not support 'none' with this " +
      "model. Supported values are: 'minimal', 'low', 'medium', and 'high'.";
    return openai(400, message, "reasoning_effort", "unsupported_value");
  }
  if (body.logprobs) {
    return openai(403, "You are not allowed to request logprobs from this model.", null, null);
  }
  return body.temperature === undefined ? null : openai(
    400,
    "Unsupported value: 'temperature' does not support 0 with this model.",
    "temperature",
    "unsupported_value",
  );
}

/** No schemas; probabilities and other names for limits are silently ignored. */
function refusedByLlamaCpp(body: Body): Answer | null {
  const message = 'response_format type must be one of "text" and "json_object"';
  return body.response_format?.type === "json_schema"
    ? json(400, { error: { code: 400, message, type: "invalid_request_error" } })
    : null;
}

/** Errors are plain strings. */
function refusedByOllama(body: Body): Answer | null {
  if (body.response_format?.type === "json_schema") {
    return json(400, { error: "invalid response_format: json_schema" });
  }
  return body.max_completion_tokens === undefined
    ? null
    : json(400, { error: "unknown parameter max_completion_tokens" });
}

/** Flat error bodies; this build has no guided decoding at all. */
function refusedByVllm(body: Body): Answer | null {
  return body.response_format === undefined ? null : json(400, {
    object: "error",
    message: "Guided decoding is not available: response_format is not supported",
    type: "BadRequestError",
    param: null,
    code: 400,
  });
}

/** Validates like FastAPI with extra fields forbidden. */
function refusedByValidation(body: Body): Answer | null {
  const known = ["model", "messages", "response_format", "temperature", "max_tokens"];
  const extra = Object.keys(body).find((name) => !known.includes(name));
  const detail = { type: "extra_forbidden", msg: "Extra inputs are not permitted" };
  return extra === undefined ? null : json(422, { detail: [{ ...detail, loc: ["body", extra] }] });
}

/** Takes one name of the limit at a time. */
function refusedForTwoLimits(body: Body): Answer | null {
  return body.max_tokens === undefined || body.max_completion_tokens === undefined ? null : openai(
    400,
    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
    "max_tokens",
    "invalid_parameter_combination",
  );
}

/** Tells how long an answer may be. */
function refusedForLength(body: Body): Answer | null {
  const asked = body.max_completion_tokens ?? body.max_tokens;
  return asked > 1_024
    ? openai(
      400,
      `max_tokens is too large: ${asked}. This model supports at most 1024 completion tokens, ` +
        `whereas you provided ${asked}.`,
      null,
      "invalid_value",
    )
    : null;
}

/** Chat templates: one system message, turns in alternation, none of them empty. */
function refusedByTemplate(body: Body): Answer | null {
  const roles: string[] = body.messages.map(({ role }: { role: string }) => role);
  const turns = roles.slice(1);
  const isFit = roles[0] === "system" && !turns.includes("system") &&
    turns.every((role, at) => role === (at % 2 === 0 ? "user" : "assistant")) &&
    body.messages.every(({ content }: Body) => content.length > 0);
  const message = "Conversation roles must alternate user/assistant/user/assistant/...";
  return isFit ? null : json(500, { error: { code: 500, message, type: "server_error" } });
}

/** Content is a string, not a list of parts. */
function refusedForParts(body: Body): Answer | null {
  const parts = body.messages.some(({ content }: Body) => typeof content !== "string");
  return parts
    ? json(422, {
      detail: [{
        type: "string_type",
        loc: ["body", "messages", 0, "content"],
        msg: "Input should be a valid string",
      }],
    })
    : null;
}

function unknown(name: string): Answer {
  const message = `Unrecognized request argument supplied: ${name}`;
  return openai(400, message, null, null);
}

function openai(status: number, message: string, param: string | null, code: string | null) {
  return json(status, { error: { message, type: "invalid_request_error", param, code } });
}

function json(status: number, body: unknown): Answer {
  return { kind: "json", status, body };
}

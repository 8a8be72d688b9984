/**
 * What servers of other makes refuse, in their own words and error bodies.
 *
 * @module
 */
import type { Answer } from "./answer.ts";
import type { Dialect } from "./session.ts";

// deno-lint-ignore no-explicit-any
type Body = any;

/** The refusal of a call that asks for too much, or `null`. */
export function refusal(dialect: Dialect, body: Body): Answer | null {
  const format = body.response_format?.type;
  switch (dialect) {
    case "openai":
      return null;
    case "reasoning":
      // Reasoning models of OpenAI: one sampling, no probabilities.
      if (body.logprobs) {
        return openai("You are not allowed to request logprobs from this model.", "logprobs");
      }
      return body.temperature === undefined ? null : openai(
        "Unsupported value: 'temperature' does not support 0 with this model.",
        "temperature",
      );
    case "llama_cpp":
      // No schemas; probabilities and other names for limits are silently ignored.
      return format === "json_schema"
        ? json(400, {
          error: {
            code: 400,
            message: 'response_format type must be one of "text" and "json_object"',
            type: "invalid_request_error",
          },
        })
        : null;
    case "ollama":
      // Errors are plain strings.
      if (format === "json_schema") {
        return json(400, { error: "invalid response_format: json_schema" });
      }
      return body.max_completion_tokens === undefined
        ? null
        : json(400, { error: "unknown parameter max_completion_tokens" });
    case "vllm":
      // Flat error bodies; this build has no guided decoding at all.
      return format === undefined ? null : json(400, {
        object: "error",
        message: "Guided decoding is not available: response_format is not supported",
        type: "BadRequestError",
        param: null,
        code: 400,
      });
  }
}

function openai(message: string, param: string): Answer {
  return json(400, {
    error: { message, type: "invalid_request_error", param, code: "unsupported_parameter" },
  });
}

function json(status: number, body: unknown): Answer {
  return { kind: "json", status, body };
}

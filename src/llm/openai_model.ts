/**
 * The second opinion and the drafted reply from an OpenAI-compatible server, by
 * chat completions: a conversation, each attempt of it through the breaker and
 * the ledger.
 *
 * @module
 */
import { createConsulting, type OpenAiModel } from "./consulting.ts";
import { converse } from "./conversation.ts";
import { createExchange } from "./exchange.ts";
import type { OpenAiModelOptions } from "./model_options.ts";
import { PROMPT_VERSION } from "./prompt.ts";

/**
 * Connects to a server; sends nothing yet.
 *
 * @throws {RangeError} When an option is out of its range.
 */
export function createOpenAiModel(given: OpenAiModelOptions): OpenAiModel {
  return createConsulting(given, PROMPT_VERSION, ({ client, breaker, options }) => {
    const exchange = createExchange(client, breaker, options);
    return (consultation) => converse(exchange, consultation, options);
  });
}

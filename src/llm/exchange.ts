/**
 * One question to the server and its answer: through the breaker and the
 * ledger, asking for less where the server refuses a parameter.
 *
 * @module
 */
import type OpenAI from "openai";
import type { ModelRequest } from "../triage/ports.ts";
import type { Breaker } from "./breaker.ts";
import type { CallMeter } from "./call_meter.ts";
import { chatBody, sendChat, type Unusable } from "./chat_call.ts";
import { ModelFailure } from "./model_failure.ts";
import type { OpenAiModelOptions } from "./model_options.ts";
import type { ChatAnswer } from "./read_completion.ts";
import { ALL_ABILITIES, lessAbilities } from "./server_abilities.ts";

/** The consultation that an exchange belongs to. */
export interface Consultation {
  readonly request: ModelRequest;
  readonly meter: CallMeter;
  /** Milliseconds left until the deadline. */
  readonly remainingMs: () => number;
  /** Aborts at the deadline or when nobody waits any more. */
  readonly signal: AbortSignal;
}

/**
 * Asks once.
 *
 * @param unusable An answer that could not be used, to be told to the model.
 * @param last Whether no further attempt follows.
 * @throws {ModelFailure}
 */
export type Exchange = (
  consultation: Consultation,
  unusable: Unusable | null,
  last: boolean,
) => Promise<ChatAnswer>;

const NEVER = new AbortController().signal;
/** An attempt ends so long before the deadline: it is then a failure of the server, not a call given up. */
const BEFORE_DEADLINE_MS = 10;
/** An attempt that had less than this share of its time says nothing about the server. */
const FAIR_SHARE = 0.1;

/** Remembers from call to call what the server can do. */
export function createExchange(
  client: OpenAI,
  breaker: Breaker,
  options: Required<OpenAiModelOptions>,
): Exchange {
  let abilities = ALL_ABILITIES;
  return async ({ request, meter, remainingMs, signal }, unusable, last) => {
    for (;;) {
      const tried = abilities;
      const body = chatBody(request, unusable, tried, options);
      const send = async (probe: boolean) => {
        const left_ms = Math.max(1, remainingMs() - BEFORE_DEADLINE_MS);
        const timeout_ms = Math.min(options.attempt_timeout_ms, left_ms);
        try {
          // A probe decides for everyone: it is not cut short by its client.
          return await sendChat(client, body, timeout_ms, probe ? NEVER : signal);
        } catch (error) {
          throw timeout_ms < options.attempt_timeout_ms * FAIR_SHARE ? excused(error) : error;
        }
      };
      try {
        return await breaker.run((probe) => meter.attempt(body, () => send(probe), last));
      } catch (error) {
        const less = error instanceof ModelFailure ? lessAbilities(tried, error) : null;
        if (less === null) throw error;
        // Another call may have found out in the meantime: then its findings are tried.
        if (abilities !== tried) continue;
        abilities = less;
        options.onEvent({ kind: "abilities", abilities });
      }
    }
  };
}

function excused(error: unknown): unknown {
  return error instanceof ModelFailure && error.facts.code === "model_timeout"
    ? new ModelFailure({ ...error.facts, outage: false }, { cause: error })
    : error;
}

/**
 * One question to the server and its answer: through the breaker and the
 * ledger, asking for less where the server refuses a parameter, and with a
 * second attempt beside one that is slow.
 *
 * @module
 */
import type OpenAI from "openai";
import type { ModelRequest } from "../triage/domain/ports.ts";
import type { Breaker } from "./breaker.ts";
import type { CallMeter } from "./call_meter.ts";
import { type ChatBody, chatBody, sendChat, sentCharacters, type Unusable } from "./chat_call.ts";
import { createHedgeAllowance, hedged } from "./hedge.ts";
import { type AbilityChange, createLearnedAbilities } from "./learned_abilities.ts";
import { ModelFailure } from "./model_failure.ts";
import type { OpenAiModelOptions } from "./model_options.ts";
import type { ChatAnswer } from "./read_completion.ts";
import { retryWithin } from "./retry_within.ts";
import { allAbilities, type ServerAbilities } from "./server_abilities.ts";

/** The consultation that an exchange belongs to. */
export interface Consultation {
  readonly request: ModelRequest;
  readonly meter: CallMeter;
  /** Milliseconds left until the deadline. */
  readonly remainingMs: () => number;
  /** Aborts at the deadline or when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** What is special about one turn of a conversation. */
export interface Turn {
  /** An answer that could not be used, to be told to the model. */
  readonly unusable: Unusable | null;
  /** Whether the answer needs more room, because thinking filled the limit. */
  readonly roomy: boolean;
  /** Whether no further attempt follows. */
  readonly last: boolean;
}

/**
 * Asks once.
 *
 * @throws {ModelFailure}
 */
export type Exchange = (consultation: Consultation, turn: Turn) => Promise<ChatAnswer>;

/** An attempt ends so long before the deadline: it is then a failure of the server, not a call given up. */
const BEFORE_DEADLINE_MS = 10;
/** An attempt that had less than this share of its time says nothing about the server. */
const FAIR_SHARE = 0.1;
/** Thoughts get the answer's limit so many times, once. */
const ROOM = 4;
/** A prompt that counts fewer tokens than its characters by this was cut: English has four a token. */
const CHARACTERS_PER_TOKEN_MAX = 8;
const CHARACTERS_PER_TOKEN = 4;

/** Remembers from call to call what the server can do. */
export function createExchange(
  client: OpenAI,
  breaker: Breaker,
  options: Required<OpenAiModelOptions>,
): Exchange {
  const { onEvent, max_output_tokens: ordinary_tokens, model } = options;
  let words = "";
  const learned = createLearnedAbilities(
    allAbilities(model, options.base_url),
    () => options.clock.monotonicMs(),
    (change: AbilityChange) => onEvent({ ...change, kind: "ability", words }),
  );
  const allowance = createHedgeAllowance();
  /** Most tokens of an answer, as the server told. */
  let allowed_tokens = Infinity;
  let thinks = false;

  return async (consultation, turn) => {
    const { request } = consultation;
    const said = `${request.message}\n${request.product_name}`;
    if (turn.roomy && !thinks) {
      thinks = true;
      onEvent({ kind: "room", output_tokens: ordinary_tokens * ROOM });
    }
    let asked = learned.next();
    let output_tokens = Math.min(ordinary_tokens * (thinks ? ROOM : 1), allowed_tokens);
    for (;;) {
      const body = chatBody({ request, unusable: turn.unusable, model, output_tokens }, asked);
      try {
        const answer = await askSlowly(consultation, turn, body, output_tokens, said);
        notice(answer, asked, body, request);
        return answer;
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        words = error.facts.server_words ?? "";
        const told = error.facts.told_output_tokens ?? Infinity;
        if (told < output_tokens) {
          output_tokens = told;
          // What the context leaves beside this prompt says nothing of the next one.
          if (!/context/i.test(words)) allowed_tokens = told;
          continue;
        }
        const less = learned.refused(asked, error.facts);
        if (less === null) throw error;
        asked = less;
      }
    }
  };

  /** Sends a body; a second time beside the first where that one is slow. */
  function askSlowly(
    { meter, remainingMs, signal }: Consultation,
    { last }: Turn,
    body: ChatBody,
    output_tokens: number,
    said: string,
  ): Promise<ChatAnswer> {
    const outgoing = { characters: sentCharacters(body), output_tokens, last };
    allowance.earn();
    const attempt = (given: AbortSignal) =>
      breaker.run((probe) =>
        meter.attempt(outgoing, async () => {
          const timeout_ms = Math.max(1, remainingMs() - BEFORE_DEADLINE_MS);
          try {
            // A probe decides for everyone: it is not cut short by its client.
            const until = probe ? NEVER : given;
            return await sendChat(client, body, { timeout_ms, signal: until, said });
          } catch (error) {
            throw timeout_ms < options.deadline_ms * FAIR_SHARE ? excused(error) : error;
          }
        })
      );
    return hedged(attempt, {
      // A later attempt has less time: it counts as slow sooner.
      after_ms: options.hedge_after_ms * Math.min(1, remainingMs() / options.deadline_ms),
      hedge(given) {
        if (breaker.refuses() || !meter.affords(outgoing) || !allowance.take()) return null;
        // The first one is slow already: where the second one fails, another try is worth more than waiting.
        const { attempts, backoff_ms } = options;
        return retryWithin(() => attempt(given), {
          attempts,
          backoff_ms,
          remainingMs,
          signal: given,
        });
      },
      signal,
    });
  }

  /** What an answer teaches about the server. */
  function notice(
    answer: ChatAnswer,
    asked: ServerAbilities,
    body: ChatBody,
    { intents }: ModelRequest,
  ): void {
    words = "";
    const isWhole = answer.fault === null && intents.length > 1;
    if (asked.logprobs && isWhole && answer.logprobs === null) learned.ignored("logprobs");
    else learned.accepted(asked);
    const read_tokens = answer.tokens?.input_tokens ?? 0;
    const characters = JSON.stringify(body.messages).length;
    if (read_tokens > 0 && characters / CHARACTERS_PER_TOKEN_MAX > read_tokens) {
      const sent_tokens = Math.round(characters / CHARACTERS_PER_TOKEN);
      onEvent({ kind: "prompt_cut", sent_tokens, read_tokens });
    }
  }
}

const NEVER = new AbortController().signal;

function excused(error: unknown): unknown {
  return error instanceof ModelFailure && error.facts.code === "model_timeout"
    ? new ModelFailure({ ...error.facts, outage: false }, { cause: error })
    : error;
}

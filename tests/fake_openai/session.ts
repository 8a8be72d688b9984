/**
 * What a session of the fake server was told to do.
 *
 * @module
 */

import { createPromptCache, type PromptCache } from "./prompt_cache.ts";

/** What one call gets. `rate_limit:2` asks to wait 2 seconds. */
export type Behaviour =
  | "ok"
  | "prose"
  | "rate_limit"
  | `rate_limit:${number}`
  | "quota"
  | "server_error"
  | "unavailable"
  | "unauthorized"
  | "hang"
  | "hang_body"
  | "cut_body"
  | "not_json_body"
  | "invalid_json"
  | "wrong_enum"
  | "wrong_severity"
  | "refusal"
  | "content_filter"
  | "input_filter"
  | "length"
  | "empty_choices"
  | "no_content"
  /** Says exactly this. */
  | { readonly say: string }
  /** Answers 200 with this body. */
  | { readonly body: unknown }
  /** Answers with this status and body. */
  | { readonly status: number; readonly error: unknown }
  /** Ends a good answer for this reason. */
  | { readonly finish: string };

/** Whose habits the server has. */
export type Dialect =
  | "openai"
  | "reasoning"
  | "llama_cpp"
  | "ollama"
  | "vllm"
  /** Forbids what it does not know. */
  | "strict_validation"
  /** Refuses two names of the limit at once. */
  | "one_token_limit"
  /** Says how long an answer may be at most. */
  | "short_answers"
  /** Its chat template wants one system message and turns in alternation. */
  | "alternating_turns"
  /** Takes no lists of parts. */
  | "plain_content"
  /** Thinks until the limit, unless it has 4,000 tokens at least. */
  | "thinks"
  /** Leaves thoughts in the text, with a draft in them. */
  | "harmony"
  | "think_tags"
  | "bracket_think"
  /** Puts its answer where thoughts belong. */
  | "reasoning_content"
  /** Does not count tokens. */
  | "no_usage"
  /** Cuts prompts in silence. */
  | "short_context";

/** Settings of a session; all may be left out. */
export interface SessionSettings {
  /** Behaviours of the first calls, in order. */
  readonly script?: readonly Behaviour[];
  /** What comes after the script. @default {"ok"} */
  readonly then?: Behaviour;
  /** After the script: share of calls with a fault, drawn with a fixed seed. */
  readonly mix?: Readonly<Partial<Record<string, number>>>;
  readonly dialect?: Dialect;
  /** Probability that the type's token gets; `null`: no logprobs. @default {0.97} */
  readonly type_probability?: number | null;
  /** Says this type whatever the message. */
  readonly type?: string;
  readonly latency_ms?: number;
  /** What `GET /models/NAME` tells. */
  readonly shutdown_date?: string | null;
}

/** A session's settings and what it was asked. */
export interface Session {
  readonly settings: SessionSettings;
  // deno-lint-ignore no-explicit-any
  readonly requests: any[];
  readonly cache: PromptCache;
  /** The behaviour of the next call. */
  next(): Behaviour;
}

/** Starts a session. */
export function createSession(settings: SessionSettings): Session {
  const script = [...settings.script ?? []];
  let state = 0x2545f491;
  const random = () => {
    // xorshift32: the same session draws the same faults.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    settings,
    requests: [],
    cache: createPromptCache(),
    next() {
      const scripted = script.shift();
      if (scripted !== undefined) return scripted;
      let draw = random();
      for (const [behaviour, share] of Object.entries(settings.mix ?? {})) {
        draw -= share ?? 0;
        if (draw < 0) return behaviour as Behaviour;
      }
      return settings.then ?? "ok";
    },
  };
}

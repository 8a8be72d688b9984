/**
 * Options of the model and their defaults.
 *
 * @module
 */
import type { DegradedCode } from "../triage/domain/explanation.ts";
import type { Clock } from "../triage/domain/ports.ts";
import type { AbilityChange } from "./learned_abilities.ts";
import { MAX_ANSWER_BYTES } from "./bounded_fetch.ts";
import { priceOf } from "./prices.ts";
import type { StandingChange } from "./standing.ts";
import type { TokenCount } from "./token_count.ts";
import type { TokenPrice } from "./token_price.ts";

/** Where OpenAI serves. */
export const OPENAI_BASE_URL = "https://api.openai.com/v1";

/** What happens inside, for logs and metrics. `words` are a server's, scrubbed; no message text. */
export type ModelEvent =
  | {
    readonly kind: "attempt";
    /** `null` when an answer came. */
    readonly failure: DegradedCode | null;
    readonly duration_ms: number;
    /** `null` where the server did not count. */
    readonly tokens: TokenCount | null;
  }
  | {
    readonly kind: "breaker";
    readonly state: "open" | "probing" | "closed";
    /** What opened it: our code and the server's own words. */
    readonly cause: { readonly code: DegradedCode; readonly words: string } | null;
  }
  | AbilityChange & { readonly kind: "ability"; readonly words: string }
  /** Thinking filled the limit: answers get more room from now on. */
  | { readonly kind: "room"; readonly output_tokens: number }
  /** The server counted far fewer tokens than were sent. */
  | { readonly kind: "prompt_cut"; readonly sent_tokens: number; readonly read_tokens: number }
  | { readonly kind: "budget_spent" }
  | StandingChange;

/** Options of `createOpenAiModel`. */
export interface OpenAiModelOptions {
  readonly api_key: string;
  /** Name of the model. */
  readonly model: string;
  /** @default {"https://api.openai.com/v1"} */
  readonly base_url?: string | null;
  /**
   * Time until the answer is due, from the moment the model is asked: all
   * attempts and the wait for a place. A tenth of it, and 150 ms at least where it
   * is not very short, is kept back for what goes before and after: reading, drafting
   * and storing on a busy machine. @default {10_000}
   */
  readonly deadline_ms?: number;
  /**
   * Time after which an attempt counts as slow: it runs on, and another may start
   * beside it. @default {half of the deadline, so that a second one has time}
   */
  readonly hedge_after_ms?: number;
  /** Most attempts of one consultation, the first included. @default {3} */
  readonly attempts?: number;
  /** Longest pause before the second attempt; doubles, with full jitter. @default {200} */
  readonly backoff_ms?: number;
  /** Most tokens of an answer. @default {2_000} */
  readonly max_output_tokens?: number;
  /** Longest body of an answer, decoded, in bytes. @default {1_048_576} */
  readonly max_answer_bytes?: number;
  /** Most consultations in flight. @default {64} */
  readonly concurrent_calls?: number;
  /** Most consultations that wait for a place. @default {512} */
  readonly queue_length?: number;
  /** Failures in a row that open the breaker. @default {5} */
  readonly breaker_failures?: number;
  /** Time between two probes while the breaker is open. @default {15_000} */
  readonly probe_every_ms?: number;
  /** Most that may be spent in a day (UTC). @default {null, no limit} */
  readonly budget_usd_per_day?: number | null;
  /** What this day had cost before the process started. @default {0} */
  readonly spent_today_usd?: number;
  /** Reads what the day has cost all instances together. @default {null, this is the only one} */
  readonly readSpentToday?: (() => Promise<number>) | null;
  /** @default {the published price of the model, where known} */
  readonly price?: TokenPrice | null;
  readonly clock?: Clock;
  /** Hears what happens inside. */
  readonly onEvent?: (event: ModelEvent) => void;
  /** Stands in for the network: recording and replay. @default {null, the real one} */
  readonly fetch?: typeof fetch | null;
}

/** Share of the deadline that is kept back for what goes before and after the model. */
const KEPT_BACK_SHARE = 0.1;
/** What the first message of a cold process takes on a busy machine, in milliseconds. */
const KEPT_BACK_MIN_MS = 150;
/** No more of a short deadline is kept back than this. */
const KEPT_BACK_SHARE_MAX = 0.25;

const SYSTEM_CLOCK: Clock = { now: () => new Date(), monotonicMs: () => performance.now() };

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} Naming the option, the range and the value.
 */
export function modelOptions(given: OpenAiModelOptions): Required<OpenAiModelOptions> {
  const {
    base_url = null,
    deadline_ms = 10_000,
    hedge_after_ms = Math.max(1, Math.round(deadline_ms * 0.5)),
    attempts = 3,
    backoff_ms = 200,
    max_output_tokens = 2_000,
    max_answer_bytes = MAX_ANSWER_BYTES,
    concurrent_calls = 64,
    queue_length = 512,
    breaker_failures = 5,
    probe_every_ms = 15_000,
    budget_usd_per_day = null,
    spent_today_usd = 0,
    readSpentToday = null,
    price = priceOf(given.model),
    clock = SYSTEM_CLOCK,
    onEvent = () => {},
    fetch = null,
  } = given;
  const limits = {
    deadline_ms,
    hedge_after_ms,
    attempts,
    max_output_tokens,
    max_answer_bytes,
    concurrent_calls,
    breaker_failures,
    probe_every_ms,
  };
  for (const [name, value] of Object.entries(limits)) {
    if (!(Number.isFinite(value) && value >= 1)) {
      throw new RangeError(`Cannot set up the model: '${name}' must be at least 1, got ${value}`);
    }
  }
  return {
    ...limits,
    deadline_ms: deadline_ms - keptBackMs(deadline_ms),
    api_key: given.api_key,
    model: given.model,
    base_url,
    backoff_ms,
    queue_length,
    budget_usd_per_day,
    spent_today_usd,
    readSpentToday,
    price,
    clock,
    onEvent,
    fetch,
  };
}

function keptBackMs(deadline_ms: number): number {
  return Math.min(
    Math.max(deadline_ms * KEPT_BACK_SHARE, KEPT_BACK_MIN_MS),
    deadline_ms * KEPT_BACK_SHARE_MAX,
  );
}

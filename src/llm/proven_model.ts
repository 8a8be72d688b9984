/**
 * A model whose opinions count as far as it has shown that they are worth it:
 * an entrance exam at the first opinion that is asked, and now and then a
 * message of which the scorer is sure.
 *
 * @module
 */
// @ts-types="@std/types/async/pool.d.ts"
import { pooledMap } from "@std/async/pool";
import { INTENTS } from "../triage/domain/intent.ts";
import type {
  Clock,
  LanguageModel,
  ModelOpinion,
  ModelRequest,
  Unavailable,
} from "../triage/domain/ports.ts";
import { EXAM } from "./exam.ts";
import {
  createStandingBook,
  EXAM_ANSWERS_MIN,
  type Judged,
  type StandingChange,
} from "./standing.ts";

/** Options of {@linkcode proving}. */
export interface ProvingOptions {
  /** Time until an answer is due, in milliseconds: the wait for the exam stays within it. */
  readonly deadline_ms: number;
  /** An opinion that comes before the exam is over waits for it so long. @default {2_000} */
  readonly exam_wait_ms?: number;
  readonly clock: Clock;
  readonly onChange: (change: StandingChange) => void;
}

/** One call in so many has a message of which the scorer is sure: 1.6 %. */
export const CALLS_PER_SAMPLE = 64;
/** An exam that too few answers came to, or that was failed, is held again after this, in milliseconds. */
const EXAM_AGAIN_MS = { unanswered: 60_000, failed: 6 * 60 * 60 * 1_000 } as const;
/** Questions asked at once: customers wait for the same server. */
const QUESTIONS_AT_ONCE = 4;

/** Puts a model to the proof. */
export function proving(model: LanguageModel, options: ProvingOptions): LanguageModel {
  const { clock, onChange, exam_wait_ms = 2_000 } = options;
  const book = createStandingBook(onChange);
  let calls_since_sample = 0;
  let exam: Promise<void> | null = null;
  /** `null` while none was held, or one is going on. */
  let examined_ms: number | null = null;

  /** Holds the exam if it is due. Never rejects. */
  function examine(request: ModelRequest): Promise<void> {
    const { state } = book.current();
    const again_ms = state === "dropped" ? EXAM_AGAIN_MS.failed : EXAM_AGAIN_MS.unanswered;
    const due = exam === null ||
      state !== "trusted" && examined_ms !== null && clock.monotonicMs() - examined_ms >= again_ms;
    if (due) {
      examined_ms = null;
      exam = sit(model, request).then((judged) => {
        examined_ms = clock.monotonicMs();
        if (judged.length >= EXAM_ANSWERS_MIN) book.examined(judged);
      });
    }
    return exam ?? Promise.resolve();
  }

  /** A reply of a model whose opinions are dropped does not show that it understood anything. */
  function weighed(said: ModelOpinion | Unavailable): ModelOpinion | Unavailable {
    return said.kind === "opinion" && book.current().state === "dropped"
      ? { ...said, weight: 0 }
      : said;
  }

  return {
    ...model,
    standing: book.current,
    sampleDue: () => calls_since_sample >= CALLS_PER_SAMPLE,
    async consult(request, signal) {
      const [only] = request.intents;
      if (request.intents.length === 1 && only !== undefined) {
        if (calls_since_sample < CALLS_PER_SAMPLE) {
          calls_since_sample++;
          return weighed(await model.consult(request, signal));
        }
        calls_since_sample = 0;
        const said = await model.consult({ ...request, intents: INTENTS }, signal);
        if (said.kind === "opinion" && said.scores !== null) {
          book.sampled({ scores: said.scores, truth: only });
        }
        // It was asked for its reply alone: what it thinks of the type is noted, not used.
        return weighed(said.kind === "opinion" ? { ...said, scores: null } : said);
      }
      calls_since_sample++;
      const started_ms = clock.monotonicMs();
      const over = examine(request);
      const said = await model.consult(request, signal);
      if (said.kind === "unavailable") return said;
      if (book.current().state === "unproven") {
        const left_ms = options.deadline_ms - (clock.monotonicMs() - started_ms);
        await within(over, Math.min(exam_wait_ms, left_ms), signal);
      }
      return { ...said, weight: book.current().weight };
    },
  };
}

/** What the model says to the questions; those that it does not answer are left out. */
async function sit(
  model: LanguageModel,
  { product, product_name }: ModelRequest,
): Promise<Judged[]> {
  const { signal } = new AbortController();
  const answers = pooledMap(QUESTIONS_AT_ONCE, EXAM, async ({ message, truth }) => {
    const request = { message, product_name, product, intents: INTENTS };
    const said: ModelOpinion | Unavailable = await model.consult(request, signal);
    return said.kind === "opinion" && said.scores !== null ? [{ scores: said.scores, truth }] : [];
  });
  return (await Array.fromAsync(answers)).flat();
}

/** Waits for something, but not longer than this, and not for a client that has gone. */
async function within(waited: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  const enough = Promise.withResolvers<void>();
  const timer = setTimeout(enough.resolve, ms);
  signal.addEventListener("abort", () => enough.resolve(), { once: true });
  await Promise.race([waited, enough.promise]);
  clearTimeout(timer);
  signal.throwIfAborted();
}

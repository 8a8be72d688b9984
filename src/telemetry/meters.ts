/**
 * The service's own metrics. Names and units are listed in docs/operations.md.
 *
 * @module
 */
import { type Attributes, type Counter, type Histogram, metrics } from "@opentelemetry/api";
import type { StoredCase } from "../triage/domain/case.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { Thing } from "../triage/domain/rising.ts";
import type { Drift } from "./drift.ts";
import type { BreakerState, ModelEvent } from "./model_event.ts";

/** Figures that are asked for at each export. */
export interface Gauges {
  /** Requests under way. */
  readonly running: () => number;
  /** Cases waiting for a commit. */
  readonly queued: () => number;
  /** Erasures that are not complete yet. */
  readonly erasures: () => number;
  readonly breaker: () => BreakerState;
  /** How much the model's opinions count, in [0, 1]; `null` without a model. */
  readonly weight: () => number | null;
  /** Events that wait for delivery, and since when the oldest. */
  readonly outbox: () => Promise<{ readonly waiting: number; readonly oldest: Date | null }>;
  readonly drift: () => Promise<Drift | null>;
  /** What rises now. */
  readonly rising: () => Promise<readonly Thing[]>;
  readonly now: () => Date;
}

/** Counts what happens. */
export interface Meters {
  caseAnswered(stored: StoredCase): void;
  modelEvent(event: ModelEvent): void;
  /** Fields of a model's reply that were drafted here instead. */
  fieldsReplaced(fields: readonly string[]): void;
  committed(cases: number, duration_ms: number): void;
  observe(gauges: Gauges): void;
}

const BREAKER_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, probing: 1, open: 2 };
const SHARES = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);
const SECONDS = [0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 8, 12, 20, 60];
const TOKENS = [64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384];
const COMMIT_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];
const COMMIT_CASES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Creates the instruments. `model` is the attributes of every model metric. */
export function createMeters(model: Attributes): Meters {
  const meter = metrics.getMeter("intake");
  const counter = (name: string, description: string, unit: string): Counter =>
    meter.createCounter(name, { description, unit });
  const histogram = (
    name: string,
    description: string,
    unit: string,
    bounds: number[],
  ): Histogram =>
    meter.createHistogram(name, {
      description,
      unit,
      advice: { explicitBucketBoundaries: bounds },
    });

  const messages = counter("intake.messages", "Messages answered", "{message}");
  const confidence = histogram("intake.confidence", "Probability of the type", "1", SHARES);
  const degraded = counter("intake.degraded", "Messages that a due call failed for", "{message}");
  const cost = counter("intake.model.cost", "What model calls cost", "USD");
  const replaced = counter(
    "intake.model.replaced",
    "Fields of replies that did not stand",
    "{field}",
  );
  const duration = histogram(
    "gen_ai.client.operation.duration",
    "One attempt to ask the model",
    "s",
    SECONDS,
  );
  const tokens = histogram("gen_ai.client.token.usage", "Tokens of one attempt", "{token}", TOKENS);
  const cached = counter(
    "intake.model.cached",
    "Input tokens that the server had in its cache",
    "{token}",
  );
  const commits = histogram(
    "intake.store.commit.cases",
    "Cases in a commit",
    "{case}",
    COMMIT_CASES,
  );
  const commitTime = histogram("intake.store.commit.duration", "One commit", "s", COMMIT_SECONDS);

  return {
    caseAnswered({ answer, explanation }) {
      const { message_type } = answer;
      const { route, review, usage } = explanation;
      messages.add(1, { message_type, route, review: review.required });
      confidence.record(answer.confidence_score, { message_type });
      if (explanation.degraded !== null) degraded.add(1, { code: explanation.degraded.code });
      if (usage.cost_usd !== null && usage.cost_usd > 0) cost.add(usage.cost_usd, model);
    },
    modelEvent(event) {
      if (event.kind !== "attempt") return;
      const failure = event.failure === null ? {} : { "error.type": event.failure };
      duration.record(event.duration_ms / 1000, { ...model, ...failure });
      if (event.tokens === null) return;
      const { input_tokens, output_tokens } = event.tokens;
      tokens.record(input_tokens, { ...model, "gen_ai.token.type": "input" });
      tokens.record(output_tokens, { ...model, "gen_ai.token.type": "output" });
      cached.add(event.tokens.cached_tokens, model);
    },
    fieldsReplaced(fields) {
      for (const field of fields) replaced.add(1, { ...model, field });
    },
    committed(cases, duration_ms) {
      commits.record(cases);
      commitTime.record(duration_ms / 1000);
    },
    observe: (gauges) => observe(gauges, model),
  };
}

function observe(gauges: Gauges, model: Attributes): void {
  const meter = metrics.getMeter("intake");
  const gauge = (name: string, description: string, unit: string) =>
    meter.createObservableGauge(name, { description, unit });
  gauge("intake.requests.running", "Requests under way", "{request}")
    .addCallback((result) => result.observe(gauges.running()));
  gauge("intake.store.queue", "Cases waiting for a commit", "{case}")
    .addCallback((result) => result.observe(gauges.queued()));
  gauge("intake.store.erasures", "Erasures that are not complete yet", "{erasure}")
    .addCallback((result) => result.observe(gauges.erasures()));
  gauge("intake.model.breaker", "0 closed, 1 probing, 2 open", "1")
    .addCallback((result) => result.observe(BREAKER_VALUES[gauges.breaker()], model));
  gauge("intake.model.weight", "How much its opinions count; 0 is not at all", "1")
    .addCallback((result) => {
      const weight = gauges.weight();
      if (weight !== null) result.observe(weight, model);
    });

  const waiting = gauge("intake.outbox.waiting", "Events that wait for delivery", "{event}");
  const lag = gauge("intake.outbox.lag", "Age of the oldest event that waits", "s");
  meter.addBatchObservableCallback(async (result) => {
    const backlog = await known(gauges.outbox());
    if (backlog === null) return;
    result.observe(waiting, backlog.waiting);
    const since = backlog.oldest?.getTime() ?? gauges.now().getTime();
    result.observe(lag, Math.max(0, gauges.now().getTime() - since) / 1000);
  }, [waiting, lag]);

  const rising = gauge("intake.rising", "Matters or components that rise", "{thing}");
  meter.addBatchObservableCallback(async (result) => {
    const things = await known(gauges.rising());
    if (things === null) return;
    for (const kind of ["matter", "component"] as const) {
      result.observe(rising, things.filter((thing) => thing.kind === kind).length, { kind });
    }
  }, [rising]);

  const share = gauge("intake.drift.share", "A type's share, this week less last week's", "1");
  const drift = gauge("intake.drift.confidence", "Mean confidence, likewise", "1");
  meter.addBatchObservableCallback(async (result) => {
    const shift = await known(gauges.drift());
    if (shift === null) return;
    for (const intent of INTENTS) {
      result.observe(share, shift.share[intent], { message_type: intent });
    }
    result.observe(drift, shift.confidence);
  }, [share, drift]);
}

/** A store that is away leaves a gap in the curve, and nothing else. */
async function known<T>(figure: Promise<T>): Promise<T | null> {
  try {
    return await figure;
  } catch {
    return null;
  }
}

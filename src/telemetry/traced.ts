/**
 * The path of a message with a span around each of its steps. The path itself
 * has no line of it: its parts are wrapped, and it is built from the wrapped ones.
 *
 * @module
 */
import { type Attributes, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Assessor } from "../triage/domain/ports.ts";
import { type Triage, TRIAGE_RULES, type TriageParts } from "../triage/triage.ts";
import type { Meters } from "./meters.ts";
import type { ModelEvent } from "./model_event.ts";
import { inSpan } from "./spans.ts";

const tracer = trace.getTracer("intake");

/** Wraps what the path is made of. */
export function traceParts(parts: TriageParts, meters: Meters): TriageParts {
  const { reader = null, model, store, rules = TRIAGE_RULES } = parts;
  return {
    ...parts,
    onReplaced(fields) {
      meters.fieldsReplaced(fields);
      parts.onReplaced?.(fields);
    },
    assessor: traceAssessor(parts.assessor),
    reader: reader && {
      ...reader,
      read: (text, signal) =>
        inSpan("read_again", {}, async (span) => {
          const said = await reader.read(text, signal);
          if (said.kind === "unavailable") span.setAttribute("error.type", said.code);
          return said;
        }),
    },
    model: model && {
      ...model,
      consult: (request, signal) =>
        inSpan("consult", { intents: request.intents.length }, async (span) => {
          const said = await model.consult(request, signal);
          span.setAttribute("attempts", said.usage.attempts);
          if (said.kind === "unavailable") span.setAttribute("error.type", said.code);
          return said;
        }),
    },
    store: {
      ...store,
      record: (newCase) => inSpan("store", {}, () => store.record(newCase)),
      findRepeat: (identity, since) =>
        inSpan("find_repeat", {}, () => store.findRepeat(identity, since)),
    },
    rules: {
      decide: (judgement, options, sample_due) =>
        inSpan("decide", {}, (span) => {
          const intents = rules.decide(judgement, options, sample_due);
          span.setAttribute("intents", intents.length);
          return intents;
        }),
      blend: (local, opinion, weight) =>
        inSpan(
          "blend",
          { opinion: opinion !== null },
          () => rules.blend(local, opinion, weight),
        ),
    },
  };
}

/** The steps ran one after the other, maybe on another thread: their spans are written afterwards. */
function traceAssessor(assessor: Assessor): Assessor {
  return {
    get version() {
      return assessor.version;
    },
    async assess(request, signal) {
      const assessed = await assessor.assess(request, signal);
      const { read, score, draft } = assessed.timings_ms;
      let at = performance.timeOrigin + performance.now() - (read + score + draft);
      const step = (name: string, duration_ms: number, attributes: Attributes = {}) => {
        const span = tracer.startSpan(name, { startTime: at, attributes });
        at += duration_ms;
        span.end(at);
      };
      step("read", read, { characters: request.text.length });
      step("score", score);
      step("draft", draft, { intent: assessed.verdict.intent });
      return assessed;
    },
  };
}

/** Wraps the whole path: one span a message, under the request's where there is one. */
export function traceTriage(triage: Triage, meters: Meters): Triage {
  return (message, signal, claim) =>
    inSpan("triage", {}, async (span) => {
      const stored = await triage(message, signal, claim);
      const { answer, explanation } = stored;
      span.setAttributes({
        message_type: answer.message_type,
        route: explanation.route,
        confidence: answer.confidence_score,
        review: explanation.review.required,
        ...(stored.case_id === null ? {} : { case_id: stored.case_id }),
      });
      meters.caseAnswered(stored);
      return stored;
    });
}

/**
 * A span for an attempt that has just ended, after the conventions for
 * generative AI: whom it asked and what it took, no word of what was said.
 */
export function traceAttempt(event: ModelEvent, model: Attributes): void {
  if (event.kind !== "attempt") return;
  const now = performance.timeOrigin + performance.now();
  const { failure, tokens } = event;
  const span = tracer.startSpan(`chat ${model["gen_ai.request.model"]}`, {
    kind: SpanKind.CLIENT,
    startTime: now - event.duration_ms,
    attributes: {
      ...model,
      ...(failure === null ? {} : { "error.type": failure }),
      ...(tokens === null ? {} : {
        "gen_ai.usage.input_tokens": tokens.input_tokens,
        "gen_ai.usage.output_tokens": tokens.output_tokens,
      }),
    },
  });
  if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(now);
}

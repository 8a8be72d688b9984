/**
 * Everything that watches, behind one switch. Switched off, it is not there:
 * the path is built from the bare parts.
 *
 * @module
 */
import type { Attributes } from "@opentelemetry/api";
import type { Triage, TriageParts } from "../triage/triage.ts";
import { createMeters, type Gauges } from "./meters.ts";
import type { BreakerState, ModelEvent } from "./model_event.ts";
import { redactSpans } from "./redacted_spans.ts";
import { traceAttempt, traceParts, traceTriage } from "./traced.ts";

/** What the composition root asks of telemetry. */
export interface Telemetry {
  watchParts(parts: TriageParts): TriageParts;
  watchTriage(triage: Triage): Triage;
  readonly onModelEvent: (event: ModelEvent) => void;
  readonly onCommit: (cases: number, duration_ms: number) => void;
  /** Called once everything that can be asked is there. */
  observe(gauges: Omit<Gauges, "breaker">): void;
}

/** Options of {@linkcode createTelemetry}. */
export interface TelemetryOptions {
  readonly enabled: boolean;
  /** Name of the model that is asked. */
  readonly model: string;
  /** Host of the server that is asked. */
  readonly model_host: string;
}

/** Watches nothing. */
export const NO_TELEMETRY: Telemetry = {
  watchParts: (parts) => parts,
  watchTriage: (triage) => triage,
  onModelEvent: () => {},
  onCommit: () => {},
  observe: () => {},
};

/** Creates the instruments, or what stands in for them. */
export function createTelemetry(options: TelemetryOptions): Telemetry {
  if (!options.enabled) return NO_TELEMETRY;
  redactSpans();
  const model: Attributes = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": options.model,
    "server.address": options.model_host,
  };
  const meters = createMeters(model);
  let breaker: BreakerState = "closed";
  return {
    watchParts: (parts) => traceParts(parts, meters),
    watchTriage: (triage) => traceTriage(triage, meters),
    onModelEvent(event) {
      if (event.kind === "breaker") breaker = event.state;
      meters.modelEvent(event);
      traceAttempt(event, model);
    },
    onCommit: (cases, duration_ms) => meters.committed(cases, duration_ms),
    observe: (gauges) => meters.observe({ ...gauges, breaker: () => breaker }),
  };
}

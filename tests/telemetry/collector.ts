/**
 * An OTLP collector of the smallest kind: takes what a service exports over
 * HTTP as JSON, and lets a test wait for what it is looking for.
 *
 * @module
 */

/** Attributes of a span, metric point or log record. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A span. */
export interface SeenSpan {
  readonly name: string;
  readonly scope: string;
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_id: string;
  /** As in the protocol: 2 is server, 3 is client. */
  readonly kind: number;
  readonly duration_ms: number;
  readonly attributes: Attributes;
}

/** One point of a metric. */
export interface SeenPoint {
  readonly metric: string;
  readonly unit: string;
  readonly attributes: Attributes;
  /** Sum or last value. */
  readonly value: number;
  /** Values counted, for histograms. */
  readonly count: number;
}

/** A collector that listens. */
export interface Collector extends AsyncDisposable {
  readonly endpoint: string;
  readonly spans: readonly SeenSpan[];
  readonly points: readonly SeenPoint[];
  /** Bodies of log records. */
  readonly logs: readonly string[];
  /** All that came, as text. */
  raw(): string;
  /** Resolves when the condition holds, which is looked at after every export. */
  until(holds: () => boolean): Promise<void>;
}

/** Starts to listen on a free port. */
export function startCollector(): Collector {
  const spans: SeenSpan[] = [];
  const points: SeenPoint[] = [];
  const logs: string[] = [];
  const texts: string[] = [];
  let waiting: { holds: () => boolean; resolve: () => void }[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (req) => {
    const text = await req.text();
    texts.push(text);
    const body = JSON.parse(text);
    for (const resource of body.resourceSpans ?? []) spans.push(...spansOf(resource));
    for (const resource of body.resourceMetrics ?? []) points.push(...pointsOf(resource));
    for (const resource of body.resourceLogs ?? []) logs.push(...logsOf(resource));
    waiting = waiting.filter(({ holds, resolve }) => {
      if (!holds()) return true;
      resolve();
      return false;
    });
    return Response.json({});
  });
  return {
    endpoint: `http://127.0.0.1:${server.addr.port}`,
    spans,
    points,
    logs,
    raw: () => texts.join("\n"),
    async until(holds) {
      if (holds()) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ holds, resolve });
      await promise;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

// deno-lint-ignore no-explicit-any
type Json = any;

function spansOf({ scopeSpans }: Json): SeenSpan[] {
  return scopeSpans.flatMap(({ scope, spans }: Json) =>
    spans.map((span: Json): SeenSpan => ({
      name: span.name,
      scope: scope?.name ?? "",
      trace_id: span.traceId,
      span_id: span.spanId,
      parent_id: span.parentSpanId ?? "",
      kind: span.kind,
      duration_ms: (Number(span.endTimeUnixNano) - Number(span.startTimeUnixNano)) / 1e6,
      attributes: attributesOf(span.attributes),
    }))
  );
}

function pointsOf({ scopeMetrics }: Json): SeenPoint[] {
  return scopeMetrics.flatMap(({ metrics }: Json) =>
    metrics.flatMap((metric: Json) =>
      (metric.sum ?? metric.gauge ?? metric.histogram).dataPoints.map((point: Json): SeenPoint => ({
        metric: metric.name,
        unit: metric.unit,
        attributes: attributesOf(point.attributes),
        value: Number(point.asDouble ?? point.asInt ?? point.sum),
        count: Number(point.count ?? 1),
      }))
    )
  );
}

function logsOf({ scopeLogs }: Json): string[] {
  return scopeLogs.flatMap(({ logRecords }: Json) =>
    logRecords.map(({ body }: Json) => String(body?.stringValue))
  );
}

function attributesOf(attributes: Json): Attributes {
  return Object.fromEntries(
    (attributes ?? []).map(({ key, value }: Json) => [key, Object.values(value)[0]]),
  );
}

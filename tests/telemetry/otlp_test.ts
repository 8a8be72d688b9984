/**
 * A run of the real service, as an OTLP collector sees it.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch } from "@std/assert";
// @ts-types="@std/types/async/delay.d.ts"
import { delay } from "@std/async/delay";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { type ServiceProcess, startService } from "../service_process.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { SECRET, startReceiver } from "../outbox/receiver.ts";
import { sampleCase } from "../store/case_samples.ts";
import { type Collector, type SeenSpan, startCollector } from "./collector.ts";

const MESSAGE = "The zanzibar button just spins and nothing happens when I click it.";
const CUSTOMER = "planted-customer";
const STOP_MS = 5_000;

function environment(collector: Collector): Record<string, string> {
  return {
    OTEL_DENO: "true",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_METRIC_EXPORT_INTERVAL: "300",
    OTEL_BSP_SCHEDULE_DELAY: "100",
    OTEL_BLRP_SCHEDULE_DELAY: "100",
    OTEL_SERVICE_NAME: "intake",
  };
}

async function post(service: ServiceProcess, headers: Record<string, string> = {}) {
  const response = await fetch(`${service.origin}/process-customer-message?explain=true`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ customer_id: CUSTOMER, message: MESSAGE, product: "1440 Web Portal" }),
  });
  const { explanation } = await response.json();
  return { status: response.status, explanation, id: response.headers.get("x-request-id") };
}

/**
 * Ends the service. Deno's last export can wait for ever
 * (https://github.com/denoland/deno/issues/33157), after all of ours is done: then it is killed.
 */
async function stopped(service: ServiceProcess): Promise<void> {
  service.kill("SIGTERM");
  const ended = await Promise.race([service.status, delay(STOP_MS, { persistent: false })]);
  if (ended) return;
  service.kill("SIGKILL");
  await service.status;
}

async function withTelemetry(
  settings: Record<string, string>,
  use: (service: ServiceProcess, collector: Collector) => Promise<void>,
): Promise<void> {
  await using collector = startCollector();
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    INTAKE_DUPLICATE_WINDOW_S: "0",
    ...environment(collector),
    ...settings,
  });
  try {
    await use(service, collector);
  } finally {
    await stopped(service);
  }
}

function ancestors(span: SeenSpan, spans: readonly SeenSpan[]): string[] {
  const parent = spans.find(({ span_id }) => span_id === span.parent_id);
  return parent === undefined ? [] : [parent.name, ...ancestors(parent, spans)];
}

Deno.test("a message is one trace: request, score, decide, model attempts, blend, draft, store", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("telemetry", { script: ["server_error", "ok"] });
  const settings = { OPENAI_API_KEY: "sk-planted", OPENAI_BASE_URL: base_url };
  await withTelemetry(settings, async (service, collector) => {
    const trace_id = "0af7651916cd43dd8448eb211c80319c";
    const { explanation } = await post(service, {
      traceparent: `00-${trace_id}-b7ad6b7169203331-01`,
    });
    assertEquals(explanation.usage.attempts, 2);
    await collector.until(() => collector.spans.some(({ kind, scope }) => kind === 2 && scope));
    await collector.until(() => collector.spans.some(({ name }) => name === "triage"));

    const spans = collector.spans.filter((span) => span.trace_id === trace_id);
    const server = spans.find(({ kind, name }) => kind === 2 && name.includes("customer"));
    assertEquals(server?.name, "POST /process-customer-message");
    assertEquals(server?.attributes["http.route"], "/process-customer-message");
    const steps = ["read", "score", "decide", "consult", "blend", "draft", "store"];
    for (const step of steps) {
      const span = spans.find(({ name }) => name === step);
      assert(span, `no span ${step}`);
      assertEquals(ancestors(span, spans), ["triage", "POST /process-customer-message"]);
    }
    const attempts = spans.filter(({ name }) => name.startsWith("chat "));
    assertEquals(attempts.length, 2);
    for (const attempt of attempts) {
      assertEquals(ancestors(attempt, spans)[0], "consult");
      assertEquals([attempt.kind, attempt.attributes["gen_ai.operation.name"]], [3, "chat"]);
      assertEquals(attempt.attributes["gen_ai.provider.name"], "openai");
      assertEquals(attempt.name, `chat ${attempt.attributes["gen_ai.request.model"]}`);
    }
    assertEquals(attempts.map(({ attributes }) => attributes["error.type"]), [
      "model_error",
      undefined,
    ]);
    assert(Number(attempts[1]?.attributes["gen_ai.usage.input_tokens"]) > 0);
    assert(Number(attempts[1]?.attributes["gen_ai.usage.output_tokens"]) > 0);
    const triage = spans.find(({ name }) => name === "triage");
    assertEquals(triage?.attributes["route"], "blended");
    assertEquals(triage?.attributes["case_id"], explanation.case_id);
  });
});

Deno.test("without a model a message is one trace too: score, decide, blend, draft, store", async () => {
  await withTelemetry({}, async (service, collector) => {
    const trace_id = "1af7651916cd43dd8448eb211c80319c";
    await post(service, { traceparent: `00-${trace_id}-b7ad6b7169203331-01` });
    const spans = () => collector.spans.filter((span) => span.trace_id === trace_id);
    await collector.until(() => spans().some(({ kind, scope }) => kind === 2 && scope));
    await collector.until(() => spans().some(({ name }) => name === "triage"));
    for (const step of ["read", "score", "decide", "blend", "draft", "store"]) {
      const [span, ...more] = spans().filter(({ name }) => name === step);
      assert(span && more.length === 0, `${step}: ${more.length}`);
      assertEquals(ancestors(span, spans()), ["triage", "POST /process-customer-message"]);
    }
  });
});

Deno.test("drift is told by type where there are two weeks to compare", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/cases.sqlite`;
  for (const [days, intent] of [[10, "bug_report"], [3, "feature_request"]] as const) {
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const store = await openSqliteStore({ path, now: () => then });
    await store.record(sampleCase({ created_at: then, intent }));
    await store.close();
  }
  await withTelemetry({ INTAKE_DATABASE: path }, async (_, collector) => {
    const seen = () =>
      collector.points.flatMap(({ metric, attributes, value }) =>
        metric === "intake.drift.share" ? [[attributes["message_type"], value]] : []
      );
    await collector.until(() => seen().length >= 3);
    await collector.until(() => collector.points.some(({ metric }) => /drift.conf/.test(metric)));
    assertEquals(Object.fromEntries(seen()), {
      bug_report: -1,
      feature_request: 1,
      general_inquiry: 0,
    });
  });
  await Deno.remove(folder, { recursive: true });
});

Deno.test("metrics tell volume, confidence, review, model, breaker, queue, commits and outbox", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("metrics", {});
  const settings = { OPENAI_API_KEY: "sk-planted", OPENAI_BASE_URL: base_url };
  await withTelemetry(settings, async (service, collector) => {
    for (let sent = 0; sent < 3; sent++) assertEquals((await post(service)).status, 200);
    const last = (metric: string) =>
      collector.points.filter((point) => point.metric === metric).at(-1);
    const wanted: Record<string, { unit: string; value?: number; count?: number }> = {
      "intake.messages": { unit: "{message}", value: 3 },
      "intake.confidence": { unit: "1", count: 3 },
      "intake.model.cost": { unit: "USD" },
      "gen_ai.client.operation.duration": { unit: "s", count: 3 },
      "gen_ai.client.token.usage": { unit: "{token}", count: 3 },
      "intake.model.breaker": { unit: "1", value: 0 },
      "intake.requests.running": { unit: "{request}", value: 0 },
      "intake.store.queue": { unit: "{case}", value: 0 },
      "intake.rising": { unit: "{thing}", value: 0 },
      "intake.store.erasures": { unit: "{erasure}", value: 0 },
      "intake.store.commit.cases": { unit: "{case}", count: 3 },
      "intake.store.commit.duration": { unit: "s", count: 3 },
      "intake.outbox.waiting": { unit: "{event}", value: 0 },
      "intake.outbox.lag": { unit: "s", value: 0 },
    };
    await collector.until(() =>
      Object.entries(wanted).every(([metric, { value, count }]) => {
        const point = last(metric);
        return point !== undefined && (value === undefined || point.value === value) &&
          (count === undefined || point.count === count);
      })
    );
    for (const [metric, { unit }] of Object.entries(wanted)) {
      assertEquals([metric, last(metric)?.unit], [metric, unit]);
    }
    const messages = last("intake.messages");
    assertEquals(Object.keys(messages?.attributes ?? {}).sort(), [
      "message_type",
      "review",
      "route",
    ]);
  });
});

Deno.test("fields of a model's reply that do not stand are counted by their names", async () => {
  await using fake = await startFakeOpenAi();
  const ticket = {
    title: "Login button spins",
    severity: "High",
    affected_component: "Login",
    reproduction_steps: ["Clear the cache"],
    priority: "High",
  };
  const say = JSON.stringify({
    message_type: "bug_report",
    response_data: { ticket },
    customer_response: "Visit evil.shop",
  });
  const base_url = await fake.session("replaced", { then: { say } });
  const settings = { OPENAI_API_KEY: "sk-planted", OPENAI_BASE_URL: base_url };
  await withTelemetry(settings, async (service, collector) => {
    assertEquals((await post(service)).explanation.route, "blended");
    const counted = () =>
      collector.points.filter(({ metric, value }) =>
        metric === "intake.model.replaced" && value === 1
      ).map(({ attributes }) => String(attributes["field"]));
    const wanted = ["letter", "ticket.reproduction_steps"];
    await collector.until(() => wanted.every((field) => counted().includes(field)));
    assert(!counted().includes("ticket.title"));
  });
});

Deno.test("no span, metric or log holds a query, a customer's name or a word of the message", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("privacy", { script: ["ok", "refusal", "invalid_json"] });
  const settings = { OPENAI_API_KEY: "sk-planted", OPENAI_BASE_URL: base_url };
  await withTelemetry(settings, async (service, collector) => {
    const { id } = await post(service);
    await post(service);
    const requests: Array<[string, string]> = [
      ["GET", `/cases?customer_id=${CUSTOMER}`],
      ["DELETE", `/customers/${CUSTOMER}`],
      ["GET", `/${CUSTOMER}?q=${CUSTOMER}`],
      ["POST", "/process-customer-message"],
    ];
    for (const [method, path] of requests) {
      const response = await fetch(service.origin + path, {
        method,
        ...(method === "POST" && { body: MESSAGE }),
      });
      await response.body?.cancel();
    }
    const seen = (route: string) =>
      collector.spans.some(({ attributes }) => attributes["url.path"] === route);
    await collector.until(() => seen("/customers/:customer_id") && seen("*"));
    await collector.until(() => collector.logs.some((line) => line.includes(String(id))));
    for (const { attributes } of collector.spans) {
      assertEquals(attributes["url.query"] ?? "", "");
      assertMatch(String(attributes["url.full"] ?? ""), /^[^?]*$/);
    }
    const raw = collector.raw();
    for (const planted of [CUSTOMER, "zanzibar", "just spins", "sk-planted"]) {
      assert(!raw.includes(planted), `${planted} was exported`);
    }
    const logged = collector.logs.flatMap((line) => line.startsWith("{") ? [JSON.parse(line)] : []);
    const request = logged.find(({ request_id }) => request_id === id);
    assertEquals([request?.event, request?.route, request?.status], [
      "request",
      "/process-customer-message",
      200,
    ]);
  });
});

Deno.test("no span shows the query or the password of a receiver's or a model server's URL", async () => {
  await using fake = await startFakeOpenAi();
  const base_url = await fake.session("secrets", { script: ["ok"] });
  const receiver = startReceiver();
  const secret = "planted-secret";
  const hidden = (url: string) => `${url.replace("//", `//user:${secret}@`)}?token=${secret}`;
  await withTelemetry({
    OPENAI_API_KEY: "sk-planted",
    OPENAI_BASE_URL: `${base_url}?key=${secret}`,
    INTAKE_WEBHOOK_URL: hidden(receiver.url),
    INTAKE_WEBHOOK_SECRET: SECRET,
  }, async (service, collector) => {
    const sent = () =>
      collector.spans.filter(({ kind, scope }) => kind === 3 && scope !== "intake");
    await post(service);
    await collector.until(() => sent().length >= 3);
    // One that cannot be reached is named in what the error says.
    await receiver.close();
    await post(service);
    await collector.until(() => sent().some(({ attributes }) => attributes["error.type"]));
    const paths = new Set(sent().map(({ attributes }) => attributes["url.full"]));
    assertEquals(
      paths,
      new Set([
        `${base_url}/models/gpt-6-luna`,
        `${base_url}/chat/completions`,
        receiver.url,
      ]),
    );
    assert(!collector.raw().includes(secret));
  });
});

Deno.test("switched off, nothing is exported and nothing is wrapped", async () => {
  await using collector = startCollector();
  const { OTEL_DENO: _, ...rest } = environment(collector);
  const service = await startService({ INTAKE_DATABASE: ":memory:", ...rest });
  try {
    assertEquals((await post(service)).status, 200);
  } finally {
    await stopped(service);
  }
  assertEquals(collector.raw(), "");
});

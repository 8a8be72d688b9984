// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { answer } from "../../src/triage/domain/answer.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { startService } from "../service_process.ts";

const REQUESTS = 200;
const CONCURRENCY = 8;
const DEADLINE_MS = 3_000;
/** What an answer may take on top of the model's deadline on a busy machine, in milliseconds. */
const SLACK_MS = 2_000;

const MESSAGES: ReadonlyArray<{ type: string; product: string; message: string }> = [
  {
    type: "bug_report",
    product: "1440 Web Portal",
    message: "I can't log in to the web portal. When I enter my password and click login, " +
      "the button just spins and nothing happens.",
  },
  {
    type: "feature_request",
    product: "1440 Mobile App",
    message: "It would be really useful if the app could send me a notification 15 minutes " +
      "before a scheduled workout instead of just 5 minutes before.",
  },
];

Deno.test("with the model killed half way through 200 requests, every one still answers 200 in time", async () => {
  const fake = await startFakeOpenAi();
  const service = await startService({
    INTAKE_DATABASE: ":memory:",
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: fake.base_url,
    INTAKE_MODEL_DEADLINE_MS: String(DEADLINE_MS),
    INTAKE_DUPLICATE_WINDOW_S: "0",
  });
  const routes = new Map<string, number>();
  let next = 0;
  let slowest_ms = 0;
  const worker = async () => {
    while (next < REQUESTS) {
      const number = next++;
      if (number === REQUESTS / 2) await fake.kill();
      const wanted = MESSAGES[number % MESSAGES.length];
      assert(wanted);
      const started = performance.now();
      const response = await fetch(`${service.origin}/process-customer-message?explain=true`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          customer_id: `c${number}`,
          message: `${wanted.message} (${number})`,
          product: wanted.product,
        }),
      });
      assertEquals(response.status, 200);
      const body = answer.parse(await response.json());
      slowest_ms = Math.max(slowest_ms, performance.now() - started);
      assertEquals(body.message_type, wanted.type);
      const route = body.explanation?.route ?? "";
      routes.set(route, (routes.get(route) ?? 0) + 1);
      if (route === "local_fallback") assert(body.explanation?.degraded);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    service.kill("SIGKILL");
    await service.status;
    await fake.kill();
  }
  assert((routes.get("blended") ?? 0) >= REQUESTS / 2 - CONCURRENCY, JSON.stringify([...routes]));
  assert((routes.get("local_fallback") ?? 0) >= REQUESTS / 4, JSON.stringify([...routes]));
  assert(slowest_ms <= DEADLINE_MS + SLACK_MS, `the slowest took ${slowest_ms} ms`);
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { startService } from "../service_process.ts";

const ANSWERED = "blended";
const SPENT = "local_fallback: model_budget_spent";

async function routes(origin: string, requests: number): Promise<string[]> {
  const seen: string[] = [];
  for (let at = 0; at < requests; at++) {
    const response = await fetch(`${origin}/process-customer-message?explain=true`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        customer_id: "c",
        message: `The sync button spins when I press it (${at})`,
        product: "1440 Mobile App",
      }),
    });
    assertEquals(response.status, 200);
    const { route, degraded } = (await response.json()).explanation;
    seen.push(degraded === null ? route : `${route}: ${degraded.code}`);
  }
  return seen;
}

Deno.test("a spent budget stops calls, not answers, and a restart does not renew it", async () => {
  await using fake = await startFakeOpenAi();
  const folder = await Deno.makeTempDir();
  const environment = {
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: fake.base_url,
    INTAKE_DATABASE: `${folder}/budget.sqlite`,
    INTAKE_DUPLICATE_WINDOW_S: "0",
    // Two calls at prices that make one cost more than half a dollar.
    INTAKE_MODEL_PRICE_INPUT_USD: "250",
    INTAKE_MODEL_PRICE_OUTPUT_USD: "250",
    INTAKE_MODEL_BUDGET_USD_PER_DAY: "1",
  };
  try {
    for (const expected of [[ANSWERED, ANSWERED, SPENT], [SPENT, SPENT]]) {
      const service = await startService(environment);
      try {
        assertEquals(await routes(service.origin, expected.length), expected);
      } finally {
        service.kill("SIGTERM");
        await service.status;
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

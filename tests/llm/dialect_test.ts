// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import type { Dialect } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { LOGIN_SPINS, modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;

/** What each server's calls come to, the first of them and all later ones. */
const DIALECTS: readonly {
  readonly dialect: Dialect;
  readonly first_attempts: number;
  /** Of the first call that was answered. */
  readonly format: string | undefined;
  readonly asks: Readonly<Record<string, boolean>>;
}[] = [
  {
    dialect: "openai",
    first_attempts: 1,
    format: "json_schema",
    asks: { logprobs: true, temperature: true, max_completion_tokens: true },
  },
  {
    dialect: "reasoning",
    first_attempts: 3,
    format: "json_schema",
    asks: { logprobs: false, temperature: false, max_completion_tokens: true },
  },
  {
    dialect: "llama_cpp",
    first_attempts: 2,
    format: "json_object",
    asks: { logprobs: true, max_completion_tokens: true },
  },
  {
    dialect: "ollama",
    first_attempts: 3,
    format: "json_object",
    asks: { max_completion_tokens: false, max_tokens: true },
  },
  {
    dialect: "vllm",
    first_attempts: 3,
    format: undefined,
    asks: { logprobs: true },
  },
];

for (const { dialect, first_attempts, format, asks } of DIALECTS) {
  Deno.test(`${dialect}: an opinion comes, and what was refused once is not asked again`, async () => {
    const base_url = await fake.session(dialect, { dialect });
    const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
    const first = await model.consult(modelRequest(), NEVER);
    const second = await model.consult(modelRequest(`Again: ${LOGIN_SPINS}`), NEVER);

    assertEquals([first.kind, first.usage.attempts], ["opinion", first_attempts]);
    assertEquals([second.kind, second.usage.attempts], ["opinion", 1]);
    const body = (await fake.requests(dialect)).at(-1);
    assertEquals(body.response_format?.type, format);
    for (const [name, asked] of Object.entries(asks)) {
      assertEquals(body[name] !== undefined, asked, name);
    }
    const schemaInPrompt = JSON.stringify(body.messages).includes("It must fit this JSON schema");
    assertEquals(schemaInPrompt, format !== "json_schema");
  });
}

Deno.test("without token probabilities the model's own numbers are used, and trusted less", async () => {
  const sure = async (dialect: Dialect) => {
    const base_url = await fake.session(`sure_${dialect}`, { dialect });
    const model = createOpenAiModel({ api_key: "none", model: "local", base_url });
    const got = await model.consult(modelRequest(), NEVER);
    return got.kind === "opinion" ? got.scores?.bug_report ?? 0 : 0;
  };
  const measured = await sure("vllm");
  const reported = await sure("llama_cpp");
  assert(measured > reported && reported > 0.5, `${measured} ${reported}`);
});

Deno.test("a price that is not known gives no cost, not a cost of nothing", async () => {
  const base_url = await fake.session("price", {});
  const model = createOpenAiModel({ api_key: "none", model: "llama-3.1-8b", base_url });
  const { usage } = await model.consult(modelRequest(), NEVER);
  assertEquals([usage.cost_usd, usage.input_tokens > 0], [null, true]);
});

Deno.test("calls that find out together what a server cannot do agree on it", async () => {
  const base_url = await fake.session("together", { dialect: "reasoning" });
  const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
  const ask = (at: number) => model.consult(modelRequest(`Message ${at}`), NEVER);
  await Promise.all(Array.from({ length: 10 }, (_, at) => ask(at)));
  const later = await ask(10);
  assertEquals([later.kind, later.usage.attempts], ["opinion", 1]);
  const body = (await fake.requests("together")).at(-1);
  assertEquals([body.logprobs, body.temperature], [undefined, undefined]);
  assertEquals(body.response_format.type, "json_schema");
});

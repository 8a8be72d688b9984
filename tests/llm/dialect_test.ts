// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { topIntent } from "../../src/triage/domain/intent.ts";
import type { Dialect, SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { LOGIN_SPINS, modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;

/** What each server's calls come to, the first of them and all later ones. */
const DIALECTS: readonly {
  readonly dialect: Dialect;
  readonly first_attempts: number;
  /** Of the last call. */
  readonly format: string | undefined;
  readonly asks: Readonly<Record<string, unknown>>;
}[] = [
  {
    dialect: "openai",
    first_attempts: 1,
    format: "json_schema",
    asks: {
      logprobs: true,
      top_logprobs: 5,
      temperature: 0,
      reasoning_effort: "none",
      max_completion_tokens: 2_000,
      max_tokens: 2_000,
    },
  },
  {
    dialect: "reasoning",
    first_attempts: 4,
    format: "json_schema",
    asks: { logprobs: undefined, temperature: undefined, reasoning_effort: "minimal" },
  },
  {
    dialect: "llama_cpp",
    first_attempts: 2,
    format: "json_object",
    // They were asked for, and ignored.
    asks: { logprobs: undefined, max_completion_tokens: 2_000, max_tokens: 2_000 },
  },
  {
    dialect: "ollama",
    first_attempts: 3,
    format: "json_object",
    asks: { max_completion_tokens: undefined, max_tokens: 2_000 },
  },
  { dialect: "vllm", first_attempts: 3, format: undefined, asks: { logprobs: true } },
  {
    dialect: "strict_validation",
    first_attempts: 4,
    format: "json_schema",
    asks: { reasoning_effort: undefined, logprobs: undefined, max_completion_tokens: undefined },
  },
  {
    dialect: "one_token_limit",
    first_attempts: 2,
    format: "json_schema",
    asks: { max_tokens: undefined, max_completion_tokens: 2_000 },
  },
  {
    dialect: "short_answers",
    first_attempts: 2,
    format: "json_schema",
    asks: { max_tokens: 1_024, max_completion_tokens: 1_024 },
  },
  {
    dialect: "thinks",
    first_attempts: 3,
    format: "json_schema",
    asks: { reasoning_effort: undefined, max_completion_tokens: 8_000 },
  },
  { dialect: "alternating_turns", first_attempts: 1, format: "json_schema", asks: {} },
  { dialect: "harmony", first_attempts: 1, format: "json_schema", asks: {} },
  { dialect: "think_tags", first_attempts: 1, format: "json_schema", asks: {} },
  { dialect: "bracket_think", first_attempts: 1, format: "json_schema", asks: {} },
  { dialect: "reasoning_content", first_attempts: 1, format: "json_schema", asks: {} },
  { dialect: "no_usage", first_attempts: 1, format: "json_schema", asks: {} },
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
    for (const [name, asked] of Object.entries(asks)) assertEquals(body[name], asked, name);
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

Deno.test("current models get marks for their cache; a gateway that takes no parts gets none", async () => {
  const ask = async (dialect: Dialect) => {
    const base_url = await fake.session(`cache_${dialect}`, { dialect });
    const model = createOpenAiModel({ api_key: "none", model: "gpt-6-luna", base_url });
    const first = await model.consult(modelRequest(), NEVER);
    const second = await model.consult(modelRequest("Another message"), NEVER);
    return { first, second, body: (await fake.requests(`cache_${dialect}`)).at(-1) };
  };
  const { first, second, body } = await ask("openai");
  assertEquals(body.prompt_cache_options, { mode: "explicit" });
  assert(body.prompt_cache_key.startsWith("intake-"));
  assert((first.usage.cache_write_tokens ?? 0) > 1_024);
  assertEquals(second.usage.cached_tokens, first.usage.cache_write_tokens);
  assertEquals(second.usage.cache_write_tokens, undefined);

  const plain = await ask("plain_content");
  assertEquals([plain.first.kind, plain.body.prompt_cache_key], ["opinion", undefined]);
  assertEquals(typeof plain.body.messages[0].content, "string");
});

Deno.test("an empty answer is asked for again without an empty turn, as chat templates want it", async () => {
  const settings = { dialect: "alternating_turns", script: ["no_content"] } as const;
  const base_url = await fake.session("empty", settings);
  const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
  const got = await model.consult(modelRequest(), NEVER);
  assertEquals([got.kind, got.usage.attempts], ["opinion", 2]);
});

Deno.test("thinking that fills the limit gets more room once, and no word of being brief", async () => {
  const base_url = await fake.session("room", { dialect: "thinks" });
  const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
  await model.consult(modelRequest(), NEVER);
  const bodies = await fake.requests("room");
  assertEquals(bodies.map((body) => body.max_completion_tokens), [2_000, 2_000, 8_000]);
  assert(!JSON.stringify(bodies).includes("briefer"));
  assertEquals(bodies.at(-1).messages.length, 2);
  const base = await fake.session("no_room", { then: { body: THOUGHT } });
  const stuck = createOpenAiModel({ api_key: "x", model: "local", base_url: base, backoff_ms: 1 });
  const none = await stuck.consult(modelRequest(), NEVER);
  assertEquals([none.kind === "unavailable" && none.code, none.usage.attempts], [
    "model_invalid_output",
    2,
  ]);
});

const THOUGHT = {
  choices: [{ finish_reason: "length", message: { content: "", reasoning_content: "Hm" } }],
};

Deno.test("what the model wrote wrongly and the server kept back is asked for once more", async () => {
  const slip = {
    status: 400,
    error: { error: { message: "Failed to generate JSON", code: "json_validate_failed" } },
  };
  const ask = async (name: string, settings: SessionSettings) => {
    const base_url = await fake.session(name, settings);
    const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
    const got = await model.consult(modelRequest(), NEVER);
    return [got.kind === "opinion" ? "opinion" : got.code, got.usage.attempts];
  };
  assertEquals(await ask("slip", { script: [slip] }), ["opinion", 2]);
  assertEquals(await ask("slips", { then: slip }), ["model_invalid_output", 2]);
});

Deno.test("a readable opinion is kept where its reply is not, and the first one counts", async () => {
  const wrong = { say: JSON.stringify({ message_type: "feature_request", response_data: 1 }) };
  const ask = async (name: string, settings: SessionSettings) => {
    const base_url = await fake.session(name, { ...settings, type_probability: null });
    const model = createOpenAiModel({ api_key: "none", model: "local", base_url, backoff_ms: 1 });
    const got = await model.consult(modelRequest(), NEVER);
    assert(got.kind === "opinion" && got.scores !== null);
    return [topIntent(got.scores), got.reply?.intent ?? null];
  };
  assertEquals(await ask("kept", { then: wrong }), ["feature_request", null]);
  assertEquals(await ask("cut_off", { then: "length", type: "feature_request" }), [
    "feature_request",
    null,
  ]);
  assertEquals(await ask("first", { script: [wrong], type: "bug_report" }), [
    "feature_request",
    "bug_report",
  ]);
  assertEquals(await ask("cut", { script: [wrong], then: "server_error" }), [
    "feature_request",
    null,
  ]);
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
  assertEquals([body.logprobs, body.temperature, body.reasoning_effort], [
    undefined,
    undefined,
    "minimal",
  ]);
  assertEquals(body.response_format.type, "json_schema");
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import type { OpenAiModelOptions } from "../../src/llm/model_options.ts";
import type { SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;
let sessions = 0;

async function modelFor(settings: SessionSettings, options: Partial<OpenAiModelOptions> = {}) {
  const name = `limits_${++sessions}`;
  const base_url = await fake.session(name, settings);
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url,
    backoff_ms: 0,
    ...options,
  });
  let asked = 0;
  const ask = async () => {
    const got = await model.consult(modelRequest(`message ${++asked}`), NEVER);
    return { code: got.kind === "opinion" ? "opinion" : got.code, ...got.usage };
  };
  return { model, ask, calls: async () => (await fake.requests(name)).length };
}

Deno.test("more calls than places wait; more than the queue holds are turned away", async () => {
  const { ask, calls } = await modelFor({ latency_ms: 50 }, {
    concurrent_calls: 2,
    queue_length: 3,
  });
  const outcomes = await Promise.all(Array.from({ length: 8 }, ask));
  const codes = outcomes.map(({ code }) => code);
  assertEquals(codes.filter((code) => code === "opinion").length, 5);
  assertEquals(codes.filter((code) => code === "model_queue_full").length, 3);
  assertEquals(await calls(), 5);
});

Deno.test("the wait for a place counts towards the deadline", async () => {
  const { ask, calls } = await modelFor({ then: "hang" }, {
    concurrent_calls: 1,
    deadline_ms: 150,
    hedge_after_ms: 1_000,
  });
  const [first, second] = await Promise.all([ask(), ask()]);
  assertEquals([first?.code, second?.code], ["model_timeout", "model_timeout"]);
  assertEquals([second?.attempts, await calls()], [0, 1]);
});

Deno.test("a client that goes away frees its place at once", async () => {
  const { model, calls } = await modelFor({ script: ["hang"] }, { concurrent_calls: 1 });
  const gone = new AbortController();
  const left = model.consult(modelRequest("left"), gone.signal);
  while (await calls() === 0);
  const waiting = model.consult(modelRequest("waiting"), NEVER);
  gone.abort(new Error("gone"));
  await assertRejects(() => left, Error, "gone");
  const { kind, usage } = await waiting;
  assertEquals([kind, usage.attempts], ["opinion", 1]);
});

Deno.test("an answer that stops half way is given up in time", async () => {
  const { ask } = await modelFor({ then: "hang_body" }, { deadline_ms: 200, attempts: 1 });
  assertEquals((await ask()).code, "model_timeout");
});

Deno.test("a Retry-After within the deadline is kept, one past it is not waited for", async () => {
  const soon = await modelFor({ script: ["rate_limit:0.05"] }, { deadline_ms: 5_000 });
  const asked_ms = performance.now();
  const { code, attempts } = await soon.ask();
  assertEquals([code, attempts], ["opinion", 2]);
  // A lower bound holds on the slowest machine.
  assert(performance.now() - asked_ms >= 50);
  const late = await modelFor({ script: ["rate_limit:6"] }, { deadline_ms: 5_000 });
  const refused = await late.ask();
  assertEquals([refused.code, refused.attempts], ["model_rate_limited", 1]);
});

Deno.test("tokens and cost are summed over all attempts, unusable ones too", async () => {
  const { ask, model } = await modelFor({ script: ["invalid_json"] });
  const usage = await ask();
  const { attempts, input_tokens, output_tokens, cost_usd } = usage;
  const { cached_tokens = 0, cache_write_tokens = 0 } = usage;
  assertEquals(attempts, 2);
  const today = model.spending.tokensToday();
  assertEquals([today.input_tokens, today.output_tokens], [input_tokens, output_tokens]);
  // gpt-6-luna: 0.10, 0.01 cached, 0.125 cache write and 0.50 USD per million tokens.
  assert(cached_tokens > 0 && cache_write_tokens > 0);
  const fresh_tokens = input_tokens - cached_tokens - cache_write_tokens;
  const input_usd = fresh_tokens * 0.1 + cached_tokens * 0.01 + cache_write_tokens * 0.125;
  assertAlmostEquals(cost_usd ?? 0, (input_usd + output_tokens * 0.5) / 1e6, 1e-12);
  assertAlmostEquals(model.spending.spentTodayUsd(), cost_usd ?? 0, 1e-12);
});

Deno.test("a spent budget stops calls until the next day", async () => {
  let day = 1;
  const clock = {
    now: () => new Date(Date.UTC(2026, 0, day)),
    monotonicMs: () => performance.now(),
  };
  const { ask, calls } = await modelFor({}, { clock, budget_usd_per_day: 0.0003 });
  const codes: string[] = [];
  for (let call = 0; call < 5; call++) codes.push((await ask()).code);
  const bought = codes.filter((code) => code === "opinion").length;
  assert(bought >= 1 && bought < 5, codes.join());
  assertEquals(codes.at(-1), "model_budget_spent");
  assertEquals(await calls(), bought);
  day = 2;
  assertEquals((await ask()).code, "opinion");
});

Deno.test("calls in flight cannot pass the budget together", async () => {
  const { ask, model } = await modelFor({ latency_ms: 20 }, { budget_usd_per_day: 0.002 });
  await Promise.all(Array.from({ length: 64 }, ask));
  const spent = model.spending.spentTodayUsd();
  assert(spent > 0 && spent < 0.0035, `${spent}`);
});

Deno.test("what the day had cost before the start counts", async () => {
  const { ask } = await modelFor({}, { budget_usd_per_day: 1, spent_today_usd: 1 });
  assertEquals((await ask()).code, "model_budget_spent");
});

Deno.test("what other instances spent counts, as soon as it was read again", async () => {
  let now_ms = Date.UTC(2026, 0, 1);
  let together_usd = 0;
  let reads = 0;
  const clock = { now: () => new Date(now_ms), monotonicMs: () => performance.now() };
  const readSpentToday = () => {
    reads++;
    return Promise.resolve(together_usd);
  };
  const { ask } = await modelFor({}, { clock, budget_usd_per_day: 1, readSpentToday });
  together_usd = 1;
  assertEquals((await ask()).code, "opinion");
  assertEquals(reads, 0);
  now_ms += 30_000;
  assertEquals((await ask()).code, "opinion");
  assertEquals((await ask()).code, "model_budget_spent");
  assertEquals(reads, 1);
  now_ms += 24 * 60 * 60 * 1000;
  together_usd = 0;
  assertEquals((await ask()).code, "opinion");
});

Deno.test("a timed-out call stays spent: the server may bill it", async () => {
  const { ask, model } = await modelFor({ then: "hang" }, { deadline_ms: 100, attempts: 1 });
  const { code, input_tokens, cost_usd } = await ask();
  assertEquals([code, input_tokens, cost_usd], ["model_timeout", 0, 0]);
  assert(model.spending.spentTodayUsd() > 0);
});

Deno.test("a model of unknown price is asked all the same, budget or not, and costs nobody knows what", async () => {
  const { ask } = await modelFor({}, { model: "my-llama", budget_usd_per_day: 1 });
  const { code, cost_usd } = await ask();
  assertEquals([code, cost_usd], ["opinion", null]);
});

Deno.test("a body without usage is booked by its length, not by what it might have been", async () => {
  const { ask, model } = await modelFor({ dialect: "no_usage" }, { budget_usd_per_day: 1 });
  const { input_tokens, output_tokens, cost_usd } = await ask();
  assert(input_tokens > 1_000 && output_tokens < 300, `${input_tokens} ${output_tokens}`);
  assertAlmostEquals(model.spending.spentTodayUsd(), cost_usd ?? 0, 1e-12);
});

Deno.test("a call that is slow runs on to the deadline; one that takes 7 of 10 parts is used", async () => {
  const { ask } = await modelFor({ latency_ms: 700 }, {
    deadline_ms: 1_000,
    budget_usd_per_day: 1,
  });
  for (let call = 0; call < 3; call++) assertEquals((await ask()).code, "opinion");
});

Deno.test("beside a call that hangs another one starts, where the budget allows it", async () => {
  const options = { deadline_ms: 5_000, hedge_after_ms: 50 };
  const rich = await modelFor({ script: ["hang"] }, { ...options, budget_usd_per_day: 1 });
  const { code, attempts } = await rich.ask();
  assertEquals([code, attempts], ["opinion", 2]);
  const poor = await modelFor({ script: ["hang"] }, {
    ...options,
    deadline_ms: 400,
    attempts: 1,
    budget_usd_per_day: 0.002,
    spent_today_usd: 0.0019,
  });
  const alone = await poor.ask();
  assertEquals([alone.code, alone.attempts, await poor.calls()], ["model_timeout", 1, 1]);
});

Deno.test("a server that is always slow is not asked twice for everything", async () => {
  const { ask, calls } = await modelFor({ latency_ms: 30 }, { hedge_after_ms: 5 });
  for (let call = 0; call < 40; call++) await ask();
  const hedges = await calls() - 40;
  // Ten are saved up at the start, one in ten calls earns another.
  assert(hedges <= 15, `${hedges}`);
});

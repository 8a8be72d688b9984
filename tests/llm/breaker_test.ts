// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import type { OpenAiModelOptions } from "../../src/llm/model_options.ts";
import type { Unavailable } from "../../src/triage/domain/ports.ts";
import type { SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;
let sessions = 0;

async function modelFor(settings: SessionSettings, options: Partial<OpenAiModelOptions> = {}) {
  const name = `breaker_${++sessions}`;
  const base_url = await fake.session(name, settings);
  const states: string[] = [];
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url,
    attempts: 1,
    onEvent: (event) => event.kind === "breaker" && states.push(event.state),
    ...options,
  });
  let asked = 0;
  const ask = async (signal = NEVER, message = "message") => {
    const got = await model.consult(modelRequest(`${message} ${++asked}`), signal);
    return got.kind === "opinion" ? "opinion" : (got as Unavailable).code;
  };
  return { ask, states, calls: async () => (await fake.requests(name)).length };
}

/** Moves the wall clock, by which the breaker counts, while `act` runs. */
async function later<T>(ms: number, act: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = () => real() + ms;
  try {
    return await act();
  } finally {
    Date.now = real;
  }
}

Deno.test("five failures open it; then nothing is sent, until a probe after 15 s closes it", async () => {
  const script = Array.from({ length: 5 }, () => "server_error" as const);
  const { ask, states, calls } = await modelFor({ script });
  for (let failure = 0; failure < 5; failure++) assertEquals(await ask(), "model_error");
  assertEquals([await ask(), await calls()], ["model_circuit_open", 5]);
  assertEquals(await later(14_000, ask), "model_circuit_open");
  assertEquals(await later(15_001, ask), "opinion");
  assertEquals([await ask(), states], ["opinion", ["open", "probing", "closed"]]);
});

Deno.test("a hanging server opens it, calls beside slow ones and those that the deadline ends included", async () => {
  const { ask, calls } = await modelFor({ then: "hang" }, {
    attempts: 3,
    backoff_ms: 0,
    deadline_ms: 800,
    hedge_after_ms: 300,
  });
  const codes = [await ask(), await ask(), await ask(), await ask()];
  assertEquals(codes.slice(0, 3), Array.from({ length: 3 }, () => "model_timeout"));
  assertEquals([codes[3], await calls()], ["model_circuit_open", 6]);
});

Deno.test("at most one probe every 15 s; the others are turned away, not kept waiting", async () => {
  const { ask, calls } = await modelFor({ then: "server_error" });
  for (let failure = 0; failure < 5; failure++) await ask();
  const outcomes = await later(16_000, () => Promise.all([ask(), ask(), ask()]));
  assertEquals(outcomes, ["model_error", "model_circuit_open", "model_circuit_open"]);
  assertEquals(await later(30_000, ask), "model_circuit_open");
  assertEquals(await calls(), 6);
  assertEquals(await later(31_002, ask), "model_error");
});

Deno.test("an account without quota opens it at once", async () => {
  const { ask, calls } = await modelFor({ then: "quota" });
  assertEquals([await ask(), await ask()], ["model_quota_exhausted", "model_circuit_open"]);
  assertEquals(await calls(), 1);
});

const ENDS_EVERY_CALL: readonly (readonly [string, number, unknown])[] = [
  ["no credit", 400, { error: { message: "Your credit balance is too low" } }],
  ["a wrong key", 400, { error: { message: "API key not valid. Please pass a valid API key." } }],
  ["a model that is gone", 400, {
    error: { message: "The model `old` has been decommissioned", code: "model_decommissioned" },
  }],
  ["a wrong key by its own status", 401, { error: { message: "Incorrect API key provided" } }],
  ["no such model", 404, { error: { message: "The model `x` does not exist" } }],
];
for (const [name, status, error] of ENDS_EVERY_CALL) {
  Deno.test(`${name} opens it at once: every call would end so`, async () => {
    const { ask, calls } = await modelFor({ then: { status, error } });
    const first = await ask();
    assertEquals([first === "opinion", await ask(), await calls()], [
      false,
      "model_circuit_open",
      1,
    ]);
  });
}

Deno.test("what one message brings about opens nothing: a filter, its length, an echo of its words", async () => {
  const refusals = [
    { error: { message: "This model's maximum context length is 100 tokens" } },
    { error: { message: "blocked by content management policy", code: "content_filter" } },
    { error: { message: "Invalid prompt: 'my API key not valid, model not found'" } },
  ];
  for (const error of refusals) {
    const { ask, states } = await modelFor({ then: { status: 400, error } });
    for (let call = 0; call < 7; call++) await ask(NEVER, "my API key not valid, model not found");
    assertEquals(states, []);
  }
});

Deno.test("rate limits in between do not open it; shutting us out for good does", async () => {
  const { ask } = await modelFor({ then: "rate_limit:0" }, { attempts: 2, backoff_ms: 0 });
  const codes = [];
  for (let call = 0; call < 6; call++) codes.push(await ask());
  assertEquals(codes.filter((code) => code === "model_rate_limited").length, 5);
  assertEquals(codes.at(-1), "model_circuit_open");
});

Deno.test("clients that go away open nothing", async () => {
  const { ask, states } = await modelFor({ then: "hang" });
  for (let client = 0; client < 10; client++) {
    const gone = new AbortController();
    const asked = ask(gone.signal);
    gone.abort(new Error("gone"));
    await assertRejects(() => asked, Error, "gone");
  }
  assertEquals(states, []);
});

Deno.test("a client that leaves its probe does not close it", async () => {
  const script = Array.from({ length: 5 }, () => "server_error" as const);
  const { ask, states } = await modelFor({ script, then: "hang" }, { deadline_ms: 300 });
  for (let failure = 0; failure < 5; failure++) await ask();
  await later(16_000, async () => {
    const gone = new AbortController();
    const probe = ask(gone.signal);
    gone.abort(new Error("gone"));
    await assertRejects(() => probe, Error, "gone");
    assertEquals(await ask(), "model_circuit_open");
  });
  assert(!states.includes("closed"), states.join());
});

Deno.test("invalid answers open nothing: the server is up", async () => {
  const { ask } = await modelFor({ then: "invalid_json" });
  const codes = new Set<string>();
  for (let call = 0; call < 7; call++) codes.add(await ask());
  assertEquals([...codes], ["model_invalid_output"]);
});

Deno.test("calls that hang while others succeed open nothing, though they fail together", async () => {
  const script = [...Array.from({ length: 8 }, () => "hang" as const)];
  const { ask, states } = await modelFor({ script }, { deadline_ms: 400, hedge_after_ms: 300 });
  const hanging = Array.from({ length: 8 }, () => ask());
  // The script is drawn from in order: these come after all eight.
  while (await ask() !== "opinion");
  assertEquals(new Set(await Promise.all(hanging)), new Set(["model_timeout"]));
  assertEquals(states, []);
});

Deno.test("while it is open nobody waits for a place", async () => {
  const script = ["hang" as const, ...Array.from({ length: 5 }, () => "server_error" as const)];
  const opened = Promise.withResolvers<void>();
  const { ask } = await modelFor({ script }, {
    concurrent_calls: 1,
    queue_length: 0,
    breaker_failures: 1,
    deadline_ms: 600,
    hedge_after_ms: 100,
    attempts: 2,
    backoff_ms: 400,
    onEvent: (event) => event.kind === "breaker" && opened.resolve(),
  });
  // Its first attempt opens the breaker; it keeps its place while it waits to try again.
  const first = ask();
  await opened.promise;
  assertEquals(await ask(), "model_circuit_open");
  await first;
});

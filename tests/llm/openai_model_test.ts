import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Intent } from "../../src/triage/domain/intent.ts";
import type { ModelOpinion, Unavailable } from "../../src/triage/domain/ports.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import type { OpenAiModelOptions } from "../../src/llm/model_options.ts";
import type { SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { LOGIN_SPINS, modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;
let sessions = 0;

function opinion(given: ModelOpinion | Unavailable): ModelOpinion {
  if (given.kind === "opinion") return given;
  throw new Error(`expected an opinion, got ${given.code}: ${given.detail}`);
}

function unavailable(given: ModelOpinion | Unavailable): Unavailable {
  if (given.kind === "unavailable") return given;
  throw new Error("expected no opinion");
}

async function modelFor(settings: SessionSettings, options: Partial<OpenAiModelOptions> = {}) {
  const name = `openai_model_${++sessions}`;
  const base_url = await fake.session(name, settings);
  const model = createOpenAiModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url,
    backoff_ms: 1,
    ...options,
  });
  return { model, name };
}

Deno.test("a good answer brings calibrated scores, the reply and what it cost", async () => {
  const { model } = await modelFor({});
  const { reply, scores, usage } = opinion(await model.consult(modelRequest(), NEVER));
  assertEquals(reply?.intent, "bug_report");
  assertEquals(reply?.intent === "bug_report" && reply.ticket.reproduction_steps, [
    "I enter my password",
    "click login",
  ]);
  const confidence = scores?.bug_report ?? 0;
  assert(confidence > 0.7 && confidence < 0.97, `${confidence}`);
  assertEquals(usage.attempts, 1);
  assert((usage.cost_usd ?? 0) > 0);
});

Deno.test("where the type is settled, its reply is asked of the same schema, and no opinion", async () => {
  const { model, name } = await modelFor({});
  const request = modelRequest("Please add a dark theme", ["feature_request"]);
  const got = opinion(await model.consult(request, NEVER));
  assertEquals([got.scores, got.reply?.intent], [null, "feature_request"]);
  await model.consult(modelRequest("Please add a dark theme"), NEVER);
  const [settled, open] = await fake.requests(name);
  assertEquals(settled.response_format, open.response_format);
  assertEquals([settled.logprobs, open.logprobs], [undefined, true]);
});

const FAULTS: readonly (readonly [SessionSettings, string, number])[] = [
  [{ then: "rate_limit:0" }, "model_rate_limited", 3],
  [{ then: "rate_limit:120" }, "model_rate_limited", 1],
  [{ then: "quota" }, "model_quota_exhausted", 1],
  [{ then: "server_error" }, "model_error", 3],
  [{ then: "unauthorized" }, "model_rejected", 1],
  [{ then: "cut_body" }, "model_error", 3],
  [{ then: "not_json_body" }, "model_error", 3],
  [{ then: "invalid_json" }, "model_invalid_output", 2],
  [{ then: "wrong_enum" }, "model_invalid_output", 2],
  [{ then: "empty_choices" }, "model_invalid_output", 2],
  [{ then: "no_content" }, "model_invalid_output", 2],
  [{ then: "refusal" }, "model_refused", 1],
  [{ then: "content_filter" }, "model_refused", 1],
  [{ then: "input_filter" }, "model_refused", 1],
];
for (const [settings, code, attempts] of FAULTS) {
  Deno.test(`${settings.then} for good is ${code} after ${attempts} calls`, async () => {
    const { model, name } = await modelFor(settings);
    const got = unavailable(await model.consult(modelRequest(), NEVER));
    assertEquals([got.code, got.usage.attempts], [code, attempts]);
    assertEquals((await fake.requests(name)).length, attempts);
    assert(!got.detail.includes(LOGIN_SPINS.slice(0, 20)));
  });
}

for (const first of ["rate_limit:0", "server_error", "cut_body", "invalid_json"] as const) {
  Deno.test(`${first} once is made good by the second call`, async () => {
    const { model } = await modelFor({ script: [first] });
    const got = await model.consult(modelRequest(), NEVER);
    assertEquals([got.kind, got.usage.attempts], ["opinion", 2]);
  });
}

Deno.test("a hanging server is given up at the deadline", async () => {
  const { model } = await modelFor({ then: "hang" }, { deadline_ms: 200 });
  const got = unavailable(await model.consult(modelRequest(), NEVER));
  assertEquals(got.code, "model_timeout");
});

Deno.test("a client that goes away gets its own reason back, and the call is aborted", async () => {
  const { model } = await modelFor({ then: "hang" });
  const gone = new AbortController();
  const consulted = model.consult(modelRequest(), gone.signal);
  gone.abort(new Error("client gone"));
  await assertRejects(() => consulted, Error, "client gone");
});

Deno.test("an unusable answer is sent back once with what is wrong with it", async () => {
  const { model, name } = await modelFor({ script: ["wrong_severity"] });
  const got = await model.consult(modelRequest(), NEVER);
  assertEquals(got.kind, "opinion");
  const [, second] = await fake.requests(name);
  const [answer, complaint] = second.messages.slice(-2);
  assertEquals(answer.role, "assistant");
  assert(complaint.content.includes("response_data.ticket.severity"), complaint.content);
});

Deno.test("identical calls in flight share one; one caller's leaving does not end it", async () => {
  const { model, name } = await modelFor({ latency_ms: 30 });
  const leaving = new AbortController();
  const left = model.consult(modelRequest(), leaving.signal);
  const stayed = model.consult(modelRequest(), NEVER);
  const other = model.consult(modelRequest("Please add a dark theme"), NEVER);
  leaving.abort(new Error("gone"));
  await assertRejects(() => left, Error, "gone");
  assertEquals([(await stayed).kind, (await stayed).usage.attempts], ["opinion", 0]);
  assertEquals((await other).usage.attempts, 1);
  assertEquals((await fake.requests(name)).length, 2);
});

Deno.test("probabilities come from the token, from the report, or from the bare type", async () => {
  const confidenceWith = async (settings: SessionSettings, asked: Intent = "bug_report") => {
    const { model } = await modelFor(settings);
    return opinion(await model.consult(modelRequest(), NEVER)).scores?.[asked] ?? NaN;
  };
  const sure = await confidenceWith({ type_probability: 0.99 });
  const torn = await confidenceWith({ type_probability: 0.5 });
  const reported = await confidenceWith({ type_probability: null });
  assert(torn < 0.55 && torn < sure, `torn ${torn}, sure ${sure}`);
  assert(reported > 0.6 && reported < 0.9, `reported ${reported}`);
});

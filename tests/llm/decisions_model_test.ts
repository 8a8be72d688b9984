// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createDecisionsModel } from "../../src/llm/decisions_model.ts";
import { topIntent } from "../../src/triage/domain/intent.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts, fixedScorer, scoresOf } from "../fakes.ts";
import type { SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;
let sessions = 0;

async function modelFor(settings: SessionSettings) {
  const name = `decisions_${++sessions}`;
  const base_url = await fake.session(name, settings);
  const model = createDecisionsModel({
    api_key: "sk-test",
    model: "gpt-6-luna",
    base_url,
    backoff_ms: 0,
    price: { input_usd_per_million: 0.1, output_usd_per_million: 0 },
  });
  return { model, requests: () => fake.requests(name) };
}

/** A decision that a server might give. */
function decision(answers: readonly unknown[]) {
  const usage = { input_tokens: 400, output_tokens: 3 };
  return { then: { body: { model: "gpt-6-luna", answers, usage } } } as const;
}

function choice(
  name: string,
  chosen: string,
  probability: number,
  rest: Record<string, number> = {},
) {
  const shares = Object.entries({ [chosen]: probability, ...rest });
  const probabilities = shares.map(([value, probability]) => ({ value, probability }));
  return { type: "choice", name, choice: chosen, confidence: probability, probabilities };
}

Deno.test("type, category and situation are asked in one call, without a word of a reply", async () => {
  const { model, requests } = await modelFor({});
  const got = await model.consult(modelRequest(), NEVER);
  assert(got.kind === "opinion" && got.scores !== null);
  assertEquals([topIntent(got.scores), got.reply, got.usage.attempts], ["bug_report", null, 1]);
  const [body, ...others] = await requests();
  assertEquals(others, []);
  assertEquals(body.questions.map(({ name }: { name: string }) => name), [
    "message_type",
    "inquiry_category",
    "situation",
  ]);
  // Input alone costs: 0.10 USD per million tokens.
  assertEquals(got.usage.cost_usd, got.usage.input_tokens * 0.1 / 1e6);
});

Deno.test("probabilities are read, and what they leave out is ignorance", async () => {
  const sure = await modelFor(decision([choice("message_type", "bug_report", 0.98, {
    feature_request: 0.01,
    general_inquiry: 0.01,
  })]));
  const vague = await modelFor(decision([choice("message_type", "bug_report", 0.4)]));
  const scoreOf = async ({ model }: typeof sure) => {
    const got = await model.consult(modelRequest(), NEVER);
    return got.kind === "opinion" ? got.scores?.bug_report ?? 0 : 0;
  };
  const [high, low] = [await scoreOf(sure), await scoreOf(vague)];
  assert(high > 0.7 && low < 0.5 && low > 1 / 3, `${high} ${low}`);
});

const FAULTS: readonly (readonly [string, SessionSettings, string, number])[] = [
  ["a refused question", decision([{ type: "refusal", name: "message_type" }]), "model_refused", 1],
  ["no answers", decision([]), "model_invalid_output", 1],
  ["answers of another kind", { then: { body: { answers: "bug" } } }, "model_invalid_output", 1],
  [
    "an error in a 200",
    { then: { body: { error: { code: 402, message: "no" } } } },
    "model_quota_exhausted",
    1,
  ],
  ["a rate limit", { then: "rate_limit:0" }, "model_rate_limited", 3],
  ["a wrong key", { then: "unauthorized" }, "model_rejected", 1],
];
for (const [name, settings, code, attempts] of FAULTS) {
  Deno.test(`${name} is ${code}`, async () => {
    const { model } = await modelFor(settings);
    const got = await model.consult(modelRequest(), NEVER);
    assertEquals([got.kind === "unavailable" && got.code, got.usage.attempts], [code, attempts]);
  });
}

Deno.test("on the path: the type is blended, the reply is local, category and situation count", async () => {
  const { model } = await modelFor(decision([
    choice("message_type", "general_inquiry", 0.97),
    choice("inquiry_category", "Billing", 0.8),
    choice("situation", "account_security", 0.7, { ordinary: 0.3 }),
  ]));
  const triage = createTriage(fakeParts({
    model,
    scorer: fixedScorer({ scores: scoresOf("bug_report", 0.4) }),
    options: {
      mode: "uncertain",
      escalate_below: 0.7,
      review_below_margin: 0.1,
      duplicate_window_s: 0,
    },
  }));
  const message = { customer_id: "c", message: "Who used my card?", product: "p" };
  const { answer, explanation } = await triage(message, NEVER);
  assertEquals([answer.message_type, explanation.route], ["general_inquiry", "blended"]);
  assert(answer.message_type === "general_inquiry");
  assertEquals(answer.response_data.inquiry_category, "Billing");
  assert(explanation.review.reasons.includes("account_security"));
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { StoredCase } from "../../src/triage/domain/case.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { explanation } from "../../src/triage/domain/explanation.ts";
import { INTENTS, type Scores } from "../../src/triage/domain/intent.ts";
import type {
  LanguageModel,
  ModelOpinion,
  ModelRequest,
  WrittenLetter,
} from "../../src/triage/domain/ports.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts, fixedScorer, plainDrafter, scoresOf } from "../fakes.ts";

const MESSAGE = { customer_id: "c1", message: "The button spins.", product: "1440 Web Portal" };
const USAGE = { attempts: 1, input_tokens: 100, output_tokens: 50, cost_usd: 0.001 };

/** A model that drafts for `intent` and gives `scores`, and remembers what it was asked. */
function modelSaying(intent: keyof Scores, scores: Scores | null) {
  const asked: ModelRequest[] = [];
  const model: LanguageModel = {
    name: "fake-model",
    prompt_version: "p1",
    consult(request) {
      asked.push(request);
      const reply = plainDrafter.draft(
        {
          intent,
          category: "Other",
          review: { required: false, reasons: [] },
        } as unknown as Parameters<typeof plainDrafter.draft>[0],
      );
      return Promise.resolve<ModelOpinion>({ kind: "opinion", scores, reply, usage: USAGE });
    },
  };
  return { model, asked };
}

const brokenModel: LanguageModel = {
  name: "fake-model",
  prompt_version: "p1",
  consult: () =>
    Promise.resolve({
      kind: "unavailable",
      code: "model_timeout",
      detail: "No answer within 10000 ms",
      usage: { ...USAGE, attempts: 3 },
    }),
};

Deno.test("a model's letter is weighed before it is judged, and what is heavy does not go out", async () => {
  const { model } = modelSaying("bug_report", scoresOf("bug_report", 0.9));
  const heard: WrittenLetter[] = [];
  const weighing = (weight: number) => ({
    weigh(letter: WrittenLetter) {
      heard.push(letter);
      return Promise.resolve(letter.sentences.map(() => weight));
    },
  });
  const replaced: string[][] = [];
  for (const weight of [-99, 99]) {
    const onReplaced = (fields: readonly string[]) => void replaced.push([...fields]);
    await run({ ...options("auto"), model, weigher: weighing(weight), onReplaced });
  }
  assertEquals(heard.map(({ message }) => message), [MESSAGE.message, MESSAGE.message]);
  assert(heard.every(({ sentences }) => sentences.length > 0));
  assert(!replaced[0]?.includes("letter") && replaced.at(-1)?.includes("letter"));
});

async function run(parts: Parameters<typeof fakeParts>[0]): Promise<StoredCase> {
  const stored = await createTriage(fakeParts(parts))(MESSAGE, new AbortController().signal);
  answer.parse(stored.answer);
  explanation.parse(stored.explanation);
  assertEquals(
    stored.answer.confidence_score,
    stored.explanation.scores[stored.answer.message_type],
  );
  const sum = INTENTS.reduce((total, intent) => total + stored.explanation.scores[intent], 0);
  assertAlmostEquals(sum, 1, 1e-9);
  assertEquals(Object.keys(stored.answer).length, 4);
  return stored;
}

const options = (mode: "auto" | "uncertain" | "off") => ({
  options: { mode, escalate_below: 0.7, review_below_margin: 0.1, duplicate_window_s: 0 },
});

Deno.test("without a model the route is local and nothing is degraded", async () => {
  const { explanation } = await run({});
  assertEquals(explanation.route, "local");
  assertEquals([explanation.model, explanation.degraded], [null, null]);
  assertEquals(explanation.usage.attempts, 0);
});

Deno.test("auto and sure: the model writes the reply for one type and gives no opinion", async () => {
  const { model, asked } = modelSaying("bug_report", null);
  const { explanation } = await run({ model, ...options("auto") });
  assertEquals(asked.map((request) => request.intents), [["bug_report"]]);
  assertEquals(explanation.route, "blended");
  assertEquals(explanation.model?.scores, null);
  assertEquals(explanation.scores, explanation.local.scores);
});

Deno.test("auto and unsure: the model's opinion on all types is blended in", async () => {
  const { model, asked } = modelSaying("feature_request", scoresOf("feature_request", 0.95));
  const scorer = fixedScorer({ scores: scoresOf("bug_report", 0.5) });
  const { explanation, answer } = await run({ model, scorer, ...options("auto") });
  assertEquals(asked.map((request) => request.intents), [INTENTS]);
  assertEquals(answer.message_type, "feature_request");
  assertEquals(explanation.route, "blended");
  assertEquals(explanation.usage, USAGE);
});

Deno.test("uncertain and sure: the model is not asked", async () => {
  const { model, asked } = modelSaying("bug_report", null);
  const { explanation } = await run({ model, ...options("uncertain") });
  assertEquals([asked.length, explanation.route], [0, "local"]);
});

Deno.test("off: the model is never asked", async () => {
  const { model, asked } = modelSaying("bug_report", null);
  const scorer = fixedScorer({ scores: scoresOf("bug_report", 0.4) });
  const { explanation } = await run({ model, scorer, ...options("off") });
  assertEquals([asked.length, explanation.route], [0, "local"]);
});

Deno.test("a model that is down gives a local answer that says why", async () => {
  const { explanation, answer } = await run({ model: brokenModel });
  assertEquals(answer.message_type, "bug_report");
  assertEquals(explanation.route, "local_fallback");
  assertEquals(explanation.degraded?.code, "model_timeout");
  assertEquals(explanation.usage.attempts, 3);
  assertEquals(explanation.model, null);
});

Deno.test("where the blend overrules the type that a model drafted for, the reply is local", async () => {
  const { model } = modelSaying("feature_request", scoresOf("bug_report", 0.9));
  const scorer = fixedScorer({ scores: scoresOf("bug_report", 0.6) });
  const { answer } = await run({ model, scorer });
  assertEquals(answer.message_type, "bug_report");
  assert("ticket" in answer.response_data);
});

Deno.test("a near tie goes to a person, and the answer says so", async () => {
  const scores = { bug_report: 0.3, feature_request: 0.33, general_inquiry: 0.37 };
  const { answer, explanation } = await run({ scorer: fixedScorer({ scores }) });
  assertEquals(explanation.review, { required: true, reasons: ["low_margin"] });
  assert("requires_human_review" in answer.response_data);
  assertEquals(answer.response_data.requires_human_review, true);
});

Deno.test("a model that understood the message lifts the doubt about its language", async () => {
  const judgement = {
    scores: scoresOf("general_inquiry", 0.4),
    concerns: ["language_not_supported"] as const,
    language: "de",
  };
  const { model } = modelSaying("bug_report", scoresOf("bug_report", 0.99));
  const alone = await run({ scorer: fixedScorer(judgement) });
  const helped = await run({ scorer: fixedScorer(judgement), model });
  assert(alone.explanation.review.reasons.includes("language_not_supported"));
  assertEquals(helped.explanation.review, { required: false, reasons: [] });
});

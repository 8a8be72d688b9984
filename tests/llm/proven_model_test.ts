// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { EXAM } from "../../src/llm/exam.ts";
import { CALLS_PER_SAMPLE, proving } from "../../src/llm/proven_model.ts";
import type { StandingChange } from "../../src/llm/standing.ts";
import { type Intent, INTENTS, type Scores } from "../../src/triage/domain/intent.ts";
import type { LanguageModel, ModelRequest } from "../../src/triage/domain/ports.ts";
import { scoresOf } from "../fakes.ts";
import { modelRequest } from "./model_request.ts";

const NEVER = new AbortController().signal;
const USAGE = { attempts: 1, input_tokens: 1, output_tokens: 1, cost_usd: 0 };

/** A model that judges as it is told to; `null` answers nothing. */
function judging(judge: (message: string) => Scores | null) {
  const asked: ModelRequest[] = [];
  const model: LanguageModel = {
    name: "m",
    prompt_version: "v",
    consult(request) {
      asked.push(request);
      const scores = judge(request.message);
      return Promise.resolve(
        scores === null
          ? { kind: "unavailable", code: "model_timeout", detail: "", usage: USAGE }
          : {
            kind: "opinion",
            scores: request.intents.length === 1 ? null : scores,
            reply: null,
            usage: USAGE,
          },
      );
    },
  };
  return { model, asked };
}

const truthOf = (message: string): Intent =>
  EXAM.find((question) => question.message === message)?.truth ?? "bug_report";
const good = (message: string) => scoresOf(truthOf(message), 0.95);
const alwaysSure = () => scoresOf("bug_report", 0.96);
const knowsNothing = () => scoresOf("bug_report", 0.34);

let now_ms = 0;
const clock = { now: () => new Date(0), monotonicMs: () => now_ms };

function prove(judge: (message: string) => Scores | null) {
  const { model, asked } = judging(judge);
  const changes: StandingChange[] = [];
  const onChange = (change: StandingChange) => changes.push(change);
  const proven = proving(model, { deadline_ms: 10_000, clock, onChange });
  const weigh = async (message = "Hello") => {
    const said = await proven.consult(modelRequest(message), NEVER);
    return said.kind === "opinion" ? said.weight : said.code;
  };
  return { proven, asked, changes, weigh };
}

Deno.test("a model that knows its trade counts in full after a dozen questions, asked once", async () => {
  const { weigh, asked, changes } = prove(good);
  assertEquals([await weigh(), await weigh()], [1, 1]);
  assertEquals(asked.length, EXAM.length + 2);
  assertEquals(changes.map(({ state, exam }) => [state, exam]), [
    ["trusted", { answered: 12, right: 12 }],
  ]);
});

for (
  const [name, judge] of [["is sure of one type", alwaysSure], [
    "knows nothing",
    knowsNothing,
  ]] as const
) {
  Deno.test(`the opinions of a model that ${name} are dropped`, async () => {
    const { weigh, proven, changes } = prove(judge);
    assertEquals(await weigh(), 0);
    assertEquals(proven.standing?.().state, "dropped");
    assertEquals(changes.map(({ state }) => state), ["dropped"]);
  });
}

Deno.test("an exam without answers settles nothing: opinions do not count, and it is held again", async () => {
  let away = true;
  const { weigh, proven, asked } = prove((message) =>
    away && EXAM.some((question) => question.message === message) ? null : good(message)
  );
  assertEquals([await weigh(), proven.standing?.().state], [0, "unproven"]);
  await weigh();
  assertEquals(asked.length, EXAM.length + 2);
  away = false;
  now_ms += 60_000;
  assertEquals([await weigh(), proven.standing?.().state], [1, "trusted"]);
});

Deno.test("replies alone need no exam", async () => {
  const { proven, asked } = prove(good);
  await proven.consult(modelRequest("Hello", ["bug_report"]), NEVER);
  assertEquals(asked.length, 1);
});

Deno.test("fewer than 2 in 100 calls are samples; what they say is noted and not used", async () => {
  const { proven, asked } = prove(good);
  const calls = 650;
  for (let call = 0; call < calls; call++) {
    const said = await proven.consult(modelRequest("It crashes", ["bug_report"]), NEVER);
    assert(said.kind === "opinion" && said.scores === null);
  }
  const samples = asked.filter(({ intents }) => intents.length > 1).length;
  assertEquals(samples, Math.floor(calls / (CALLS_PER_SAMPLE + 1)));
  assert(samples / calls < 0.02);
  assertEquals(proven.standing?.().samples, { answered: samples, right: samples });
});

Deno.test("a sample is due after so many calls, and not before", async () => {
  const { proven, weigh } = prove(good);
  for (let call = 0; call < CALLS_PER_SAMPLE; call++) {
    assertEquals(proven.sampleDue?.(), false);
    await weigh();
  }
  assertEquals(proven.sampleDue?.(), true);
  await proven.consult(modelRequest("It crashes", ["bug_report"]), NEVER);
  assertEquals(proven.sampleDue?.(), false);
});

Deno.test("a model that grows bad after its exam is dropped, and counts again when it is better", async () => {
  let bad = false;
  const { proven, weigh, changes } = prove((message) =>
    bad ? scoresOf("feature_request", 0.96) : good(message)
  );
  await weigh();
  bad = true;
  const sample = async () => {
    while (!proven.sampleDue?.()) {
      await proven.consult(modelRequest("It crashes", ["bug_report"]), NEVER);
    }
    await proven.consult(modelRequest("It crashes", ["bug_report"]), NEVER);
  };
  for (let samples = 0; samples < 6; samples++) await sample();
  assertEquals(await weigh(), 0);
  bad = false;
  for (let samples = 0; samples < 40; samples++) await sample();
  assert(Number(await weigh()) > 0);
  assertEquals(changes.map(({ state }) => state), ["trusted", "dropped", "trusted"]);
});

Deno.test("the exam has a dozen questions, four of each type", () => {
  assertEquals(INTENTS.map((intent) => EXAM.filter(({ truth }) => truth === intent).length), [
    4,
    4,
    4,
  ]);
});

Deno.test("a dropped model's reply does not show that it understood the message", async () => {
  const { proven, weigh } = prove(alwaysSure);
  await weigh();
  const said = await proven.consult(modelRequest("Hello", ["bug_report"]), NEVER);
  assertEquals(said.kind === "opinion" && said.weight, 0);
});

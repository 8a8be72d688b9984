/**
 * The whole path against a real server with a real, small model. What it says is
 * of no use; how it is asked and read is what is tried here.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertRejects } from "@std/assert";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import type { ModelEvent, OpenAiModelOptions } from "../../src/llm/model_options.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { proving } from "../../src/llm/proven_model.ts";
import { answer } from "../../src/triage/domain/answer.ts";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts } from "../fakes.ts";
import { LOGIN_SPINS, modelRequest, PRODUCT } from "../llm/model_request.ts";
import { startModelServer } from "./start_model_server.ts";

const server = await startModelServer();
Deno.test.afterAll(async () => await server[Symbol.asyncDispose]());
const NEVER = new AbortController().signal;
/** A small model on two shared cores reads some hundred tokens a second. */
const DEADLINE_MS = 180_000;

function connect(options: Partial<OpenAiModelOptions> = {}) {
  const events: ModelEvent[] = [];
  const model = createOpenAiModel({
    api_key: "none",
    model: server.model,
    base_url: server.base_url,
    deadline_ms: DEADLINE_MS,
    // Small models ramble: what is cut off costs no more than this.
    max_output_tokens: 120,
    hedge_after_ms: DEADLINE_MS,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { model, events, lost: () => events.filter(({ kind }) => kind === "ability") };
}

Deno.test("the schema is taken, the type's probabilities are read, and the second prompt is cached", async () => {
  const { model, lost } = connect();
  const first = await model.consult(modelRequest(), NEVER);
  const second = await model.consult(modelRequest("Please add a dark theme."), NEVER);
  console.error("first", JSON.stringify(first));
  console.error("second", JSON.stringify(second));
  // Neither schema nor probabilities nor any other parameter was refused or ignored.
  assertEquals(lost(), []);
  for (const said of [first, second]) {
    assert(said.kind === "opinion" && said.scores !== null, JSON.stringify(said));
  }
  const { cached_tokens = 0, input_tokens } = second.usage;
  assert(cached_tokens > 0.8 * input_tokens, `${cached_tokens} of ${input_tokens}`);
});

Deno.test("an answer that is cut off is sent back once; its type was said whole and counts", async () => {
  const { model } = connect({ max_output_tokens: 24 });
  const said = await model.consult(modelRequest("The export is empty."), NEVER);
  assertEquals([said.kind === "opinion" && said.reply, said.usage.attempts], [null, 2]);
});

Deno.test("a client that goes away frees the server for the next one", async () => {
  const { model } = connect();
  const gone = new AbortController();
  const left = model.consult(modelRequest("A message that nobody waits for"), gone.signal);
  setTimeout(() => gone.abort(new Error("gone")), 500);
  await assertRejects(() => left, Error, "gone");
  const next = await model.consult(modelRequest("Where is my invoice?"), NEVER);
  assertEquals(next.kind, "opinion");
});

Deno.test("on the whole path the small model sits its exam; failing it, its opinion moves nothing", async () => {
  // The dozen questions are asked for their types alone.
  const { model, events } = connect({ max_output_tokens: 24 });
  const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
  const proven = proving(model, {
    deadline_ms: DEADLINE_MS,
    exam_wait_ms: DEADLINE_MS,
    clock,
    onChange: (change) => events.push(change),
  });
  const scorer = createLocalScorer();
  const triage = createTriage(fakeParts({
    model: proven,
    scorer,
    drafter: createLocalDrafter(),
    catalog: () => ({ default: PRODUCT, products: [] }),
    options: { mode: "auto", escalate_below: 1, review_below_margin: 0.1, duplicate_window_s: 0 },
  }));
  const message = { customer_id: "c", message: LOGIN_SPINS, product: "1440 Web Portal" };
  const stored = await triage(message, NEVER);
  const given = answer.parse(stored.answer);
  console.error("standing", JSON.stringify(proven.standing?.()));
  console.error("answer", JSON.stringify(given));
  assertEquals(stored.explanation.route, "blended");
  // No opinion of a model that failed moves the local judgement.
  const standing = proven.standing?.();
  assert(standing !== undefined && standing.exam.answered >= 8, JSON.stringify(standing));
  if (standing.weight === 0) {
    assertEquals(stored.explanation.scores, stored.explanation.local.scores);
  }
  const letter = given.customer_response.replaceAll(/\b(?:BUG|FR)-1\b/g, "");
  assertEquals(letterFaults(letter, { message: LOGIN_SPINS, product: PRODUCT }), []);
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createModelNotices } from "../../src/llm/model_notices.ts";
import type { ModelEvent } from "../../src/llm/model_options.ts";
import { createOpenAiModel } from "../../src/llm/openai_model.ts";
import { scrubbed } from "../../src/llm/scrub.ts";
import type { SessionSettings } from "../fake_openai/session.ts";
import { startFakeOpenAi } from "../fake_openai/start_fake_openai.ts";
import { modelRequest } from "./model_request.ts";

const fake = await startFakeOpenAi();
Deno.test.afterAll(() => fake.kill());
const NEVER = new AbortController().signal;
const CLOCK = { now: () => new Date("2026-11-29T12:00:00Z"), monotonicMs: () => performance.now() };
let sessions = 0;

/** What an operator is told while a server behaves so. */
async function toldOf(settings: SessionSettings, calls = 2, message = "The timer stops") {
  const base_url = await fake.session(`notices_${++sessions}`, settings);
  const lines: string[] = [];
  const model = createOpenAiModel({
    api_key: "sk-secret-key-of-ours",
    model: "local",
    base_url,
    backoff_ms: 0,
    budget_usd_per_day: 1,
    onEvent: createModelNotices(CLOCK, (line) => lines.push(line)),
  });
  for (let call = 0; call < calls; call++) {
    await model.consult(modelRequest(`${message} ${call}`), NEVER);
  }
  return lines;
}

const refusedKey = {
  status: 401,
  error: {
    error: {
      message: "Incorrect API key provided: sk-secret-key-of-ours",
      code: "invalid_api_key",
    },
  },
};
const CHANGES: readonly (readonly [string, SessionSettings, readonly RegExp[]])[] = [
  ["the breaker opens, with the server's words", { then: refusedKey }, [
    /^The model is not asked .*model_rejected: invalid_api_key Incorrect API key provided: …\)\.$/,
  ]],
  ["abilities are given up", { dialect: "reasoning" }, [
    /does not take effort \(now minimal\): .*unsupported_value/,
    /does not take logprobs \(now false\): .*not allowed to request logprobs/,
    /does not take temperature \(now false\)/,
  ]],
  ["thinking fills the limit", { dialect: "thinks" }, [/effort/, /8000 tokens/]],
  ["the context cut the prompt", { dialect: "short_context" }, [/read 256 tokens of about \d{4}/]],
  ["nothing changes", {}, []],
];
for (const [name, settings, expected] of CHANGES) {
  Deno.test(`one line says that ${name}`, async () => {
    const lines = await toldOf(settings);
    assertEquals(lines.length, expected.length, lines.join("\n"));
    expected.forEach((pattern, at) => assert(pattern.test(lines[at] ?? ""), lines[at]));
    assert(lines.every((line) => !line.includes("\n") && !line.includes("sk-secret")));
  });
}

Deno.test("opening and closing of the breaker is told once each, failing probes are not", () => {
  const lines: string[] = [];
  const told = createModelNotices(CLOCK, (line) => lines.push(line));
  const cause = { code: "model_timeout", words: "" } as const;
  const states = ["open", "probing", "open", "probing", "closed"] as const;
  for (const state of states) told({ kind: "breaker", state, cause });
  assertEquals(lines.map((line) => line.slice(0, 22)), [
    "The model is not asked",
    "The model is asked aga",
  ]);
});

Deno.test("a spent budget is told once a day, an exam and a fall each time", () => {
  const lines: string[] = [];
  const told = createModelNotices(CLOCK, (line) => lines.push(line));
  const standing = (state: "trusted" | "dropped", right: number): ModelEvent => ({
    kind: "standing",
    state,
    weight: state === "trusted" ? 0.8 : 0,
    exam: { answered: 12, right },
    samples: { answered: 0, right: 0 },
  });
  const events: ModelEvent[] = [
    { kind: "budget_spent" },
    { kind: "budget_spent" },
    standing("trusted", 11),
    standing("dropped", 4),
  ];
  events.forEach(told);
  assertEquals(lines.length, 3);
  assert(lines[0]?.includes("budget of 2026-11-29"));
  assert(lines[2]?.includes("dropped") && lines[2].includes("4 of 12"), lines[2]);
});

const SAID = "My mail is jane@example.org and the invoice of March is wrong";
const WORDS: readonly (readonly [string, string])[] = [
  ["Bad request", "Bad request"],
  ["Key sk-abcdefghijkl is bad", "Key … is bad"],
  ["KEY-42 is bad", "… is bad"],
  ["Refused: 'the invoice of March is wrong'!", "Refused: '…'!"],
  ["write to joe@example.com", "write to [EMAIL_1]"],
  ["two\nlines\u0007", "two lines"],
];
for (const [words, shown] of WORDS) {
  Deno.test(`of ${JSON.stringify(words)} is shown ${JSON.stringify(shown)}`, () => {
    assertEquals(scrubbed(words, SAID, "KEY-42"), shown);
  });
}

Deno.test("no more than a line of a server's words is shown", () => {
  assert(scrubbed("word ".repeat(1_000), "", "").length <= 201);
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertThrows } from "@std/assert";
import { ModelFailure } from "../../src/llm/model_failure.ts";
import { readCompletion } from "../../src/llm/read_completion.ts";

const USAGE = { prompt_tokens: 9, completion_tokens: 2 };
const choice = (extra: object = {}, message: object = {}) => ({
  choices: [{ finish_reason: "stop", message: { content: "{}", ...message }, ...extra }],
  usage: USAGE,
});

Deno.test("what a server leaves out or gets wrong counts as left out", () => {
  assertEquals(readCompletion({ choices: [{ message: { content: "{}" } }] }), {
    content: "{}",
    tokens: null,
    logprobs: null,
    fault: null,
  });
  const broken = [
    null,
    "none",
    { content: null },
    { content: [{ token: "bug", logprob: null }] },
    { content: [null] },
    { tokens: ["bug"], token_logprobs: [0] },
  ];
  for (const logprobs of broken) {
    const { content, logprobs: read } = readCompletion(choice({ logprobs }));
    assertEquals([content, read], ["{}", null], JSON.stringify(logprobs));
  }
});

Deno.test("a body that was not called JSON is read all the same", () => {
  assertEquals(readCompletion(JSON.stringify(choice())), readCompletion(choice()));
});

Deno.test("text in parts is one text", () => {
  const content = [{ type: "text", text: '{"a"' }, { type: "image" }, { text: ":1}" }];
  assertEquals(readCompletion(choice({}, { content })).content, '{"a":1}');
});

Deno.test("alternatives that are missing are none; the token itself counts", () => {
  const content = [{ token: "bug", logprob: -1, top_logprobs: null }];
  const { logprobs } = readCompletion(choice({ logprobs: { content } }));
  assertEquals(logprobs, [{ token: "bug", logprob: -1, top_logprobs: [] }]);
});

Deno.test("tokens are counted also where the numbers are text", () => {
  const usage = {
    prompt_tokens: "9",
    completion_tokens: 2,
    prompt_tokens_details: { cached_tokens: 20 },
  };
  assertEquals(readCompletion({ ...choice(), usage }).tokens, {
    input_tokens: 9,
    cached_tokens: 9,
    cache_write_tokens: 0,
    output_tokens: 2,
  });
});

const FAULTS: readonly (readonly [unknown, string])[] = [
  [{ choices: [] }, "empty"],
  [{ choices: null }, "empty"],
  [{ choices: {} }, "empty"],
  [{ choices: [null] }, "empty"],
  [{}, "empty"],
  [choice({}, { content: null, tool_calls: [{}] }), "empty"],
  [choice({}, { content: { a: 1 } }), "empty"],
  [choice({ finish_reason: "length" }), "cut_off"],
  [choice({ finish_reason: "content_filter" }), "refused"],
  [choice({}, { content: null, refusal: "No." }), "refused"],
  [choice({ finish_reason: "SAFETY" }), "refused"],
  [choice({ finish_reason: "PROHIBITED_CONTENT" }), "refused"],
  [choice({ finish_reason: "MAX_TOKENS" }), "cut_off"],
  [choice({ finish_reason: "model_length" }), "cut_off"],
  [choice({ finish_reason: "length" }, { content: "" }), "only_thoughts"],
  [choice({ finish_reason: "length" }, { content: "<think>Hm, {" }), "only_thoughts"],
  [choice({ finish_reason: "MAX_TOKENS" }, { content: null }), "only_thoughts"],
];
for (const [body, fault] of FAULTS) {
  Deno.test(`${JSON.stringify(body).slice(0, 70)} is ${fault}`, () => {
    assertEquals(readCompletion(body).fault, fault);
  });
}

Deno.test("a body that is no object is an outage", () => {
  for (const body of [null, undefined, 3, "", "<html>", "null", []]) {
    assertThrows(() => readCompletion(body), ModelFailure, "not readable");
  }
});

const ENDED_BADLY = ["error", "insufficient_system_resource", "network_error", "OTHER"];
for (const finish_reason of ENDED_BADLY) {
  Deno.test(`an answer that ended for ${finish_reason} is worth another try`, () => {
    const { facts } = assertThrows(() => readCompletion(choice({ finish_reason })), ModelFailure);
    assertEquals([facts.code, facts.retryable], ["model_error", true]);
  });
}

const HELD_ERRORS: readonly (readonly [unknown, string, boolean])[] = [
  // body of an answer of status 200, our code, worth retrying
  [{ error: { code: 402, message: "Insufficient credits" } }, "model_quota_exhausted", false],
  [{ error: { code: 429, message: "Provider is busy" } }, "model_rate_limited", true],
  [{ error: { code: "503", message: "No instances" } }, "model_error", true],
  [{ error: "Unexpected endpoint or method. (POST /chat/completions)" }, "model_rejected", false],
  [{ error: "model 'tiny' not found" }, "model_rejected", false],
  [{ error: { message: "Internal error" } }, "model_error", true],
  [{ object: "error", message: "out of memory", code: 500 }, "model_error", true],
  [{ detail: "Rate limit exceeded" }, "model_rate_limited", true],
  [[{ error: { code: 429, status: "RESOURCE_EXHAUSTED" } }], "model_rate_limited", true],
  [
    { choices: [{ error: { code: 502, message: "cut" }, finish_reason: "error" }] },
    "model_error",
    true,
  ],
];
for (const [body, code, retryable] of HELD_ERRORS) {
  Deno.test(`${JSON.stringify(body).slice(0, 80)} in a 200 is ${code}`, () => {
    const { facts } = assertThrows(() => readCompletion(body), ModelFailure);
    assertEquals([facts.code, facts.retryable], [code, retryable]);
  });
}

Deno.test("an answer put where thoughts belong is read", () => {
  for (const place of ["reasoning_content", "reasoning"]) {
    const { content, fault } = readCompletion(choice({}, { content: "", [place]: '{"a":1}' }));
    assertEquals([content, fault], ['{"a":1}', null]);
  }
});

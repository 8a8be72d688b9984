// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { ModelFailure } from "../../src/llm/model_failure.ts";
import {
  ALL_ABILITIES,
  lessAbilities,
  type ServerAbilities,
} from "../../src/llm/server_abilities.ts";

function after(status: number, server_words: string, abilities = ALL_ABILITIES) {
  const facts = { code: "model_rejected", detail: "", retryable: false, outage: false } as const;
  return lessAbilities(abilities, new ModelFailure({ ...facts, status, server_words }));
}

const REFUSALS: readonly (readonly [number, string, Partial<ServerAbilities> | null])[] = [
  [400, "400 Unsupported response_format", { format: "json_object" }],
  [422, '422 {"detail":[{"loc":["body","logprobs"]}]}', { logprobs: false }],
  [400, "400 unknown field max_completion_tokens", { token_limit: "max_tokens" }],
  [400, "  400 Bad Request", { format: "json_object" }],
  [422, "422 Unprocessable Entity", { format: "json_object" }],
  [400, "  400 status code (no body)", { format: "json_object" }],
  [400, "context_length_exceeded invalid_request_error 400 Too long", null],
  [400, "400 The message is not allowed here", null],
  [401, "401 Bad Request", null],
  [500, "500 Bad Request", null],
];
for (const [status, words, less] of REFUSALS) {
  Deno.test(`after "${words}" ${less === null ? "nothing less" : JSON.stringify(less)} is asked for`, () => {
    assertEquals(after(status, words), less === null ? null : { ...ALL_ABILITIES, ...less });
  });
}

Deno.test("a server that never says what it refuses is asked for less until nothing is left", () => {
  const tried: string[] = [];
  for (
    let at: ServerAbilities | null = ALL_ABILITIES;
    at !== null;
    at = after(400, "400 bad request", at)
  ) {
    tried.push(`${at.format} ${at.logprobs} ${at.temperature} ${at.token_limit}`);
  }
  assertEquals(tried, [
    "json_schema true true max_completion_tokens",
    "json_object true true max_completion_tokens",
    "text true true max_completion_tokens",
    "text false false null",
  ]);
});

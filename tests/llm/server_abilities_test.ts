// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { failureOfFault } from "../../src/llm/fault_meaning.ts";
import { ABILITY_RETRY_MS, createLearnedAbilities } from "../../src/llm/learned_abilities.ts";
import {
  allAbilities,
  lessAbilities,
  type ServerAbilities,
} from "../../src/llm/server_abilities.ts";

const ALL = allAbilities("gpt-6-luna", "http://127.0.0.1:1/v1");

function factsOf(status: number, words: string, param: string | null = null, said = "") {
  return failureOfFault({ status, codes: "", param, words, headers: null }, said);
}

const REFUSALS:
  readonly (readonly [number, string, string | null, Partial<ServerAbilities> | null])[] = [
    // status, the server's words, its `param`, what is asked for instead
    [400, "Unsupported response_format", null, { format: "json_object" }],
    [422, "Extra inputs are not permitted", "logprobs", { logprobs: false }],
    [403, "You are not allowed to request logprobs from this model.", null, { logprobs: false }],
    [400, "unknown field max_completion_tokens", null, { max_completion_tokens: false }],
    [
      400,
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use " +
      "'max_completion_tokens' instead.",
      null,
      { max_tokens: false },
    ],
    [
      400,
      "Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported " +
      "values are: 'low', 'medium', 'high'.",
      null,
      { effort: "low" },
    ],
    [400, "reasoning_effort 'none' is not supported here", null, { effort: "minimal" }],
    [400, "Unrecognized request argument supplied: reasoning_effort", null, { effort: null }],
    [400, "Unknown parameter: 'prompt_cache_options'.", "prompt_cache_options", { caching: false }],
    [400, "Invalid type for 'messages[0].content': expected a string", null, { caching: false }],
    [400, "temperature is not supported by this model", null, { temperature: false }],
    [501, "logprobs are not implemented", null, { logprobs: false }],
    [400, "Bad Request", null, { effort: null, caching: false }],
    [422, "", null, { effort: null, caching: false }],
    [400, "Too long", null, null],
    [400, "The message is not allowed here", null, null],
    [401, "Bad Request", null, null],
    // A 5xx may pass: it teaches nothing, whatever it names.
    [500, "logprobs are not supported", null, null],
    [503, "response_format json_schema failed", null, null],
    // Named, but not refused.
    [400, "The message is bad. We saw temperature 0", null, null],
  ];
for (const [status, words, param, less] of REFUSALS) {
  Deno.test(`after ${status} "${words}" ${JSON.stringify(less)} is asked for`, () => {
    const got = lessAbilities(ALL, factsOf(status, words, param));
    assertEquals(got, less === null ? null : { ...ALL, ...less });
  });
}

Deno.test("a customer's words that echo in an error teach nothing; the server's own param does", () => {
  const said = "The temperature is not supported and logprobs or json_schema neither";
  const echo = `Invalid prompt: "${said}"`;
  assertEquals(lessAbilities(ALL, factsOf(400, echo, null, said)), null);
  assertEquals(lessAbilities(ALL, factsOf(400, echo, "temperature", said)), {
    ...ALL,
    temperature: false,
  });
});

Deno.test("a server that never says what it refuses is asked for less until nothing is left", () => {
  const tried: string[] = [];
  const refused = factsOf(400, "bad request");
  for (let at: ServerAbilities | null = ALL; at !== null; at = lessAbilities(at, refused)) {
    tried.push(`${at.format} ${at.effort} ${at.caching} ${at.logprobs} ${at.max_tokens}`);
  }
  assertEquals(tried, [
    "json_schema none true true true",
    "json_schema null false true true",
    "json_object null false true true",
    "text null false true true",
    "text null false false false",
  ]);
});

Deno.test("only others than OpenAI get the older name of the limit, and only current models marks", () => {
  const hosts = [
    null,
    "https://api.openai.com/v1",
    "https://eu.api.openai.com/v1",
    "http://[::1]/v1",
  ];
  assertEquals(hosts.map((host) => allAbilities("m", host).max_tokens), [
    false,
    false,
    false,
    true,
  ]);
  const models = [
    "gpt-6-luna",
    "openai/gpt-5.6-sol",
    "gpt-6.1-terra",
    "gpt-5.4-mini",
    "gpt-4.1",
    "llama",
  ];
  assertEquals(models.map((model) => allAbilities(model, null).caching), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

Deno.test("what was refused is asked for again after a while, by one call, and may come back", () => {
  let now_ms = 0;
  const changes: string[] = [];
  const learned = createLearnedAbilities(
    ALL,
    () => now_ms,
    ({ ability, change, now }) => changes.push(`${ability} ${change} ${now}`),
  );
  const refused = factsOf(400, "logprobs are not supported");
  assertEquals(learned.refused(learned.next(), refused)?.logprobs, false);
  assertEquals(learned.next().logprobs, false);

  now_ms += ABILITY_RETRY_MS;
  const again = learned.next();
  assertEquals([again.logprobs, learned.next().logprobs], [true, false]);
  // Refused once more: what is known stands, and nobody is told twice.
  assertEquals(learned.refused(again, refused)?.logprobs, false);

  now_ms += ABILITY_RETRY_MS;
  learned.accepted(learned.next());
  assertEquals(learned.next().logprobs, true);
  assertEquals(changes, ["logprobs given_up false", "logprobs regained true"]);
});

Deno.test("a failure that is no refusal takes nothing away", () => {
  const learned = createLearnedAbilities(ALL, () => 0, () => {});
  for (const status of [429, 500, 503, 401]) {
    assertEquals(learned.refused(learned.next(), factsOf(status, "no")), null);
  }
  assertEquals(learned.next(), ALL);
});

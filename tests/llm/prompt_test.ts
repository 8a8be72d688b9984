// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import {
  cacheKey,
  INSTRUCTIONS,
  PROMPT_VERSION,
  promptFor,
  type TextPart,
  withComplaint,
} from "../../src/llm/prompt.ts";
import { type Intent, INTENTS } from "../../src/triage/domain/intent.ts";
import { modelRequest } from "./model_request.ts";

/** What each version said. A changed text needs a new version and a new line here. */
const DIGESTS: Readonly<Record<string, string>> = {
  "2026-11-22.1": "6464111a4453e2a4",
  "2026-11-22.2": "61641235c9a86971",
  "2026-11-29.1": "61641235c9a86971",
};

Deno.test("a version stands for one text of the instructions", async () => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(INSTRUCTIONS));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  assertEquals(hex.slice(0, 16), DIGESTS[PROMPT_VERSION]);
});

const PLAIN = { schema: null, marked: false };
const MARKED = { schema: null, marked: true };

Deno.test("there is one system message: what does not change, then the product, then the task", () => {
  const one = promptFor(modelRequest("The timer stops."), PLAIN);
  const other = promptFor(modelRequest("Please add a dark theme."), PLAIN);
  assertEquals(one.map(({ role }) => role), ["system", "user"]);
  assertEquals(one[0], other[0]);
  assertNotEquals(one[1], other[1]);
  const system = String(one[0]?.content);
  assert(system.startsWith(INSTRUCTIONS));
  assert(system.indexOf("# Product data") < system.indexOf("# Task"));
});

Deno.test("marked and plain, the text is the same; marks end what does not change and the product", () => {
  const [marked] = promptFor(modelRequest(), MARKED);
  const parts = marked?.content as TextPart[];
  assertEquals(parts.map((part) => part.prompt_cache_breakpoint?.mode), [
    "explicit",
    "explicit",
    undefined,
  ]);
  const [plain] = promptFor(modelRequest(), PLAIN);
  assertEquals(parts.map(({ text }) => text).join(""), plain?.content);
});

Deno.test("a settled type changes the task alone: what is cached is shared", () => {
  const parts = (intents: readonly Intent[]) =>
    promptFor(modelRequest("x", intents), MARKED)[0]?.content as TextPart[];
  const [settled, open] = [parts(["bug_report"]), parts(INTENTS)];
  assertEquals(settled.slice(0, 2), open.slice(0, 2));
  assertNotEquals(settled[2], open[2]);
  assertEquals(cacheKey(modelRequest("x", ["bug_report"])), cacheKey(modelRequest("y")));
});

Deno.test("the message is one JSON string, whatever is in it", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.constantFrom('"}', "<|im_end|>", "</message>", "\u2028system:", "```", "{{ticket_id}}"),
  );
  fc.assert(fc.property(hostile, (message) => {
    const content = String(promptFor(modelRequest(message), PLAIN).at(-1)?.content);
    assertEquals(JSON.parse(content), { product: "1440 Web Portal", message });
    assert(!/[<>|\u2028\u2029\n]/.test(content), content);
  }));
});

Deno.test("the schema stands in the prompt only where the server cannot take one", () => {
  const schema = { type: "object" };
  const text = JSON.stringify(promptFor(modelRequest(), { schema, marked: false }));
  assert(text.includes("JSON schema"));
  assert(!JSON.stringify(promptFor(modelRequest(), PLAIN)).includes("JSON schema"));
});

Deno.test("of an unusable answer only so much is sent back", () => {
  const messages = withComplaint(promptFor(modelRequest(), PLAIN), "x".repeat(100_000), "too long");
  assert(JSON.stringify(messages.slice(-2)).length < 5_000);
});

Deno.test("an empty answer is no turn: what was wrong is said in the system message", () => {
  for (const layout of [PLAIN, MARKED]) {
    const prompt = promptFor(modelRequest(), layout);
    const messages = withComplaint(prompt, " \n", "it was empty");
    assertEquals(messages.map(({ role }) => role), ["system", "user"]);
    assert(JSON.stringify(messages[0]).includes("it was empty"));
    assertEquals(messages[1], prompt[1]);
  }
});

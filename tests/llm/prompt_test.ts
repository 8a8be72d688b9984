// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { INSTRUCTIONS, PROMPT_VERSION, promptFor, withComplaint } from "../../src/llm/prompt.ts";
import { modelRequest } from "./model_request.ts";

/** What each version said. A changed text needs a new version and a new line here. */
const DIGESTS: Readonly<Record<string, string>> = {
  "2026-11-22.1": "6464111a4453e2a4",
  "2026-11-22.2": "61641235c9a86971",
};

Deno.test("a version stands for one text of the instructions", async () => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(INSTRUCTIONS));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  assertEquals(hex.slice(0, 16), DIGESTS[PROMPT_VERSION]);
});

Deno.test("what does not change comes first, what the customer wrote comes last", () => {
  const one = promptFor(modelRequest("The timer stops."), null);
  const other = promptFor(modelRequest("Please add a dark theme."), null);
  assertEquals(one.map(({ role }) => role), ["system", "system", "user"]);
  assertEquals(one.slice(0, 2), other.slice(0, 2));
  assertNotEquals(one[2], other[2]);
  assertEquals(one[0]?.content, INSTRUCTIONS);
});

Deno.test("the message is one JSON string, whatever is in it", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.constantFrom('"}', "<|im_end|>", "</message>", "\u2028system:", "```", "{{ticket_id}}"),
  );
  fc.assert(fc.property(hostile, (message) => {
    const content = promptFor(modelRequest(message), null).at(-1)?.content ?? "";
    assertEquals(JSON.parse(content), { product: "1440 Web Portal", message });
    assert(!/[<>|\u2028\u2029\n]/.test(content), content);
  }));
});

Deno.test("the schema stands in the prompt only where the server cannot take one", () => {
  const schema = { type: "object" };
  const text = JSON.stringify(promptFor(modelRequest(), schema));
  assert(text.includes("JSON schema"));
  assert(!JSON.stringify(promptFor(modelRequest(), null)).includes("JSON schema"));
});

Deno.test("of an unusable answer only so much is sent back", () => {
  const messages = withComplaint(promptFor(modelRequest(), null), "x".repeat(100_000), "too long");
  assert(JSON.stringify(messages.slice(-2)).length < 5_000);
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { PROMPT_VERSION } from "../../src/llm/prompt.ts";
import {
  type ExchangeRecord,
  exchangeRecord,
  recordingFetch,
  replayingFetch,
} from "./recording.ts";
import { mask } from "../../src/masking/redact.ts";
import { REPLAY_CASES, replayTriage } from "./replay_cases.ts";

const folder = new URL("../../fixtures/openai/", import.meta.url);
const records = REPLAY_CASES.flatMap(({ name }): ExchangeRecord[] =>
  JSON.parse(Deno.readTextFileSync(new URL(`${name}.json`, folder)))
    .map((record: unknown) => exchangeRecord.parse(record))
);
const NEVER = new AbortController().signal;

async function answerOnce(message: string): Promise<string> {
  const triage = replayTriage(replayingFetch(records), "http://replay.invalid/v1");
  const stored = await triage({ customer_id: "c", message, product: "1440 Web Portal" }, NEVER);
  return JSON.stringify(stored);
}

for (const { name, message, expected } of REPLAY_CASES) {
  Deno.test(`${name}: the same message and recorded opinion give the same bytes`, async () => {
    const first = await answerOnce(message);
    assertEquals(await answerOnce(message), first);
    const { answer, explanation } = JSON.parse(first);
    assertEquals([answer.message_type, explanation.route], [expected, "blended"]);
    assertEquals(explanation.model.prompt_version, PROMPT_VERSION);
  });
}

Deno.test("recordings hold nothing private and say where they come from", () => {
  for (const record of records) {
    const text = JSON.stringify(record.request.message) + JSON.stringify(record.response);
    assertEquals(mask(text).text, text, record.case);
    assert(!/sk-|authorization|openai-organization/i.test(JSON.stringify(record)));
    assertEquals(record.prompt_version, PROMPT_VERSION, "run `deno task record`");
  }
});

Deno.test("a message that was never recorded is answered locally", async () => {
  const { answer, explanation } = JSON.parse(await answerOnce("Nobody recorded this."));
  assertEquals(explanation.route, "local_fallback");
  assertEquals(answer.message_type, "bug_report");
});

Deno.test("a recording keeps neither ids nor headers of the account", async () => {
  const seen: ExchangeRecord[] = [];
  const label = { case: "x", synthetic: true, prompt_version: "p" };
  const send: typeof fetch = () =>
    Promise.resolve(
      Response.json({ id: "chatcmpl-42", created: 1, system_fingerprint: "fp", x: "a@b.org" }, {
        headers: { "openai-organization": "acme", "retry-after": "1" },
      }),
    );
  await recordingFetch(label, (record) => seen.push(record), send)("http://x.invalid/", {
    body: JSON.stringify({ model: "m", messages: [{ content: "hi" }] }),
  });
  assertEquals(seen[0]?.response, {
    status: 200,
    headers: { "content-type": "application/json", "retry-after": "1" },
    body: { id: "chatcmpl-recorded", created: 0, x: "[EMAIL_1]" },
  });
});

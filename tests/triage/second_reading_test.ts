// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { explanation } from "../../src/triage/domain/explanation.ts";
import { INTENTS, mapScores, normalize, topIntent } from "../../src/triage/domain/intent.ts";
import type { Judgement } from "../../src/triage/domain/judgement.ts";
import type { NoReading, SecondReader, SecondReading } from "../../src/triage/domain/ports.ts";
import { asksReader, readAgain } from "../../src/triage/second_reading.ts";
import { createTriage, type TriageParts } from "../../src/triage/triage.ts";
import { fakeParts, fixedScorer, scoresOf } from "../fakes.ts";

const POOLING = { ask_below: 0.7, local: 0.6, reader: 0.8 };
const MESSAGE = { customer_id: "c1", message: "Pages turn by themselves.", product: "Reader" };
const NEVER = new AbortController().signal;

/** A reader that always says the same, and remembers what it was asked. */
function readerSaying(said: SecondReading | NoReading) {
  const asked: string[] = [];
  const reader: SecondReader = {
    version: "r1",
    pooling: POOLING,
    read(text) {
      asked.push(text);
      return Promise.resolve(said);
    },
  };
  return { reader, asked };
}

const WISH: SecondReading = {
  kind: "reading",
  logits: { bug_report: -1, feature_request: 3, general_inquiry: -1 },
};

async function triaged(judgement: Partial<Judgement>, parts: Partial<TriageParts>) {
  const path = createTriage(fakeParts({ scorer: fixedScorer(judgement), ...parts }));
  const stored = await path(MESSAGE, NEVER);
  explanation.parse(stored.explanation);
  return stored;
}

Deno.test("where the words decide, the reader is not asked", async () => {
  const { reader, asked } = readerSaying(WISH);
  const stored = await triaged({ scores: scoresOf("bug_report", 0.7) }, { reader });
  assertEquals(asked, []);
  assertEquals(stored.explanation.encoder, null);
  assertEquals(stored.answer.message_type, "bug_report");
});

Deno.test("where they do not, the reader's logits turn the answer, and the reply with it", async () => {
  const { reader, asked } = readerSaying(WISH);
  const scores = scoresOf("bug_report", 0.5);
  const { answer, explanation } = await triaged({ scores }, { reader });
  assertEquals(asked, [MESSAGE.message]);
  assertEquals(answer.message_type, "feature_request");
  assert(answer.customer_response.startsWith("We noted it"));
  assertEquals(explanation.local.scores, scores);
  assertEquals([explanation.encoder?.version, explanation.encoder?.failure], ["r1", null]);
  assert((explanation.encoder?.scores?.feature_request ?? 0) > 0.9);
  assertEquals([explanation.route, explanation.degraded], ["local", null]);
});

for (const code of ["encoder_unavailable", "encoder_busy", "encoder_failed"] as const) {
  Deno.test(`${code}: the words stand alone, and the explanation says so`, async () => {
    const { reader } = readerSaying({ kind: "unavailable", code });
    const scores = scoresOf("bug_report", 0.5);
    const { answer, explanation } = await triaged({ scores }, { reader });
    assertEquals(explanation.encoder, { scores: null, version: "r1", failure: code });
    assertEquals([answer.message_type, explanation.scores], ["bug_report", scores]);
  });
}

for (
  const concern of [
    "language_not_supported",
    "nothing_understood",
    "automatic_message",
    "unsolicited",
  ] as const
) {
  Deno.test(`${concern}: the reader is sure of nonsense and is not asked`, () => {
    const judgement = { scores: scoresOf("general_inquiry", 0.34), concerns: [concern] };
    assertEquals(asksReader(judgement, POOLING), false);
    assertEquals(asksReader({ ...judgement, concerns: ["money"] }, POOLING), true);
  });
}

Deno.test("the model is asked only where words and reader together leave it open", async () => {
  const asked: number[] = [];
  const model: NonNullable<TriageParts["model"]> = {
    name: "m",
    prompt_version: "1",
    consult({ intents }) {
      asked.push(intents.length);
      return Promise.reject(new Error("not asked in this test"));
    },
  };
  const { reader } = readerSaying(WISH);
  const options = {
    mode: "uncertain",
    escalate_below: 0.7,
    review_below_margin: 0.1,
    duplicate_window_s: 0,
  } as const;
  await triaged({ scores: scoresOf("feature_request", 0.6) }, { reader, model, options });
  assertEquals(asked, []);
});

Deno.test("who goes away while the reader reads is not answered", async () => {
  const gone = new AbortController();
  const reader: SecondReader = {
    version: "r1",
    pooling: POOLING,
    read(_text, signal) {
      gone.abort(new Error("gone"));
      signal.throwIfAborted();
      return Promise.resolve(WISH);
    },
  };
  const path = createTriage(
    fakeParts({ scorer: fixedScorer({ scores: scoresOf("bug_report", 0.5) }), reader }),
  );
  await assertRejects(() => path(MESSAGE, gone.signal), Error, "gone");
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const scores = fc.tuple(share, share, fc.double({ min: 0.01, max: 1, noNaN: true }))
  .map(([bug_report, feature_request, general_inquiry]) =>
    normalize({ bug_report, feature_request, general_inquiry })
  );
const logit = fc.double({ min: -60, max: 60, noNaN: true });
const logits = fc.record({ bug_report: logit, feature_request: logit, general_inquiry: logit });

Deno.test("whatever is pooled is a distribution, and agreement is never turned", async () => {
  await fc.assert(fc.asyncProperty(scores, logits, async (scores, logits) => {
    const { reader } = readerSaying({ kind: "reading", logits });
    const { pooled } = await readAgain(reader, "text", scores, NEVER);
    assertAlmostEquals(INTENTS.reduce((sum, intent) => sum + pooled[intent], 0), 1, 1e-9);
    const top = topIntent(scores);
    if (topIntent(logits) === top) {
      const highest = Math.max(...INTENTS.map((intent) => pooled[intent]));
      assertAlmostEquals(pooled[top], highest, 1e-9);
    }
  }));
});

Deno.test("a reader that says the same of all types changes no order", async () => {
  await fc.assert(fc.asyncProperty(scores, async (scores) => {
    const { reader } = readerSaying({ kind: "reading", logits: mapScores(() => 1) });
    const { pooled } = await readAgain(reader, "text", scores, NEVER);
    assertAlmostEquals(pooled[topIntent(scores)], pooled[topIntent(pooled)], 1e-9);
  }));
});

/**
 * Every fixture message through the whole path, without a key. A message that
 * is answered with the wrong type stands in `fixtures/known_misses.json`; one
 * that is right again must leave it, so that the list only tells the truth.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { compose } from "../src/compose/compose.ts";
import { readConfig } from "../src/config.ts";
import { answer } from "../src/triage/domain/answer.ts";
import { explanation } from "../src/triage/domain/explanation.ts";
import type { Intent } from "../src/triage/domain/intent.ts";
import type { InquiryCategory } from "../src/triage/domain/reply.ts";

interface Fixture {
  readonly id: string;
  readonly product: string;
  readonly text: string;
  readonly label: Intent;
  readonly category?: InquiryCategory;
  readonly tags: readonly string[];
  readonly why: string;
}

const REQUIRED = ["required-login-spins", "required-workout-notification"];
const MIN_FIXTURES = 120;

const fixtures = readLines("fixtures/messages.jsonl");
const knownMisses: string[] = JSON.parse(Deno.readTextFileSync("fixtures/known_misses.json"));

function readLines(path: string): Fixture[] {
  return Deno.readTextFileSync(path).split("\n").filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

Deno.test("the fixtures are many, told apart, and say why", () => {
  assert(fixtures.length >= MIN_FIXTURES);
  assertEquals(new Set(fixtures.map(({ id }) => id)).size, fixtures.length);
  assertEquals(fixtures.filter(({ why }) => !why).map(({ id }) => id), []);
  const ids = new Set(fixtures.map(({ id }) => id));
  assertEquals(knownMisses.filter((id) => !ids.has(id)), []);
  assertEquals(REQUIRED.filter((id) => !ids.has(id) || knownMisses.includes(id)), []);
});

Deno.test("every fixture message gets the type it should, except the known misses", async () => {
  const service = await compose(
    readConfig((name) => name === "INTAKE_DATABASE" ? ":memory:" : undefined),
    { onNotice: () => {} },
  );
  const missed: string[] = [];
  try {
    for (const { id, product, text, label } of fixtures) {
      const stored = await service.triage(
        { customer_id: id, message: text, product },
        new AbortController().signal,
      );
      answer.parse(stored.answer);
      explanation.parse(stored.explanation);
      for (const { text: quoted, start, end } of stored.explanation.evidence) {
        assertEquals(text.slice(start, end), quoted, id);
      }
      if (stored.answer.message_type !== label) missed.push(id);
    }
  } finally {
    await service.close();
  }
  assertEquals(missed.toSorted(), knownMisses.toSorted());
});

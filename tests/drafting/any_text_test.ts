/**
 * Whatever a client sends, a draft comes back within all limits.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { holdsInvisible } from "../../src/triage/text/plain_text.ts";
import { INTENTS } from "../../src/triage/domain/intent.ts";
import { letterFaults } from "../../src/triage/guard/firewall.ts";
import { strangeLinks } from "../../src/triage/text/links.ts";
import {
  bugTicket,
  inquiryAnswer,
  productRequirement,
  type Reply,
  REPLY_LIMITS,
} from "../../src/triage/domain/reply.ts";
import { findProduct } from "../../src/triage/domain/catalog.ts";
import { catalog, draft, fixtureMessages } from "./drafting.ts";

const WORDS = fixtureMessages("fixtures/messages.jsonl").flatMap(({ text }) => text.split(" "));

const HOSTILE = [
  "<script>alert(1)</script>",
  "<b>bold</b>",
  "&lt;img src=x onerror=y&gt;",
  "http://evil.example/x",
  "www.evil.com",
  "[here](https://evil.example)",
  "\u202eright to left\u202c",
  "\u0007\u001b[31m",
  "\u200b\u200d\ufeff",
  "👩‍👩‍👧‍👦🏳️‍🌈❤️",
  "السلام عليكم",
  "שלום עולם",
  "パスワード",
  "e\u0301".repeat(20),
  "a".repeat(500),
  "!?".repeat(200),
  "{{ticket_id}}",
  "{{product}} ${x} %s",
  "BUG-12",
  "ann@example.org",
  "+44 20 7946 0958",
  "4242 4242 4242 4242",
  "1. open\n2. click\n3. crash",
  "- a\n- b\n- c",
  "when I when I when I when I",
  "if if if so that so that",
  "\"\"\"'''“”„((([[[",
  "\r\n\r\n\t\u2028\u2029",
  "As a user, I want",
  "\ud83d\ude00".repeat(100),
] as const;

const message = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...WORDS, ...HOSTILE), { maxLength: 60 }).map((words) =>
      words.join(" ")
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "binary", maxLength: 300 }).map((text) => text.toWellFormed()),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...HOSTILE), { maxLength: 30 }).map((parts) =>
      parts.join("")
    ),
  },
).filter((text) => text.trim() !== "");
const product = fc.oneof(
  fc.constantFrom("1440 Mobile App", "1440 Web Portal", "Ledgerly"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  fc.constantFrom(...HOSTILE),
);

function schemaOf(reply: Reply): void {
  switch (reply.intent) {
    case "bug_report":
      bugTicket.parse(reply.ticket);
      break;
    case "feature_request":
      productRequirement.parse(reply.requirement);
      break;
    case "general_inquiry":
      inquiryAnswer.parse(reply.inquiry);
      break;
  }
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function holds(text: string, productName: string): void {
  const section = findProduct(catalog, productName);
  const allowed = new Set(section.resources.map(({ url }) => url));
  for (const intent of INTENTS) {
    const reply = draft(intent, text, productName);
    schemaOf(reply);
    assert(reply.letter.length > 0 && reply.letter.length <= REPLY_LIMITS.letter_characters);
    assertEquals(letterFaults(reply.letter, { message: text, product: section }), []);
    for (const written of stringsOf(reply)) {
      assert(written.isWellFormed(), `half a character in ${JSON.stringify(written)}`);
      assert(!holdsInvisible(written), `control characters in ${JSON.stringify(written)}`);
      assertEquals(strangeLinks(written, allowed), []);
    }
  }
}

Deno.test("any text gives drafts within all limits", () => {
  fc.assert(fc.property(message, product, holds), { numRuns: 400 });
});

Deno.test("what only masking lays bare as a link is none in a draft", () => {
  for (
    const text of [
      "4242 4242 4242 4242www.evil.comBUG-12",
      `${"a".repeat(500)}www.evil.com4242 4242 4242 4242`,
      "パスワードwww.evil.com4242 4242 4242 4242",
    ]
  ) holds(text, " ");
});

Deno.test("walls of 10,000 characters give drafts within all limits, and do not block", () => {
  for (
    const unit of [
      ...HOSTILE,
      "when I click ",
      "it would be nice if ",
      "a, ",
      "so that ",
      ". ",
      "\n1. ",
      "> ",
      "1 ",
      "'",
      "could you ",
    ]
  ) {
    const wall = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000).toWellFormed();
    holds(wall, "1440 Web Portal");
  }
});

Deno.test("a quotation that is never closed keeps nobody waiting", () => {
  holds('<code>?sort=-qty</code> my "Welcome', "a");
});

/**
 * The details that an engineer looks for.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { detailEvidence, DETAILS_MAX, detailsOf } from "../../src/triage/domain/details.ts";

const CASES: readonly (readonly [text: string, details: readonly string[]])[] = [
  ["It says Sync failed (E41) on my iPhone 14 Pro, iOS 17.2, app 7.4.1.", [
    "E41",
    "iPhone 14 Pro",
    "iOS 17.2",
    "app 7.4.1",
  ]],
  ["ERR_TOO_MANY_REDIRECTS in Chrome 126", ["ERR_TOO_MANY_REDIRECTS", "Chrome 126"]],
  ["error 0xC0000005, exit 139", ["error 0xC0000005", "exit 139"]],
  ["HTTP 502 since 2.8.3.", ["HTTP 502", "2.8.3"]],
  ["From 203.0.113.208, 10.0.0.1 and 192.168.1.20. With 4.2.1", ["4.2.1"]],
  ["On version 4.2.1.7 and Chrome 126.0.0.0", [
    "version 4.2.1.7",
    "Chrome 126.0.0.0",
  ]],
  ["There were 212 sessions at 10:30 on 3 May.", []],
];

for (const [text, details] of CASES) {
  Deno.test(`details of: ${text}`, () =>
    assertEquals(detailsOf(text).map((detail) => detail.text), details));
}

Deno.test("details stand where they say, and there are only so many", () => {
  const text = Array.from({ length: 20 }, (_, index) => `version 1.${index}.`).join(" ");
  const evidence = detailEvidence(text);
  assertEquals(evidence.length, DETAILS_MAX);
  for (const span of evidence) assertEquals(text.slice(span.start, span.end), span.text);
});

// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { highlight } from "../../src/console/highlight.ts";
import type { Evidence } from "../../src/triage/domain/judgement.ts";

const MESSAGE = "the button just spins";

function span(start: number, end: number, weight = 1): Evidence {
  return { text: "", start, end, intent: "bug_report", weight, cue: "x" };
}

/** Stretches as text, the marked ones in brackets, the soft ones in braces. */
function written(evidence: readonly Evidence[]): string {
  return highlight(MESSAGE, evidence)
    .map(({ text, evidence, soft }) => evidence === null ? text : soft ? `{${text}}` : `[${text}]`)
    .join("");
}

Deno.test("highlight() tells what was not judged, between and beside what spoke", () => {
  const asides = [{ start: 0, end: 4, kind: "greeting" }, {
    start: 15,
    end: 21,
    kind: "signature",
  }] as const;
  assertEquals(
    highlight(MESSAGE, [span(4, 10)], asides).map(({ text, aside }) => [text, aside]),
    [["the ", "greeting"], ["button", null], [" just", null], [" spins", "signature"]],
  );
});

const table: ReadonlyArray<{ name: string; evidence: Evidence[]; shown: string }> = [
  { name: "nothing spoke", evidence: [], shown: MESSAGE },
  { name: "one span", evidence: [span(4, 10)], shown: "the [button] just spins" },
  { name: "both ends", evidence: [span(16, 21), span(0, 3)], shown: "[the] button just [spins]" },
  {
    name: "spans that touch",
    evidence: [span(4, 10), span(10, 15)],
    shown: "the [button][ just] spins",
  },
  {
    name: "overlap: the louder one",
    evidence: [span(4, 15), span(11, 21, 2)],
    shown: "the button [just spins]",
  },
  {
    name: "a soft one",
    evidence: [span(4, 10, 0.5), span(16, 21)],
    shown: "the {button} just [spins]",
  },
  {
    name: "what spoke too softly to matter is not shown",
    evidence: [span(4, 10, 0.39), span(16, 21)],
    shown: "the button just [spins]",
  },
  {
    name: "whole words",
    evidence: [span(6, 8), span(18, 19)],
    shown: "the [button] just [spins]",
  },
  {
    name: "spans that are not in the message",
    evidence: [span(-1, 3), span(16, 22), span(5, 5)],
    shown: MESSAGE,
  },
];
for (const { name, evidence, shown } of table) {
  Deno.test(`highlight: ${name}`, () => assertEquals(written(evidence), shown));
}

Deno.test("highlight: put together, the stretches are the message, whatever the evidence", () => {
  const anySpan = fc.tuple(
    fc.integer({ min: -2, max: 30 }),
    fc.integer({ min: -2, max: 30 }),
    fc.double({ min: -5, max: 5, noNaN: true }),
  )
    .map(([start, end, weight]) => span(start, end, weight));
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 24 }),
      fc.array(anySpan),
      (message, evidence) => {
        assertEquals(highlight(message, evidence).map(({ text }) => text).join(""), message);
      },
    ),
  );
});

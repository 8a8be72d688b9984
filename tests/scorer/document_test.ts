import { asOwnWords } from "../../src/triage/text/own_words.ts";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readDocument } from "../../src/scorer/document/document.ts";

const sentences = (text: string) =>
  readDocument(asOwnWords(text)).sentences.map(({ start, end }) => text.slice(start, end));

Deno.test("readDocument(asOwnWords()) cuts at marks and at lines, list marks included in the span", () => {
  assertEquals(sentences("  It hangs. Why?\n1. Open it\n2. Wait, e.g. a minute\n"), [
    "It hangs.",
    "Why?",
    "1. Open it",
    "2. Wait, e.g. a minute",
  ]);
});

const tokens = (text: string) =>
  readDocument(asOwnWords(text)).sentences.flatMap(({ tokens }) => tokens);

for (
  const [text, question] of [
    ["How do I export it", true],
    ["does it work offline", true],
    ["It works?", true],
    ["When I click it hangs.", false],
    ["It works.", false],
  ] as const
) {
  Deno.test(`readDocument(asOwnWords()) ${question ? "hears" : "hears no"} question in "${text}"`, () => {
    assertEquals(readDocument(asOwnWords(text)).sentences[0]?.question, question);
  });
}

for (
  const [text, asked] of [
    ["Export stops\n\n### Does it happen every time?\nYes", 0],
    ["Export stops\n**Which version?**\n4.1", 0],
    ["Export stops\nDoes it happen every time?\nYes", 1],
    ["## How do I export?\nThere is no button", 1],
  ] as const
) {
  Deno.test(`readDocument(asOwnWords()) counts ${asked} questions in ${JSON.stringify(text)}`, () => {
    const { sentences } = readDocument(asOwnWords(text));
    assertEquals(sentences.filter(({ question }) => question).length, asked);
  });
}

for (
  const [text, word, negated] of [
    ["This is not a bug.", "bug", true],
    ["This is a bug.", "bug", false],
    ["There was no crash today.", "crash", true],
    ["It does not save. It is a bug.", "bug", false],
  ] as const
) {
  Deno.test(`readDocument(asOwnWords()) ${negated ? "negates" : "does not negate"} ${word} in "${text}"`, () => {
    assertEquals(tokens(text).find(({ normal }) => normal === word)?.negated, negated);
  });
}

Deno.test("a word in the middle of a long text is read when asked for", () => {
  const text = `${"We met on Monday. ".repeat(150)}Zebras CRASHED there. ${
    "It rained. ".repeat(80)
  }`;
  const token = tokens(text).find(({ text }) => text === "CRASHED");
  assertEquals([token?.normal, token?.lemma, token?.pos], ["crashed", "crash", "VERB"]);
});

Deno.test("readDocument(asOwnWords()) never throws, and every token is the text's own", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
    const document = readDocument(asOwnWords(text));
    for (const sentence of document.sentences) {
      assert(sentence.tokens.length > 0 && sentence.end <= text.length);
      for (const token of sentence.tokens) {
        assertEquals(text.slice(token.start, token.end), token.text);
      }
    }
    assert(document.unknown_share >= 0 && document.unknown_share <= 1);
  }));
});

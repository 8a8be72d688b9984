/**
 * The notation of rules, sign by sign, and how phrases are found by it.
 *
 * @module
 */
import { asOwnWords } from "../../src/triage/text/own_words.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { SentenceWords } from "../../src/rules/match.ts";
import { type BookRow, RuleBook } from "../../src/rules/rule_book.ts";
import { readDocument } from "../../src/scorer/document/document.ts";

/** What a book finds in a text of one sentence, as "found" or "found{captured}". */
function find(rows: readonly BookRow[], text: string): string[] {
  const { words, firsts } = readDocument(asOwnWords(text));
  const book = new RuleBook(rows);
  const cut = (first: number, last: number) => text.slice(words.starts[first], words.ends[last]);
  return firsts.slice(0, -1).flatMap((first, at) =>
    book.search(new SentenceWords(words, first, firsts[at + 1] ?? first))
  ).map(({ first, last, from, to }) =>
    cut(first, last) + (to > from ? `{${cut(from, to - 1)}}` : "")
  );
}

const PHRASES: readonly (readonly [phrase: string, text: string, found: readonly string[]])[] = [
  ["crash", "It crashed.", ["crashed"]],
  ["=crash", "It crashed, a crash.", ["crash"]],
  ["crash|freeze", "It froze.", ["froze"]],
  ["not |really work", "It does not really work, it does not work.", [
    "not really work",
    "not work",
  ]],
  ["can not open", "I can't open it.", ["can't open"]],
  ["go !down", "It goes down, it goes up.", ["goes"]],
  ["the #NOUN", "Open the door.", ["the door"]],
  ["^ #VERB", "Download the file.", ["Download"]],
  ["^ door", "Open the door.", []],
  ["@count times", "It rang three times.", ["three times"]],
  ["xnum times", "It rang 3 times.", ["3 times"]],
  ["add * mode", "add dark mode", ["add dark mode"]],
  ["add ..2 mode", "add a dark mode", ["add a dark mode"]],
  ["add ..1 mode", "add a dark mode", []],
  ["add ..3 mode", "add it, dark mode", []],
  ["please add { ... }", "please add a dark mode, it is late", [
    "please add a dark mode{a dark mode}",
  ]],
  ["{ ... } please", "a dark mode please", []],
  ["add { ... } to the", "add a line to the list", ["add a line to the{a line}"]],
  ["be missing $", "It is missing.", ["is missing"]],
  ["be missing $", "It is missing here.", []],
];

for (const [phrase, text, found] of PHRASES) {
  if (phrase.startsWith("{")) continue;
  Deno.test(`phrase "${phrase}" in "${text}"`, () => {
    assertEquals(find([{ any: [phrase] }], text), [...found]);
  });
}

Deno.test("a row does not fire in a sentence that holds what forbids it, and does in the next", () => {
  const row = { any: ["crash"], unless: ["used to"] };
  assertEquals(find([row], "It used to crash. It crashes."), ["crashes"]);
});

for (
  const [phrase, wanted] of [
    ["*", "a word at its start"],
    ["{ ... } please", "a word at its start"],
    ["#VERB it", "a word before its first tag"],
    ["|maybe", "a part that is not optional"],
    ["two  blanks", "one blank between parts"],
    ["@nowhere", "a list of the vocabulary"],
  ] as const
) {
  Deno.test(`phrase "${phrase}" is refused: want ${wanted}`, () => {
    assertThrows(() => new RuleBook([{ any: [phrase] }]), Error, wanted);
  });
}

Deno.test("words numbered by a later book are found in texts read before", () => {
  const reading = readDocument(asOwnWords("The zibbol purls."));
  const search = (phrase: string) =>
    new RuleBook([{ any: [phrase] }]).search(new SentenceWords(reading.words, 0, 4)).length;
  assertEquals([search("zibbol"), search("purl|purls")], [1, 1]);
});

Deno.test("whatever the text, what is found lies in its sentence and captures lie in what is found", () => {
  const rows = [{ any: ["a ..2 b", "a { ... } b", "b { * } |c $", "c !a { ... }"] }];
  const word = fc.constantFrom("a", "b", "c", ",", ".", "x y", "\n");
  fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => {
    const { words: list, firsts } = readDocument(asOwnWords(words.join(" ")));
    const book = new RuleBook(rows);
    for (const [at, first] of firsts.slice(0, -1).entries()) {
      const next = firsts[at + 1] ?? first;
      for (const found of book.search(new SentenceWords(list, first, next))) {
        const { from, to } = found;
        if (found.first < first || found.last >= next || found.last < found.first) return false;
        if (from >= 0 && (from < found.first || to > found.last + 1)) return false;
      }
    }
    return true;
  }));
});

Deno.test("whatever the text, a book finds what each of its phrases finds by itself, in order of words and phrases", () => {
  const any = [
    "a b",
    "a|c b|c",
    "|c a",
    "a ..2 c",
    "a !b c",
    "^ c a",
    "b { ... }",
    "a * |b c",
    "c",
  ];
  const whole = new RuleBook([{ any }]);
  const alone = any.map((phrase) => new RuleBook([{ any: [phrase] }]));
  const word = fc.constantFrom("a", "b", "c", ",", ".", "x");
  fc.assert(fc.property(fc.array(word, { maxLength: 30 }), (written) => {
    const { words, firsts } = readDocument(asOwnWords(written.join(" ")));
    for (const [at, first] of firsts.slice(0, -1).entries()) {
      const next = firsts[at + 1] ?? first;
      const told = (book: RuleBook) => book.search(new SentenceWords(words, first, next));
      const apart = alone.flatMap((book, phrase) => told(book).map((one) => ({ ...one, phrase })))
        .sort((one, other) => one.first - other.first || one.phrase - other.phrase);
      assertEquals(told(whole), apart);
    }
  }));
});

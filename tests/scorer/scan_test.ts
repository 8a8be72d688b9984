import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { scan } from "../../src/scorer/words/scan.ts";
import { wink } from "../../src/scorer/words/wink.ts";

const cut = (text: string) => {
  const { words, starts, ends } = scan(text, wink().dictionary);
  return words.map((word, at) => [word?.normal, text.slice(starts[at], ends[at])]);
};

const CASES: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
  ["contractions are spelt out", "can't", [["can", "ca"], ["not", "n't"]]],
  ["contractions without apostrophe too", "dont", [["do", "do"], ["not", "nt"]]],
  ["a possessive stays one", "app's", [["app", "app"], ["'s", "'s"]]],
  ["addresses are one word", "see http://a.b/c?d=1.", [
    ["see", "see"],
    ["xurl", "http://a.b/c?d=1"],
    [".", "."],
  ]],
  ["so are mails", "a.b+c@example.org", [["xmail", "a.b+c@example.org"]]],
  ["numbers lose their unit", "15min", [["xnum", "15"], ["min", "min"]]],
  ["versions are no numbers", "v1.2.3", [["xversion", "v1.2.3"]]],
  ["files are no sentences", "index.js", [["xpath", "index.js"]]],
  ["a missing blank is no address", "slow.It", [["slow", "slow"], [".", "."], ["it", "It"]]],
  ["initials are one word", "e.g. it", [["e.g.", "e.g."], ["it", "it"]]],
  ["shouting is one mark", "no!!!", [["no", "no"], ["!!", "!!!"]]],
  ["code is one word", "call `foo()` now", [["call", "call"], ["xcode", "`foo()`"], [
    "now",
    "now",
  ]]],
  ["comments are dropped", "a <!-- b --> c", [["a", "a"], ["c", "c"]]],
  ["list marks are dropped", "1. open", [["open", "open"]]],
  ["a lone question mark before a line is dropped", "? good", [["good", "good"]]],
  ["… but not where nothing follows", "?", [["?", "?"]]],
  ["traces are one word", "    at foo.bar (a.js:1:2)", [["xtrace", "at foo.bar (a.js:1:2)"]]],
];

for (const [name, text, wanted] of CASES) {
  Deno.test(`scan(): ${name}`, () => assertEquals(cut(text), wanted.map((pair) => [...pair])));
}

Deno.test("scan() keeps offsets in order and inside the text, whatever the text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(
      fc.constantFrom("can't", "İ", "`", "<!--", "http://", "1.", "\n", "a@b.c", "\ud800", "😀"),
      {
        maxLength: 40,
      },
    ).map((parts) => parts.join("")),
  );
  fc.assert(fc.property(text, (text) => {
    const { words, starts, ends } = scan(text, wink().dictionary);
    let before = 0;
    words.forEach((_, at) => {
      const start = starts[at] ?? -1;
      const end = ends[at] ?? -1;
      assert(start >= before && end >= start && end <= text.length, `${start}-${end}`);
      before = end;
    });
  }));
});

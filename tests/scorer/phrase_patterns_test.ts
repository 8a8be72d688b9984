import { assert, assertEquals } from "@std/assert";
import { PHRASE_PATTERNS } from "../../src/scorer/words/phrase_patterns.ts";
import { wink } from "../../src/scorer/words/wink.ts";

/** An example for each pattern in turn: wink-nlp drops some that look right. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  subject_not_verb: ["the timer does not stop", "it does not always sync", "it never saves"],
  would_be_adjective: ["it would be nice", "it would be a nice touch", "it might be really handy"],
  has_no_noun: ["there is no calendar", "it has no search", "there is no easy way"],
  please_verb: ["please add it", "kindly also allow it"],
  want_noun: ["it needs more themes", "i want an option", "it needs the new editor"],
};

for (const { name, patterns } of PHRASE_PATTERNS) {
  Deno.test(`each pattern of ${name} is found`, () => {
    const examples = EXAMPLES[name] ?? [];
    assertEquals(examples.length, patterns.length);
    for (const example of examples) {
      const reader = wink();
      const { phrases } = reader.annotate(
        example.split(" ").map((word) => reader.dictionary.word(word)),
      );
      assert(
        phrases.some((phrase) => phrase.name === name),
        `${example}: ${JSON.stringify(phrases)}`,
      );
    }
  });
}

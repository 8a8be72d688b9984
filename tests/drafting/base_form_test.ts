/**
 * Base forms: those of all verbs of the fixtures, and of all forms that we make.
 *
 * @module
 */
import { asOwnWords } from "../../src/triage/text/own_words.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { baseForm, isBaseVerb } from "../../src/drafting/english/base_form.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { fixtureMessages } from "./drafting.ts";

const scorer = createLocalScorer();

/** Spelt in the British way, or of two verbs: wink-nlp has the other. */
const OTHERWISE = /is(?:e|ed|es|ing)$|^(?:lay|greyed|lives|honoured)$/;

Deno.test("every form of every verb of the fixtures has the base form that wink-nlp gives it", () => {
  const wrong = new Set<string>();
  let forms = 0;
  for (const name of ["messages", "drafts", "blind", "spans"]) {
    for (const { text } of fixtureMessages(`fixtures/${name}.jsonl`)) {
      for (const { tokens } of scorer.read(asOwnWords(text)).sentences) {
        for (const { normal, lemma, pos } of tokens) {
          // A form that wink-nlp does not know is its own lemma there.
          if (
            pos !== "VERB" || lemma === normal || !/^[a-z]+$/.test(normal) || OTHERWISE.test(normal)
          ) continue;
          forms++;
          if (baseForm(normal) !== lemma) wrong.add(`${normal}: ${baseForm(normal)}, not ${lemma}`);
        }
      }
    }
  }
  assertEquals([...wrong], []);
  assertEquals(forms > 3_000, true, `${forms}`);
});

Deno.test("a verb's base form is itself", () => {
  const verbs =
    "resume file pause tap save copy drag open try filter plan sync edit stop show reset pair choose"
      .split(" ");
  assertEquals(verbs.map((verb) => baseForm(verb)), verbs);
  assertEquals(verbs.filter((verb) => !isBaseVerb(verb)), []);
});

for (
  const [form, base] of [
    ["resuming", "resume"],
    ["filing", "file"],
    ["chose", "choose"],
    ["chosed", "choose"],
    ["organised", "organise"],
    ["hoped", "hope"],
    ["hopped", "hop"],
    ["dies", "die"],
    ["always", "always"],
    ["uploaded", "upload"],
    ["queueing", "queue"],
    ["rebooted", "reboot"],
    ["xqrzed", "xqrz"],
  ] as const
) {
  Deno.test(`base form of ${form}`, () => assertEquals(baseForm(form), base));
}

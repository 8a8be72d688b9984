/**
 * Every row of every table does what its examples say: all tables, one test a row.
 *
 * @module
 */
import { asOwnWords } from "../../src/triage/text/own_words.ts";
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { SentenceWords } from "../../src/rules/match.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { RuleBook } from "../../src/rules/rule_book.ts";
import { RULES } from "../../src/rules/tables.ts";
import { readDocument } from "../../src/scorer/document/document.ts";
import { exampleOf } from "./example_of.ts";

/** Which phrases of a row are found in a text, in any of its sentences. */
function phrasesIn(book: RuleBook, text: string): Set<number> {
  const { words, firsts } = readDocument(asOwnWords(text));
  const found = firsts.slice(0, -1).flatMap((first, at) =>
    book.search(new SentenceWords(words, first, firsts[at + 1] ?? first))
  );
  return new Set(found.map(({ phrase }) => phrase));
}

function faultsOf(rule: Rule): string[] {
  const book = new RuleBook([rule]);
  const silent = new Set(rule.any.keys());
  const faults: string[] = [];
  for (const example of rule.yes) {
    const found = phrasesIn(book, example);
    if (found.size === 0) faults.push(`does not fire in: ${example}`);
    for (const phrase of found) silent.delete(phrase);
  }
  for (const phrase of silent) faults.push(`no example fires: ${rule.any[phrase]}`);
  for (const example of rule.no) {
    for (const phrase of phrasesIn(book, example)) {
      faults.push(`"${rule.any[phrase]}" fires in: ${example}`);
    }
  }
  return faults;
}

/** Phrases that fire only where another phrase of the row does already. */
function shadowedIn(rule: Rule): string[] {
  return rule.any.filter((phrase, at) => {
    const others = new RuleBook([{ any: rule.any.filter((_, other) => other !== at) }]);
    const example = exampleOf(phrase);
    return example !== null && phrasesIn(others, example).size > 0;
  });
}

for (const rule of RULES) {
  Deno.test(`rule ${rule.id}: ${rule.says}`, () => {
    assertEquals(faultsOf(rule), []);
    assertEquals(shadowedIn(rule), [], "shadowed by another phrase of the row");
    assert(rule.no.length > 0, "wants an example in which it does not fire");
  });
}

Deno.test("ids are unique", () => {
  const ids = RULES.map(({ id }) => id);
  assertEquals(ids.filter((id, at) => ids.indexOf(id) !== at), []);
});

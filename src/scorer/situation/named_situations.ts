/**
 * Situations whose reason for a person to look is named outright.
 *
 * @module
 */
import { RULES } from "../../rules/tables.ts";
import { NAMED_REASONS } from "../../rules/tables/named_reasons.ts";
import { type SituationName, situationName } from "../../triage/domain/situation.ts";
import { CUES } from "../cues/lexicon.ts";
import type { Reading } from "../document/document.ts";
import { chooseSentences } from "../document/sentence_choice.ts";

/** By the number of a row that is searched for. */
const NAMED = new Map<number, SituationName>(
  NAMED_REASONS.map((rule) => [
    CUES.length + RULES.indexOf(rule),
    situationName.parse(rule.id.split("/")[1]),
  ]),
);

/** The situations that a reading names; a reason of each is given, whatever is probable. */
export function namedSituations(reading: Reading): readonly SituationName[] {
  const found = new Set<SituationName>();
  for (const sentence of chooseSentences(reading)) {
    for (const { row } of reading.sentences[sentence]?.found ?? []) {
      const name = NAMED.get(row);
      if (name !== undefined) found.add(name);
    }
  }
  return [...found];
}

/**
 * Says in short what two similar cases share.
 *
 * @module
 */
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import type { PreparedGist } from "./prepared_gist.ts";

/** Words that are named at most. */
const NAMED_WORDS = 5;
/** From here on both are said to be of a type. */
const OF_TYPE = 0.5;

const BOTH: Readonly<Record<Intent, string>> = {
  bug_report: "both report a fault",
  feature_request: "both wish for something",
  general_inquiry: "both ask",
};

/** What both share, the most telling first; every word of it stands in both. */
export function whyOf(one: PreparedGist, other: PreparedGist): string[] {
  const why: string[] = [];
  const codes = one.gist.codes.filter((code) => other.gist.codes.includes(code));
  if (codes.length > 0) why.push(`code ${codes.join(", ")}`);
  const words = one.gist.words.map((word, place) => ({ word, weight: one.weights[place] ?? 0 }))
    .filter(({ word }) => other.gist.words.includes(word))
    .sort((some, others) => others.weight - some.weight)
    .slice(0, NAMED_WORDS).map(({ word }) => word);
  if (words.length > 0) why.push(`words ${words.join(", ")}`);
  const versions = one.gist.versions.filter((version) => other.gist.versions.includes(version));
  if (versions.length > 0) why.push(`version ${versions.join(", ")}`);
  const type = INTENTS.find((intent) =>
    one.gist.scores[intent] >= OF_TYPE && other.gist.scores[intent] >= OF_TYPE
  );
  if (type !== undefined) why.push(BOTH[type]);
  return why.length === 0 ? ["much the same in other words"] : why;
}

/**
 * What opens a clause that leads to something: "when", "as soon as", "every
 * time", "after".
 *
 * @module
 */
import { isDeterminer, isSubject } from "../english/clause_shape.ts";
import { type Phrase, posOf } from "../english/words.ts";

const ONE_WORD: Readonly<Record<string, "when" | "after">> = {
  when: "when",
  whenever: "when",
  wen: "when",
  everytime: "when",
  if: "when",
  once: "after",
  after: "after",
  while: "when",
  whilst: "when",
  upon: "when",
  as: "when",
};
const TWO_WORDS = new Set([
  "every time",
  "evry time",
  "each time",
  "any time",
  "the moment",
  "the second",
  "the minute",
  "the instant",
  "right after",
  "only when",
  "only if",
  "even when",
  "just after",
  "soon after",
  "shortly after",
  "immediately after",
  "directly after",
  "always when",
]);
const OPENERS = new Set([
  ...Object.keys(ONE_WORD),
  ...[...TWO_WORDS].map((words) => words.slice(0, words.indexOf(" "))),
]);
// "I see if …", "nice if …": no trigger.
const NOT_BEFORE_IF = new Set(
  [
    "as",
    "see",
    "know",
    "wonder",
    "check",
    "nice",
    "great",
    "asking",
    "even",
    "useful",
    "sure",
    "me",
    "sorry",
    "wonder",
    "ask",
    "only",
  ],
);
/** The conjunction that stands at a word; `null` where none does. */
export function conjunctionAt(
  phrase: Phrase,
  at: number,
): { length: number; kind: "when" | "after" } | null {
  const first = phrase.words[at]?.lower ?? "";
  if (!OPENERS.has(first)) return null;
  const second = phrase.words[at + 1]?.lower ?? "";
  const two = `${first} ${second}`;
  if (two === "as soon" && phrase.words[at + 2]?.lower === "as") return { length: 3, kind: "when" };
  // "the second call" is no moment; "the second they are shown" is.
  const counted = first === "the" && !isSubject(phrase.words[at + 2]?.lower ?? "") &&
    !isDeterminer(phrase.words[at + 2]?.lower ?? "");
  if (TWO_WORDS.has(two) && !counted) {
    return { length: 2, kind: second === "after" ? "after" : "when" };
  }
  const kind = Object.hasOwn(ONE_WORD, first) ? ONE_WORD[first] : undefined;
  if (kind === undefined) return null;
  if (first === "as" && !["i", "we", "you"].includes(second)) return null;
  // "the line after jumps to the left": its verb follows.
  const next = phrase.words[at + 1];
  if (first === "after" && posOf(next) === "VERB" && second.endsWith("s")) return null;
  // "once going on and once at the next stop": how often, not when.
  if (first === "once" && second.endsWith("ing")) return null;
  if (first === "if" && at > 0 && NOT_BEFORE_IF.has(phrase.words[at - 1]?.lower ?? "")) return null;
  return { length: 1, kind };
}

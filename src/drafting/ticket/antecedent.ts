/**
 * What "it" and "they" stand for: the subject of the nearest clause before
 * that has a noun for one, of the same number.
 *
 * @module
 */
import { VOCABULARY } from "../../rules/vocabulary.ts";
import { isDeterminer } from "../english/clause_shape.ts";
import { gapBefore, part, type Phrase, posOf } from "../english/words.ts";

const SUBJECT_WORDS_MAX = 6;
/** Behind them a clause begins, as behind a mark. */
const JOINTS: ReadonlySet<string> = new Set(
  "and but so when whenever if because since after before until while though although that then"
    .split(" "),
);
const MARK = /[,;:.!?…()–—]/u;
const NAMING: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);
const VERBAL: ReadonlySet<string> = new Set(["VERB", "AUX"]);
const WITHIN: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART"]);
const PEOPLE: ReadonlySet<string> = new Set(
  `${VOCABULARY.person} ${VOCABULARY.family}`.split(" "),
);
const TIMES: ReadonlySet<string> = new Set(
  "second minute hour day week weekend month year morning evening night time today yesterday problem issue bug thing trouble question"
    .split(" "),
);

/** The subject that a pronoun stands for, as written; "" where there is none. `before`: the nearest first. */
export function antecedentOf(pronoun: string, before: readonly Phrase[]): string {
  const many = pronoun === "they";
  for (const phrase of before) {
    for (let at = phrase.words.length - 2; at >= 0; at--) {
      const subject = subjectAt(phrase, at);
      if (subject === null) continue;
      const { head, text } = subject;
      if (isMany(head) !== many || TIMES.has(head)) continue;
      if (many || !PEOPLE.has(head)) return text;
    }
  }
  return "";
}

/** The noun group that begins a clause at a word and meets its verb. */
function subjectAt(phrase: Phrase, at: number): { head: string; text: string } | null {
  const { words } = phrase;
  const opens = at === 0 || MARK.test(gapBefore(phrase, at)) ||
    JOINTS.has(words[at - 1]?.lower ?? "");
  if (!opens || JOINTS.has(words[at]?.lower ?? "")) return null;
  let head = "", to = at;
  for (; to < Math.min(words.length, at + SUBJECT_WORDS_MAX + 1); to++) {
    const word = words[to], pos = posOf(word);
    if (word === undefined || to > at && MARK.test(gapBefore(phrase, to))) return null;
    if (VERBAL.has(pos)) break;
    if (!WITHIN.has(pos) && !isDeterminer(word.lower)) return null;
    if (NAMING.has(pos) && !words.slice(at, to).some((one) => posOf(one) === "ADP")) {
      head = word.lower;
    }
  }
  const meets = VERBAL.has(posOf(words[to]));
  return head === "" || !meets ? null : { head, text: part(phrase, at, to).text };
}

function isMany(noun: string): boolean {
  return /[^s]s$/u.test(noun) && !/(?:us|is)$/u.test(noun) || PLURAL.has(noun);
}

/** Plural without an "s". */
const PLURAL: ReadonlySet<string> = new Set("people children men women staff police".split(" "));

/**
 * A doing that is the subject of its sentence: "Waking the laptop leaves me
 * without a network".
 *
 * @module
 */
import { isAction, isAttempt } from "../english/actions.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { isAuxiliary } from "../english/clause_shape.ts";
import { isGerund } from "../english/verb_forms.ts";
import { gapBefore, part, type Phrase } from "../english/words.ts";

/** Verbs and adverbs behind a doing that is a subject. */
const ENDS_SUBJECT = new Set(
  ("is are was were does doesn't do can can't cannot has never no always only still just result results lead leads leave leaves " +
    "make makes give gives fail fails crash crashes freeze freezes hang hangs take takes return returns show shows turn turns create creates " +
    "delete deletes open opens bring brings work works throw throws cause causes stop stops lag lags produce produces end ends close closes " +
    "remove removes jump jumps send sends reset resets put puts lose loses break breaks kill kills wipe wipes erase erases stay stays didn't won't doesnt")
    .split(" "),
);

/** What customers do in a letter or beside the product. */
const OF_US = new Set(
  "following reporting building writing hoping wondering waiting sitting standing looking trying asking paying charting being having coming speaking replying"
    .split(" "),
);
const FINE = new Set(["fine", "well", "perfectly", "though", "as"]);
const CONDITION_WORDS_MAX = 8;
const OPENS_OBJECT = new Set(
  "the a an my our all it them every each both any some me us everything nothing".split(" "),
);
const NO_END = new Set(["who", "which", "that", "whose", "name", "the", "a", "an"]);

/** The doing as a step, with the condition in front of it; `null` where no doing is the subject. */
export function doingAsSubject(phrase: Phrase): readonly Phrase[] | null {
  const from = behindCondition(phrase);
  const first = phrase.words[from];
  if (first === undefined || !isGerund(first.lower) || OF_US.has(first.lower)) return null;
  const handled = OPENS_OBJECT.has(phrase.words[from + 1]?.lower ?? "") && !isAttempt(first.lower);
  if (!isAction(first.lower) && !(handled && isBaseVerb(baseForm(first.lower)))) return null;
  if (isAuxiliary(phrase.words[from + 1]?.lower ?? "")) return [];
  const end = subjectEnd(phrase, from);
  // "Logging in with the fingerprint works": the way that leads to no fault.
  const works = end !== null && phrase.words[end]?.lower === "works" &&
    (end === phrase.words.length - 1 || FINE.has(phrase.words[end + 1]?.lower ?? ""));
  if (works) return [];
  return end === null ? [] : [part(phrase, 0, end)];
}

const CONDITIONS = new Set(["with", "while", "without", "during"]);

/** "With the kill switch on, waking …": where the doing begins. */
function behindCondition(phrase: Phrase): number {
  if (!CONDITIONS.has(phrase.words[0]?.lower ?? "")) return 0;
  for (let at = 2; at < Math.min(CONDITION_WORDS_MAX, phrase.words.length); at++) {
    if (gapBefore(phrase, at).includes(",")) return at;
  }
  return 0;
}

/** Where the subject "Restoring yesterday's backup" ends and its verb stands. */
function subjectEnd(phrase: Phrase, from: number): number | null {
  for (let at = from + 2; at < phrase.words.length; at++) {
    const word = phrase.words[at]?.lower ?? "";
    // "Following up by mail since …", "Reporting for the form: …": no doing that leads to anything.
    if (/[;:]/u.test(gapBefore(phrase, at)) || word === "since" || word === "because") return null;
    // "Booking my visit I noticed": the doing ends where the customer begins.
    if (word === "i" || word === "we") return at;
    if (NO_END.has(phrase.words[at - 1]?.lower ?? "")) continue;
    if (ENDS_SUBJECT.has(word)) {
      return word === "no" && phrase.words[at + 1]?.lower !== "longer" ? null : at;
    }
    // "on my watch unticks all the ones above"
    const acts = /[^s]s$/u.test(word) && (isAction(word) || isBaseVerb(baseForm(word)));
    if (acts && OPENS_OBJECT.has(phrase.words[at + 1]?.lower ?? "")) return at;
  }
  return null;
}

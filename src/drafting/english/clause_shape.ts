/**
 * Where a clause starts: a subject that meets its verb. Judged by small closed
 * word lists first and parts of speech second, as customers' grammar is loose.
 *
 * @module
 */
import { gapBefore, isVerb, type Phrase, posOf, type Word } from "./words.ts";

const SUBJECTS = set(
  "i we you someone somebody anyone users people everyone everything something mine hers theirs ours they he she it nothing nobody there no-one noone",
);
const DETERMINERS = set(
  "the teh a an one my our your his her their its this these those all every each several some any no half both none",
);
const FINITE = set(
  "is are was were isn't aren't wasn't weren't am be has have had hasn't haven't does doesn't dosnt doesnt do don't dont did didn't didnt " +
    "can can't cant cannot could couldn't will won't wont would wouldn't should shouldn't must may might gets get got shows show showed says say said stays stay keeps keep kept " +
    "goes comes came takes took gives gave never only still always happens happened fails failed crashes crashed freezes froze hangs hung spins stops stopped disappears disappeared " +
    "tells told insists asks returns jumps jumped went rose fell dropped grew closes opens loses leaves left ends turns becomes appears remains refuses answers plays sends sent arrives arrived greets prints counts reads draws drains",
);
const RELATIVE = set(
  "that which who and or where whose to of with in on for from by at into onto as than everything anything all everyone",
);
/** "set it as the default": no verb. */
const ENDS_IN_S = set("as this his its us yes plus always perhaps besides");
/** Plural without an "s". */
const PLURAL = set("staff people children men women police kids folk");
const OPENS_RELATIVE = set("that which who whose");
const OWNED = set("mine hers theirs ours");
const NOMINATIVE = set("i we he she they");
const PREPOSITIONS = set("to of with in on for from by at into onto");
const CONTRACTED = /^(?:it|that|there|he|she|they|i|we|nothing|nobody)'(?:s|re|m|ve|ll|d)$/u;
const AUXILIARIES = set(
  "is are was were isn't aren't wasn't weren't has hasn't haven't does doesn't didn't didnt doesnt can't cant cannot won't wont wouldn't couldn't gone hasnt isnt",
);
const SUBJECT_WORDS_MAX = 8;

/** Whether a word is a verb that cannot follow another verb's base form: "is", "doesn't". */
export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

/** Whether a subject with its verb starts at a word. */
export function isClause(phrase: Phrase, at: number): boolean {
  const { words } = phrase;
  const word = words[at];
  if (word === undefined) return false;
  if (word.lower === "i" || word.lower === "we") return words[at + 1] !== undefined;
  if (CONTRACTED.test(word.lower)) return words[at + 1] !== undefined;
  if (endsGroup(words, at)) return false;
  if (SUBJECTS.has(word.lower)) {
    const next = words[at + 1];
    if (OWNED.has(word.lower)) return FINITE.has(next?.lower ?? "");
    return next !== undefined &&
      (FINITE.has(next.lower) || isVerb(next) ||
        /[^']s$/u.test(next.lower) && !ENDS_IN_S.has(next.lower));
  }
  if (!DETERMINERS.has(word.lower)) return false;
  for (let next = at + 1; next < Math.min(at + SUBJECT_WORDS_MAX, words.length); next++) {
    const verb = words[next];
    if (verb === undefined || /[,;:]/u.test(gapBefore(phrase, next))) return false;
    if (next === at + 1 || endsGroup(words, next)) continue;
    // "the phone to landscape the video goes black": another noun group begins.
    if (DETERMINERS.has(verb.lower) && !isTied(words, next)) return false;
    if (FINITE.has(verb.lower)) return true;
    if (
      SUBJECTS.has(verb.lower) && !PLURAL.has(verb.lower) || verb.lower === "and" ||
      verb.lower === "or"
    ) return false;
    // "a sentence that runs over the page": its verb is that of another clause.
    if (OPENS_RELATIVE.has(verb.lower)) return false;
    const agrees = /[^s]s$/u.test(verb.lower) || /[^']s$/u.test(words[next - 1]?.lower ?? "") ||
      PLURAL.has(words[next - 1]?.lower ?? "");
    if (posOf(verb) === "VERB" && agrees) return true;
  }
  return false;
}

/** "the new | one is called 4": the end of a noun group. */
function endsGroup(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === "one" && posOf(words[at - 1]) === "ADJ";
}

/** Whether, from a word up to the next mark, there is a verb that only a clause has. */
export function holdsFinite(phrase: Phrase, from: number): boolean {
  for (let at = from; at < phrase.words.length; at++) {
    if (at > from && /[,;:.]/u.test(gapBefore(phrase, at))) return false;
    if (AUXILIARIES.has(phrase.words[at]?.lower ?? "") && !isTied(phrase.words, at)) return true;
  }
  return false;
}

/** Whether a word belongs to what stands before it rather than opening something new. */
export function isTied(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.lower ?? "";
  // "when I sign in I land": no preposition stands before "I".
  if (NOMINATIVE.has(words[at]?.lower ?? "") && PREPOSITIONS.has(before)) return false;
  return RELATIVE.has(before);
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/**
 * The clause of a sentence in which a stretch of it stands, and what leads to
 * it.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { gapBefore, isEnclosed, isVerb, part, type Phrase, posOf } from "../english/words.ts";
import { type Split, splitTrigger } from "../message/triggers.ts";

const MAIN_WORDS_MIN = 3;
const MAIN_CHARACTERS = 16;
/** A sentence split at its trigger, and of both parts the clause that a stretch of it is in. */
export function splitAround(phrase: Phrase, stretch: string): Split {
  const split = splitTrigger(phrase);
  if (split.trigger !== null && split.main.text.includes(stretch)) {
    return { ...split, main: clauseAround(split.main, stretch) };
  }
  // A stretch that began in what leads to it: "if you type | the date it books another".
  if (split.trigger !== null && stretch.includes(split.main.text.slice(0, MAIN_CHARACTERS))) {
    return split;
  }
  // A stretch of what leads to it is no fault.
  const leading = split.trigger?.text.slice(0, MAIN_CHARACTERS) ?? "";
  if (leading !== "" && stretch.includes(leading) && split.main.words.length >= MAIN_WORDS_MIN) {
    return split;
  }
  return splitTrigger(clauseAround(phrase, stretch));
}

const CLAUSE_MARK = /[,;:.!?…]\s|[()]|\s[–—-]\s/u;
/** A bracket ends none: its clause goes on behind it. */
const CLAUSE_END = /[,;:.!?…]\s|\s[–—-]\s/u;
/** Before them a clause has ended, behind them one begins. */
const JOINTS = new Set([
  "but",
  "that",
  "because",
  "so",
  "yet",
  "however",
  "although",
  "though",
  "and",
]);
/** What stands behind one of these is the point. */
const TURNS = new Set(["but", "however", "except", "though", "yet", "sadly", "unfortunately"]);
const FAILING = /\b(?:not|no|never|only|nothing|cannot|wrong|gone|empty|missing)\b|n['’]t\b/i;
const CLAUSE_WORDS_MIN = 4;
/** A question is turned into a statement later, from where it begins. */
const ASKING = new Set(["why", "how", "is", "should", "where", "does", "who"]);
const ASKED_WORDS = 4;
/** A stretch that begins so has lost what it says something of. */
const MID_CLAUSE = new Set(["VERB", "AUX", "ADP", "PART"]);
const CUSTOMER = new Set(["i", "we", "you"]);
/** They open what leads to a fault. */
export const TRIGGERS: ReadonlySet<string> = new Set([
  "when",
  "whenever",
  "if",
  "after",
  "once",
  "while",
  "every",
  "each",
  "as",
]);

/** What went as it should: "works for temperature", "beeped like always". */
const WENT_WELL =
  /\b(?:works?|worked|is|are) (?:fine|ok|okay|well|for|from|in|on|with|perfectly)\b|\b(?:like|as) (?:always|usual|ever)\b/i;

/** Behind a clause that tells what went well, the first that does not; `null` where there is none. */
function behindWell(phrase: Phrase, clause: Phrase, to: number): Phrase | null {
  if (!WENT_WELL.test(clause.text) || FAILING.test(clause.text)) return null;
  const turn = phrase.words.findIndex(({ lower }, at) => at >= to && TURNS.has(lower));
  const from = turn >= 0 ? turn + 1 : to;
  if (from >= phrase.words.length) return null;
  let end = from + 1;
  while (end < phrase.words.length && !endsBefore(phrase, end)) end++;
  const rest = part(phrase, from, end);
  return rest.words.length >= MAIN_WORDS_MIN ? rest : null;
}

/** The clause that a stretch of a phrase is in; the phrase where it is not found. */
function clauseAround(phrase: Phrase, stretch: string): Phrase {
  const { text, words } = phrase;
  const start = stretch === "" ? -1 : text.indexOf(stretch);
  if (start < 0) return phrase;
  let from = words.findIndex((word) => word.end > start);
  let to = words.findIndex((word) => word.start >= start + stretch.length);
  if (to < 0) to = words.length;
  const opened = words.findLastIndex((word, at) =>
    at < from &&
    (TURNS.has(word.lower) && !isExcepting(words, at) || at > 0 && isAnnounced(phrase, at + 1))
  );
  // A sentence that fits a title, with no turn in front of the stretch, is shown whole.
  if (opened < 0 && text.length <= REPLY_LIMITS.title_characters) return phrase;
  // What stands behind a turn is the point, all of it where it fits.
  if (
    opened >= 0 && text.length - (words[opened + 1]?.start ?? 0) <= REPLY_LIMITS.title_characters
  ) {
    return part(phrase, opened + 1);
  }
  // "the numbers | I confirm are not the same": the stretch began inside of the subject.
  const inside = CUSTOMER.has(words[from]?.lower ?? "") && posOf(words[from - 1]) === "NOUN" &&
    gapBefore(phrase, from) === " ";
  // "the scale and | the app disagree": half of the subject.
  if (words[from - 1]?.lower === "and" && gapBefore(phrase, from - 1) === " ") {
    const opens = words.findLastIndex((_, at) =>
      at < from - 1 && (at === 0 || isJoint(phrase, at))
    );
    const verb = words.slice(opens, from).some(isVerb);
    if (opens >= 0 && from - opens > 2 && !verb) from = opens;
  }
  const midClause = inside || MID_CLAUSE.has(posOf(words[from]));
  while (from > 0 && midClause && !isJoint(phrase, from)) from--;
  if (from <= ASKED_WORDS && ASKING.has(words[0]?.lower ?? "")) from = 0;
  const rest = text.length - (words[from]?.start ?? 0);
  if (rest <= REPLY_LIMITS.title_characters) to = words.length;
  while (to < words.length && !endsBefore(phrase, to)) to++;
  if (TRIGGERS.has(words[to]?.lower ?? "")) to = words.length;
  const clause = part(phrase, from, to);
  const behind = TURNS.has(words[to]?.lower ?? "") ? part(phrase, to + 1) : null;
  if (behind !== null && FAILING.test(behind.text) && !FAILING.test(clause.text)) return behind;
  const failed = behindWell(phrase, clause, to);
  if (failed !== null) return failed;
  // "his changes mine": nobody knows what without the rest.
  return clause.words.length < CLAUSE_WORDS_MIN ? phrase : clause;
}

/** "everyone but me" */
function isExcepting(words: Phrase["words"], at: number): boolean {
  return words[at]?.lower === "but" && ALL_OR_NONE.test(words[at - 1]?.lower ?? "");
}

const ALL_OR_NONE = /^(?:everyone|everybody|everything|all|any\w+|no\w*)$/u;

/** A clause behind a colon; "this month's parcel: torn open" says there of what it speaks. */
function isAnnounced(phrase: Phrase, at: number): boolean {
  return /:\s/u.test(gapBefore(phrase, at)) &&
    phrase.words.slice(0, at).some(isVerb);
}

function isJoint(phrase: Phrase, at: number): boolean {
  return CLAUSE_MARK.test(gapBefore(phrase, at)) || JOINTS.has(phrase.words[at - 1]?.lower ?? "");
}

/** "The balances, though, are doubled": a word between commas. */
function isInserted(phrase: Phrase, at: number): boolean {
  return JOINTS.has(phrase.words[at]?.lower ?? "") && gapBefore(phrase, at).includes(",") &&
    gapBefore(phrase, at + 1).includes(",");
}

function endsBefore(phrase: Phrase, at: number): boolean {
  if (isEnclosed(phrase, at)) return false;
  // "who go back one page and then forward lose": one doing.
  if (phrase.words[at]?.lower === "and" && phrase.words[at + 1]?.lower === "then") return false;
  const word = phrase.words[at]?.lower ?? "";
  // "still count though."
  if (word === "though" && /\S/u.test(gapBefore(phrase, at + 1))) return false;
  if (isInserted(phrase, at) || isInserted(phrase, at - 1)) return false;
  if (word === "even" && JOINTS.has(phrase.words[at + 1]?.lower ?? "")) return true;
  return CLAUSE_END.test(gapBefore(phrase, at)) || JOINTS.has(word) || TRIGGERS.has(word);
}

/**
 * Splits what a customer says into what they did and what came of it: "When I
 * enter my password and click login, the button spins", "I exported the list
 * and the file is empty".
 *
 * @module
 */
import { actionStart, laterStart, opensWithAction, readActions } from "../english/action_list.ts";
import { isAction } from "../english/actions.ts";
import {
  holdsFinite,
  isBareClause,
  isClause,
  isContracted,
  isDeterminer,
  isSubject,
  isTied,
} from "../english/clause_shape.ts";
import { baseForm } from "../english/base_form.ts";
import { isGerund } from "../english/verb_forms.ts";
import { conjunctionAt } from "./conjunction.ts";
import { gapBefore, isVerb, part, type Phrase, posOf, type Word } from "../english/words.ts";

/** A sentence split at its trigger; `trigger` is `null` where it has none. */
export interface Split {
  /** What leads to it, without the conjunction. */
  readonly trigger: Phrase | null;
  /** The actions in the trigger. */
  readonly actions: readonly Phrase[];
  readonly conjunction: "when" | "after";
  /** What came of it. */
  readonly main: Phrase;
}

const ENDS_TRIGGER = new Set([
  "but",
  "although",
  "though",
  "so",
  "because",
  "since",
  "which",
  "yet",
]);
// Told of oneself, these are habits and circumstances, not steps.
const HABITS = new Set(
  "run use read watch leave hold pay buy drive ride walk work view store speak follow keep start"
    .split(" "),
);

/** "and it's fine, then …": what came of it so far. */
const STILL_FINE =
  /^(?:and |but )?(?:it['’]?s|it is|all is|everything is) (?:fine|ok|okay|good|well),? (?:then|but|and)(?: then)? /i;
const PLACE_WORDS_MAX = 10;
const BARE_PLACE_WORDS_MAX = 5;
const ADVERBIAL_WORDS_MAX = 3;
const LEAD_WORDS_MAX = 7;

/** What joins a sentence to the one before it. */
const JOINING = new Set(["but", "and", "so", "yet", "now", "then"]);

/** Splits a sentence at its trigger. */
export function splitTrigger(phrase: Phrase): Split {
  if (JOINING.has(phrase.words[0]?.lower ?? "") && conjunctionAt(phrase, 1) !== null) {
    return splitTrigger(part(phrase, 1));
  }
  const front = conjunctionAt(phrase, 0);
  if (front !== null) return splitFront(phrase, front.length, front.kind) ?? unsplit(phrase);
  const told = splitTold(withoutFirst(phrase)) ?? splitPlaced(phrase);
  if (told !== null) return told;
  for (let at = 2; at < phrase.words.length - 1; at++) {
    const inside = conjunctionAt(phrase, at);
    if (inside === null) continue;
    // "Since then whenever I start the app it asks": what stands before is no clause.
    if (at <= ADVERBIAL_WORDS_MAX && isAdverbial(phrase, at) || isLead(phrase, at)) {
      const front = splitTrigger(part(phrase, at));
      if (front.trigger !== null) return front;
    }
    const start = at + inside.length;
    if (!opensAction(phrase, start) || endsVerbless(phrase, at)) continue;
    const spliced = gapBefore(phrase, at).includes(",") ? splitSpliced(phrase, at, inside) : null;
    if (spliced !== null) return spliced;
    const trigger = part(phrase, start, triggerEnd(phrase, start));
    return {
      trigger,
      actions: doneIn(trigger),
      conjunction: inside.kind,
      main: part(phrase, 0, at),
    };
  }
  return unsplit(phrase);
}

/** "it is lost, and the line | after jumps": what stands last before it has no verb yet. */
function endsVerbless(phrase: Phrase, end: number): boolean {
  const and = phrase.words.findLastIndex((word, at) =>
    at < end && word.lower === "and" && gapBefore(phrase, at).includes(",")
  );
  return and >= 0 && phrase.words.slice(and, end).every(isNoVerb);
}

/** Whether a word surely is no verb; one without a tag may be. */
function isNoVerb(word: Word): boolean {
  return posOf(word) !== "" && !isVerb(word);
}

/** "I write it, I push save, after I go back and it is empty": a story in one breath. */
function splitSpliced(
  phrase: Phrase,
  at: number,
  { length, kind }: { length: number; kind: "when" | "after" },
): Split | null {
  const list = readActions(phrase, at + length);
  let next = list.end;
  if (phrase.words[next]?.lower !== "and") return null;
  const before: Phrase[] = [];
  for (let from = 0; from < at; from++) {
    const opens = phrase.words[from]?.lower === "i" && actionStart(phrase.words, from) !== null;
    if (opens) before.push(...readActions(part(phrase, from, at)).actions);
  }
  while (phrase.words[next]?.lower === "and") next++;
  const main = part(phrase, next);
  if (!isClause(main, 0)) return null;
  return {
    trigger: part(phrase, 0, next),
    actions: [...before, ...list.actions],
    conjunction: kind,
    main,
  };
}

/** "Since your weekend update, when I log in …": what stands before tells of no doing. */
function isLead({ words }: Phrase, end: number): boolean {
  return end <= LEAD_WORDS_MAX && words.slice(0, end).every(isNoVerb) &&
    words[0]?.lower === "since";
}

function isAdverbial(phrase: Phrase, end: number): boolean {
  return phrase.words.slice(0, end).every(({ lower }) => ADVERBIAL.has(lower));
}

const ADVERBIAL = new Set(
  "since then but and now also so lately recently yesterday today still always sometimes however only in general most often usually"
    .split(" "),
);

/** What is done in a trigger: behind "if you" any verb tells it. */
function doneIn(trigger: Phrase): readonly Phrase[] {
  const { actions } = readActions(trigger);
  const doing = startsWithDoer(trigger, 0) || isGerund(trigger.words[0]?.lower ?? "");
  return actions.length > 0 || !doing || laterStart(trigger, 0) === null
    ? actions
    : readActions(trigger, 0, true).actions;
}

function unsplit(phrase: Phrase): Split {
  return { trigger: null, actions: [], conjunction: "when", main: phrase };
}

function splitFront(phrase: Phrase, start: number, conjunction: "when" | "after"): Split | null {
  const word = phrase.words[start]?.lower ?? "";
  if (
    !opensAction(phrase, start) && !isSubject(word) && !isDeterminer(word) &&
    !isContracted(word) && posOf(phrase.words[start]) !== "NOUN"
  ) return null;
  const at = mainStart(phrase, start);
  if (at === null) return null;
  const trigger = part(phrase, start, at);
  const next = phrase.words[at]?.lower === "then" ? at + 1 : at;
  return { trigger, actions: doneIn(trigger), conjunction, main: part(phrase, next) };
}

const TELLERS = new Set(["i", "we", "i've", "we've", "i'm", "we're"]);

/** "I exported the list and the file is empty": the doing first, then what came of it. */
function splitTold(phrase: Phrase): Split | null {
  const first = phrase.words[0]?.lower ?? "";
  if (!TELLERS.has(first) && !opensWithAction(phrase)) return null;
  const list = readActions(phrase);
  const [action] = list.actions;
  if (action === undefined || list.end >= phrase.words.length) return null;
  // "Reported position: the lake": what it is, not what was done.
  if (!TELLERS.has(first) && gapBefore(phrase, list.end).includes(":")) return null;
  const fine = STILL_FINE.exec(part(phrase, list.end).text);
  if (fine !== null) {
    const from = list.end + fine[0].trim().split(" ").length;
    const rest = splitTrigger(part(phrase, from));
    return { ...rest, actions: [...list.actions, ...rest.actions] };
  }
  const habit = HABITS.has(baseForm(action.words[0]?.lower ?? ""));
  const past = /ed$|^(?:made|bought|sent|went|took|chose|put|wrote)$/u.test(
    action.words[0]?.lower ?? "",
  );
  let at = list.end;
  while (["and", "but", "then", "so", "now"].includes(phrase.words[at]?.lower ?? "")) at++;
  const main = part(phrase, at);
  if (main.words.length < 2 || habit && !past) return null;
  return {
    trigger: part(phrase, 0, list.end),
    actions: habit ? [] : list.actions,
    conjunction: past ? "after" : "when",
    main,
  };
}

/** "First I log in, then I …": the doing begins behind it. */
function withoutFirst(phrase: Phrase): Phrase {
  return phrase.words[0]?.lower === "first" && startsWithDoer(phrase, 1) ? part(phrase, 1) : phrase;
}

/** "On my tablet, I opened the list and the file is empty": where it was stands before. */
function splitPlaced(phrase: Phrase): Split | null {
  const first = phrase.words[0]?.lower ?? "";
  if (!["on", "in", "with", "at", "using"].includes(first)) return null;
  for (let at = 2; at < Math.min(PLACE_WORDS_MAX, phrase.words.length); at++) {
    // "On the roster page I tap a shift": without a comma only what is surely done.
    const acts = phrase.words[at]?.lower === "i" && at <= BARE_PLACE_WORDS_MAX && first !== "at" &&
      actionStart(phrase.words, at) === at + 1;
    if (!acts && !gapBefore(phrase, at).includes(",")) continue;
    return startsWithDoer(phrase, at) ? splitTold(part(phrase, at)) : null;
  }
  return null;
}

function opensAction(phrase: Phrase, start: number): boolean {
  const word: Word | undefined = phrase.words[start];
  if (word === undefined) return false;
  // "if saving a contact didn't blank the field" is a clause about saving, no step.
  return isGerund(word.lower)
    ? (isAction(word.lower) || phrase.words[start - 1]?.lower === "after") &&
      !(phrase.words[start - 1]?.lower === "if" && holdsFinite(phrase, start + 1))
    : actionStart(phrase.words, start) !== null;
}

/** Where the main clause behind a fronted trigger starts. */
function mainStart(phrase: Phrase, from: number): number | null {
  for (let at = from + 2; at < phrase.words.length; at++) {
    if (/[,;:–—]| - /u.test(gapBefore(phrase, at))) {
      let next = at;
      while (["and", "then"].includes(phrase.words[next]?.lower ?? "")) next++;
      // "when she opens it, and then I save mine, hers is gone": not the last of the clauses.
      if (phrase.words[at]?.lower === "and" && hasCommaClause(phrase, next)) continue;
      // "whenever it rains, which here is often, the gate stops"
      if (phrase.words[at]?.lower === "which" && hasCommaClause(phrase, next)) continue;
      if (
        actionStart(phrase.words, next) === null && laterStart(phrase, next) === null ||
        isClause(phrase, next) && !startsWithDoer(phrase, next)
      ) {
        return at;
      }
    } else if (
      at < phrase.words.length - 1 && !isTied(phrase.words, at) &&
      !SUBORDINATING.has(phrase.words[at - 1]?.lower ?? "") && !isLaterClause(phrase, at) &&
      (isClause(phrase, at) || startsBare(phrase, from, at))
    ) {
      return at;
    }
  }
  return null;
}

/** Behind them stands a clause inside of the trigger: "drag it back since the tester found something". */
const SUBORDINATING = new Set(["since", "because", "until", "while", "before"]);

/** "and then | she saves her notes, mine are gone" */
function isLaterClause(phrase: Phrase, at: number): boolean {
  return phrase.words[at - 1]?.lower === "then" && phrase.words[at - 2]?.lower === "and" &&
    hasCommaClause(phrase, at);
}

function hasCommaClause(phrase: Phrase, from: number): boolean {
  for (let at = from + 1; at < phrase.words.length; at++) {
    if (gapBefore(phrase, at).includes(",") && isClause(phrase, at)) return true;
  }
  return false;
}

/** "after updating to 6.0 widgets are blank": no other noun stands before, to which the verb may belong. */
function startsBare(phrase: Phrase, from: number, at: number): boolean {
  return isBareClause(phrase, at) && isGerund(phrase.words[from]?.lower ?? "") &&
    /^v?\d/u.test(phrase.words[at - 1]?.lower ?? "");
}

function startsWithDoer(phrase: Phrase, at: number): boolean {
  return ["i", "we", "you"].includes(phrase.words[at]?.lower ?? "");
}

/** Where a trigger in the middle of a sentence ends. */
function triggerEnd(phrase: Phrase, from: number): number {
  for (let at = from + 1; at < phrase.words.length; at++) {
    const gap = gapBefore(phrase, at);
    const word = phrase.words[at]?.lower ?? "";
    if (ENDS_TRIGGER.has(word) || /[;:–—]| - /u.test(gap)) return at;
    const next = ["and", "then"].includes(word) ? at + 1 : at;
    if (gap.includes(",") && actionStart(phrase.words, next) === null) return at;
  }
  return phrase.words.length;
}

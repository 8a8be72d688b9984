/**
 * Whether a stretch of a letter tells no more than the customer brought: their
 * words, of the same polarity, nothing better than they said.
 *
 * @module
 */
import { JUDGING, LETTER_WORDS, SMALL } from "./letter_words.ts";
import { wordSet } from "./inflection.ts";
import { type Brought, NEGATIVE } from "./brought.ts";
import { isLeftOut, isSensitiveWord } from "./sensitive_words.ts";

/** In whose scope words stand: what was asked for, what was told; without a frame, of a report or not. */
export type Scope = "asked" | "told" | "bare" | "stray";

/** Of the words that matter so many are the customer's, by scope. */
const SHARE_MIN: Readonly<Record<Scope, number>> = {
  asked: 0.15,
  told: 0.3,
  bare: 0.5,
  stray: 0.5,
};
/** Where money, law, time or health is spoken of. */
const SENSITIVE_SHARE_MIN = 0.6;

// How things turned out well: theirs to say.
const OUTCOME = wordSet(
  "again now work works working back running already included possible supports supported supporting allowed available ready live active enabled confirmed agreed sorted gone yours ours mine " +
    "longer anymore people users customers others members clients coming safe fine ok okay fixed solved done yes free normal known offers offer includes include compatible able provides allow allows permitted covers covered true false right " +
    "guaranteed returned easy best better nobody nothing everyone everything somebody someone yourself onwards himself hers owed due soon proper properly",
);
const GIVEN = wordSet(
  "get gets getting receive receives received own owns win won keep keeps earn have has owe owed deserve",
);
const ELIDED = /\b(?:and|but|so|then|which) (?:\w+ly )?(?:can|may|will|shall|could|should)\b/;

/** The customer's share of the words that matter. */
export function shareOf(words: readonly string[], brought: Brought): number {
  const content = contentOf(words, brought);
  return content.length === 0 ? 0 : content.filter(brought.has).length / content.length;
}

function contentOf(words: readonly string[], brought: Brought): readonly string[] {
  return words.filter((word) =>
    !SMALL.has(word) && (brought.has(word) || !JUDGING.has(word) && !LETTER_WORDS.has(word))
  );
}

/**
 * Whether words tell no more than what the customer brought. `share`: theirs of
 * the whole sentence; `stated`: they stand for themselves, though behind what is told.
 */
export function restates(
  words: readonly string[],
  scope: Scope,
  brought: Brought,
  share: number,
  stated = false,
): boolean {
  const text = words.join(" ");
  const content = contentOf(words, brought);
  if (
    words.some((word) =>
      isSensitiveWord(word) && !TIME_OF_TELLING.has(word) && !brought.has(word) &&
      !LETTER_WORDS.has(word)
    )
  ) return false;
  if (content.some((word) => /^\p{N}/u.test(word) && !brought.has(word))) return false;
  if (UNDONE.test(text) && scope !== "asked") return false;
  if (scope !== "asked" && !isNoBetter(words, text, scope, brought)) return false;
  if (stated && content.length === 0 && STATES.test(text) && !/\bmust\b/.test(text)) return false;
  if (content.length === 0) {
    return (scope === "told" || scope === "asked") &&
      !/\byou (?:are|were|do not|did not|can not|could not|know|have)\b/.test(text);
  }
  const unframed = scope === "bare" || scope === "stray";
  const own = content.filter(unframed || stated ? brought.told : brought.has).length;
  if (unframed && own < 2) return false;
  if (unframed && (IMPERATIVE.test(text) || /^(?:it|this|that|there|yes)\b/.test(text))) {
    return false;
  }
  if (
    scope === "stray" &&
    /\b(?:is|are|was|were|has|have|had|been|works?|comes?|gets?|goes|does|do|ends?|shows?)\b/.test(
      text,
    )
  ) return false;
  const sensitive = content.some((word) => isSensitiveWord(word) && !TIME_OF_TELLING.has(word));
  const least = Math.max(
    SHARE_MIN[scope],
    sensitive && scope !== "asked" ? SENSITIVE_SHARE_MIN : 0,
  );
  return own / content.length >= least ||
    !unframed && !stated && !sensitive && share >= SENTENCE_SHARE_MIN;
}

/** Where the sentence as a whole is so much the customer's, a clause of it may be less. */
const SENTENCE_SHARE_MIN = 0.45;
const UNDONE = /\b(?:need not|do(?:es)? not (?:have|need) to|no need to|should not|not count)\b/;
const STATES = /\b(?:is|are|was|were|has|have|had|can|may|does|do|did|will)\b/;
/** Said to calm, or to take the blame, or of what is on its way. */
const CALMS =
  /\bno (?:danger|risk|harm|problem|concern|matter|worry|cause)\b|\bnot (?:a matter|dangerous|harmful|serious|bad)\b|\bat fault\b|\bto blame\b|\bby mistake\b|\bon (?:its|the|their|your) way\b|\bunder way\b|\bcoming\b|\bby us\b|\bby design\b|\bas (?:designed|intended|planned|it should)\b|\bmeant to\b|\bon purpose\b|\b(?:is|are|was) with you\b|\bgiven back\b|\bfor good\b/;
const IMPERATIVE =
  /^(?:please )?(?:click|open|enter|use|try|go|take|turn|search|install|download|follow|call|visit|press|restart|log|sign|delete|remove|check|run|start|stop|wait|change|set|update|reset|look|ask|contact|buy|pay|write|find|consider|expect|enjoy|get|see|think|read|do|be|have|make|keep|put|rest|ignore|forget|cancel|reply|send|give|let|stay|watch|never|clear|pair|plug|unplug|hold|skip|drink|lie|park|move|switch|hand|bring|sell|come|scan|ring|phone|post|upload|treat|stand|sit|eat|swallow|measure|tap|swipe|select|choose|pick|reinstall|uninstall|upgrade|reboot|charge|replace|clean|wipe|dry|wash|shake|register|subscribe|apply|dispute|claim|trust|touch|listen|speak|talk|sleep|exercise|relax|leave|accept|agree|admit|join|meet|visit|travel|drive|walk|invest|save|spend|avoid|transfer|withdraw|deposit|enable|disable|activate|upload|type|paste|copy|print|connect|disconnect|unlock|lock|allow|grant|confirm|verify|provide|submit|share|show|tell|mark|rate|follow)\b/;

/** Said of a thing that the customer misses. */
const IS_THERE = /\b(?:is|are|was|were) (?:in|on|at|with|there|under)\b/;

/** "You deleted it", "too late": what the customer did not say of themselves. */
function blames(text: string, { has }: Brought): boolean {
  if (/\btoo (?:late|early|much|little|often|many|heavy|old|slow)\b/.test(text) && !has("too")) {
    return true;
  }
  const accused = /\byou (?:have |had |never |also )*(\w+)(?: \w+){0,3}?(?: (wrong))?\b/.exec(text);
  if (accused === null) return false;
  const [, verb = "", wrong] = accused;
  return wrong !== undefined && !has("wrong") ||
    isLeftOut(verb) && !has(verb) && !SMALL.has(verb) && !LETTER_WORDS.has(verb) ||
    /^(?:gave|cheated|dropped|broke|lost|forgot|weigh|failed|ignored)$/.test(verb) && !has(verb);
}

const NO_LONGER = wordSet("longer anymore");

/** "No longer synced", as the customer says too. */
function stopped(words: readonly string[], at: number, { has, denied }: Brought): boolean {
  return has("longer") || has("anymore") || denied(words[at + 1] ?? "");
}

/** Whether words order somebody to do something. */
export function isOrder(words: readonly string[]): boolean {
  return IMPERATIVE.test(words.join(" "));
}

/** Whether words say that something turned out well. */
export function isBetter(words: readonly string[]): boolean {
  return words.some((word) => OUTCOME.has(word));
}

/** Nothing turned out better than the customer says, nothing is given, nothing is to come. */
function isNoBetter(
  words: readonly string[],
  text: string,
  scope: Scope,
  brought: Brought,
): boolean {
  const has = scope === "told" ? brought.has : brought.told;
  const isToldBetter = (word: string, at: number) =>
    OUTCOME.has(word) && !has(word) && !(NO_LONGER.has(word) && stopped(words, at, brought));
  if (words.some(isToldBetter) || CALMS.test(text)) return false;
  if (blames(text, brought)) return false;
  const says = IS_THERE.test(text) && brought.denies && !NEGATIVE.test(text);
  if (says && !brought.says(text.replace(/\b(?:is|are|was|were)\b/, " "))) return false;
  if (/\bby \w+day\b|\bfrom today\b/.test(text) && !brought.has("by")) return false;
  if (/\b(?:will|shall|going to)\b/.test(text) && !has("will")) return false;
  if (
    scope !== "told" &&
    words.some((word) => /^(?:can|could|may|might|should|must)$/.test(word) && !brought.told(word))
  ) return false;
  if (
    scope !== "told" &&
    [...text.matchAll(/\b(?:is|are|was|were) (?:being |also |only )?(\w+(?:ed|en|wn))\b/g)].some((
      [, word = ""],
    ) => !brought.has(word))
  ) return false;
  if (ELIDED.test(text)) return false;
  if (
    /\b(?:we|i|me|my|mine|ours)\b/.test(text) || /\bour\b/.test(text) ||
    scope !== "told" && /\bus\b/.test(text)
  ) return false;
  const flipped = /\b(?:without|no) (?:an? |any |the |more )?(\w+)/.exec(text)?.[1] ?? "";
  if (flipped !== "" && brought.has(flipped) && !brought.denied(flipped)) return false;
  const given = words.find((word, at) =>
    GIVEN.has(word) && words.slice(Math.max(0, at - 2), at).includes("you")
  );
  if (
    given !== undefined && !brought.has(given) &&
    !/\byou (?:have|had) (?:\w+ )?\w+(?:ed|en|t)\b/.test(text)
  ) return false;
  if (
    /\b(?:ha(?:s|ve) been|was|were)\b/.test(text) &&
    words.some((word) =>
      isLeftOut(word) && !has(word) && !SMALL.has(word) && !LETTER_WORDS.has(word) &&
      !TIME_OF_TELLING.has(word)
    )
  ) return false;
  const since = /\bha(?:s|ve) been (?:\w+ly |also )?(\w+)/.exec(text)?.[1] ?? "";
  if (since !== "" && !brought.has(since)) return false;
  const predicate =
    /\b(?:is|are|was|were|seems?|looks?|stays?|becomes?) (?:not |very |quite |really |so |too )*(\w+)$/
      .exec(text)?.[1] ?? "";
  if (scope !== "told" && predicate !== "" && !brought.has(predicate) && !JUDGING.has(predicate)) {
    return false;
  }
  if (words.some((word) => brought.denied(word) && !SMALL.has(word)) && !NEGATIVE.test(text)) {
    return false;
  }
  return !/\b(?:not|no|never|nothing)\b/.test(text) || brought.denies;
}

/** Of time, and told without a promise: "each day", "at the moment". */
const TIME_OF_TELLING = wordSet(
  "day days week weeks month months year years hour hours minute minutes second seconds time today morning evening night now",
);

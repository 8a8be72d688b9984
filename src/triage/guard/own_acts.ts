/**
 * What is said of us: only acts that are true when the letter goes out. The
 * message was kept and passed on; somebody will read it, look into it, answer.
 *
 * @module
 */
import { CASE_OBJECT, comingStands, keptStands } from "./act_objects.ts";
import { isTimed, wordsStand } from "./act_words.ts";
import { denies } from "./denials.ts";
import { type Form, wordSet } from "./inflection.ts";
import { ANSWERING, DECLINED, FEELING, KEEPING, LOOKING, MINDING, STAFF } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isStaffFirst, withoutRelative } from "./staff.ts";
import { isSensitiveWord, SECRET_NOUN } from "./sensitive_words.ts";

/** What may stand before the verb. */
export const AUX = wordSet(
  "will shall can could may might would must should do does did have has had is are am was were be been being going to not never also just already then still really very truly now always only carefully further gladly sincerely fully certainly both all kindly duly hereby so yet quite rather indeed simply properly directly therefore too immediately regularly usually personally",
);

/** Whether what we say of ourselves is true: `null` when not, else whether the customer's matter follows. */
export function oursStand(
  given: readonly string[],
  joint: string,
  brought: Brought,
): boolean | null {
  const words = withoutRelative(given);
  if (words === null) return null;
  const text = words.join(" ");
  if (isTimed(text)) return null;
  if (/^(?:we|i)$/.test(words[0] ?? "") && denies(words, brought)) return false;
  if (
    REGRETS.test(text) &&
    !words.some((word) => isSensitiveWord(word) && !brought.has(word) && !/^days?$/.test(word))
  ) return true;
  if (!wordsStand(words, brought)) return null;
  const us = /^(?:we|i|they)$/.test(words[0] ?? "");
  let at = us ? 1 : words.findIndex((word) => STAFF.has(word)) + 1;
  while (!us && (STAFF.has(words[at] ?? "") || words[at] === "here")) at++;
  const start = at;
  while (
    AUX.has(words[at] ?? "") &&
    !(/^(?:have|has|had|do|does|did|need)$/.test(words[at] ?? "") && isObject(words[at + 1] ?? ""))
  ) at++;
  const aux = words.slice(start, at).join(" ");
  if (
    ASKS_SECRET.test(text) && !/\b(?:not|never|without)\b/.test(text) ||
    !furtherActsStand(words, at, aux, brought)
  ) return null;
  return headStands(words, at, aux, joint, brought);
}

const REGRETS =
  /^(?:we|i) (?:am|are) (?:\w+ly |so |very )*sorry (?:about|for) (?:the|your|this|that|all)(?! (?:\w+ )?(?:mistake|error|we|money))|^(?:we|i) can (?:\w+ )?(?:see|understand|imagine) (?:why|how)\b/;

const ASKS_SECRET = new RegExp(
  `\\b(?:ask|need|want|give|tell|send|share|use|enter|change|reset)\\w*\\b.*${SECRET_NOUN.source}`,
);

/** "Look into it and send …": each further act is one of ours too. */
function furtherActsStand(
  words: readonly string[],
  from: number,
  aux: string,
  brought: Brought,
): boolean {
  return words.every((word, place) => {
    if (place <= from || !/^(?:and|or|then|but)$/.test(word)) return true;
    let at = place + 1;
    while (AUX.has(words[at] ?? "") && !/^(?:have|has|had)$/.test(words[at] ?? "")) at++;
    const head = words[at] ?? "", rest = words.slice(at + 1);
    if (/^(?:your|the|a|an|this|that|it|other|any|all|our|you)$/.test(words[place + 1] ?? "")) {
      return true;
    }
    const verbs = [KEEPING, LOOKING, ANSWERING, MINDING].map((known) => formsOf(head, known));
    if (/\b(?:will|shall|can|could|may|might|would|to)\b/.test(aux)) {
      return !verbs.some((forms) => forms.has("base")) || comingStands(head, rest.join(" "));
    }
    if (formsOf(head, KEEPING).has("past")) return keptStands(head, rest, brought);
    if (verbs.some((forms) => forms.has("past"))) return /^(?:read|noted|understood)$/.test(head);
    return !verbs.some((forms) => forms.has("base")) || mindStands(head, rest.join(" "));
  });
}

/** Whether a noun follows: then "have" and "do" are verbs of their own. */
export function isObject(word: string): boolean {
  return /^(?:a|an|the|this|that|your|no|any|all|it|everything|enough|what|more|our|some|questions?)$/
    .test(word);
}

/** A verb of ours with what stands around it. */
interface Act {
  readonly head: string;
  readonly rest: readonly string[];
  /** `rest` as text. */
  readonly after: string;
  /** Auxiliaries and adverbs before the verb. */
  readonly aux: string;
  /** What joins the clause to the one before. */
  readonly joint: string;
}

const FUTURE = /\b(?:will|shall|going to|can|could|may|might|would|must|should|to)\b/;
const IS_ONLY_WANTED = /^(?:once|when|until|after|if|as)$/;

function headStands(
  words: readonly string[],
  at: number,
  aux: string,
  joint: string,
  brought: Brought,
): boolean | null {
  const head = words[at] ?? "";
  const rest = words.slice(at + 1);
  const act: Act = { head, rest, after: rest.join(" "), aux, joint };
  const perfect = /\b(?:have|has|had)\b/.test(aux);
  const past = formsOf(head, KEEPING).has("past");
  if (head === "") return words.length <= 6 ? false : null;
  if (/\b(?:not|never)\b/.test(aux)) return declines(act) ? refers(act) : null;
  if (/\b(?:is|are|am|was|were|be|been|being)\b/.test(aux)) return feels(act);
  if (!FUTURE.test(aux) && past) return keptStands(head, rest, brought) ? refers(act) : null;
  if (!FUTURE.test(aux) && perfect) return hasDone(act);
  if (/^(?:have|has|had)$/.test(head)) return possesses(act) ? refers(act) : null;
  return FUTURE.test(aux) ? willDo(act) : does(act);
}

function declines({ head, after, aux }: Act): boolean {
  if (/\bwill not (?:\w+ )?(?:lose|forget|share|guess|speculate)\b/.test(`${aux} ${head}`)) {
    return true;
  }
  return DECLINED.has(head) && !/\b(?:will|shall) (?:\w+ )?not\b/.test(aux) &&
    !/^(?:do|does|did) not(?: \w+)? (?:read|look|help|answer|care|need|see|find|want you|wish you)\b/
      .test(`${aux} ${head} ${after}`);
}

function feels(act: Act): boolean | null {
  const { head, after } = act;
  if (FEELING.has(head) || head === "with") return feelingStands(after) ? true : null;
  const said = `${head} ${after}`;
  if (
    /^(?:looking forward|asking|writing|hoping|wondering|keeping|aiming|counting|trying|reading|getting back|reaching out)\b/
      .test(said)
  ) return refers(act);
  return /^(?:given (?:your|it|this)|informed|told)\b/.test(said) ? false : null;
}

/** Nothing has been looked into yet, unless it is said of the time when it has. */
function hasDone(act: Act): boolean | null {
  const { head, rest, after, joint } = act;
  if (
    IS_ONLY_WANTED.test(joint) &&
    (formsOf(head, LOOKING).has("past") || formsOf(head, MINDING).has("past") ||
      /^(?:something|more)$/.test(head))
  ) return false;
  if (head === "asked") {
    return isStaffFirst(rest) &&
        /^(?:\w+ ){1,4}(?:who |to )(?:answer|look|reply|review|read|check|get back|help|see)\b/
          .test(after)
      ? false
      : null;
  }
  return /^(?:understood|read|noticed|noted|heard|taken)$/.test(head) ? refers(act) : null;
}

function willDo(act: Act): boolean | null {
  const { head, after, aux, joint } = act;
  if (
    /^(?:can|could|may) (?:only |well |fully |very well |certainly |easily )*(?:see|understand|imagine|tell|hear)/
      .test(`${aux} ${head}`)
  ) {
    return after === "" ||
        /^(?:that|how|why|what|this|from|situations?|your (?:point|frustration|concern|annoyance|disappointment|situation))\b/
          .test(after)
      ? true
      : null;
  }
  if (head === "do") {
    return /^(?:what|our best|so when|my best)/.test(after) || /^(?:what|as|that|all)$/.test(joint)
      ? false
      : null;
  }
  const known = [LOOKING, ANSWERING, MINDING, KEEPING].some((verbs) =>
    formsOf(head, verbs).has("base")
  );
  return known && comingStands(head, after) ? refers(act) : null;
}

function does(act: Act): boolean | null {
  const { head, after } = act;
  const minds = formsOf(head, MINDING);
  if (minds.has("base") || minds.has("s")) return mindStands(head, after) ? refers(act) : null;
  if (/^(?:note|acknowledge|record|keep|pass|forward|take|register)s?$/.test(head)) {
    return CASE_OBJECT.test(after) ? refers(act) : null;
  }
  const present = [LOOKING, ANSWERING].some((verbs) => {
    const forms = formsOf(head, verbs);
    return forms.has("s") || forms.has("base") && (!forms.has("past") || head === "read");
  });
  return present && comingStands(head, after) ? refers(act) : null;
}

function formsOf(word: string, verbs: ReadonlyMap<string, ReadonlySet<Form>>): ReadonlySet<Form> {
  return verbs.get(word) ?? NONE;
}

const NONE: ReadonlySet<Form> = new Set();

/** Of feelings: what they are about is the customer's; nothing is given or found. */
function feelingStands(after: string): boolean {
  if (
    /\b(?:to (?:give|offer|announce|confirm|inform|have|get|tell|say|report|see it|let)|on it|for you to)\b/
      .test(after) &&
    !/\bto (?:tell you more|say (?:more|whether|when|if)|confirm (?:this|whether|that|it|when)|give you an?)\b/
      .test(after)
  ) return /\bnot (?:able|in)\b/.test(after);
  return !/\bthat (?:we|our|i)\b/.test(after);
}

function mindStands(head: string, after: string): boolean {
  if (SECRET_NOUN.test(after)) return false;
  if (/^sees?$/.test(head)) {
    return /^(?:that|how|why|what|from|your point|this|it|the)\b/.test(after) || after === "";
  }
  if (
    /^(?:wants?|wish|hope|needs?)$/.test(head) &&
    /\b(?:you|your \w+) (?:to )?(?!for|know|have|feel|understand|find|in\b|as\b|about)\w+/.test(
      after,
    ) && !/^to\b/.test(after)
  ) return false;
  if (
    /^(?:thinks?|believes?|agrees?|offers?|suggests?|accepts?|loves?|likes?)$/.test(head) &&
    !/^(?:it would help|hearing|to hear|how|your|that this may|it is useful)/.test(after)
  ) return false;
  if (/^(?:do|does)$/.test(head)) {
    return /^(?:our best|what we can|appreciate|understand|apologi\w+|hope|see|regret|want|value)\b/
      .test(after);
  }
  if (/^(?:know)s?$/.test(head)) {
    return /^(?:how|that this|this|what|it)\b/.test(after) || after === "" ||
      /^(?:more|whether)/.test(after);
  }
  if (/^takes?$/.test(head)) {
    return /^(?:\w+ )?(?:seriously|note|care|(?:questions|feedback|suggestions|reports|messages|wishes|requests|matters|these|things) |your|this|such|every|a |all)/
      .test(after);
  }
  if (/^means?$/.test(head)) return /^to\b/.test(after);
  return true;
}

function possesses({ head, rest }: Act): boolean {
  const what = rest.join(" ");
  return isObject(rest[0] ?? "") && !(head === "had" && /\blook\b/.test(what)) &&
    /\b(?:information|answer|overview|news|question|questions|report|request|message|details?|update|insight|record|idea|look|right|need|date|more|it on|read|note|description|everything|context|this|point|clear|at hand|available)\b/
      .test(what);
}

/** What we understand or look into is the customer's: what follows tells it. */
function refers({ head, rest }: Act): boolean {
  return (REFERRING.test(head) || KEEPING.has(head) && rest.length > 0) &&
    !/^(?:who|when)$/.test(rest[0] ?? "");
}

const REFERRING =
  /^(?:underst\w+|see|seen|gather\w*|read|hear|heard|notic\w*|realis\w*|realiz\w*|recogni\w*|acknowledg\w*|imagine|regret\w*|apologi\w*|summar\w*|appreciat\w*|believe|know|down|look\w*)$/;

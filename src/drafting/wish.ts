/**
 * Finds what a customer wishes for, and turns it into an infinitive: "to
 * invite members from a spreadsheet", "the app to send me a reminder".
 *
 * @module
 */
import { holdsFinite, isBareClause, isClause, isTied } from "./clause_shape.ts";
import { calmed, isShouted } from "./headline.ts";
import { stripLead } from "./lead.ts";
import type { MessageParts, Statement } from "./message_parts.ts";
import { unended } from "./weave.ts";
import { cutWish, having, type Meaning } from "./wish_meaning.ts";
import { readWish } from "./wish_patterns.ts";
import { gapBefore, type Phrase, phraseOf, posOf } from "./words.ts";

/** A wish, ready for a story and a title. */
export interface Wish extends Meaning {
  /** What the sentence says behind the wish. */
  readonly rest: string;
  readonly statement: Statement;
}

const CUE =
  /\b(?:would be|'d be|could be|it'd|wish|hope|would (?:like|love|prefer|help|let|make|save|allow|give|need)|['’]d (?:like|love|prefer|need)|please|pls|plz|could (?:you|we|i|there)|can (?:you|we|i|u)|add|support|option|feature|suggest\w*|idea|request|proposal|should|ought to|lemme|gimme|imagine|ideally|vote|planned|spectate|requesting|rfe|missing|miss|lack\w*|need|want|let (?:me|us)|give (?:me|us)|allow|if (?:i|we|you|there|the app|it) (?:could|would|had|was|were)|any (?:plans|chance|thoughts)|thought about|consider|how about|able to|bring back|instead|no way to|possible|why (?:not|can['’]t|is there no))\b/i;
const EXPLICIT =
  /^(?:please|pls|suggestion|idea|feature request|proposal|request)\b|\b(?:what (?:i|we)(?:['’]m| am| would|['’]d)? ?(?:after|love|like|want|need)|it(?: would|['’]d) be|i wish|interested in|would love|would be (?:great|nice|useful|helpful|awesome|lovely|perfect)|could you|can you|if i could|if you could|no way to|please (?:add|give|let|allow|bring|make|offer|support))\b/i;
const PAIN = /^(?:right now|at (?:the moment|present)|currently|today|now)\b/i;
const LEANING =
  /^(?:that|this|it)(?:['’]s| is| are)\b|^(?:thank|every \w+ (?:wants|has)|nobody asked)/i;
// "Would be the last thing I need" is said of what stands before it.
const REFERRING = /^(?:that |this |it )?would be the (?:last|only|one)\b/i;
const ONE = /(?<= )one(?= (?:that|which|for|on|per|in)\b|$)/i;
const WITHOUT =
  /\b(?:without|has no|have no|lacks?|there(?:['’]s| is) no) ((?:[\w-]+ ){0,4}[\w-]+)$/i;
const QUOTED = /"[^"]*"/g;
const LISTING =
  /^(?:(?:my )?wish ?list|wishes|ideas|suggestions|feature requests|improvements)\W*$/i;
const LEADS =
  /^(?:not a bug[^:,.]{0,60}[:,.]\s*|ps:?\s+|(?:instead of|rather than) [^,]{3,50},\s+(?=\w)|one thing(?: though)?:\s*|(?:in|on|for) (?:the|our|my) [\w-]+,\s+(?=.*\bwould\b)|[^,]{8,80}, so (?=(?:an?|one|some)\b.* would )|and (?=what|please|could|can|let)|but first\s+|please,?\s+(?=(?:can|could|would|will)\s)|in an ideal world,?\s+|[^:.!?]{2,30}:\s+(?=(?:could|can|would|please|it would|i['’]d|i would|i wish|interested in|is there|any chance|how about)\b)|but\s+|also,?\s+|what i (?:actually |really )?want:\s*|ok(?:ay)? so\s+|(?:\w+ ){1,4}(?:is|are) (?:lovely|great|nice|fine|good), but\s+|as an? [\w ]{3,30}?,?\s+(?=i['’]?d?\b))/i;
// How chats and notes leave words out.
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\[[^\]]{2,24}\]\s*(?=\S)/u, ""],
  [/^lemme\b/i, "let me"],
  [/^gimme\b/i, "give me"],
  [/^(?=(?:wish|would (?:really |very much )?(?:like|love|prefer|appreciate))\b)/i, "I "],
  [/^(?:will|would|wud|woud|['’]d) be? (?=.*\b(?:if|to)\b)/i, "it would be "],
];
const MAY_BE_SHORT = /^\s*[[lgw'’]/i;
const STATEMENTS_TRIED = 6;
const INDEX_PENALTY_MAX = 2;
const REST_OVERLAP_CHARACTERS = 24;
const THING_WORDS_MAX = 12;
const THINGS_TRIED = 3;
const ITEMS_NAMED = 4;
const NO_THING =
  /^(?:i|we|you|it|he|she|they|there|that|this|please|pls|no|not|yes|half|in|on|at|for|since|as|when|if|once|because|thank\w*|many|best|kind|same|my|our|your|would|will|could|can|should|is|are|does|do|why|what|how|who|where|quick|good|great|nice|wonderful|[\d/]+ stars?|\d\/\d|another|otherwise|ought|mine|yours|any|so|makes|needs|one thing|everything|nothing|everyone|having to|imagine|only|ideally|put|instead|loving|loved?|\+1)\b/i;

/**
 * The wish of a message; `null` where the message says nothing.
 *
 * @param thing How the product is called where it should do something itself.
 */
export function findWish(parts: MessageParts, thing: string): Wish | null {
  const ranked = parts.statements.map((statement) => ({ statement, score: scoreOf(statement) }))
    .sort((one, other) => other.score - one.score);
  for (const { statement } of ranked.slice(0, STATEMENTS_TRIED)) {
    const text = tidy(statement.phrase.text);
    if (REFERRING.test(text)) continue;
    const found = readWish(text, thing);
    if (found !== null) {
      const named = withOne(withName(found, text), parts.statements[statement.index - 1]);
      return { ...named, rest: restOf(text, found.topic), statement };
    }
  }
  // "Hand-raise order. The list is alphabetical.": a thing, then why.
  const best = parts.statements.slice(0, THINGS_TRIED).find(isThing) ??
    ranked.find(({ statement }) => !REFERRING.test(statement.phrase.text))?.statement;
  if (best === undefined) return null;
  const text = unended(stripLead(tidy(best.phrase.text)));
  const listed = LISTING.test(text) && parts.items.length > 0
    ? having(parts.items.slice(0, ITEMS_NAMED).map(({ phrase }) => phrase.text).join(", "))
    : null;
  const named = listed ?? (isThing(best) ? having(text) : null) ?? described(text, thing);
  return { ...named, rest: "", statement: best };
}

function scoreOf({ phrase, index, wish_weight, bug_weight }: Statement): number {
  let score = Math.min(4, wish_weight) - Math.min(2, bug_weight) * 0.3;
  score -= Math.min(INDEX_PENALTY_MAX, index * 0.4);
  if (CUE.test(phrase.text)) score += 2.5;
  if (EXPLICIT.test(phrase.text)) score += 2;
  if (PAIN.test(phrase.text)) score -= 1.5;
  if (LEANING.test(phrase.text)) score -= 3;
  return score;
}

/** Whether a sentence is no more than a thing's name: nobody does anything in it. */
function isThing({ phrase: said, question, index }: Statement): boolean {
  // What stands in quotation marks may be a sentence, as a name of a thing.
  const phrase = said.text.includes('"') ? phraseOf(said.text.replace(QUOTED, "x")) : said;
  const { words } = phrase;
  if (
    question && index > 0 && words.length < 2 || words.length > THING_WORDS_MAX ||
    NO_THING.test(phrase.text)
  ) {
    return false;
  }
  return !words.some((_word, at) =>
    isClause(phrase, at) || isBareClause(phrase, at) ||
    isDoing(phrase, at)
  ) && !holdsFinite(phrase, 0);
}

/** "old men weigh": a noun and, right behind it, what it does. */
function isDoing(phrase: Phrase, at: number): boolean {
  const word = phrase.words[at], before = phrase.words[at - 1];
  if (word === undefined || before === undefined || posOf(word) !== "VERB") return false;
  // Shouted, everything looks like a name.
  if (isShouted(phrase.text)) return false;
  return /^(?:NOUN|PROPN|PRON)$/.test(posOf(before)) && gapBefore(phrase, at) === " " &&
    !isTied(phrase.words, at) && !/(?:ing|ed)$/.test(word.lower);
}

/** What cannot be turned is quoted. */
function described(text: string, thing: string): Meaning {
  return {
    wanted: `${thing} to do what I describe ("${cutWish(text)}")`,
    topic: cutWish(text),
  };
}

/** "… without an order number. It would be great to enter one that …": what "one" stands for. */
function withOne({ wanted, topic }: Meaning, before: Statement | undefined): Meaning {
  const thing = ONE.test(topic) ? WITHOUT.exec(unended(before?.phrase.text ?? ""))?.[1] : undefined;
  return thing === undefined ? { wanted, topic } : {
    wanted: wanted.replace(ONE, () => thing),
    topic: topic.replace(ONE, () => thing),
  };
}

/** A wish whose first word is a name, as its capital inside the sentence shows. */
function withName({ wanted, topic }: Meaning, text: string): Meaning {
  const word = /^\p{Lu}\p{Ll}{3,}/u.exec(topic)?.[0];
  const at = word === undefined ? -1 : text.indexOf(word);
  if (word === undefined || !/[\p{Ll}\p{N}] $/u.test(text.slice(0, Math.max(0, at)))) {
    return { wanted, topic };
  }
  return { wanted: wanted.replace(word.toLowerCase(), () => word), topic };
}

function restOf(text: string, topic: string): string {
  const known = topic.toLowerCase().slice(-REST_OVERLAP_CHARACTERS);
  const at = known === "" ? -1 : text.toLowerCase().indexOf(known);
  return at < 0 ? "" : text.slice(at + known.length)
    .replace(/^[\s.,;:!?–—-]*(?:(?:as well|too|also|please|pls)\b[\s.,;:!?–—-]*)?/i, "");
}

function tidy(text: string): string {
  let plain = isShouted(text) ? calmed(text) : text;
  if (MAY_BE_SHORT.test(plain)) {
    for (const [short, whole] of SHORT_FORMS) plain = plain.replace(short, whole);
  }
  return plain.replace(LEADS, "").replace(LEADS, "").trim();
}

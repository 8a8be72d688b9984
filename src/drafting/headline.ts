/**
 * Turns a customer's sentence into a headline: no greeting, no filler, no cut
 * word, at most 80 characters.
 *
 * @module
 */
import { REPLY_LIMITS } from "../triage/reply.ts";
import { holdsInsult } from "../triage/firewall.ts";

const LEADS = new RegExp(
  "^(?:" + [
    "(?:but|and|so|also|then|however|unfortunately|sadly|suddenly|suddenly now|now|today|yesterday|lately|recently|again|well|ok|okay|oh|hey|ugh|argh|basically|honestly|apparently|for some reason|at the moment|at present|right now|currently|for (?:a few|some|two|three|\\w+) (?:days|weeks|months) now|since (?:yesterday|this morning|today|last (?:night|week|month)|the (?:last |latest |new )?(?:update|upgrade|weekend|release)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i updated|we updated|\\w+day'?s? (?:update|release)?)|this morning|last (?:night|week)|as of (?:today|yesterday)|once again|by the way|btw|to be honest|in addition|moreover|still|first of all|one thing(?: though)?|problem|bug|issue|bug report|error|question|help|urgent|please help)\\b[,:;!.–-]*\\s+",
    "(?:i|we) (?:think|believe|guess|suspect|noticed|notice|found(?: out)?|have noticed|see|saw|realised|realized|discovered|just noticed|just found|wanted to (?:report|say|tell you|let you know)|want to (?:report|say)|(?:would like|'d like) to report|have to (?:say|report)|must say|am (?:sorry|afraid)|keep noticing)(?: that)?\\s+(?=\\w+ \\w+)",
    "(?:it (?:seems|looks|appears)(?: to me)?(?: like| as if| that)?|looks like|seems like|seems that|it's (?:just |really )?(?:annoying|frustrating|strange|weird|odd) (?:that|how|when)|the (?:problem|issue|bug|trouble|thing) is(?: that)?|(?:i|we)(?: have|'ve got|'ve|'m having| am having| got| are having)(?: got)? (?:a|an|the following|some|this) (?:\\w+ )?(?:problem|issue|bug|trouble|error)s?(?: (?:with|that|where|when|in which))?[:,]?|there(?: is|'s| seems to be| appears to be) (?:a|an|some) (?:\\w+ )?(?:problem|issue|bug|glitch|error)s? (?:with|where|that|in|on)|having (?:trouble|issues|problems) (?:with)?|(?:is it|it's) (?:just me or|known that|normal that|supposed to)|anyone else|is anyone(?:'s| else'?s?)?|does anyone else|do you know (?:that|why)|did you know that|can (?:you|someone|anyone) (?:please )?(?:explain|tell me) (?:to me )?why|could you (?:please )?(?:explain|tell me) why|any idea why|would anyone know why|i(?:'d| would) (?:like to know|love to know) why|how come|why is it that|what happened to)\\s+",
  ].join("|") + ")",
  "iu",
);
const FILLERS =
  /(?:,\s*)?\b(?:please|pls|plz|pleeease|basically|literally|actually|honestly|somehow|simply|really|seriously|obviously|apparently|kinda|kind of|sort of|of course|i think|i guess|i believe|for some reason|as usual|at all|wtf|lol|omg|argh|ugh|freaking|fricking|bloody|damn|fucking|f\*+ing|stupid|crappy|shitty|btw|though)\b,?(?=\s|[.,;!?]|$)/giu;
const JUST = /\b(?:just|only just)\s+(?!\d)/giu;
const DETERMINER = /^(?:the|an?|my|our|your|this|these|those)\s+(?=\S)/iu;
const ENDING = /[\s.,;:!?…–—-]+$/u;
const STARTING = /^[\s.,;:!?…–—>*•·)-]+/u;
const CUT_AT = [
  /\s*[;]\s/gu,
  /\s+[–—-]\s+/gu,
  /,\s+(?:and|but|so|although|though|even though|which|while|because|since|as|who|where|not)\s/giu,
  /\s+\((?=[^)]*$)/gu,
  /:\s/gu,
  /,\s/gu,
  /\s+(?:but|so that|so|although|though|even though|which|because|since|while|where|whereas)\s/giu,
  /\s+(?:instead of|unless|until|despite|in spite of|as if|even|when|if|after|before|every time|whenever|as soon as)\s/giu,
  /\s+(?:and|or)\s/giu,
  /\s+(?:with|without|for|from|in|on|at|by|to|into|of|than|that)\s/giu,
];
const MIN_CUT_CHARACTERS = 24;
const DANGLING =
  /\s+(?:the|an?|my|our|your|his|her|their|its|this|that|these|to|of|in|on|at|by|for|from|with|and|or|but|so|as|is|are|was|were|be|been|has|have|had|do|does|did|not|no|when|if|because|since|which|who|i|we|it|he|she|they|you|only|even|also|very|more|than|into|about|after|before|until|while|every|each|some|any|one)$/iu;

/** A sentence without what says nothing, as the start of a headline. */
export function stripLead(text: string): string {
  let rest = text.replace(STARTING, "");
  for (let round = 0; round < 4; round++) {
    const shorter = rest.replace(LEADS, "");
    if (shorter === rest || shorter.length < 8) break;
    rest = shorter;
  }
  return rest;
}

/**
 * A headline of at most 80 characters.
 *
 * @param text A clause, without its lead.
 * @param max_characters At most this long.
 */
export function headline(
  text: string,
  max_characters: number = REPLY_LIMITS.title_characters,
): string {
  let title = text.replace(FILLERS, "").replace(JUST, "").replace(/\s+/gu, " ")
    .replace(/\s+([.,;:!?])/gu, "$1").replace(STARTING, "").replace(ENDING, "");
  title = title.replace(DETERMINER, "");
  if (isShouted(title)) title = title.toLowerCase();
  title = shorten(title, max_characters);
  title = balanced(title).replace(ENDING, "");
  return capitalised(title);
}

/** The text with its first letter in upper case, where it is a plain lower-case word. */
export function capitalised(text: string): string {
  const [first = ""] = text;
  // iPhone, eBay, macOS keep their spelling.
  if (/^\p{Ll}\p{Lu}/u.test(text)) return text;
  const upper = first.toUpperCase();
  return upper.length === 1 || first.length === 2 ? upper + text.slice(first.length) : text;
}

/** Whether a headline can be shown: it says something and insults nobody. */
export function isPresentable(title: string): boolean {
  return title.length >= 4 && /\p{L}{2}/u.test(title) && !holdsInsult(title);
}

function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let best = "";
  for (const marks of CUT_AT) {
    for (const match of text.matchAll(marks)) {
      if (match.index > max) break;
      if (match.index >= MIN_CUT_CHARACTERS && match.index > best.length) {
        best = text.slice(0, match.index);
      }
    }
    if (best !== "") break;
  }
  if (best === "") {
    const head = text.slice(0, max + 1);
    const blank = head.lastIndexOf(" ");
    best = blank > 0 ? head.slice(0, blank) : text.slice(0, max).replace(/[\ud800-\udbff]$/u, "");
  }
  let trimmed = best;
  for (let round = 0; round < 4 && DANGLING.test(trimmed); round++) {
    trimmed = trimmed.replace(DANGLING, "");
  }
  return trimmed;
}

function balanced(text: string): string {
  let result = text;
  for (const [open, close] of [["(", ")"], ["[", "]"], ["“", "”"]] as const) {
    const opens = result.split(open).length, closes = result.split(close).length;
    if (opens > closes) {
      const at = result.lastIndexOf(open);
      result = (at > MIN_CUT_CHARACTERS ? result.slice(0, at) : result.replaceAll(open, "")).trim();
    } else if (closes > opens) result = result.replaceAll(close, "");
  }
  if (result.split('"').length % 2 === 0) {
    const at = result.lastIndexOf('"');
    result = at > MIN_CUT_CHARACTERS ? result.slice(0, at).trim() : result.replace('"', "");
  }
  return result;
}

const SHOUTED_SHARE = 0.7;

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 12 && capitals > letters * SHOUTED_SHARE;
}

/**
 * Turns a customer's clause into a headline: no filler, no cut word, at most
 * 80 characters.
 *
 * @module
 */
import { holdsInsult } from "../../triage/guard/firewall.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { withoutEnd } from "./text_end.ts";

const FILLERS =
  /(?:,\s*)?\b(?:please|pls|plz|basically|literally|actually|honestly|somehow|simply|really|seriously|obviously|apparently|kinda|(?<!\b(?:some|any|what|which|a|this|that|one|every) )kind of|sort of|of course|i think|i guess|i believe|for some reason|as usual|at all(?! (?:of|the|my|our|your|these|those|times|hours|\d|two|three|four|five|six|seven|eight|nine|ten)\b)|wtf|lol|omg|argh|ugh|freaking|fricking|bloody|damn|goddamn|fucking|f\*+ing|stupid|crappy|shitty|btw|though(?=[\s.,!?]*$)|again and again)\b,?(?=\s|[.,;!?]|$)/gi;
// Where personal data or a link was: a title does without, and without what announced it.
const PLAYED_DOWN =
  /,\s*(?:but )?(?:it['’]?s )?(?:no biggie|no big deal|no rush|no hurry|not (?:that |so |very )?urgent|nothing (?:urgent|dramatic)|not a big deal)(?: at all| though)?\s*$/i;
const CALLED_NAMES =
  /[,\s]+you (?:\w+ )?(?:idiots?|morons?|clowns?|crooks?|thieves|liars?|bastards?|assholes?|scammers?|fools?|amateurs?)\b/gi;
const STAND_IN =
  /(?:[\s,;(]*\b(?:phone|tel|mobile|number|e-?mail|mail|at|on|under|to|from|via|is|and|or|of|see)\b[:.]?)*[\s,;(]*\[(?:link|e-mail address|phone number|card number|account number|IP address|key)\]\)?/gi;
/** "[link] points at a bucket": a title says what points. */
const LINK_FIRST = /^\[link\]\s+(?=\p{Ll}+s\b)/u;
// "Edit, not just delete" would be turned round.
const JUST = /(?<!\b(?:not|n['’]t) )\b(?:just|only just)\s+(?!\d|an?\s|the\s|one\s)/gi;
const BLANKS_APART = / {2}|[^\S ]| [.,;:!?]/u;
const DETERMINER = /^(?:the|teh|an?|my|our|your)\s+(?!(?:is|are|was|were|has|have)\b)(?=\S)/i;
const STARTING = /^[\s.,;:!?…–—>*•·)-]+/u;
// Where a headline may end, from the best place to the worst.
const CUT_AT = [
  /\s*;\s/gu,
  /\s+[–—-]\s+/gu,
  /,\s+(?:and|but|so|although|though|even though|which|while|because|since|as|who|where|not|replies|every)\s/gi,
  /\s+\((?=[^)]*$|[^()]*\)\W*$)/gu,
  /:\s/gu,
  /,\s/gu,
  /\s+(?:(?<!\b(?:everyone|everybody|everything|all|nobody|nothing) )but|so that|so|although|though|even though|which|because|since|while|where|whereas)\s/gi,
  /\s+(?:unless|until|whatever|whichever|no matter|despite|in spite of|as if|even|instead of)\s/gi,
  /\s+(?:and|or)\s/gi,
  // What leads to a fault is cut last of all.
  /\s+(?:with|without|for|from|in|on|at|by|to|into|than|that|around|about|over|under|during|when|if|after|before|every time|whenever|as soon as)\s/gi,
];
const LEAST_CUT_CHARACTERS = 22;
/** What is shorter says little: worse places are looked at, too. */
const TELLING_SHARE = 0.4;
const DANGLING =
  /\s+(?:the|an?|my|our|your|his|her|their|its|this|that|these|to|of|in|on|at|by|for|from|with|around|over|under|and|or|but|so|as|is|are|was|were|be|been|has|have|had|do|does|did|not|no|when|if|because|since|which|who|i|we|it|he|she|they|you|only|even|also|very|more|than|into|through|via|per|near|like|about|after|before|until|while|every|each|some|any|one|relative|due|whatever|rather|ever)$/i;
/** "is missing | when the phone": what a cut has left of a clause. */
const HALF_CLAUSE =
  / (?:when|whenever|if|while|as soon as|because) (?:the|an?|my|our) [\p{L}-]+$/iu;
/** "people who go back one page | and then forward": before their verb. */
const WHO = /^(?:[\p{L}-]+ ){1,3}who [^,;:]*$/iu;
/** "The unit (installed in May by your firm) hisses": what a title can do without. */
const ASIDE = /\s\([^()]{2,80}\)(?=\s\S)/u;
const DANGLING_WORDS_MAX = 4;
const CAPITALS = /[A-Z][^A-Za-z]*[A-Z]/;
const SHOUTED_SHARE = 0.6;
const SHOUTED_LETTERS = 12;
// Ordinary words that people shout inside a sentence; acronyms stay as they are.
const SHOUTED =
  /(?<!\b\p{Lu}{2,} )\b(?:GONE|AGAIN|NOT|NO|NEVER|ALL|EVERY|EVERYTHING|NOTHING|STILL|NOW|ALWAYS|WRONG|BEFORE|AFTER|AND|THE|IS|ARE|ONLY|STOP|BROKEN|TWICE|SOUND|VERY|REALLY|DOES|DON'T|DOESN'T|CAN'T|WON'T|ANY|BACK|OUT|SINGLE|TIME|WHY|PLEASE|LOST|EMPTY)\b(?! \p{Lu}{2,}\b)/gu;

/** A headline of at most `max_characters`. */
export function headline(
  text: string,
  max_characters: number = REPLY_LIMITS.title_characters,
): string {
  const bare = text.includes("[") ? text.replace(LINK_FIRST, "Link ").replace(STAND_IN, "") : text;
  const said = bare.replace(CALLED_NAMES, "").replace(PLAYED_DOWN, "").replace(FILLERS, "")
    .replace(JUST, "");
  const line = BLANKS_APART.test(said)
    ? said.replace(/\s+/gu, " ").replace(/\s+([.,;:!?])/gu, "$1")
    : said;
  const title = calmed(withoutEnd(line.replace(STARTING, "")).replace(DETERMINER, ""));
  const short = title.length > max_characters ? title.replace(ASIDE, "") : title;
  return capitalised(withoutEnd(balanced(shorten(short, max_characters))));
}

/** The text with its first letter in upper case, unless it is a name such as iPhone. */
export function capitalised(text: string): string {
  if (/^\p{Ll}\p{Lu}/u.test(text)) return text;
  const [first = ""] = text;
  const upper = first.toUpperCase();
  return upper.length === first.length ? upper + text.slice(first.length) : text;
}

/** The text with shouted words in lower case; acronyms stay. */
export function calmed(text: string): string {
  if (!CAPITALS.test(text)) return text;
  return isShouted(text) ? text.toLowerCase() : text.replace(SHOUTED, (word) => word.toLowerCase());
}

/** What was shouted as it is said: in lower case, sentences and "I" with a capital. */
export function asSaid(text: string): string {
  if (!isShouted(text)) return text;
  return text.toLowerCase()
    .replace(/(?:^|[.!?]\s+)\p{Ll}/gu, (start) => start.toUpperCase())
    .replace(/\bi(?=\b(?!\.))/g, "I");
}

/** Whether a headline can be shown: it says something and insults nobody. */
export function isPresentable(title: string): boolean {
  return (title.length >= 4 || /^\p{Lu}{2,}$/u.test(title)) && /\p{L}{2}/u.test(title) &&
    !holdsInsult(title);
}

/** Whether most letters of a text are capitals. */
export function isShouted(text: string): boolean {
  if (!CAPITALS.test(text)) return false;
  let letters = 0, capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) capitals++, letters++;
    else if (code >= 97 && code <= 122) letters++;
  }
  return letters > SHOUTED_LETTERS && capitals > letters * SHOUTED_SHARE;
}

function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let best = "";
  for (const marks of CUT_AT) {
    for (const match of text.matchAll(marks)) {
      if (match.index > max) break;
      if (/^\s+(?:and|or)\s/i.test(match[0]) && WHO.test(text.slice(0, match.index))) continue;
      if (match.index >= LEAST_CUT_CHARACTERS && match.index > best.length) {
        best = text.slice(0, match.index);
      }
    }
    // "The calculator, however | , goes on …": of a short piece a worse place may leave more.
    if (best.length >= max * TELLING_SHARE) break;
  }
  if (best === "") {
    const head = text.slice(0, max + 1);
    const blank = head.lastIndexOf(" ");
    best = blank > 0 ? head.slice(0, blank) : text.slice(0, max).replace(/[\ud800-\udbff]$/u, "");
  }
  let trimmed = best;
  for (let round = 0; round < DANGLING_WORDS_MAX && DANGLING.test(trimmed); round++) {
    trimmed = trimmed.replace(DANGLING, "");
  }
  const without = trimmed.replace(HALF_CLAUSE, "");
  return without.length >= LEAST_CUT_CHARACTERS ? without : trimmed;
}

/** Drops a bracket or quotation mark that a cut left alone. */
function balanced(text: string): string {
  let result = text;
  for (const [open, close] of [["(", ")"], ["[", "]"], ["“", "”"]] as const) {
    const opens = result.split(open).length, closes = result.split(close).length;
    if (opens > closes) {
      const at = result.lastIndexOf(open);
      result = (at > LEAST_CUT_CHARACTERS ? result.slice(0, at) : result.replaceAll(open, ""))
        .trim();
    } else if (closes > opens) result = result.replaceAll(close, "");
  }
  if (result.split('"').length % 2 === 0) {
    const at = result.lastIndexOf('"');
    result = at > LEAST_CUT_CHARACTERS ? result.slice(0, at).trim() : result.replace('"', "");
  }
  return result;
}

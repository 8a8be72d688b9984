/**
 * The gate after every rewording: what has passed can be filed as it stands.
 * What has not is not sent; the customer's own sentence stands in its place,
 * in quotation marks.
 *
 * @module
 */
import { withoutDots } from "./abbreviation.ts";
import { baseForm, isBaseVerb } from "./base_form.ts";
import { isAuxiliary } from "./clause_shape.ts";

/** Words after which something must come. */
const DANGLING = new Set(
  ("the a an my our your his her their its to of in on at by for from with and or but so as is are was were be been i we " +
    "has have had do does did not when if because which who that than then into onto per via while until every each some any no just incl excl vs approx resp")
    .split(" "),
);
/** "what it is for", "the file it is in": prepositions that may end a clause. */
const MAY_END = new Set(
  "in on at by for from to with not is are was were do does did has have had".split(" "),
);
/** "longer than it used to" */
const TAKES_TO = new Set("used want wants have has able supposed".split(" "));
/** "when signing in", "if it is switched on" */
const PARTICLES = new Set(["in", "on"]);
const PHRASAL = new Set(
  "sign log check plug zoom opt switch turn stay come go fill type clock dial tune carry move"
    .split(" "),
);
const PAIRS = [["(", ")"], ["[", "]"], ["“", "”"]] as const;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** What only leans on the sentence before, or begins in the middle. */
const LEANING =
  /^(?:[\s.,;:]|it,|(?:hers|theirs) |(?:on|in|at|to|with) (?:it|them|that)\b|(?:and|but|or|because|so|then|that|which|who|than|also|same|for|of|as|by|into|off|back|to|it to|other)\b|(?:not )?(?:one|none|all|any|both|some|most|each) of (?:them|these|those)\b)/i;
/** "In the centre's app": only where. */
const PLACE = /^(?:in|on|at|with|for|from) (?:the|an?|my|our|your) [^,;:]+$/i;
const PLACE_WORDS_MAX = 5;
const PARTS_OF = /^(?:not )?(?:one|none|all|any|both|some|most|each) of (?:them|these|those)\b/i;
const TRIGGERED = / (?:when|after|if|whenever) \S+ing\b/i;
/** "left of where it is", "a dip you could keep soup in": their last word belongs to what stands before. */
const ENDS_RELATIVE =
  /\b(?:where|what|how|who|than) (?:it|he|she|they|we|i|this|that)(?: \S+)? (?:is|are|was|were|has|had|does|did)$|\b(?:you|one|i|we) (?:could|can|would|might) \S+.{0,30} (?:in|on|with|from|to|for)$/i;
/** "Response: {"error": …": what a machine wrote; stars; "on the pass I am": cut at what one is. */
const NO_TITLE =
  /[{}★☆]|\b(?:i|we) (?:am|are|was|were)$|^(?:response|output|log|stack|trace|result):/i;
/** What was done against it, where one was, who did it: no fault. */
const OF_THE_STORY =
  /^(?:(?:i |we )?(?:restarted|rebooted|reinstalled|uninstalled|unplugged|reset) (?:it|the|my|our|both|everything)\b|(?:was|were) (?:at|in|on) |having had |(?:at|by|around) (?:half|quarter|\d)[^,;:]{0,20}$|they(?:['’]re| are| were) )/i;
/** "Respondents who go back one page": what of them was cut. */
const WHO_ONLY = /^(?:[\p{L}-]+ ){1,3}who \p{L}+(?: [\p{L}\d]+){0,4}$/iu;
const WHO_ENDS =
  /\bwho .*\b(?:is|are|was|were|can|cannot|can't|never|lose|loses|lost|see|sees|get|gets|do|does|have|has|land|lands)\b/i;
const LEAST_WORDS = 2;
/** A short title may end with a particle: "Light stays on". */
const LONG_WORDS = 4;

/** Whether a title reads as one: whole, with a subject, nothing left hanging. */
export function isWhole(title: string): boolean {
  const words = title.toLowerCase().match(WORD) ?? [];
  if (words.length < LEAST_WORDS || NO_TITLE.test(title)) return false;
  if (OF_THE_STORY.test(title) || WHO_ONLY.test(title) && !WHO_ENDS.test(title)) return false;
  if (words.length <= PLACE_WORDS_MAX && PLACE.test(title) && !FINITE.test(title)) return false;
  // "All of them go quiet when muting one chat": the rest says of whom.
  if (LEANING.test(title) && !(PARTS_OF.test(title) && TRIGGERED.test(title))) return false;
  return isBalanced(title) && (ENDS_RELATIVE.test(title) || !isDangling(words));
}

/** "to have it", "the app to have it": an infinitive, and nothing that begins anew behind it. */
const INFINITIVE = /^(?:[^.!?;:]{1,60}? )??to (?:be able to |not )?([\p{L}’'-]+)/u;
const BEGINS_ANEW = /[.!?;](?:\s|$)|:\s|\s[–—]\s|,\s+(?:i|we|it|you|that|this)\s/iu;
const NOTHING_HAD =
  /^to have (?:i|we|you|it|they|this|that|there|please|thanks?|no (?!more)|not|so|if|when|because|and|but|without|what|why|how|which|who|than|might|may|could|would|wouldn|should|can|will|do|don|doesn|didn|isn|aren|a (?:pity|shame)|yesterday|today|(?:right )?now|at present|currently|last|one \w+s to|come|let|round|sick|a joke|joke|(?:a )?(?:love|like|adore|enjoy|hate) (?:the|your|this|it)|\w+ed (?:for|in|by|at|it))\b/i;
/** "to more level", "to when I change": a preposition. */
const NO_VERB = new Set(
  "more when what how where which who why if that this these those the a an my our your all each every one two no not it them there here as by for from in of on with and or but so because less most some any"
    .split(" "),
);
const FINITE =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|ought|needs?|wants?|hesitates?|seems?|used|going|you|i)\b/i;
const INFINITIVE_CHARACTERS = { least: 8, most: 220 } as const;

/** "please offer | to hide it", "two | to be able to light curves": said to us, a number alone. */
const NO_SUBJECT =
  /^(?:please|kindly|pls)\b|^(?:also|just|so|\d+|two|three|four|five|several|more)\s*$|\b(?:the|an?|my|our)\s*$/i;
/** "to block takes its fields", "to have my idea concerns the map": a clause, taken for a doing. */
const TWO_VERBS = new RegExp(
  [
    String.raw`\bto \p{L}+ \p{L}+s (?:its|their)\b`,
    String.raw`^to have (?:my|our|the|an?) [\p{L}-]+ (?:concerns|regards|relates)\b`,
    String.raw`^to have [\p{L}-]+(?: [\p{L}-]+)? (?:is|are|was|were)\b`,
    String.raw`^to have (?:coming|going|being|shown|given|done|taken|seen)\b`,
    String
      .raw`^to have (?:my|our|the|other) .{0,40}\b(?:app|site|one|ones|tool|phone|bank|watch) (?:reads?|shows?|has|does|lets?|tells?|sends?)\b`,
  ].join("|"),
  "iu",
);
/** "to do that bit": what it is stands elsewhere. */
const POINTS_AT = /\bto (?:be able to )?do (?:it|that|this|so|the same)\b/i;

/** Whether words can stand after "I want": an infinitive with its subject, one clause, whole. */
export function isInfinitive(wanted: string): boolean {
  const verb = INFINITIVE.exec(wanted)?.[1]?.toLowerCase() ?? "";
  if (
    verb === "" || baseForm(verb) !== verb || NO_VERB.has(verb) ||
    /(?:ing|ed)$/.test(verb) && verb.length > 5
  ) {
    return false;
  }
  const [subject = ""] = wanted.split(/\bto\b/u, 1);
  if (TWO_VERBS.test(wanted) || NO_SUBJECT.test(subject) || POINTS_AT.test(wanted)) return false;
  if (FINITE.test(subject) || /['’]d\b/u.test(subject) || hasFinite(wanted)) {
    return false;
  }
  if (
    NOTHING_HAD.test(wanted) ||
    BEGINS_ANEW.test(withoutDots(wanted).replace(/"[^"]*"|“[^”]*”/g, "x"))
  ) {
    return false;
  }
  const { least, most } = INFINITIVE_CHARACTERS;
  return wanted.length >= least && wanted.length <= most && isBalanced(wanted) &&
    (isAskedEnd(wanted) || !isDangling(wanted.toLowerCase().match(WORD) ?? []));
}

/** "to show which platform the train leaves from": what the last word belongs to stands before. */
function isAskedEnd(wanted: string): boolean {
  const last = wanted.toLowerCase().split(" ").at(-1) ?? "";
  // "to see who changed what and when"
  if (/\b(?:who|which|what|how|where) .* (?:and|or) (?:when|where|why|how|what)$/iu.test(wanted)) {
    return true;
  }
  return MAY_END.has(last) && /\b(?:which|what|who|whom|where) \S+ \S/iu.test(wanted);
}

/** "to have follows the way", "to have bought two": a verb where a thing should be. */
function hasFinite(wanted: string): boolean {
  const [, verb = "", next = ""] = VERB_HAD.exec(wanted.toLowerCase()) ?? [];
  const base = baseForm(verb);
  if (/^to have to\b|\bought to\b/iu.test(wanted)) return true;
  if (base === verb || !isBaseVerb(base) || verb.endsWith("ing")) return false;
  // "filters for", "classes in": nouns. "Signed on", "chosen by": no things.
  // "reads barcodes": all that is told.
  if (/^to have \p{L}+s \p{L}+s$/u.test(wanted)) return true;
  return OBJECT.test(next) || !verb.endsWith("s") && LINKING.test(next);
}

const VERB_HAD = /^to have (\p{L}+) ([\p{L}\d]+(?: (?:it|them)\b)?)/u;
const OBJECT =
  /^(?:i|we|you|he|she|they|the|an?|my|our|your|it|me|us|them|all|every|two|three|\d+|that|.* (?:it|them))$/u;
const LINKING =
  /^(?:to|up|away|off|over|out|back|down|when|if|by|at|in|on|for|from|into|with|twice|once|again|yesterday)$/u;

/** What can only be understood from a sentence that is not there. */
const POINTS_BACK =
  /^(?:\S+ ){0,4}(?:this|that|so)$|^(?:that|which|and|but|then)\b|\b(?:that|this) bit\b|\bhelps? (?:him|her)\b(?! \p{L}+s?$)/iu;
const REASON_WORDS_MIN = 3;

/** Whether words can stand after "so that": a clause that needs no other. */
export function isReason(text: string): boolean {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words.length >= REASON_WORDS_MIN && !POINTS_BACK.test(text) &&
    !BEGINS_ANEW.test(withoutDots(text).replace(/"[^"]*"|“[^”]*”/g, "x")) && isBalanced(text) &&
    (MAY_END.has(words.at(-1) ?? "") || !isDangling(words));
}

/** Whether quotation marks and brackets come in pairs. */
export function isBalanced(text: string): boolean {
  if (text.split('"').length % 2 === 0) return false;
  // "'Kids": an apostrophe closes more often than it opens.
  if (text.includes("'") && count(text, SINGLE_OPEN) > count(text, SINGLE_CLOSE)) return false;
  return PAIRS.every(([open, close]) => text.split(open).length === text.split(close).length);
}

const SINGLE_OPEN = /(?<![^\s(])'(?=\S)/gu;
const SINGLE_CLOSE = /(?<=\S)'(?![\p{L}\p{N}])/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isDangling(words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  if (!DANGLING.has(last) || last === "so" && words.at(-2) === "or") return false;
  if (PARTICLES.has(last) && PHRASAL.has(baseForm(words.at(-2) ?? ""))) return false;
  if (last === "to" && TAKES_TO.has(words.at(-2) ?? "")) return false;
  // "stays on", "what it is": a verb or a pronoun before it carries it.
  return !(MAY_END.has(last) && (words.length < LONG_WORDS || isAuxiliary(words.at(-2) ?? "")));
}

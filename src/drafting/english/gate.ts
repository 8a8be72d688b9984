/**
 * The gate after every rewording: what has passed can be filed as it stands.
 * What has not is not sent; the customer's own sentence stands in its place,
 * in quotation marks.
 *
 * @module
 */
import { baseForm } from "./base_form.ts";
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

const FINITE =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|ought|needs?|wants?|hesitates?|seems?|used|going|you|i)\b/i;
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

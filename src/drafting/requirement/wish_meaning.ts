/**
 * What a wish comes to: something the customer wants to do, to have, or wants
 * the product to do.
 *
 * @module
 */
import { isBareClause, isClause } from "../english/clause_shape.ts";
import { isCommanding } from "./subject.ts";
import { unended } from "../english/rewording.ts";
import { ABBREVIATIONS } from "../english/abbreviation.ts";
import { baseForm, isBaseVerb } from "../english/base_form.ts";
import { phraseOf } from "../english/words.ts";

/** A wish, turned so that it can stand after "I want" and as a title. */
export interface Meaning {
  /** An infinitive, with its subject where that is not the customer. */
  readonly wanted: string;
  /** The thing or the doing, as the start of a title. */
  readonly topic: string;
}

// Where a wish ends and its reason, a courtesy or the next thought starts.
const ENDS = new RegExp(
  String
    .raw`\s*(?:(?<!\b(?:${ABBREVIATIONS}))[.?!;](?=\s|$)|\s[–—-]\s|,\s+(?:so|because|since|as (?:i|we|it|the)|which|that would|and (?:i|we|every|then i|it['’]s|you)|but|(?:the )?same (?:as|way)|rn|now|atm|its|im|ive|dont|like (?:in|on|the|every|all)|for (?:i|we)|would|please|thanks|thank you|maybe|if possible|the (?:new|old|current|present) (?:one|version|design)|right now|currently|at the moment|at present|rather than|without (?:it|that)|otherwise|then|it(?:['’]s| is)|i(?:['’]d|['’]m|['’]ve| )|we(?:['’]d|['’]re|['’]ve| )|that(?:['’]s| is)|instead of (?:me|us))\b|\s+so\s+(?:that\b|i\b|we\b|my\b|our\b|it\b|they\b|people\b|the\b|you\b)|\s+because\b|\s+in order (?:to|that)\b|\s+(?:is|are) (?:what|all)\b|\s+pays? for itself\b|\s+(?:i|we)(?:['’]ll| will| wouldn['’]t)\b|\s+before (?:we|our|i|my|the)\b(?=[^,]{0,40}\b(?:can|will|lets?)\b)|\s+(?:my|our) [\w-]+ (?:cannot|can['’]?t|can not|won['’]?t|is|are|keeps?|covers?|hurts?)\b|\s+(?:pretty )?(?:please|pl[sz]+|pleas+e+)\b|\s+like (?:you|they|others) (?:have|do|did|already)\b|\s+rather than (?:me|us)\b|\s+and (?:i (?:only|just|have|am)|(?:i|we|you)(?:['’](?:ll|m|re|d|ve)| will| have| get| are)|(?:it|he|she|they) (?:still|always|is|are|was|will))\b|:\s|\s\()`,
  "i",
);
const TRAILING =
  /(?:\s+pretty(?<!^(?:make|look|be)\b.*)|,\s+(?:finally|no|right|eh|done)|\s+(?:as well|too|also|again|already|ffs|lol|thx|some ?day|one day|at some point|thanks|thank you|thats? (?:all|it)(?: thanks)?|in (?:a|the) (?:future|next) (?:version|update|release)|in future))\W*$/i;
// "csv breaks umlauts", "the regulator wants it": a noun and what it does.
const SPLICED =
  /^(?!and |or |also )[\w-]+ (?:breaks|ruins|covers|hides|loses|kills|takes|costs|eats|drops|mangles|ignores|blocks|is|are|was|has)\b|^(?:the|our|my|his|her) [\w-]+ (?:wants?|needs?|asks?|insists?|requires?|demands?|expects?|hates?|loves?)\b/i;
const LEAST_CUT_AT = 3;
const CLAUSE_FROM_CHARACTERS = 12;
const CLAUSE_CHARACTERS = 80;
const EMPTY_TOPIC =
  /^think about (?:it|this|that)\b|^(?:put|pass|take|keep|write) (?:it|this|that) (?:on|to|along|down|in)\b|^(?:it|them)\b(?! (?:to|can|could|show|shows)\b)|^(?:this|that|these|those) (?:an? )?[\w-]+$|^(?:see|have|get|do|make|use) (?:it|this|that|them|so)\b|^(?:please|pls|thanks?|thank you)$|^(?:i|we|you|he|she|they|that one)\b|^(?:it|this|that|one|mine|ours|them|these|those|so|too|some|more|something|anything|everything|a lot)\b(?:\s+(?:already|too|back|again|now|asap|soon|as well|happen|work|here|there))*$|^(?:that|this|it|there|what|he|she|they)(?:['’]s| is| are| was)\b|^\W*$/i;
/** "a thought for the next version": names no thing yet. */
const ANNOUNCED =
  /^(?:an? |my |one |another )?(?:(?:small|little|tiny|quick|modest|cosmetic|humble|bonus|general) )*(?:thoughts?|suggestions?|ideas?|wish|proposals?|feature (?:ideas?|suggestions?|requests?)|such (?:a )?things?|things?|favou?r)(?=$| (?:for|about|on|from|here|also|regarding|i|we)\b)/i;
const COUNT_NOUN =
  /^(?!(?:a|an|the|my|our|your|some|any|more|less|no|one|two|three|four|five|several|this|that|each|every|\d)\b)(?:(?!(?:per|for|of|in|on|to|by|with|from|at|and)\b)[\p{L}\p{N}-]+ ){0,3}(?:app|button|mode|client|option|switch|field|widget|filter|timer|calendar|view|list|page|report|dashboard|endpoint|plugin|plug-in|extension|role|setting|layout|preview|shortcut|counter|player|folder|tab|theme|summary|alarm|map|chart|template|feature|toggle|slider|menu|tracker|planner|scanner|editor|picker|tool|integration|limit|reminder|notification|ticket|image|background|cap|version|badge|label|link|lock|sound|graph|panel|warning|alert|function|checkbox|tag|bar|photo|picture|blacklist|whitelist|queue|gauge|swap|choice|slider|lookup|window|number|pass|symbol|icon|sign|route|form|format|chat|logo|emblem|signature|box|table|group|category|profile)(?=$| (?:for|to|that|with|in|on|when|where|which|of|by|per|at|before|after|the|without)\b)/iu;
const ASKED = /^(?:at|how|who|which|what|whether|where|when|if)\b/i;
const ELAPSED = new Set("aeiouAEIOU");
const NAMES =
  /^(?:\p{Lu}{2}|\p{Lu}\p{Ll}*\p{Lu}|I\b|\p{Lu}\d|(?:Bluetooth|Apple|Google|Microsoft|Excel|Outlook|Strava|Garmin|Android|Windows|Linux|English|German|French|Spanish|Welsh|Italian|Slack|Spotify|Chrome|Firefox|Siri|Alexa|PayPal|Jira|GitHub|Face|Kubernetes|Polar|Fitbit|Python|Java|Word)\b)/u;

/** The customer does it: "select several sessions". */
export function doing(text: string): Meaning | null {
  const done = cutWish(text.replace(/^(?:to|also|just|please|be able to)\s+/i, ""));
  return isEmpty(done) ? null : { wanted: `to ${lowerStart(done)}`, topic: done };
}

const DONE = /^(\p{L}{2,}ing) (?:the|an?|my|our|all|every|each)\b/iu;
const WAY_OF = /^(?:an? |some |the )?(?:way|means|possibility) of (\p{L}{2,}ing) (.{3,})$/iu;

/** The customer has it: "quiet hours for notifications". */
export function having(text: string, verb = "have"): Meaning | null {
  // "a way of seeing both"
  const [, way = "", rest = ""] = WAY_OF.exec(text) ?? [];
  if (way !== "") return doing(`${baseForm(way.toLowerCase())} ${rest}`);
  const had = cutWish(text.replace(/^(?:to have|having|please|also|for|just)\s+/i, ""))
    .replace(/\s+(?:is |are )?missing$/i, "");
  if (isEmpty(had)) return null;
  if (verb === "have" && isCommanding(had)) return doing(had);
  // "announcing the stops" is done, not had.
  const [, done = ""] = DONE.exec(had) ?? [];
  const base = baseForm(done.toLowerCase());
  if (isBaseVerb(base)) return doing(base + had.slice(done.length));
  const lower = lowerStart(had);
  const article = COUNT_NOUN.test(lower) ? (ELAPSED.has(lower.charAt(0)) ? "an " : "a ") : "";
  const topic = verb === "see" && ASKED.test(had) ? `see ${lower}` : had;
  return { wanted: `to ${verb} ${article}${lower}`, topic };
}

/** "perhaps recipes could": said to us, not part of who does it. */
const MUSING = /^(?:perhaps|maybe|one day|some day|ideally)\s+/i;

const OBJECT_FORM: ReadonlyMap<string, string> = new Map([
  ["he", "him"],
  ["she", "her"],
  ["they", "them"],
]);
const OURS = /^your (?:app|portal|system|site|website|program|programme|tool|product|software)$/i;

/** Somebody or something else does it: "the search", "look inside notes". */
export function another(subject: string, text: string, thing: string): Meaning | null {
  const done = lowerStart(cutWish(text));
  if (isEmpty(done)) return null;
  if (/^(?:it|you|u|one)$/i.test(subject)) {
    return { wanted: `${thing} to ${done}`, topic: named(done) };
  }
  const person = OBJECT_FORM.get(subject.toLowerCase());
  if (person !== undefined) return { wanted: `${person} to ${done}`, topic: named(done) };
  const who = lowerStart(subject.replace(MUSING, ""));
  const generic = /^(?:the|this|your) (?:app|portal|system|site|website|program|tool|product)$/i
    .test(who);
  return {
    wanted: `${OURS.test(who) ? thing : who} to ${done}`,
    topic: generic
      ? given(done)
      : `${subject.replace(MUSING, "")} to ${done.replace(/^be able to /i, "")}`,
  };
}

/** "send me a notification …" is about the notification. */
export function given(done: string): string {
  // "offer the place to the next on the list": to whom is part of it.
  if (/^(?:offer|give|send|show) .* to (?:the|an?|my|our|whoever)\b/i.test(done)) return done;
  const match =
    /^(?:send|show|give|offer|have|add|get|provide|display|support|include|bring(?! back)) (?:me |us |you |people |users )?((?!when\b|if\b|that\b|about\b|how\b|to\b|me\b|us\b).{6,})$/i
      .exec(done);
  return match?.[1] ?? done;
}

/** What is given, unless that is one word: "Support Polish". */
function named(done: string): string {
  const topic = given(done);
  return topic.includes(" ") ? topic : done;
}

/** A wish up to where it ends. */
export function cutWish(text: string): string {
  const at = text.search(ENDS);
  let kept = unended(at >= LEAST_CUT_AT ? text.slice(0, at) : text);
  // A comma before a clause of its own: "folders in folders, one level isn't enough".
  for (const comma of kept.matchAll(/,\s+/gu)) {
    if (comma.index < CLAUSE_FROM_CHARACTERS) continue;
    const rest = phraseOf(kept.slice(comma.index + comma[0].length).slice(0, CLAUSE_CHARACTERS));
    if (!isClause(rest, 0) && !isBareClause(rest, 0) && !SPLICED.test(rest.text)) continue;
    kept = kept.slice(0, comma.index);
    break;
  }
  return unended(unended(kept).replace(TRAILING, "").replace(TRAILING, ""));
}

/** The first letter in lower case, unless it starts a name. */
export function lowerStart(text: string): string {
  return NAMES.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whether words name nothing by themselves: "it", "that one". */
export function isEmpty(topic: string): boolean {
  return topic.length < 3 || EMPTY_TOPIC.test(topic) || ANNOUNCED.test(topic);
}

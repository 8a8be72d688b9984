/**
 * Where a customer's clause can stand in a sentence of ours: after "you write
 * that", or also after "we are sorry that".
 *
 * @module
 */

const OPENS_CLAUSE =
  /^(?:the|a|an|my|our|your|i|we|it|this|that|these|those|there|when|whenever|if|after|every|each|all|some|no|nothing|nobody|one|two|three|half|in|on|at|since|as|once|while|he|she|they|somebody|someone|his|her|their)\b/i;
const NAMED_SUBJECT =
  /^[\p{Lu}\p{N}][\p{L}\p{N}'-]*(?: [\p{L}\p{N}'-]+){0,4}? (?:is|are|was|were|has|have|does|doesn't|do|don't|did|didn't|can|can't|cannot|won't|will|shows?|fails?|stops?|crash(?:es)?|keeps?|says?|takes?|lags?|never|no longer|arrives?|comes?|goes|gets?|loses?|freezes?|hangs?)\b/u;
/** "Speed alerts fire" is whole; "field map freezes" lacks its "the". */
const SEVERAL_OR_NAME =
  /^(?:\p{L}+s|\p{L}*\p{Lu}\p{L}*\p{Lu}[\p{L}\d]*|\S*\d\S*)\b|^\p{L}+ \p{L}+s (?!of\b)/u;
/** One subject, one verb, nothing joined: what can be turned from "my" to "your" without a slip. */
const SIMPLE =
  /^(?:the|a|an|my|our|i|we|every|each|all|some|no|nothing|nobody|half|in (?:the|my|our))\b/i;
const JOINED =
  /[,;:–—()…]|\s-\s|\b(?:and|but|or|so|because|although|though|while|which|who|whose|where|that|then|if|when|until|since|n't it|isn)\b|\b(?:am|was|were)\b.*\b(?:i|we|me|my)\b/i;
const SIMPLE_CHARACTERS = 100;
const COMMAND =
  /^(?:please|kindly|stop|fix|this is (?:a|the) |that is|that['’]s|it['’]s (?:not )?(?:me|us)\b|the (?:thing|problem|point|issue|question) is\b)/i;
const VERB =
  /\b(?:is|are|was|were|am|be|been|has|have|had|does|do|did|can|could|will|would|shows?|gets?|got|goes|went|keeps?|kept|says?|said|takes?|took|stops?|stopped|works?|[\p{L}]{3,}(?:ed|es|s)|lost|sent|left|came|made|bought|paid|put|saw|found|gave|broke|fell|hurt|cut|told|ran|lets?|won['’]t|n['’]t|cannot)\b|n['’]t\b/iu;

/** Cut where the sentence goes on: "by one with", "called R." */
const CUT_OFF =
  /(?:\b(?:with|to|of|the|a|an|and|or|from|by|for|at|my|your|our|was|called|named|than|that|which|who|because|but)|[,:;(–-])[.!]?$/i;
const INITIAL = /\s(?![Ia]\b)\p{L}\.?$/u;

/** Whether a sentence ends where it ends. */
export function endsWhole(text: string): boolean {
  return !CUT_OFF.test(text) && !INITIAL.test(text);
}

/** A sentence with subject and verb: one that can stand after "you write that". */
export function isWholeClause(text: string): boolean {
  if (COMMAND.test(text) || !VERB.test(text)) return false;
  return OPENS_CLAUSE.test(text) || NAMED_SUBJECT.test(text) && SEVERAL_OR_NAME.test(text);
}

/** A clause that is short, opens with what it is about, and joins nothing. */
export function isSimpleClause(text: string): boolean {
  return text.length <= SIMPLE_CHARACTERS && SIMPLE.test(text) && !JOINED.test(text);
}

/** "Kaminski is down": a name keeps its capital; "Alerts fire" does not. */
export function startsWithName(text: string): boolean {
  return !OPENS_CLAUSE.test(text) && !/^\p{L}+s\b/u.test(text);
}

const OF_TIME = /^(?:when|whenever|if|after|every|since|once|while|as|on|in|at|each|half)\b/i;
const YOU = /^you(?:['’](?:re|ve|d|ll))?\b/i;
const YOU_SUFFER =
  /^(?:you (?:(?:still |now |just |even )?(?:can(?:['’]t|not| not)|could(?:n['’]t| not)|are (?:un|not |locked|stuck|being|still)|were (?:charged|billed|locked|logged|signed|told|sent|double)|have (?:been|lost|not|no)|haven['’]t|did(?:n['’]t| not)|do(?:n['’]t| not)|get|got|keep|lost|never|no longer|receive no))|you['’](?:re (?:un|not|locked|stuck)|ve (?:been|lost|not)))\b/i;
const BAD =
  /n['’]t\b|\b(?:not|no|never|nothing|nobody|cannot|crash\w*|freez\w*|froze\w*|hangs?|errors?|fail\w*|broken|broke|stuck|wrong\w*|missing|gone|stop(?:s|ped)|slow\w*|lost|loses?|disappear\w*|vanish\w*|empty|blank|twice|doubl\w+|duplicat\w*|late|cut|cuts|off|lags?|flicker\w*|drains?|drops?|dropped|keeps?|jumps?|overlap\w*|shows? the|out of|instead|without|too|unable|refus\w*|reject\w*|ignor\w*|delet\w*|reset|resets|corrupt\w*|leak\w*|noise|useless|invisible|garbled|black|white|overcharged|charged|deducted|blocked|locked|still|hurt|burn\w*|blister\w*|swollen|fell|snapped|vomit\w*|sick|bled|trapped|crushed|collapsed|choked|scalded|injured|stolen)\b/i;

/** Whether one can be sorry that it is so: what happened to them, not what they did. */
export function isBadNews(clause: string): boolean {
  if (OF_TIME.test(clause)) return false;
  return YOU.test(clause) ? YOU_SUFFER.test(clause) : BAD.test(clause);
}

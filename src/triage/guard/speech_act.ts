/**
 * The few things that a letter to a customer does beside telling what we do:
 * says what became of the report, how it feels, where to read more, what the
 * customer wrote, and asks for what would help. A clause that does none of them
 * has no place in it, however harmless its words.
 *
 * @module
 */

/** What is known around a clause. */
export interface ActGround {
  /** Whether the customer says these words, in their order, as a fact. */
  readonly isDeclared: (text: string) => boolean;
  /** Whether a page of the catalogue is spoken of in the sentence. */
  readonly pages: boolean;
}

const CASE =
  "(?:it|this|that|these|they|which|who|both|(?:requests?|suggestions?|questions?|reports?|feedback|comments?|messages?|ideas?) like (?:this|these|yours)|(?:your|the|this|that|these|any|all|every|each|such|our|more|further)(?: [\\w'-]+){0,3}? (?:report|request|message|feedback|idea|suggestion|issue|problem|matter|case|question|ticket|wish|concern|input|note|reference|detail|comment|answer|reply|information|point|help|patience|description|screenshot|example|number|word|review|understanding|cooperation|experience|behaviou?r|log|copy|step|perspective|effort|time|interest|thought|trust|view|contribution)s?)";
const BE =
  "(?:is|are|was|were|has been|have been|will be|can be|would be|could be|must be|may be|might be|should be|is going to be|are going to be|being)";
const FEELING =
  "(?:frustrating|annoying|inconvenient|disappointing|confusing|unfortunate|worrying|disruptive|tiresome|tedious|unpleasant|upsetting|helpful|useful|important|valuable|unusual|unexpected|understandable|sensible|thoughtful|interesting|great|lovely|wonderful|nice|good|welcome|appreciated|convenient|handy|odd|strange|surprising|hard|awkward|perfect|enough|fantastic|reasonable|clear|right|concerning|troubling|serious|kind|delightful)";
const LOGGED =
  "(?:recorded|logged|noted|registered|filed|passed|forwarded|reviewed|received|tracked|listed|considered|created|documented|captured|submitted|raised|opened|saved|added|shared|discussed|looked|handled|linked|kept|decided|evaluated|assessed|examined|investigated|read|needed|asked|known|put|entered|weighed|written|taken|stored|on (?:file|record|our list)|in our records|under|it\\b)";

const STATEMENTS: readonly RegExp[] = [
  new RegExp(
    `^(?:\\w+ )?${CASE}(?: (?:about|for|from|on|of|regarding|like|as|with) .{1,90}?)? (?:${BE}|s|carries|has|goes|got|gets)(?: (?:now|also|already|very|really|so|quite|not|been|indeed|just|certainly|the|a|an|all|always|much|carefully|number|reference)){0,3} ${LOGGED}`,
  ),
  new RegExp(
    `^(?:\\w+ )?${CASE}(?: (?:about|for|from|on|of|regarding|like|as|with) .{1,90}?)? (?:${BE}|s|sounds?|seems?|looks?)(?: (?:\\w+ly|very|really|so|quite|not|more|most|such|an?|also|always|indeed|just|not be)){0,4} (?:\\w+ )?${FEELING}`,
  ),
  new RegExp(
    `^${CASE}(?: \\w+){0,3} (?:helps?|matters?|means?|makes? (?:sense|it easier|a difference)|shows?|tells?|lets?|allows?)(?: |$)`,
  ),
  new RegExp(
    `^${CASE}(?: \\w+){0,4} (?:will|would|could|can|may|might|should|does|do)(?: (?:really|greatly|certainly|also|not|be of))* (?:help|matter|assist|mean|show|tell|make it easier|let|allow|happen|look|look like|be (?:part|looked|weighed|read|of help))`,
  ),
  new RegExp(
    `^(?:it|this|that)(?: \\w+)? (?:is|was) (?:certainly |clearly )?not (?:what|how|the experience|as)\\b`,
  ),
  /^(?:it|this|that)(?: also| really| greatly)? (?:would|could|might|may)(?: also| really| greatly| certainly)? (?:help|assist|allow|let|be (?:(?:very|really|most|of|a|so|extremely) ){0,2}(?:great |big |real )?(?:helpful|useful|great|good to (?:know|hear|have)|valuable|interesting|nice|help|perfect|easier|fantastic|kind|appreciated|wonderful|lovely))\b/,
  /^(?:it|this|that) (?:is|was) (?:\w+ )?(?:to (?:hear|know|see|read)|that)\b/,
  /^it (?:sounds?|seems?|looks?|appears?|goes|takes?|helps?|depends?|may|might)\b/,
  /^(?:this|that|it) (?:should|does|did|would) not (?:happen|be|look|seem|feel|sound)\b/,
  /^(?:there|here) (?:is|are) (?:nothing (?:else|further|more)|no (?:need|guarantee|promise)|anything|something else|more)\b/,
  /^nothing (?:else|further|more) (?:is |you |that )/,
  /^(?:all|every|each|any)(?: \w+){0,3} (?:suggestions?|details?|ideas?|messages?|reports?|screenshots?|feedback|information|help|input|comments?)\b/,
  /^a (?:screenshot|short|brief|few|copy|photo|video|rough|description)\b.*\b(?:help|useful|great|perfect|enough|welcome)/,
  /^what (?:a|an) (?:\w+ )?\w+ (?:idea|suggestion|question|thought)\b/,
  /^(?:if you|should you)\b/,
  /^(?:hearing|knowing|learning|feedback|comments|ideas)\b.*\bhelps?\b/,
  /^it (?:will )?(?:be|go|goes) (?:through|to|into) (?:our|the) (?:\w+ )?(?:review|people|colleagues|list|discussion)\b/,
];
const PAGE =
  /\b(?:pages?|articles?|guides?|links?|resources?|sections?|below|overview|settings|here)\b/;

/** Asks the customer for something that helps. */
export const ASKED =
  /^(?:(?:so|and|also|then|again|if possible|in that case|just|simply|otherwise|instead) )*(?:please|kindly)?(?: (?:do|also|simply|just|feel welcome to|be sure to))? ?(?:let us know|tell (?:us|me)|(?:share|describe|list|attach|include|provide|specify|mention|check|note|reply|respond|answer|write|explain|elaborate|refer|bear with|ask|contact us|get (?:back|in touch)|reach (?:out|us)|keep (?:it|us|an eye|in mind)|help us|have a look|take a look|look|see|visit|read|follow|try|view|accept|add|come back|give us|enjoy|have (?:fun|an? (?:great|nice|good|lovely|wonderful|pleasant)))\b|do not (?:hesitate|worry)\b)/;
const TO_YOU: readonly RegExp[] = [
  /^(?:\w+ )?you (?:do|need) not (?:need|have|do)? ?(?:to )?(?:do )?(?:anything|nothing|worry)\b|^you do not need to do anything/,
  /^(?:\w+ )?you (?:will|would|can|could|may|might|should)(?: also| always| then)? (?:be able to )?(?:hear from us|hear back|reply|write|contact us|reach us|ask|let us know|tell us|always|count on)\b/,
  /^(?:\w+ )?(?:in your message )?you (?:(?:have|had|also|just|already|are|were) )*(?:mention|describ|sa(?:y|id)\b|wr(?:ite|ote|itten)|report|t(?:ell|old)\b|ask|not(?:e|ed|ing)\b|explain|experienc|notic|see(?:ing)?\b|saw\b|think|feel|believe|would (?:like|love|want|prefer)|want|wish|suggest|rais|wonder|need|look(?:ing)? for|having|run(?:ning)? into|point|hope|unsure|not sure|unable|finding|found|facing|missing)|^(?:\w+ )?you .{1,80} and (?:would like|want|ask|wonder|wish|are asking)\b/,
  /^(?:\w+ )?you (?:will |can )?find (?:it|this|that|your (?:report|request)) (?:under|in our)\b/,
  /^(?:\w+ )?you know where\b/,
];
// Of persons and machines nothing is asked but what tells about a fault.
const ASKS_TOO_MUCH =
  /\b(?:numbers?(?! of)|log ?in\b(?! (?:page|screen|button|form|works?|fails?))|logins?\b(?! (?:page|screen|button|form))|screen with|your screen|bank|birth|passport|your (?:full )?name|home|(?:into|over) (?:your|the) (?:device|computer|phone|screen)|another (?:product|service|app|place)|people to|stars?|rate us|how old|where (?:do )?you live|you live|your location|\bage\b|alone|go out|mother|married|your weight|how much do you (?:have|earn)|that you type|you type\b|use a button|on (?:my|our|your) page|next time)\b/;
const QUESTION =
  /^(?:(?:and|or|also|so|then|to \w+.{0,60}|if .{0,80}|in addition|meanwhile|finally|for example) ?,? ?)*(?:(?:could|can|would|will|may) (?:you|i|we|there)|(?:do|does|did|is|are|was|were|have|has|should|would|could) (?:you|it|this|that|these|they|there|your|the|a|an|any|another|other|anything|something|\w+ing)|(?:which|what|when|where|how|at which|in which|on which|since when|for which)\b|any (?:chance|idea)|whether)/;
const BAD_QUESTION =
  /\b(?:some|any)one\b.*\bnot\b|\bdid you even\b|\bdo you still\b|\bwhy (?:do|did) (?:you|not)\b/;

/** Whether a statement is one of those that a letter makes. */
export function isKnownStatement(text: string, { isDeclared, pages }: ActGround): boolean {
  if (
    pages &&
    /^(?:it|they|this|these) (?:also )?(?:outline|explain|show|describe|list|cover|walk|contain|has|have)/
      .test(text)
  ) return true;
  return STATEMENTS.some((form) => form.test(text)) ||
    PAGE.test(text) && (pages || /\b(?:below|linked)\b/.test(text)) ||
    isDeclared(text);
}

/** Whether what is said to the customer asks for what helps, or tells what they wrote. */
export function isKnownAddress(text: string, { isDeclared, pages }: ActGround): boolean {
  if (ASKED.test(text)) return !ASKS_TOO_MUCH.test(text);
  return TO_YOU.some((form) => form.test(text)) ||
    /^(?:\w+ )?you\b/.test(text) && PAGE.test(text) &&
      (pages || /\b(?:below|linked)\b/.test(text)) ||
    isDeclared(text) ||
    /^(?:\w+ )?you can\b/.test(text) && isDeclared(text.replace(/^.*?you can/, ""));
}

/** Whether a text asks for more than what tells about a fault. */
export function asksTooMuch(text: string): boolean {
  return ASKS_TOO_MUCH.test(text) || BAD_QUESTION.test(text);
}

/** Whether a question asks what tells about the matter. */
export function isKnownQuestion(text: string): boolean {
  return QUESTION.test(text);
}

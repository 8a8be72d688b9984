/**
 * What honest letters do in the same few ways: say that something cannot be
 * told, ask not to send secrets, feel with the customer, say that a person will
 * look, ask how something is. Such a part of a sentence claims nothing; a
 * sentence of which every part does so needs no weighing.
 *
 * @module
 */
import type { Brought } from "./brought.ts";
import { LETTER_WORDS } from "./letter_words.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

/** A way to say something that claims nothing. Patterns see lower case and "not" for "n't". */
export interface PlainAct {
  readonly id: string;
  readonly says: string;
  /** What a part of a sentence must be from its first word on. */
  readonly begins: RegExp;
  /** What may not stand in it. */
  readonly unless?: RegExp;
  /** Whether words of ours that only the customer may bring keep it from standing. */
  readonly harmless?: true;
  /** Whether at least half of its words must be the customer's or of any letter. */
  readonly told?: true;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const LEAD =
  "(?:and |but |so |or |then |also |sadly,? |unfortunately,? |honestly,? |for now,? |as for \\w+,? |of course,? |please |i am afraid (?:that )?|i have to say (?:that )?|the honest answer is (?:that )?)*";
const CANNOT =
  "(?:i|we) (?:(?:really|also|still|simply|just|honestly|truly) )*(?:can not|could not|do not|will not|would not|am not able to|are not able to|am not in a position to|am unable to|are unable to|must not|may not|would rather not|can neither)";
const KNOW =
  "(?:say|tell|promise|know|confirm|guess|guarantee|commit|foresee|predict|judge|decide|speculate|see|speak for|offer you an?y? (?:date|certainty|explanation)|give you (?:an?y?|the) (?:date|answer|explanation|reason|assurance|promise|undertaking)|give an?y? (?:date|answer|assurance|promise|undertaking)|want to (?:guess|promise|raise|speculate|mislead)|have (?:an? |any |the )?(?:answer|explanation|information|date|news|idea|way|view|insight))";
const ADVERB = "(?:(?:yet|also|honestly|really|truthfully|even|here|now) )*";
const STAFF =
  "(?:a|an|one|some|another|the|our|your) ?(?:real |right |human |support )?(?:person|people|colleague|colleagues|member of (?:the |our )?(?:\\w+ )?(?:staff|team|desk)|staff|team|specialist|engineer|human)|someone|somebody|they";
const STAFF_AT =
  "(?: (?:here|there|(?:at|on|in|from|of) (?:the|our) (?:\\w+ )?(?:desk|staff|team|side|support|office)|who (?:knows?|handles?|looks? after|works? on) [\\w ]{2,40}))*";
const LOOKS =
  "(?:will |is going to |are going to |can |should |needs to |has to )(?:then |now |also |still |be able to )*(?:look at|look into|read|see|review|check|consider|go through|take a look at) (?:it|this|that|these|them|(?:your|the) (?:\\w+ )?(?:message|report|request|question|case|matter|ticket|details|words|account|suggestion|idea|note|problem|issue))";

// Offers, secrets, the person, other people, and what a question takes for granted.
const ASKS_TOO_MUCH =
  /\b(?:we|our|us (?!what|whether|which|when|how|where|if)\w+|me (?!what|whether|which|when|how|where|if)\w+|my|that|because|as|which is|would you (?:like|read|let|give)|you (?:like to|live|weigh|grew|aware|know|keep|hide|even|dropped|thought)|how (?:old|heavy|much (?:do|is in))|who (?:lives|are)|how you (?:log|sign)|after (?:we|our)|answers?|phrases?|words?|street|employer|married|alone|home|family|mother|bank|screen|him|her name|figures|authenticator|plastic|tablets?|doctor|illness\w*|driver|colleague|technician|stupid|silly|able|fund|plan|version \d|chosen?|choose|too|passwords?|passcode|pin|codes?|weight|half|refund\\w*|types? into|enter|log in|not)\b/;

/** The ways, in the order in which they are tried. */
export const PLAIN_ACTS: readonly PlainAct[] = [
  {
    id: "cannot_tell",
    says: "we cannot say, see or promise it",
    begins: new RegExp(`^${LEAD}${CANNOT} ${ADVERB}${KNOW}\\b`),
    unless: /\b(?:more than|less than|help|until you|unless you|care)\b/,
    yes: ["I can't tell you when it will be looked at", "We do not know the reason"],
    no: ["I do not care", "We cannot say more than that it is solved"],
  },
  {
    id: "not_ours_to_tell",
    says: "it is not for us to say",
    begins: new RegExp(
      `^${LEAD}(?:whether|when|if|what|how|why|where|which|that|this|it)\\b.{0,120} (?:is|are) (?:not )?(?:something (?:that )?(?:i|we) can(?: not)? (?:say|tell|promise|confirm|answer|decide|speak|judge)|mine to|for me to|theirs to decide|for them to decide|unknown to me|beyond what i)`,
    ),
    yes: ["Whether it gets built isn't something I can say", "What happens next isn't mine to say"],
    no: ["It is something I can give you"],
  },
  {
    id: "nothing_at_hand",
    says: "we have no answer at hand",
    begins: new RegExp(
      `^${LEAD}(?:i|we) have (?:no|nothing|neither) (?:\\w+ )?(?:explanation|information|answer|news|date|way of (?:knowing|telling)|insight|verdict|certainty|view)\\b|^${LEAD}(?:there are )?(?:no|without) (?:promises?|guarantees?)\\b|^nothing can be promised`,
    ),
    unless: /\b(?:more|other|better) than\b/,
    yes: ["I have no explanation for the silence", "No promises from me, I'm afraid"],
    no: ["We have no data of you"],
  },
  {
    id: "keep_to_yourself",
    says: "the customer need not, or should not, send something",
    begins: new RegExp(
      `^${LEAD}(?:whatever happens,? |in the meantime,? )?(?:do not|never|there is no need to|no need to|you do not (?:need|have) to|you need not) (?:ever )?(?:feel (?:that )?you (?:have|need) to|feel obliged|post|send|share|include|state|tell us|give us|attach|paste|reveal|put|mention|repeat|resend|enclose|reply|answer|explain|decide|apologise|apologize)\\b`,
    ),
    unless: /\b(?:back|anybody|anyone else|until|pay|money|bank|lawyer|police|we|our)\b/,
    yes: ["Please don't share your password with anyone", "You don't need to send any papers"],
    no: ["You need not send anything back", "Please do not tell anybody"],
  },
  {
    id: "sorry",
    says: "we are sorry for what the customer tells",
    begins: new RegExp(
      `^${LEAD}(?:i am|we are|i was|my|our) ?(?:so |very |deeply |truly |really |sincerely |terribly |sincere )*(?:sorry|apologies)\\b`,
    ),
    unless:
      /\b(?:we|our|us) (?!are (?:\w+ )*sorry)\w+|\bi (?!am (?:\w+ )*sorry)\w+|\byou (?:are|can not|were)\b/,
    harmless: true,
    told: true,
    yes: ["I'm so sorry for the loss of your husband", "We are sorry about the export"],
    no: ["We are sorry that we took your money", "We are sorry that you are like this"],
  },
  {
    id: "thanks",
    says: "thanks for what the customer wrote or did",
    begins: new RegExp(
      `^${LEAD}(?:many )?(?:thanks|thank you)(?: (?:so much|very much|again|once more|all the same))*(?: (?:for|and)\\b.{0,150})?$`,
    ),
    unless: /\b(?:which|while|until|being|nothing|we|our|now|that (?!you)|once|as|whose|is|are)\b/,
    harmless: true,
    told: true,
    yes: ["Thank you for reporting the export", "Thanks again"],
    no: ["Thank you for nothing", "Thank you for the idea that we have now made real"],
  },
  {
    id: "wishes",
    says: "good wishes for the customer and theirs",
    begins: new RegExp(
      `^${LEAD}(?:(?:i|we) (?:do |really )?hope (?:that )?(?:(?:he|she|it|they|you) |(?:the|your) (?:\\w+ ){1,2}?)(?:is|are|has|have|goes|go|feel|feels|get|gets|'s) ?(?:\\w+ ){0,2}(?:well|better|safe|recovering|recovered|mending|smoothly|all right|soon)|congratulations\\b|good luck\\b|all the best\\b|fingers crossed|my condolences|please accept my (?:\\w+ )?condolences|get well)`,
    ),
    unless: /\b(?:we|our|us|won|winner|which|refund|again)\b/,
    harmless: true,
    yes: ["I hope she is recovering", "Congratulations on reaching the thesis stage"],
    no: ["I hope that the new code served you well", "We hope you lose everything"],
  },
  {
    id: "somebody_looks",
    says: "a person will look",
    begins: new RegExp(
      `^${LEAD}(?:${STAFF})${STAFF_AT} ${LOOKS}?(?: (?:properly|for you|in person|next))?$`,
    ),
    yes: ["a person at the desk will look at it", "Somebody here will read your message"],
    no: ["a colleague will look at your machine from afar", "The desk will look at it today"],
  },
  {
    id: "kept",
    says: "the message is kept under its number",
    begins: new RegExp(
      `^${LEAD}(?:(?:i|we) have (?:now |also )*(?:recorded|noted|logged|filed|saved|registered|put down|written down) (?:it|this|that|all of that|your (?:\\w+ ){1,4}?|what you (?:wrote|describe|told (?:me|us)) ?)|(?:it|this|that|your (?:\\w+ ){1,8}?|the (?:\\w+ ){1,5}?|what you wrote )(?:is|has been|are) (?:now |also |already )*(?:recorded|noted|logged|filed|saved|registered|on record|with us|in our records)) ?(?:(?:as|under|in|with) (?:the |your |our )?(?:reference |number |records? )?(?:ticketid)?)?$`,
    ),
    harmless: true,
    told: true,
    yes: ["I've recorded this as ticketid", "your report is recorded as ticketid"],
    no: ["The car is back with us", "It is recorded as a gift"],
  },
  {
    id: "we_look",
    says: "we look into it and answer",
    begins: new RegExp(
      `^${LEAD}(?:we|i) (?:have )?(?:(?:recorded|noted|logged|saved|filed) (?:it|this|your \\w+)(?: (?:as|under) ticketid)? and )?(?:will |shall )?(?:also |then |next )*(?:look into (?:it|this|that|the matter)|get back to you|come back to you|reply|answer|let you know|keep you (?:posted|informed|updated)|follow up|write to you)(?: and (?:will )?(?:let you know|get back to you|reply|answer|look into (?:it|this)))?(?: (?:again|next|here))?(?: (?:as soon as|once|when) (?:we|i|there is) ?(?:have|know|are able to say|can say)? ?(?:more|news|an answer|something|anything)(?: to (?:say|tell|share))?)?(?:, [a-z]+)?$`,
    ),
    yes: ["We'll let you know as soon as we know more", "We will look into it"],
    no: ["We look into it and send the corrected version", "We reply before noon"],
  },
  {
    id: "you_ask",
    says: "the customer asks something",
    begins: new RegExp(
      `^${LEAD}(?:you|your message|your question) (?:(?:also|would|are|have) )*(?:asks?|asked|asking|want(?:s|ed)? to know|like to know|wonder(?:s|ed|ing)?) (?:us |me )?(?:whether|if|how|what|which|when|where|why|who|about)\\b`,
    ),
    unless: /\b(?:which (?:is|are|has|the)|and (?:it|the|we|there)|we|our)\b|, /,
    harmless: true,
    told: true,
    yes: ["You ask whether it is possible"],
    no: ["You ask whether it is possible, and it is"],
  },
  {
    id: "could_you_tell",
    says: "asks to tell how something is",
    begins: new RegExp(
      `^${LEAD}(?:could|can|would|will) you (?:please |kindly |perhaps |possibly |also |briefly )*(?:tell (?:us|me)|let (?:us|me) know|say|describe|confirm|check|note) (?:whether|if|which|what|when|how|where|roughly|since when)\\b`,
    ),
    unless: ASKS_TOO_MUCH,
    harmless: true,
    told: true,
    yes: ["Could you tell us which phone it is?"],
    no: ["Could you tell us what you enter to log in?", "Could you tell us where you live?"],
  },
  {
    id: "details",
    says: "asks for steps, a version, a picture of what is seen",
    begins: new RegExp(
      `^${LEAD}(?:(?:could|can|would|will) you (?:please |kindly |perhaps |possibly |also |briefly )*)?(?:tell|send|give|share|describe|attach|add|name)(?: us| me)? (?:the |your |a |some |any |more |exact |few |short |further )*(?:steps|details|version|screenshot|example|browser|device|information)(?: (?:that|which) leads? to (?:it|this|the \\w+)| of (?:it|this|the \\w+)| you (?:use|took|see|followed))?\\??$`,
    ),
    yes: ["Could you tell us the steps that lead to it?", "Please send us a screenshot"],
    no: ["Please send us the details of your card"],
  },
  {
    id: "page",
    says: "points to a page of the catalogue",
    begins:
      /^(?:(?:this|these|the|our) (?:help )?(?:pages?|articles?|guides?|links?)(?: below| here| linked)?(?: (?:may|might|could|can|should) (?:help|be of help|be useful|answer it|explain it)(?: you)?)?|page)$/,
    yes: ["The page below may help"],
    no: ["The page below gives you a month for nothing"],
  },
  {
    id: "how_is_it",
    says: "asks how, which, when or whether something is",
    begins: new RegExp(
      `^${LEAD}(?:(?:in|on|at|by|for|to|from|with|around|about|since|of) )*(?:which|what|when|where|how|who|does|do|did|is|are|was|were|has|have|had|will|would|might|should|any) .*\\?$`,
    ),
    unless: ASKS_TOO_MUCH,
    harmless: true,
    yes: ["Which phone is it?", "Did the export work before?"],
    no: ["Which bank do you use?", "Are you aware that it works again?"],
  },
];

const HARMLESS_TIME =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|time|times|today|now|yesterday|morning|evening|night|mistake|loss|pain|mother|father|son|daughter|baby|wife|husband|dog|death)$/;
const TOLD_SHARE_MIN = 0.5;

/** The parts of a sentence that each say something. */
function partsOf(sentence: string): string[] {
  return spelledOut(sentence.toLowerCase()).split(
    /[;:!.](?= |$)|, (?=(?:i|we|and|but|so|because|since|as|yet|though|although|which|who|if) )|,? (?:and|but|so) (?=(?:i|we|you|it|the|your|a|an|someone|somebody|they|there|please|do|never|this|that) )/,
  ).map((part) => part.trim()).filter((part) => part !== "");
}

function spelledOut(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\bcan't\b|\bcannot\b/g, "can not")
    .replace(/\bwon't\b/g, "will not").replace(/n't\b/g, " not").replace(/'ll\b/g, " will")
    .replace(/'ve\b/g, " have").replace(/'re\b/g, " are").replace(/'m\b/g, " am")
    .replace(/'d\b/g, " would").replace(
      /\b(it|that|this|here|there|what|who|she|he)'s\b/g,
      "$1 is",
    );
}

/** Whether every part of a sentence does one of the plain things. */
export function isPlain(sentence: string, brought: Brought): boolean {
  const parts = partsOf(sentence);
  return parts.length > 0 && parts.every((part) => plainActOf(part, brought) !== null);
}

/** Which plain thing a part of a sentence does; `null`: none. */
export function plainActOf(part: string, brought: Brought): string | null {
  const text = spelledOut(part.toLowerCase()).trim();
  return PLAIN_ACTS.find((act) =>
    act.begins.test(text) && !(act.unless?.test(text) ?? false) &&
    (act.harmless === undefined || !holdsSensitive(text, brought)) &&
    (act.told === undefined || isTold(text, brought))
  )?.id ?? null;
}

function holdsSensitive(text: string, brought: Brought): boolean {
  return wordsOf(text).some((word) =>
    isSensitiveWord(word) && !HARMLESS_TIME.test(word) && !brought.has(word)
  );
}

function isTold(text: string, brought: Brought): boolean {
  const words = wordsOf(text);
  const told = words.filter((word) => LETTER_WORDS.has(word) || brought.has(word));
  return told.length >= words.length * TOLD_SHARE_MIN;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

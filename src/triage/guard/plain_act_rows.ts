/**
 * The ways in which honest letters do the same few things, a row each, with
 * examples that must be told as it and examples that must not.
 *
 * @module
 */

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
      /\b(?:we|our|us) (?!are (?:\w+ )*sorry)\w+|\bi (?!am (?:\w+ )*sorry)\w+|\byou (?:are|can not)\b/,
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
    id: "understands",
    says: "we see how it is for the customer",
    begins: new RegExp(
      `^${LEAD}(?:i|we) (?:can |do |quite |fully |certainly |well |only )*(?:see|understand|imagine|appreciate) (?:how|why|what a) `,
    ),
    unless:
      /\b(?:us|our|(?<!^)(?:we|i)|ready|free|works|wrong|refund\w*|you (?:are|were) (?:so|too|not))\b/,
    harmless: true,
    told: true,
    yes: ["I can see why the export matters to you"],
    no: ["I can see how you did it wrong", "I understand that you lost it"],
  },
  {
    id: "feels",
    says: "it is hard for the customer",
    begins:
      /^(?:that|this|it|what you describe)(?: really| certainly| indeed| clearly)? (?:is|was|must be|must have been|must feel|sounds|would be|can be|has to be) (?:(?:a|an|so|very|more than|quite|really|truly|deeply|understandably|such|not(?= (?:pleasant|nice|fun|easy))) )*(?:frustrating|annoying|worrying|upsetting|alarming|frightening|distressing|maddening|disappointing|confusing|unpleasant|exhausting|stressful|tiresome|tedious|unsettling|disturbing|painful|hard|difficult|awkward|inconvenient|(?<=not )(?:pleasant|nice|fun|easy)|horrible|awful|dreadful|terrible|infuriating|embarrassing|lonely|nuisance|shock|blow|pity|shame|worry|headache)(?: (?:for you|to (?:hear|read|see|face|watch|find)|when|if|with|after|time|experience|situation|moment|surprise|thing|sight)\b.*)?$/,
    unless: /\b(?:we|our|us|free|refund\w*|not (?:hard|difficult))\b/,
    harmless: true,
    told: true,
    yes: ["That must be frustrating", "This is not easy for you"],
    no: ["It is hard for us", "This is easy"],
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
    id: "would_help",
    says: "something would help those who look",
    begins: new RegExp(
      `^${LEAD}(?:a|an|the|your|any|it|that|this|these|those|knowing|both|one thing that|what) ?.{0,80}?\\b(?:would|might|may|could|will) (?:also |really |certainly |be (?:also |really |very |quite |especially |most )*)*(?:help|useful|of use|of help|helpful|handy|good to know|interesting|valuable|worth (?:knowing|mentioning|noting)|enough|plenty|tell us)\\b`,
    ),
    unless:
      /\b(?:we|our|nobody|to (?!know|hear|see|have|learn|understand|mention|note|say|tell|be)\w+|you (?:get|have|buy)|buy|upgrade|version|plan|refund\w*|remote\w*|passwords?|codes?|cards?|pin|keys?|login|account number|address|birth\w*|passport|viewer|installer|screen|names?|doctor|lawyer|discount|premium|patch|update)\b/,
    harmless: true,
    told: true,
    yes: ["A screenshot of the export would help", "It would be useful to know when it fails"],
    no: ["A premium plan would help", "Your password would help us"],
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
  {
    id: "may_answer",
    says: "the customer may answer",
    begins: new RegExp(
      `^${LEAD}(?:you (?:can|may) (?:simply |just |always )?)?(?:answer|reply to) this (?:message|letter|mail)$`,
    ),
    yes: ["You can simply answer this message", "Please reply to this letter"],
    no: ["You can answer this message with your password", "We answer this message tomorrow"],
  },
];

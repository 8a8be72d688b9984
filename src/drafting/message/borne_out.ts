/**
 * Words without which no letter is written for a likely situation, and no ticket
 * is made as bad as it would be: a letter on a breach of data to somebody whose
 * printer is offline is worse than a plain one.
 *
 * @module
 */
import type { Situation, SituationName } from "../../triage/domain/situation.ts";

/** The words of one situation, with examples that hold and lack them. */
export interface BearingWords {
  readonly situation: SituationName;
  readonly words: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Of situations that have no row any words will do. */
export const BEARING_WORDS: readonly BearingWords[] = [
  {
    situation: "injury",
    words:
      /\b(?:hurt\w*|injur\w*|burn\w*|cut (?:my|her|his|their|me|him|open|through)|bled|bleed\w*|blood|(?:i|he|she|we|they|who|mother|father|mum|dad|wife|husband|son|daughter|nan|gran|child|baby|mate) fell|hospital|(?:saw|see|seen by|to|at) (?:an? |the |her |his |my )?(?:doctors?|gp)|ambulance|paramedics?|surge\w+|sick|ill|vomit\w*|rash|blisters?|stitch\w*|pain\w*|swollen|swell\w*|died|dead|fractur\w*|allerg\w*|anaphyla\w*|concuss\w*|poison\w*|unconscious|faint\w*|dizzy|shock\w*|chok\w+|teeth|tooth|mouth|throat|explod\w*|(?:my|her|his|their|left|right|one|both) (?:\w+ )?(?:eyes?|skin|legs?|arms?|head)|fingers?|(?:her|his|their|left|right) hands?|hands? (?:is|are|was|were|got)|knees?|wrists?|ankles?|seizure|collaps\w*|trapped|crush\w*|scald\w*|bruis\w*|x-?ray|a ?& ?e)\b/i,
    yes: ["It broke and cut her hand.", "He is in hospital.", "I have a rash from it."],
    no: ["The letter of the clinic is a white page.", "The export is empty."],
  },
  {
    situation: "outage",
    words:
      /\b(?:nobody|no one|none|everyone|everybody|all (?:of )?(?:our|us|the)|(?:whole|entire) (?!family)|every (?:desk|phone|house|till)|\d{2,} (?:\p{L}+ )?(?:people|users|pupils|students|staff|customers|patients|drivers|members|guests|seats|tills)|several|many|staff|pupils|kids|customers|colleagues|users|department|office|school|ward|team|shops?|branch|others|neighbou?rs?|street|village|town|too|also)\b/iu,
    yes: ["Nobody in our school can log in.", "The whole ward is without results."],
    no: ["An alert at 80 % of data would help."],
  },
  {
    situation: "account_security",
    words:
      /\b(?:accounts?|passwords?|log(?:ged)? ?in|sign(?:ed)?[ -]?in|log-?ins?|codes?|hack\w*|stolen|stole|thief|phish\w*|(?<!(?:on|in) the )cards?|pins?|profile (?:was|is|has|got)|sim|not me|unknown|did ?n['’]t (?:do|ask|order|request)|never asked|scam\w*|fake|changed)\b/i,
    yes: ["Somebody has my password.", "A code came that I never asked for."],
    no: ["Invoices went out with a wrong logo.", "The slate came off in the storm."],
  },
  {
    situation: "data_exposed",
    words:
      /\b(?:some(?:one|body) else|(?:an)?other(?:s|['’]s)?|strangers?(?:['’]s)?|neighbou?r\w*|not mine|is ?n['’]t mine|are ?n['’]t mine|not ours|every(?:one|body)|any(?:one|body)|public\w*|visible|readable|wrong (?:person|patient|customer|child|student|man|woman)|online|exposed|leak\w*|names? of|m(?:r|rs|s)\.? \p{Lu}\p{L}+)\b/iu,
    yes: [
      "I see the report of another child.",
      "My number is public.",
      "Mrs Abernathy's file is here.",
    ],
    no: ["Printer says OFFLINE. I can see it being on.", "A renewal 38 % up."],
  },
  {
    situation: "security_report",
    words:
      /\b(?:vulnerab\w*|securit\w*|exploit\w*|inject\w*|tokens?|xss|csrf|leak\w*|bounty|without (?:any |a )?(?:code|password|login|log-in)|no (?:login|password|code)|disclos\w*|hack\w*|research\w*|pen-?test\w*|api|urls?|weakness\w*|subdomain\w*|cve|encrypt\w*|anyone (?:can|could)|everybody can|open to)\b/i,
    yes: ["The list opens without a login.", "I found a weakness in your form."],
    no: ["Reporting a pothole means picking it on a map.", "The key card is lost."],
  },
  {
    situation: "legal",
    words:
      /\b(?:lawyers?|solicitors?|attorneys?|counsel|courts?|sue|suing|summons|legal\w*|claims?|tribunal|ombudsman|regulator\w*|laws?|contract\w*|liab\w*|damages|compensat\w*|notice|breach\w*|bench|judges?|authorit\w+|consumer|messrs|rights|arbitrat\w*|small claims|trading standards)\b/i,
    yes: ["You will hear from my solicitor.", "I claim damages."],
    no: ["Chapter 12 was replaced by chapter 11, my deadline is the 30th."],
  },
  {
    situation: "privacy_request",
    words:
      /\b(?:data|delet\w*|eras\w*|remov\w*|cop(?:y|ies)|records?|recordings?|consent|gdpr|dsgvo|ccpa|art(?:icle|\.)? ?\d+|rights?|object\w*|profil\w*|information|personal|forg[eo]t\w*|correct\w*|track\w*|privacy|opt(?:ing)? out|sell\w*|sharing|share|pass|photos?|pictures?|withdraw\w*|hold (?:on|about) me)\b/i,
    yes: ["Delete all you have on me.", "Which data do you hold?"],
    no: ["Where are my notes stored, here or on a server?"],
  },
  {
    situation: "order_status",
    words:
      /^(?=[^]*\b(?:orders?|ordered|parcels?|packages?|deliver\w*|shipp\w+|arriv\w*|tracking|whereabouts|dispatch\w*|courier|applications?|applied|claims?|technician|engineer|fitter|installer|driver|rider|repairs?|appointments?|transit|post|where (?:is|are) (?:he|she|it|they|my|our|the)|stands?)\b)[^]*\b(?:where|still|wait\w*|late|due|promised|supposed|yet|status|news|when|how (?:far|long)|stands?|update|out for|preparing|never|nobody|days? now|(?:has|have|did|does)(?:n['’]t| not)|not (?:come|arrived|turned))\b/i,
    yes: ["Where is my parcel?", "Any news of my application?", "Still out for delivery."],
    no: ["My tomatoes have purple leaves. Are they dying?"],
  },
  {
    situation: "change_details",
    words:
      /\b(?:mov(?:ed|ing)|new|chang\w*|updat\w*|surname|maiden|married|divorced|renam\w*|swap\w*|spelt|spelled|misspel\w*|should (?:be|read)|replace my|no longer)\b/i,
    yes: ["I have moved to Mill Row 4.", "My surname is spelt wrong."],
    no: ["The certificate you translated has the wrong date, I need a corrected one."],
  },
  {
    situation: "cancel",
    words:
      /\b(?:cancel\w*|terminat\w*|end|ends|ending|expire|discontinue|close|quit|resign\w*|leave|leaving|unsubscribe|withdraw\w*|renew\w*|run out|give up|step out|contract|subscription|membership|plan|booking|orders?|notice)\b/i,
    yes: ["Please cancel my plan.", "I give notice."],
    no: ["Please stop texting me about viewings."],
  },
  {
    situation: "press",
    words:
      /\b(?:journalis\w*|report(?:er|ing|ers)|editors?|newspapers?|articles?|publish\w*|publication|print|broadcast\w*|columns?|columnist|press|comments? (?:from|on|by)|(?:a|your|for) comments?|(?:your|the|this|our|a) stor(?:y|ies)|on (?:the )?record|byline|magazines?|radio|television|documentary|blog\w*|podcasts?|picture desk|news\w*|media|readers|quote[sd]? (?:you|from|by|me)|(?:be|may i|can i|want to) quote[ds]?|on air|airs|aired|airing|film(?:s|ed|ing)|footage|interview\w*|spokes\w+|correspondent\w*|embargo\w*|accredit\w*|fact[ -]check\w*|reportage|(?:freelance|feature|trade) (?:writers?|on|weekly)|(?:our|my|a) (?:news)?paper|weekly)\b/i,
    yes: [
      "I'm a reporter and need a comment.",
      "We are filming a piece on Thursday.",
      "May I quote you?",
    ],
    no: [
      "I have 212 episodes. If I move, do people have to subscribe again?",
      "We have had a quote for eleven panels.",
    ],
  },
  {
    situation: "money",
    words:
      /\b(?:amounts?|charg(?:e[ds]?|es|ing)|payments?|pay(?:s|ing|ments?|outs?|slips?|roll|able|days?)?|paid|unpaid|invoic\w*|bill(?:s|ed|ing)?|cards?|wages?|salar(?:y|ies)|refund\w*|money|cash|accounts?|balance|debit\w*|credit(?:s|ed|ing)?|deduct\w*|transfer\w*|deposit\w*|bank\w*|fees?|pric(?:es?|ing)|costs?|subscriptions?|premium|renew\w*|overcharg\w*|instal+ments?|euros?|eur|usd|gbp|chf|pounds|dollars|quid|cents?|pence|pesos?|naira|rupees?|owe[ds]?|rent|tips?|vouchers?|discounts?|surcharges?|overdrawn|pre-?authori[sz]ed|loan|pension|withdr[ae]w\w*|receipts?|purchas\w*|bought|sold|fines?|tax|commission|interest|spent|earnings?|winnings?|funds?|wallet|top(?:ped)?[ -]?up|iban|standing order|royalt\w*|expenses?|reimburse\w*|compensat\w*|out of pocket|statements?|(?:took|taken|take|gone|sent|short)(?: \w+){0,2} \d+|\d+ (?:short|instead of|missing|gone)|worth)\b|[€£$¥]|\d[.,]\d\d(?![\d.])/i,
    yes: ["Why did you take 80 instead of 8?", "My wages are short.", "It says £12."],
    no: [
      "Says 21. It's 16. Three thermometers say 16.",
      "The locker opened empty; the screen said “collected”.",
    ],
  },
];

const BY_SITUATION = new Map(BEARING_WORDS.map(({ situation, words }) => [situation, words]));

/** Held to be so from here on, whatever the words; what asks for payments or deadlines needs more. */
const CERTAIN_FROM = 0.9;
const BUSINESS_CERTAIN_FROM = 0.99;
const NAMES_BUSINESS: ReadonlySet<SituationName> = new Set<SituationName>(["money", "press"]);

/** Whether the words bear out a situation that is only likely. */
export function isBorneOut(
  { name, probability }: Pick<Situation, "name" | "probability">,
  text: string,
): boolean {
  return probability >= (NAMES_BUSINESS.has(name) ? BUSINESS_CERTAIN_FROM : CERTAIN_FROM) ||
    holdsWordsOf(name, text);
}

/** Whether a message holds words of a situation; of one without a row any word is one. */
export function holdsWordsOf(situation: SituationName, text: string): boolean {
  return BY_SITUATION.get(situation)?.test(text) ?? true;
}

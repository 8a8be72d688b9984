/**
 * Reasons found in a message itself why a person should look at it: money to
 * be returned, a threatened account, law and privacy, anger, a wish to talk to
 * somebody. A word has to be there before its pattern is tried, so that most
 * messages cost one look per word.
 *
 * @module
 */
import type { ReviewReason } from "../../triage/domain/review.ts";
import type { Reading } from "../document/document.ts";
import { isEmptyOfMeaning } from "./emptiness.ts";
import { NOT_NOTED, type Word } from "../words/word.ts";

interface Concern {
  readonly reason: ReviewReason;
  /** Words of which one must occur before the patterns are tried. */
  readonly words: string;
  /** One of these must match. */
  readonly patterns: readonly RegExp[];
}

const ANY = [/(?:)/u];

const CONCERNS: readonly Concern[] = [
  {
    reason: "refund_requested",
    words: "refund refunds refunded refunding reimburse reimbursed reimbursement chargeback " +
      "compensation compensate compensated",
    patterns: [
      /^(?!.*\brefund (?:policy|report|button|page|screen|function|feature)\b)(?!.*\b(?:issue|process|give) (?:a )?refunds? to (?:a |my |our )?(?:customer|client|guest|buyer)s?\b)/is,
    ],
  },
  {
    reason: "refund_requested",
    words: "back return returned returning credit credited repay money",
    patterns: [
      /\b(?:money|payment|fee|sum|amount|difference|deposit|charge|overcharge|[€$£]\s?\d+|\d+(?:\.\d\d)?)(?:\s+[\w'’]+){0,4}\s+back\b/i,
      /\b(?:get|give|send|pay|transfer|want|need|have|like)\b(?:\s+[\w'’]+){0,3}\s+(?:money|it|that|this|me|us|payment|fee|amount|sum|difference|[€$£]?\d[\d.,]*)\s+back\b(?!\s+(?:to|in|up|on)\b)(?=.*\b(?:paid|pay|charged?|money|bill|invoice|subscription|debited|fee|card)\b)/is,
      /\b(?:return|returned|repay|credit|credited)\b(?:\s+[\w'’]+){0,4}\s+(?:money|payment|amount|sum|fee|difference|charge|[€$£]\s?\d)/i,
    ],
  },
  {
    reason: "refund_requested",
    words: "charged charge charges debited billed paid pay took taken deducted withdrawn",
    patterns: [
      /\b(?:charged|debited|billed|deducted|withdrawn|took|taken|paid)\b(?:\s+[\w'’€$£.,]+){0,6}\s+(?:twice|double|two times|three times|again|a second time|\d+ times)\b/i,
      /\b(?:double|duplicate|second|wrongly?|wrongful|unjustified) (?:charged?|payment|debit)\b/i,
      /\b(?:charged|debited|billed)\b(?=.{0,120}\b(?:cancell?ed|after cancell?ing|never (?:ordered|signed|agreed|subscribed)|did(?:n['’]t| not) (?:order|agree|sign|subscribe|want|renew)))/is,
      /\bcancell?ed\b(?=.{0,80}\b(?:still|again|anyway|nevertheless)?\s*(?:was|been|got|get|being)?\s*(?:charged|debited|billed)\b)/is,
    ],
  },
  {
    reason: "account_security",
    words: "hacked hacker hackers hijacked hijack unauthorised unauthorized phishing compromised " +
      "fraud fraudulent breach breached stole identity impersonating impersonated scammer scammed",
    patterns: [
      /^(?!.*\b(?:phishing (?:filter|report|training|test|simulation)|identity (?:provider|card|management)))/is,
    ],
  },
  {
    reason: "account_security",
    words: "stolen suspicious unknown else stranger strangers login logins logged sign-in signed " +
      "leaked leak passwords lost authenticator someone somebody password",
    patterns: [
      /\b(?:stolen|stole|lost)\b(?=.{0,80}\b(?:authenticator|password|account|login|two-factor|2fa|phone|laptop|card)\b)(?=.*\b(?:account|login|log in|sign in|password|authenticator|block|lock|prove|access)\b)/is,
      /\b(?:suspicious|unknown|strange|unfamiliar|unrecogni[sz]ed)\s+(?:\w+\s+)?(?:log[\s-]?ins?|sign[\s-]?ins?|activity|device|charge|transaction|user|session|access)\b/i,
      /\b(?:some(?:one|body)(?: else)?|stranger|another person|third part(?:y|ies)|ex|not me)\b(?:\s+[\w'’]+){0,6}\s+(?:(?:in|in)?to|of|on|from|with|use[sd]?|using|access(?:ed|ing)?|has|have|had|changed|reading|knows)\s+(?:\w+\s+){0,3}(?:my|our)\s+(?:\w+\s+)?(?:account|password|login|profile|data|mail(?:box)?|card)\b/i,
      /\b(?:log[\s-]?in|logged in|sign[\s-]?in|signed in|session|device)\b(?=.{0,100}\b(?:(?:wasn['’]t|was not|not|isn['’]t) (?:me|mine|us|by me)|never been|don['’]t (?:know|own|recogni[sz]e)|do not (?:know|own|recogni[sz]e)|didn['’]t (?:do|make|start)|did not (?:do|make|start)))/is,
      /\b(?:password|credential|key|token)s?\b(?:\s+\w+){0,5}\s+(?:leaked|exposed|stolen|public)\b|\bleak(?:ed|s)?\s+(?:\w+\s+){0,3}(?:password|credential|data)s?\b/i,
      /\b(?:my|our) account\b(?:\s+\w+){0,3}\s+(?:taken over|misused|abused|hacked|stolen)\b/i,
    ],
  },
  {
    reason: "account_security",
    words:
      "purchases purchase orders order posts posted messages email e-mail mail address number " +
      "changed recognise recognize bought ordered authorise authorize authorised authorized",
    patterns: [
      /\b(?:purchase|order|payment|post|message|booking|change|transaction)s?\b(?:\s+[\w'’]+){0,5}\s+(?:i|we) (?:did(?:n['’]t| not)|never|have(?:n['’]t| not)) (?:make|made|place[d]?|order(?:ed)?|authori[sz]ed?|buy|bought|write|written|send|sent|post(?:ed)?|recogni[sz]ed?)\b/i,
      /\b(?:e-?mail|mail|address|number|password)\b(?:\s+[\w'’]+){0,5}\s+(?:was|were|has been|have been|got) changed\b(?=.{0,60}\b(?:not (?:by )?me|without|never|did(?:n['’]t| not))\b)/is,
    ],
  },
  {
    reason: "legal_or_privacy",
    words: "gdpr dsgvo ccpa hipaa lawyer lawyers solicitor attorney sue suing lawsuit court " +
      "subpoena ombudsman watchdog prosecute liable liability legally unlawful illegal police " +
      "copyright trademark dpa litigation barrister",
    patterns: ANY,
  },
  {
    reason: "legal_or_privacy",
    words: "legal data privacy erase erasure forgotten consumer regulator authorities authority " +
      "law laws rights deletion standards commissioner",
    patterns: [
      /\blegal (?:action|steps?|advice|department|counsel|proceedings|claim|matter|basis|obligation|notice|team|consequences|requirement|question)s?\b|\btake (?:this )?legal\b/i,
      /\bdata[\s-](?:protection|privacy|processing|processor|controller|subject|breach|retention|deletion|residency)\b/i,
      /\b(?:personal|private|sensitive|medical|health|patient|customer)\s+(?:data|information|details|records?)\b(?=.{0,160}\b(?:delet|eras|remov|visible|expos|see|shared?|sharing|sold|sell|kept?|keep|stor|hold|held|copy|access|demand|right|leak|public|pass|who|where)\w{0,4}\b)/is,
      /\b(?:delet|eras|remov|wip)\w{1,4}\b(?:\s+[\w'’]+){0,6}\s+(?:my|our|his|her|their|the|all|any|personal)\s+(?:\w+\s+){0,2}data\b(?=.*\b(?:you|your|account|right|request|please|want|everything|keep|hold|company|gdpr)\b)/is,
      /\b(?:what|which|where|how long|who)\b(?:\s+[\w'’]+){0,6}\s+data\b(?=.{0,80}\b(?:keep|kept|store[ds]?|hold|held|collect\w*|save[ds]?|process\w*|sell|sold|share[ds]?|about (?:me|us|my|our))\b)/is,
      /\b(?:sell|sold|share|shares|shared|sharing|pass|passed|give|gave|hand)\b(?:\s+[\w'’]+){0,4}\s+(?:data|information|recordings?|details)\b(?=.{0,60}\b(?:to|with|on)\s+(?:any(?:one|body)|third|others?|advertis\w+|partners?|authorit\w+|the))/is,
      /\bright (?:to be forgotten|of access|to erasure|to demand|of withdrawal)\b|\b(?:consumer|trading) (?:protection|rights|standards|organi[sz]ation|association)\b|\bprivacy (?:law|polic|notice|officer|act|concern|breach|violation|request|regulation|team)\w*/i,
      /\b(?:report|complain|complaint|turn|go|write)\b(?:\s+[\w'’]+){0,4}\s+to (?:the )?(?:\w+\s+)?(?:authorit(?:y|ies)|regulator|commissioner|watchdog)\b/i,
      /\b(?:against|breaks?|breach(?:es)?|violat\w+|by|under|the) (?:the )?(?:\w+\s+)?laws?\b(?=.{0,80}\b(?:you|your|oblige[ds]?|allowed|require[sd]?|breach|break))/is,
    ],
  },
  {
    reason: "legal_or_privacy",
    words: "else's others other another other's people's stranger's strangers colleague's " +
      "everyone's everybody's wrong customer's customers' patient's patients' neighbour's user's " +
      "members member's person's somebody's someone's previous else somebody someone previous",
    patterns: [
      /\b(?:see|sees|saw|seeing|show[ns]?|showing|view|read|open[s]?|opened|visible|access|receive[sd]?|got|get|getting|sent|went|go(?:es)?)\b(?:\s+[\w'’]+){0,8}\s+(?:(?:some(?:one|body)|every(?:one|body)|any(?:one|body)) else|other|another|previous|different|wrong|strangers?|colleague|neighbour|somebody|someone)(?:['’]s?|s['’]?)?(?:\s+[\w'’]+){0,3}\s*(?:data|notes?|salar(?:y|ies)|address(?:es)?|names?|invoices?|records?|results?|photos?|messages?|bookings?|orders?|documents?|account|health|medical|injury|card|number|profile)\b/i,
      /\b(?:see|sees|saw|view|views|read|reads|open|access|show|shows|find|download)\b(?:\s+[\w'’]+){0,6}\s+(?:data|notes?|records?|results?|addresses|messages?|documents?|details|photos?|files?|invoices?|names?)\s+of\s+(?:all\s+)?(?:the\s+)?(?:other|another|different|every|somebody|someone|all)\b/i,
      /\b(?:visible|exposed|accessible|shown|readable|public)\s+(?:to|for)\s+(?:\w+\s+){0,2}(?:every(?:one|body)|any(?:one|body)|all|strangers|others|other|ordinary|members|outsiders)\b/i,
    ],
  },
  {
    reason: "escalation",
    words:
      "complaint unacceptable outrageous outrage furious disgrace disgraceful fed ridiculous " +
      "disgusting disgusted appalling appalled scandal scandalous infuriating livid enraged angry " +
      "wtf fuck fucking fucked shit bullshit crap idiots idiot morons stupid pathetic useless " +
      "worst incompetent scam scammers thieves garbage escalate escalated escalation supervisor " +
      "trustpilot hopeless shambles insane joke rubbish terrible horrible damn intolerable " +
      "unbelievable shame ashamed clowns crooks robbery insult insulting liars lied",
    patterns: [
      /\b(?:(?:formal|official|written|serious|make a|file a|lodge a|my|this) complaint|complaints? (?:department|procedure|office)|unacceptable|outrage\w*|furious|disgrac\w+|fed up|disgust(?:ed|ing)|appall(?:ed|ing)|scandal\w*|infuriating|livid|enraged|intolerable|wtf|f+uck\w*|shit\w*|bullshit|idiots?|morons?|pathetic|incompetent|scam(?:mers?)?|thieves|crooks|robbery|clowns|liars?|escalat(?:e|ed|ion)|supervisor|trustpilot|shambles)\b/i,
      /\b(?:(?:absolutely|really|totally|completely|so|very|getting|am|i['’]m) (?:ridiculous|useless|angry|terrible|horrible|unbelievable|hopeless|stupid)|(?:the )?worst (?:\w+ )?(?:app|service|support|company|software|product|experience|customer|update|website|portal|i)|(?:is|are|it['’]s|this is|what) (?:a )?(?:joke|rubbish|garbage|crap|useless|ridiculous|stupid|insult\w*|shame|pathetic|insane)|(?:terrible|horrible|awful|useless|rubbish) (?:company|service|support|app|software|product|experience|customer|update|people)|you lied)\b/i,
    ],
  },
  {
    reason: "escalation",
    words: "manager boss ignored ignoring nobody no-one patience again elsewhere competitor time " +
      "review reviews press media answer answered reply replied cancel cancelling email emails " +
      "written wrote tired sick enough last never chance waiting letter third fourth fifth sixth",
    patterns: [
      /\b(?:your|a|the) (?:manager|boss|superior|management)\b(?=.{0,60}\b(?:speak|talk|through|call|complain|contact|hear|write|now)\b)|\b(?:speak|talk|through|complain|write|forward\w*|pass\w*)\b(?:\s+[\w'’]+){0,4}\s+(?:manager|boss|management)\b/is,
      /\b(?:being|been|am|are|feel|keep|kept|completely|you) ignor(?:ed|ing)\b(?!\s+(?:by the|in the|when|if)\s)(?=.*\b(?:i|you|we|me|my|support|mails?|messages?|tickets?)\b)/is,
      /\b(?:nobody|no[\s-]?one|never|not once|without|still no|no|not a single)\b(?:\s+[\w'’]+){0,3}\s+(?:answer(?:ed|s)?|repl(?:y|ied|ies)|respon(?:ded|se|ds)|called (?:me |us )?back|got back|reacted?|reaction|cares?)\b(?=.*\b(?:you|your|support|mails?|e-?mails?|hotline|tickets?|messages?|weeks?|days?|times?)\b)(?!.{0,40}\b(?:button|click|press|tap)\b)/is,
      /\b(?:third|fourth|fifth|sixth|3rd|4th|5th|6th|umpteenth|hundredth|last) (?:time (?:i|we)(?:['’](?:ve|m|re))? (?:have |am |are )?(?:writ\w+|wrote|ask\w*|report\w*|contact\w*|call\w*|complain\w*|tell\w*|told|say\w*|mail\w*|try\w*)|(?:written )?(?:e-?mail|mail|letter|message|ticket|report|request|reminder|complaint|attempt to (?:reach|contact))|chance)\b/i,
      /\b(?:out of|lost|losing|running out of|end of my|no more) patience\b|\bnever again\b|\b(?:had|have had|i['’]ve had) enough\b|\bsick (?:and tired )?of\b|\blast (?:chance|warning|straw)\b|\b(?:take|taking|move|moving) (?:my|our) (?:business|money|custom|club|company) elsewhere\b/i,
      /\b(?:go(?:ing)? to|inform(?:ing)?|contact(?:ing)?|tell(?:ing)?) the press\b|\b(?:all over|on|via|post (?:this|it) (?:on|to)) social media\b|\b(?:one[\s-]star|bad|negative|terrible|honest) reviews?\b(?=.*\b(?:leav|writ|post|will|going)\w*\b)/is,
    ],
  },
  {
    reason: "person_requested",
    words:
      "call ring phone callback call-back speak talk human person agent representative advisor " +
      "adviser robot bot chatbot contact touch someone somebody colleague office reach hotline " +
      "anyone anybody staff operator telephone number",
    patterns: [
      /\b(?:call|ring|phone|telephone|contact|reach) (?:me|us)\b(?!\s+(?:names|when|every|each|if|all day|in the middle))|\bcall[\s-]?back\b(?!\s+(?:url|function|uri|endpoint))|\b(?:give|gave) (?:me|us) a (?:call|ring)\b|\bget in touch with (?:me|us)\b/i,
      /\b(?:speak|talk|chat|speaking|talking) (?:to|with)\s+(?:a |an |the |your |some(?:one|body)|any(?:one|body)|real |actual |live |another |one of )/i,
      /\b(?:real|actual|live|human|living) (?:person|human|being|agent|people)\b|\bhuman (?:being|agent|support|help|contact|reply|answer)\b|\b(?:not|no|isn['’]t|and not) (?:a |an |another )?(?:robot|bot|chatbot|machine|automatic|automated)\b/i,
      /\b(?:some(?:one|body)|a person|a human|an? agent|an? advis[eo]r|a representative|a colleague|any(?:one|body))\b(?:\s+[\w'’]+){0,4}\s+(?:call|ring|phone|contact|reach|visit|come|talk|speak|help me (?:in person|personally|by phone))\b/i,
      /\b(?:right|correct|best|direct|personal) (?:contact|person)\b|\b(?:phone|telephone|hotline|contact) number\b(?=.*\b(?:your|you|support|reach|what|is there|give)\b)|\bwho(?:m)? (?:should|can|do|could|may) (?:i|we) (?:write|speak|talk|contact|turn|call|ask|address)\b|\b(?:press|sales) (?:office|department|person|contact)\b/is,
    ],
  },
];

/** What a trigger word sets off: the patterns of a concern that could hold it. */
interface Search {
  readonly reason: ReviewReason;
  /**
   * As they are run: on small letters, without the flags that fold case (with
   * both of them V8 searches ten to twenty times slower).
   */
  readonly patterns: readonly RegExp[];
}

/** Letters of a trigger word by which a pattern that speaks of it is known. */
const STEM_LETTERS = 3;

const TRIGGERS = new Map<string, Search[]>();
for (const { reason, words, patterns } of CONCERNS) {
  const stems = words.split(" ").map((word) => word.slice(0, STEM_LETTERS));
  for (const word of words.split(" ")) {
    const stem = word.slice(0, STEM_LETTERS);
    const fitting = patterns.filter(({ source }) =>
      source.includes(stem) || !stems.some((other) => source.includes(other)) ||
      source.startsWith("^(?!")
    );
    const search = {
      reason,
      patterns: fitting.map(({ source, flags }) => new RegExp(source, flags.replace(/[iu]/g, ""))),
    };
    const searches = TRIGGERS.get(word);
    if (searches === undefined) TRIGGERS.set(word, [search]);
    else searches.push(search);
  }
}

const TRIGGER_WORDS = [...TRIGGERS.keys()];
const SEARCHES_BY_TRIGGER = [...TRIGGERS.values()];

function searchesOf(word: Word): readonly Search[] | undefined {
  if (word.trigger === NOT_NOTED) word.trigger = TRIGGER_WORDS.indexOf(word.normal);
  return word.trigger < 0 ? undefined : SEARCHES_BY_TRIGGER[word.trigger];
}

// Anger that shouts: at least this many letters, nearly all of them capitals.
const SHOUTING_LETTERS = 24;
const SHOUTING_SHARE = 0.8;
// A concern is one thought: it is looked for in a trigger's sentence and its neighbours.
// Concerns show early or late in a letter; the middle of a long one is not searched.
const LOOKED_AT_CHARACTERS = { whole: 2_600, opening: 800, closing: 350 } as const;
const WINDOW_CHARACTERS = 160;
/** Searches of one message at most, so that no text can make it slow. */
const SEARCHES = 10;

/**
 * The concerns of a message, in the order of {@linkcode CONCERNS}, each once.
 * Whether its language is supported is judged elsewhere.
 */
export function concernsOf(reading: Reading): readonly ReviewReason[] {
  const found = new Set<ReviewReason>();
  const { text, sentences, firsts, words } = reading;
  let searches = 0;
  const long = text.length > LOOKED_AT_CHARACTERS.whole;
  const closing = text.length - LOOKED_AT_CHARACTERS.closing;
  for (let sentence = 0; sentence < sentences.length && searches < SEARCHES; sentence++) {
    const start = sentences[sentence]?.start ?? 0;
    if (long && start > LOOKED_AT_CHARACTERS.opening && start < closing) continue;
    const first = firsts[sentence] ?? 0;
    const next = firsts[sentence + 1] ?? first;
    for (let at = first; at < next && searches < SEARCHES; at++) {
      const triggered = searchesOf(words.word(at));
      if (triggered === undefined || triggered.every(({ reason }) => found.has(reason))) continue;
      const window = windowAround(reading, sentence, words.starts[at] ?? 0);
      searches++;
      for (const { reason, patterns } of triggered) {
        if (found.has(reason)) continue;
        if (patterns.some((pattern) => pattern.test(window))) found.add(reason);
      }
    }
  }
  if (shouts(text)) found.add("escalation");
  if (isEmptyOfMeaning(words)) found.add("nothing_understood");
  return [...found];
}

/** The sentence of a trigger with its neighbours, cut to what lies near the trigger. */
function windowAround(
  { sentences, text }: Reading,
  at: number,
  trigger: number,
): string {
  const from = sentences[at - 1]?.start ?? sentences[at]?.start ?? 0;
  const to = sentences[at + 1]?.end ?? sentences[at]?.end ?? text.length;
  const start = Math.max(from, trigger - WINDOW_CHARACTERS);
  const end = Math.min(to, trigger + WINDOW_CHARACTERS);
  return text.slice(start, end).toLowerCase();
}

function shouts(text: string): boolean {
  let capitals = 0, small = 0;
  const end = Math.min(text.length, LOOKED_AT_CHARACTERS.opening);
  const mostSmall = Math.ceil(end * (1 - SHOUTING_SHARE));
  for (let at = 0; at < end && small <= mostSmall; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) capitals++;
    else if (code >= 97 && code <= 122) small++;
  }
  const letters = capitals + small;
  return letters >= SHOUTING_LETTERS && capitals >= letters * SHOUTING_SHARE;
}

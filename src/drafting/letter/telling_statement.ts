/**
 * Which sentence of an inquiry its letter is about: the one that tells what the
 * situation is told by, not the first one that comes.
 *
 * @module
 */
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { LetterSituation } from "./letter_state.ts";

/** Where the question itself is the matter. */
const ASKS_FIRST: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "how_to",
  "policy",
  "order_status",
  "press",
  "vulnerable_customer",
]);
const PAID =
  /\b(?:charg(?:ed?|es|ing)|debited|debits?|billed|bill|deducted|paid|pay|taken|took|bought|ordered|cancell?ed|invoiced?|renewed|subscription|payout|missing|gone|balance|refund\w*|instal+ment|transfer\w*|deposit|credited?|fees?|tips?|euros?|pounds|dollars|quid)\b|[€£$]/i;
const DEMAND =
  /\b(?:(?:want|need|demand|give me|send me|get|have|like) (?:\w+ ){0,3}(?:back|refund\w*)|or i(?:['’]ll| will)? (?:call|dispute|go|sue)|lawyer|refund me|please refund)\b/i;
/** By which words a sentence tells what is wanted. */
const TELLING: { readonly [Name in LetterSituation]?: RegExp } = {
  cancel:
    /\b(?:cancel\w*|terminat\w*|end|ends|expire|discontinue|stop|close|quit|resign|leave|delete|withdraw|not renew|run out|give up|step out|no longer|contract|subscription|membership|booking|order)\b/i,
  change_details:
    /\b(?:chang\w+|moved?|moving|new|now|instead|update|correct|swap|replace|rename|spelt|spelled|married|address|name|e-?mail|number|bank|iban|should (?:be|read))\b/i,
  order_status:
    /\b(?:order\w*|parcel|deliver\w*|ship\w*|arriv\w*|due|waiting|sent|promised|news|where|still)\b/i,
  refund: PAID,
  money: PAID,
  account_security:
    /\b(?:hack\w*|password|sign(?:ed)?[ -]?in|log(?:ged)?[ -]?in|stolen|stole|changed|replaced|phish\w*|someone|somebody|code|sim|transfer\w*|not me|unknown|took over|clicked|entered)\b/i,
  data_exposed:
    /\b(?:other|others|another|strangers?(?:['’]s)?|(?:someone|somebody) else|not mine|belongs?|everybody|everyone|public|anyone|neighbou?rs?|colleagues?|wrong (?:person|customer|patient))\b/i,
  injury:
    /\b(?:hurt|burn\w*|blister\w*|swollen|broken?|broke|fell|snapped|vomit\w*|sick|bleed\w*|bled|cut|trapped|crush\w*|stitches|collaps\w*|choked?|scald\w*|rash|concuss\w*|fractur\w*|injur\w*|poison\w*)\b/i,
  praise:
    /\b(?:love\w*|great|best|wonderful|brilliant|perfect|well done|bravo|excellent|lovely|happy|finally|made|saved|kind|works?)\b/i,
  privacy_request:
    /\b(?:data|cop(?:y|ies)|eras\w*|delet\w*|remov\w*|consent|correct\w*|record\w*|profil\w*|art(?:icle|\.)|right|object\w*|gdpr|information)\b/i,
};
const REQUEST =
  /\b(?:please|i(?:['’]d| would) like|we(?:['’]d| would) like|i want|we want|i need|we need|send me|let (?:me|us) know|to know (?:if|whether|how|what|when|where|why|which))\b/i;
/** A call wanted, and nothing of what for. */
const CALL = /\b(?:call|phone|ring|speak|talk|human|person|somebody|someone|bot|robot)\b/i;
const TOPIC =
  /\b(?:about|because|questions?|problem|account|contract|bill|booking|order|understand|invoice|policy|mortgage|appointment)\b/i;
const TOPIC_WORDS_MIN = 6;

/** Without the sentence before it, it says little. */
const LEANS = /^.{0,24}$|\b(?:it|this|that|these|those|they|them|her|him)\b/i;

/** The sentence that an inquiry is about. */
export function statementOf(
  context: DraftContext,
  situation: LetterSituation,
): Statement | undefined {
  const { parts: { statements }, request } = context;
  const questions = statements.filter(isQuestion);
  const question = questions.find(({ phrase }) => !LEANS.test(phrase.text)) ?? questions[0];
  if (ASKS_FIRST.has(situation) && question !== undefined) return question;
  if (situation === "person_requested") {
    return statements.find(({ phrase }) =>
      phrase.words.length >= TOPIC_WORDS_MIN && !CALL.test(phrase.text) && TOPIC.test(phrase.text)
    );
  }
  const [evidence] = request.situation.evidence;
  const spoke = evidence === undefined
    ? undefined
    : statements.find(({ sentence }) =>
      sentence !== null && sentence.start <= evidence.start && evidence.start < sentence.end
    );
  const pattern = TELLING[situation];
  const long = statements.filter(({ phrase }) => phrase.words.length > 3);
  const telling = pattern === undefined ? undefined : tellingOf(statements, pattern);
  if (situation === "money" || situation === "refund") {
    return telling ?? spoke ?? long[0] ?? statements[0];
  }
  return spoke ?? telling ?? question ?? long.find(({ phrase }) => REQUEST.test(phrase.text)) ??
    long[0] ?? statements[0];
}

/** Money is spoken of by what happened, with its number, not by the demand; an errand as it is put. */
function tellingOf(statements: readonly Statement[], pattern: RegExp): Statement | undefined {
  const told = statements.filter(({ phrase }) => pattern.test(phrase.text));
  if (pattern !== PAID) return told[0];
  const happened = told.filter(({ phrase, question }) => !question && !DEMAND.test(phrase.text));
  return happened.find(({ phrase }) => /\d/.test(phrase.text)) ?? happened[0];
}

const ASKS =
  /^(?:are|is|do|does|did|can|could|may|will|would|what|how|where|when|which|who|why|has)\b|,? how\W*$/i;

/** "Are they returnable" asks without a mark; "What I'd like is …" asks nothing. */
export function isQuestion({ question, phrase }: Statement): boolean {
  return (question || ASKS.test(phrase.text)) && !/^what (?:i|we)\b/i.test(phrase.text);
}

/**
 * Whether a sentence asks or wants something of us, and whether a message asks
 * for something that can be answered.
 *
 * @module
 */
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";

const ASKS =
  /^(?:are|is|do|does|did|can|could|may|will|would|what|how|where|when|which|who|why|has)\b|,? how\W*$/i;
/** "What they have in common is …", "When I open it, …": opens like a question, and tells. */
const TELLS =
  /^(?:what|when|how|where|why|who|which) (?:i|we|they|he|she|it|you|my|our|the|a|an)\b/i;

/** "Are they returnable" asks without a mark; "What I'd like is …" asks nothing. */
export function isQuestion({ question, phrase }: Statement): boolean {
  return phrase.text.includes("?") ||
    (question || ASKS.test(phrase.text)) && !TELLS.test(phrase.text);
}

const REQUEST =
  /\b(?:i(?:['’]d| would) like to know|(?:let|tell) (?:me|us) know|(?:explain|tell me|tell us|show me) (?:how|what|why|where|which|when)|to know (?:if|whether|how|what|when|where|why|which)|(?:wondering|wonder) (?:if|whether|how))\b/i;
/** Asks for something to be done, not to be told: no page answers that. */
const ERRAND =
  /^(?:(?:please|so|and|hi|hello)[,:]? )?(?:could|can|would|will) (?:you|someone|somebody|anyone|one of you)(?: please| kindly| possibly)? (?!(?:tell|say|explain|confirm|let|help|show|point|advise|give me (?:a |an )?(?:price|quote|idea|answer))\b)/i;

/** Whether something is asked that can be answered. */
export function wantsAnswer({ text, parts }: DraftContext): boolean {
  return REQUEST.test(text) ||
    parts.statements.some((one) => isQuestion(one) && !ERRAND.test(one.phrase.text));
}

const WANTED =
  /\b(?:please|pl[sz]),? (?!find|see|note|don['’]t hesitate)|^(?:kindly|correct|stop|cancel|call|ring|send|put) |\b(?:i|we)(?:['’]d| would)? (?:want|need|expect|demand|like|appreciate|be grateful|rather)\b(?! to (?:tell|say|let you|thank|point|add))|\b(?:money back|call(?:ed)? (?:me )?back|a call back)\b|^(?:could|can|would|will) (?:you|somebody|someone|anybody)\b|\b(?:someone|somebody) (?:please )?(?:ring|call|phone)\b|^unless (?:i|we) (?:have|get|hear|receive)\b/i;
/** "I'd like to be sure" says why something is asked. */
const NOT_WANTED = /\b(?:i|we)(?:['’]d| would) like to be sure\b|\bthank you\b|\bplease help\W*$/i;
/** Fewer words say too little of what is wanted. */
const WANTED_WORDS_MIN = 4;

/** Whether a sentence says what we should do. */
export function wantsOfUs({ phrase: { text, words } }: Statement): boolean {
  return words.length >= WANTED_WORDS_MIN && WANTED.test(text) && !NOT_WANTED.test(text);
}

/**
 * Whether what a customer is asked tells about their matter: no secret, nothing
 * about themselves, nothing to be done but to look and to answer.
 *
 * @module
 */
import type { Clause } from "./clauses.ts";
import { wordSet } from "./inflection.ts";
import { ASKED, LETTER_WORDS, SMALL } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord, SECRET_NOUN } from "./sensitive_words.ts";

/** Asked for, they promise nothing. */
const HARMLESS_ASKED = wordSet(
  "day days week weeks month months year years hour hours minute minutes second seconds time times today now yesterday morning evening night monday tuesday wednesday thursday friday saturday sunday weekend afternoon " +
    "soon immediately instantly quarter deadline available ready accept accepts accepted release version releases finish finished deliver delivered delivery arrive arrives arrived arriving solution cost costs price budget payment invoice invoices bill bills purchase purchased balance amount amounts instant january february march april may june july august september october november december symptoms mistake responsible",
);
const PERSONAL = wordSet(
  "feel feeling feels weight dizzy illness illnesses milk authenticator vault phrase phrases employer grew plastic lawyer location whereabouts lives married mother father maiden husband girlfriend boyfriend religion birth birthdate nationality salary income pregnant lonely beautiful marry passport ssn " +
    "whatsapp telegram sms anydesk teamviewer rustdesk remotely iban swift routing bank wallet bitcoin crypto stars antivirus firewall admin administrator root registry terminal execute installer unlock postcode zip credentials login logins username usernames identity selfie",
);
const PERSONAL_PHRASE =
  /\bconsult\b|\bpharmacist\b|\bour (?!app|product|site|website|page|form|message|reply|support|shop|portal|service)\w|\bas (?:most|many|others|people) (?:do|did|have)\b|\bread (?:us|me|out)\b|\bhow much (?:is in|do you (?:have|earn|own)|money)\b|\bwould you like to (?:see|hear|try|receive|get|have|be)\b|\bhave you (?:thought|considered|looked)\b|\bare you aware\b|\bdid you know\b|\b(?:could|can|would|will) you give (?!us|me|an|a|the name|more|some|any)|\bpicture of your\b|\bstreet you\b|\bof yourself\b|\bfigures (?:that|shown|on)\b|\bauthenticator\b|\b(?:delete|wipe|erase|drop|dropped|drink|eat|swallow)\b(?!down)|\bwhere (?:do )?you (?:keep|hide|store|put)\b|^(?:then |just |simply )*(?:send|give|share|leave|keep|add|mark|note|attach|show|tell|put) (?!.*\b(?:us|me)\b)(?!it in\b|us\b|any\b)|\b(?:give|send|tell|show) (?:him|her|them)\b|\b(?:colleague|technician|engineer|helper|mechanic|driver from)s?\b|\btake over\b|\bamong the first\b|\bwould you like (?:us|to (?:be|have|get|receive))\b|\bwords? did you\b|\bnames of\b|\bpay anything\b|\bname on\b|\byou pay\b|\bits number\b|\btext message\b|\bwe sent\b|\b(?:sign in|login|log in|reset|magic|activation) (?:link|mail|code)\b|\bforward the (?:mail|email|message)\b|\byour login\b(?! (?:page|screen|button|form|problem|issue|error|attempt))|\beach login\b|\bwhere (?:you|your \w+) (?:live|are|is)\b|\bhow old are you\b|\byou live\b|\blive alone\b|\balone\b.{0,12}\bhome\b|\byour (?:home|house|email|postal|street) address\b|\byour (?:\w+ )?(?:age|full name|name|address|email address|phone number|number|birthday|pet)\b(?! (?:screen|page|button|number))|\brate (?:us|our|this)\b|\breview (?:us|our)\b|\brun (?:it|this|the)\b|\b(?:download|install) (?:the|a|an|our|this)\b|\bof your first\b|\bremote (?:access|control|session)\b|\bfixed\b|\bshare (?:your|the|my) screen\b|\btell (?!us\b|me\b|you\b|whether\b|which\b|what\b|how\b|if\b|apart\b)|\bfind (?:an|any|some)(?:other)?\b|\bidentity card\b|\bphoto of your(?:self)?\b|\bmeet\b|\bnot to us\b|\bturn(?:ing)? off your (?:protection|antivirus|firewall)|\brefund|\bclick\b|\b(?:open|visit|go to) the (?:link|address|site)|\bmoney\b|\banother (?:product|service|app|place|company)\b|\byour people\b/;
const OWN_ACT = /\b(?:we|i)\b/;
const OWN_ASKING =
  /\b(?:may|can|could|might|shall|would|should) (?:we|i) (?:\w+ )?(?:ask|know|learn)\b|\b(?:we|i) (?:would like|want|need|should like) to (?:ask|know|understand)\b|\b(?:so|that|what|where|which|how|when|if|before|until|and|as|than|have|did|do|are|whether) (?:that )?(?:we|i) (?:can|could|may|should|might|understand|know|look|understood|have|read|got|missed|right|described|correct|should)\b|\bshould we (?:need|have|require)\b|\banything (?:else )?we\b|\bcan help\b/;
const TOLD_TO =
  /\b(?:could|can|will|please|kindly|simply|just) (?:you )?(?:please |kindly |also |perhaps |possibly |briefly |simply |just |quickly |now |then |roughly )*(\w+)/g;
const INSULTING =
  /\b(?:even try|did you even|why (?:do|did|are|have) (?:you|not)|how stupid|not able to use|next time|go out|so slow|with me\b|you type\b|all that you)/;
const ENTERED =
  /\b(?:what|which \w+|everything|all|the (?:same )?word) (?:that |do |did )?(?:you )?(?:enter|type|typed|entered|put in|log in with|use to log|to log)\b|\bhow you (?:log|sign) in\b|\bsame word\b/;
const SECRET_PART =
  /\b(?:reset|resetting|change|changing|forgot|forgotten|lost|error|version|qr|source|status|product|postal|discount|colou?r|bar|scanned|kind of|type of) (?:your |the |a )?(?:passwords?|passcode|pin|codes?|key)\b|\b(?:password|passcode|card|key|code|token|pin) (?:reset|page|field|screen|manager|settings?|change|form|option|error|works?|is (?:accepted|rejected|refused)|shown|displayed|appears?)\b/g;
/** What they are asked to keep to themselves. */
const LEFT_OUT =
  /\b(?:(?:leave|leaving) out|without|do not (?:\w+ )?(?:send|share|include|post|give|enter|add|attach|write)|never (?:send|share|include|post|give)|no need to (?:send|share|include|add)|not (?:send|share|include|add)|remove|removing|refrain from (?:sending|sharing|including)|avoid (?:sending|sharing|including)|rather than|omit|black out|hide|hiding|cover) .*/;

/** Whether a clause of a question or a request may be put to a customer. `linked`: it goes on with one. */
export function asksWell(clause: Clause, linked: boolean, brought: Brought): boolean {
  const text = clause.words.join(" ").replace(LEFT_OUT, "leave out");
  const joined = `${clause.joint} ${text}`;
  if (INSULTING.test(joined) || ENTERED.test(joined) || PERSONAL_PHRASE.test(joined)) return false;
  if (OWN_ACT.test(text) && !OWN_ASKING.test(`${clause.joint} ${text}`)) return false;
  const plain = text.replace(SECRET_PART, " ");
  if (SECRET_NOUN.test(plain) && !isOwnThing(plain, brought)) return false;
  const words = plain.split(" ").filter((word) => word !== "");
  if (
    words.some((word) =>
      isSensitiveWord(word) && !HARMLESS_ASKED.has(word) && !LETTER_WORDS.has(word) &&
      !brought.has(word)
    )
  ) return false;
  if (words.some((word) => PERSONAL.has(word) && !brought.has(word))) return false;
  if (!linked && WRITES_ELSEWHERE.test(text)) return false;
  if (
    /\b(?:please|kindly|just|simply) (?:do not|never) (?!hesitate|worry|mind|send|share|include|post|give|attach|write your|enter|add|feel)/
      .test(clause.words.join(" "))
  ) return false;
  for (const [, verb = ""] of text.matchAll(TOLD_TO)) {
    if (!ASKED.has(verb) && !SMALL.has(verb) && !brought.has(verb)) return false;
    if (!ASKED.has(verb) && !linked && /^(?:please|kindly)/.test(text)) return false;
  }
  return !/\b(?:your|the) (?:location|whereabouts)\b/.test(text);
}

const TO_US = "us|me|you|this|it|your|here|the (?:message|mail|email|ticket|report|people)";
const WRITES_ELSEWHERE = new RegExp(
  `\\b(?:write|reply|talk|speak|turn|go)(?:ing)? to (?!${TO_US})\\w|\\b(?:call|contact|ring|message) (?!(?:${TO_US}|details?|and|or|is|was|shown|said|that|in|on|at|from|with|box|form|person)\\b)\\w`,
);

/** "The scanned codes": a thing of theirs, and nobody asks them to tell it. */
function isOwnThing(text: string, brought: Brought): boolean {
  const nouns = text.match(new RegExp(SECRET_NOUN, "g")) ?? [];
  return nouns.every((noun) =>
    /^(?:cards?|codes?|keys?|tokens?)$/.test(noun) && brought.has(noun)
  ) &&
    !/\b(?:tell|send|share|give|confirm|write|numbers?|enter|reply|read)\b.{0,40}\b(?:cards?|codes?|keys?|tokens?)\b/
      .test(text);
}

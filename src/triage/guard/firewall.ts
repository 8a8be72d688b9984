/**
 * What a letter must not hold before it leaves the service. One firewall for
 * every letter, written here or by a model.
 *
 * @module
 */
import type { Product } from "../domain/catalog.ts";
import { LINK_MARK, strangeLinks } from "../text/links.ts";
import { holdsInvisible } from "../text/plain_text.ts";
import { REPLY_LIMITS, TICKET_ID_MARK } from "../domain/reply.ts";
import { sensitiveSpans } from "../../masking/sensitive_text.ts";

/** Why a letter is not sent. Stable codes. */
export type FaultCode =
  | "empty"
  | "too_long"
  | "internal_word"
  | "strange_link"
  | "promise"
  | "invisible_character"
  | "markup"
  | "personal_data"
  | "insult"
  | "invented_id";

/** One thing wrong with a letter. */
export interface Fault {
  readonly code: FaultCode;
  /** The words at fault; may hold text of the message: not for logs. */
  readonly found: string;
}

/** What a letter is held against. */
export interface LetterGround {
  /** The customer's message as sent. */
  readonly message: string;
  readonly product: Product;
}

const INTERNAL_WORDS: readonly RegExp[] = [
  /\bseverit(?:y|ies)\b/i,
  /\bpriorit(?:y|ies|i[sz](?:e[ds]?|ing|ation))\b/i,
  /\bbusiness[\s-]values?\b/i,
  /\bcomplexit(?:y|ies)\b/i,
  /\bconfidence\b/i,
  /\bteams?\b/i,
  /\bbacklogs?\b/i,
  /\bmodels?\b/i,
];

// One look instead of eight: what all of the above have in common.
const MAY_BE_INTERNAL = /severit|priorit|business|complexit|confidence|team|backlog|model/i;

const INSULT =
  /\b(?:idiots?|idiotic|morons?|stupid\w{0,4}|dumb|crap\w{0,3}|shit\w{0,5}|bullshit|f+u+c+k\w{0,6}|wtf|stfu|assholes?|arseholes?|bastards?|bitch\w{0,3}|scam\w{0,5}|thie(?:f|ves)|crooks?|fraudsters?|liars?|garbage|trash|rubbish|pathetic|useless|worthless|incompetent\w{0,2}|clowns?|suck(?:s|ed)?|disgusting|damn(?:ed)?|goddamn|lazy|joke of an?)\b/i;

const WHEN =
  /\b(?:within|in the next|in|by|before|no later than|until)\s+(?:the\s+)?(?:(?:\d{1,4}|an?|one|two|three|four|five|six|seven|ten|few|next|coming)\s+)?(?:(?:business|working)\s+)?(?:minutes?|hours?|days?|weeks?|months?|tomorrow|tonight|today|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|end of|\d{1,2}[./]\d{1,2})\b|\b(?:tomorrow|tonight|today|this week|next (?:week|month|release|version|update)|shortly|(?<!\bas )soon|immediately|right away)\b/i;
const PROMISING = /\b(?:will|shall|going to|guarantee|promise|(?:we|you|it|they)['’]ll)\b/i;
const MONEY_BACK =
  /\b(?:refund\w{0,4}|reimburs\w{0,6}|money back|compensat\w{0,5}|credit (?:you|your|the amount)|free (?:month|year)s?|discount\w{0,3}|waive\w{0,2})\b/i;
const GUARANTEE =
  /\b(?:we|i) (?:guarantee|promise)\b|\b(?:will|shall) (?:definitely|certainly|surely) /i;
// What we say of money and time without promising it.
const NO_PROMISE =
  /\b(?:cannot|can't|can not|not|nothing|whether|if|decide[sd]?|decision|request(?:ed)?|ask(?:ed|ing)?|question|look(?:s|ed)? (?:at|into)|read|reads|review|check(?:s|ed)?)\b/i;

const MARKUP = /<\/?[a-z!][^<>]{0,200}>|\]\([^()\s]{1,200}\)|```|^#{1,6} |\*\*[^*\n]{1,200}\*\*/im;
const MAY_BE_MARKUP = /[<(`#*]/;
const TICKET_ID = /\b(?:BUG|FR)-\d+/gu;
// What is neither a line feed nor printable ASCII.
const NOT_ASCII = /[^\n -~]/;
const SENTENCE = /[^.!?\n]+[.!?]*/g;

/** Everything wrong with a letter; empty when it may be sent. */
export function letterFaults(letter: string, ground: LetterGround): readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (code: FaultCode, found: string) => faults.push({ code, found });
  const { message, product } = ground;

  if (letter.trim() === "") fault("empty", "");
  if (letter.length > REPLY_LIMITS.letter_characters) fault("too_long", String(letter.length));
  if (NOT_ASCII.test(letter) && holdsInvisible(letter)) fault("invisible_character", "");
  for (const word of internalWords(letter, message)) fault("internal_word", word);
  for (const link of strangeLinks(letter, addressesOf(product))) fault("strange_link", link);
  const markup = MAY_BE_MARKUP.test(letter) ? MARKUP.exec(letter) : null;
  if (markup !== null) fault("markup", markup[0]);
  const insult = INSULT.exec(letter);
  if (insult !== null) fault("insult", insult[0]);
  if (letter.includes("BUG-") || letter.includes("FR-")) {
    for (const id of letter.match(TICKET_ID) ?? []) {
      if (!message.includes(id)) fault("invented_id", id);
    }
  }
  const promise = promiseIn(letter);
  if (promise !== null) fault("promise", promise);
  const bare = /[{[]/.test(letter)
    ? letter.replaceAll(TICKET_ID_MARK, "").replaceAll(LINK_MARK, "")
    : letter;
  for (const span of sensitiveSpans(withoutContacts(bare, product))) {
    fault("personal_data", bare.slice(span.start, span.end));
  }
  return faults;
}

/** The catalogue's own numbers blanked: they belong to nobody. */
function withoutContacts(letter: string, { crisis_contacts = [] }: Product): string {
  return crisis_contacts.reduce(
    (text, { phone }) => text.replaceAll(phone, (found) => " ".repeat(found.length)),
    letter,
  );
}

const addresses = new WeakMap<Product, ReadonlySet<string>>();

function addressesOf(product: Product): ReadonlySet<string> {
  const known = addresses.get(product);
  if (known !== undefined) return known;
  const found = new Set(product.resources.map((resource) => resource.url));
  addresses.set(product, found);
  return found;
}

/** The internal words of a text that the customer did not use. */
export function internalWords(text: string, message: string): readonly string[] {
  if (!MAY_BE_INTERNAL.test(text)) return [];
  const found: string[] = [];
  for (const word of INTERNAL_WORDS) {
    const match = word.exec(text);
    if (match !== null && !word.test(message)) found.push(match[0]);
  }
  return found;
}

/** Whether a text holds a word that a letter must not send back. */
export function holdsInsult(text: string): boolean {
  return INSULT.test(text);
}

/** A text with "…" for each word that a letter must not send back. */
export function withoutInsults(text: string): string {
  return INSULT.test(text) ? text.replace(new RegExp(INSULT, "gi"), "…") : text;
}

function promiseIn(letter: string): string | null {
  if (!PROMISING.test(letter)) return null;
  // What is quoted was said by the customer, be it several sentences.
  for (const sentence of letter.replace(/“[^“”]{0,400}”/gu, "").match(SENTENCE) ?? []) {
    const own = sentence.replace(/["“”„][^"“”„]{0,400}["“”„]/gu, "");
    if (GUARANTEE.test(own)) return own;
    if (!PROMISING.test(own)) continue;
    if (MONEY_BACK.test(own) && !NO_PROMISE.test(own)) return own;
    if (WHEN.test(own) && !NO_PROMISE.test(own)) return own;
  }
  return null;
}

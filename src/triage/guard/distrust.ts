/**
 * What text that a model wrote must not hold, beyond what the firewall stops in
 * every letter. A model may have obeyed an attacker, so this errs on the strict
 * side: a text turned away by mistake costs no more than the local draft.
 *
 * @module
 */
import type { Product } from "../domain/catalog.ts";
import { internalWords } from "./firewall.ts";
import type { SensitiveSpan } from "../../masking/sensitive_pattern.ts";
import { sensitiveSpans } from "../../masking/sensitive_text.ts";
import { TICKET_ID_MARK } from "../domain/reply.ts";

/** What a model's text is held against. */
export interface DistrustGround {
  /** The customer's message as sent. */
  readonly message: string;
  readonly product: Product;
}

// Endings that are names of files, and of no top-level domain.
const FILE_NAME =
  /\.(?:pdf|png|jpe?g|gif|heic|csv|xlsx?|docx?|txt|log|json|xml|html?|ics|gpx|tcx|mp[34]|js)$/i;
const DOTTED = /[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.(?:\p{L}{2,24}|xn--[\w-]{1,59})/gu;
const HIDDEN_ADDRESS: readonly RegExp[] = [
  /\bxn--/i,
  /\/\/|\\\\|:\\/,
  /\b(?:https?|hxxps?|ftp|file|data|blob|mailto|tel|sms)\s?:/i,
  /\b(?:java|vb)\s{0,9}script\s{0,9}:/i,
  /\bwww\d?\b/i,
  /\s\.\s?\p{L}{2}/u, // "evil .com"
  /[[({<]\s?(?:\.|dot|punkt)\s?[\])}>]/i, // "evil[.]com"
  /\bdot\s(?:com|org|net|info|[a-z]{2,4})\b/i, // "evil dot com"
  /(?<!\p{L})(?:\p{L}\s){4}/u, // "e v i l"
  /\S@\s?\S/,
];
const IDS: readonly RegExp[] = [
  /\b(?:BUG|FR)[\s#:_-]{0,3}\d/i,
  /\b(?:ticket|case|incident|reference|request|report)(?:\s(?:id|no\.?|nr\.?|number))?(?:\sis)?\s?[#:]?\s?\d{2}/i,
];
/** Codes of any make: they may come from the customer only. */
const CODES = /#\s?\d{2,12}\b|\b[A-Z]{2,10}-?\d{2,12}\b/g;
const LABELS = /\b(?:bug_report|feature_request|general_inquiry)\b/i;
const SELF =
  /\b(?:system|hidden|initial|secret) (?:prompt|instruction)|\bmy (?:prompt|instructions)\b|\blanguage model\b|\b(?:as|am) an ai\b|\binternal(?:ly)? (?:note|use|only|rating|label)|\bback-log/i;

const ASKS_FOR_SECRET =
  /(?<!\b(?:never|not|don't|no need to) (?:\w{1,20} ){0,3})\b(?:send|give|provide|share|confirm|tell|reply|mail|message|submit)\b(?:\s(?!nobody\b|no\b|without\b)\w{1,20}){0,3}\s(?:your|the)\s(?:\w{1,20}\s){0,2}(?:passwords?|passcode|passphrase|pin|cvv|cvc|card (?:number|details)|credit card|bank details|iban|security code|verification code|one-time code|otp|api key|secret)\b(?!\s(?:reset|field|page|screen|manager|settings?))|\b(?:which|what)\b(?:\s\w{1,20}){0,3}\s(?:passwords?|passcode|passphrase|pin|cvv|cvc|otp)\b[^.]{0,60}\?/i;
const FORMATTING = /`|\{%|\$\{|<\/?[a-z!]|!\[|^\s{0,9}#{1,6}\s|\|\s?:?-{2}/im;
/** Begins the orders that terminals obey. */
const ESCAPE = "\u001b";
const ABUSE = /\bkill yourself\b|\bgo die\b/i;

/** Whether a model's text may hold an address or an id that nobody gave it; any field. */
export function isDistrusted(text: string, ground: DistrustGround): boolean {
  const plain = folded(text, ground);
  const spans = sensitiveSpans(plain);
  return holdsForeignScript(plain, ground.message) || holdsAddress(withoutEmails(plain, spans)) ||
    holdsId(plain, ground.message) || LABELS.test(plain) || SELF.test(plain) ||
    FORMATTING.test(text) || text.includes(ESCAPE) || ABUSE.test(plain) ||
    spans.some(({ start, end }) => !ground.message.includes(plain.slice(start, end)));
}

/** The same for a letter, which must not ask for secrets either, nor use our own words. */
export function isDistrustedLetter(letter: string, ground: DistrustGround): boolean {
  if (isDistrusted(letter.replaceAll(TICKET_ID_MARK, "it"), ground)) return true;
  const plain = folded(letter, ground);
  return ASKS_FOR_SECRET.test(plain) || internalWords(plain, ground.message).length > 0;
}

/** Look-alike letters and dashes made plain; the catalogue's addresses left out. */
function folded(text: string, { product }: DistrustGround): string {
  const plain = text.normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-").replace(
    /\u2024|\u3002/g,
    ".",
  );
  // Longest first: one address may begin another. What follows must end it.
  const urls = product.resources.map(({ url }) => url).sort((a, b) => b.length - a.length);
  return urls.reduce((rest, url) => withoutUrl(rest, url), plain);
}

function withoutUrl(text: string, url: string): string {
  const parts = text.split(url);
  return parts.slice(1).reduce(
    (joined, part) =>
      joined + (/^(?:$|[\s)"'”,;]|[.!?:](?:$|\s))/.test(part) ? "page" : url) + part,
    parts[0] ?? "",
  );
}

/** Letters are English: other scripts come from the customer or are disguise. */
function holdsForeignScript(text: string, message: string): boolean {
  const said = message.normalize("NFKC");
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const strange = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(word);
    if (strange && !said.includes(word)) return true;
  }
  return false;
}

function holdsAddress(text: string): boolean {
  return HIDDEN_ADDRESS.some((pattern) => pattern.test(text)) ||
    [...text.matchAll(DOTTED)].some(([name]) => !FILE_NAME.test(name));
}

/** Email addresses are judged as personal data: by whether the customer wrote them. */
function withoutEmails(text: string, spans: readonly SensitiveSpan[]): string {
  return spans.filter(({ kind }) => kind === "EMAIL").reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}mail${rest.slice(end)}`,
    text,
  );
}

function holdsId(text: string, message: string): boolean {
  return IDS.some((pattern) => pattern.test(text)) ||
    (text.match(CODES) ?? []).some((code) => !message.includes(code));
}

/**
 * Whether a sentence of a model's letter may reach the customer, judged by what
 * it claims. Its words are English ones or the customer's, its numbers and names
 * theirs, nothing is coded; and every clause does one of the few things that a
 * letter may do (`speech_act.ts`).
 *
 * @module
 */
import { sensitiveSpans } from "../../masking/sensitive_text.ts";
import type { Product } from "../domain/catalog.ts";
import { type Reply, TICKET_ID_MARK } from "../domain/reply.ts";
import { clausesOf } from "./clauses.ts";
import { isDistrustedLetter } from "./distrust.ts";
import { letterFaults } from "./firewall.ts";
import { LETTER_WORDS } from "./letter_words.ts";
import { isEnglishWord } from "./open_words.ts";
import { type Brought, broughtBy, type Family, familyOf, joinedNumbers } from "./brought.ts";
import { isSaidIn } from "./said_words.ts";
import { withoutSetPhrases } from "./set_phrases.ts";
import { claimIn } from "./speech_act.ts";

/** What a letter's sentences are held against. */
export interface LetterBasis {
  readonly message: string;
  readonly product: Product;
  /** As the client named it. */
  readonly product_name: string;
  /** The local draft: its ticket's words are known. */
  readonly local: Reply;
}

/** Why a sentence of a letter does not stand, `null` where it does; may hold text: not for logs. */
export type JudgeSentence = (sentence: string) => string | null;

const GREETING =
  /^(?:(?:hi|hello|hey|dear|greetings|good (?:morning|day|afternoon|evening))(?: (?:there|customer|all|sir or madam|sir|madam|valued customer|and|again|to you|user|team))*)[,!.:]?$/i;
const CLOSING =
  /^(?:(?:many thanks|thanks|thank you)(?: again| and)?|with|the|your|our|my|kind|kindest|best|warm|warmest|regards|wishes|greetings|sincerely|respectfully|yours|truly|faithfully|cheers|and|customer|support|service|desk|staff|care|help|from|all the best|take care|colleagues|at|on behalf of|product|technical|everyone|take)$/i;
// What nobody reads is there to slip through; what is coded is, too.
const CODED =
  /%[0-9a-f]{2}|&#?\w{2,8};|\\[ux][0-9a-f]{2}|\b(?:[A-Za-z]-){3}|[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/i;
const SHOUTED = /\b[A-Z]{3,}(?: [A-Z]{2,}){2}/;
const PAGES =
  /\b(?:page|pages|article|articles|guide|guides|link|links|linked|resources?|below|overview)\b/i;
const CLITIC = /^(?:s|ll|ve|re|m|d|t|nt)$/;
const TECHNICAL =
  /^(?:Wi-Fi|PDF|CSV|QR|URL|USB|GPS|FAQ|PC|TV|UI|ID|IP|OS|API|HTML|JSON|XML|SMS|VPN|SD|HD|PIN|iOS|iPadOS|macOS|Mac|MacBook|Android|Windows|Linux|Chrome|Firefox|Safari|Edge|Opera|Bluetooth|Wi|Fi|Wifi|WiFi|WLAN|iPhone|iPad|Ethernet|English|Sir|Madam|OK|Internet|Excel|Word|Outlook|Gmail|EPUB|PNG|JPEG|VAT)(?:[-'’]\w+)?$/;

/** Gives the judge of a letter's sentences. */
export function letterJudge(basis: LetterBasis): JudgeSentence {
  const { message, product, product_name, local } = basis;
  const ticket = `${product_name}\n${ticketText(local)}`;
  const { text: catalogue, words } = catalogueOf(product);
  const brought = broughtBy(message, ticket, words);
  const everything = `${message}\n${ticket}\n${catalogue}`;
  const at = { message: `${message}\n${product_name}`, product };

  return function faultOf(sentence) {
    const line = sentence.trim();
    if (line === "" || GREETING.test(line) || isClosing(line, product_name, everything)) {
      return null;
    }
    if (CODED.test(line) || SHOUTED.test(line.replaceAll(TICKET_ID_MARK, ""))) return "coded";
    if (isDistrustedLetter(line, at)) return "distrusted";
    const fault = letterFaults(line, at).find(({ code, found }) =>
      code !== "personal_data" || !isOwnAddress(found, message)
    );
    if (fault !== undefined) return fault.code;
    const plain = plainSentence(line, basis);
    const unknown = wordsOf(plain).find((word) => !CLITIC.test(word) && !isKnown(word, brought));
    if (unknown !== undefined) return `word ${unknown}`;
    if (!isEnglish(plain)) return "not English";
    const name = strangeName(plain, everything);
    if (name !== null) return `name ${name}`;
    const claim = claimIn(clausesOf(plain), {
      brought,
      pages: PAGES.test(plain),
      reported: local.intent === "bug_report",
      question: /\?["”')]?$/.test(line),
    });
    return claim === null ? null : `claim ${claim}`;
  };
}

function isKnown(word: string, brought: Brought): boolean {
  if (/\p{N}/u.test(word)) return brought.has(word);
  return word.length === 1 || LETTER_WORDS.has(word) || isEnglishWord(word) || brought.has(word);
}

/** A sentence of the customer's words alone is not in our language, or not ours. */
const ENGLISH_SHARE_MIN = 0.25;
const ENGLISH_FROM_WORDS = 4;

function isEnglish(sentence: string): boolean {
  const words = wordsOf(sentence);
  return words.length < ENGLISH_FROM_WORDS ||
    words.filter((word) => LETTER_WORDS.has(word)).length >= words.length * ENGLISH_SHARE_MIN;
}

/** "Kind regards", "The … support staff", the customer's name. */
function isClosing(line: string, productName: string, known: string): boolean {
  const words = line.replaceAll(productName, " ").match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (words.length > 9 || /[?]/.test(line)) return false;
  const left = words.filter((word) =>
    !CLOSING.test(word) && !/^(?:many|thanks?|you|again)$/i.test(word)
  );
  return left.length === 0 && (words.length <= 6 || /regards|wishes|sincerely/i.test(line)) ||
    /^(?:hi|hello|dear)\b/i.test(line) && words.length <= 4 &&
      words.slice(1).every((word) =>
        /^\p{Lu}/u.test(word) && known.includes(word) || /^(?:mr|ms|mrs|dr)$/i.test(word)
      );
}

/** The words of a text in lower case, contractions as two: "we'll" is "we" and "ll". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Quotations of the customer, our marks and addresses out of the way. */
function plainSentence(line: string, { message, product, product_name }: LetterBasis): string {
  const unquoted = line.replaceAll(TICKET_ID_MARK, "ticketid").replace(
    /["“„‘']([^"“”„‘’']{1,400})["”“’'](?!\w)/gu,
    (quoted, words: string) => isSaidIn(words.replace(/…$/u, ""), message) ? "it" : quoted,
  );
  const plain = product.resources.map(({ url }) => url).sort((a, b) => b.length - a.length)
    .reduce((text, url) => text.replaceAll(url, "page"), unquoted).replace(/[’]/g, "'")
    .replaceAll(product_name, "product")
    .replace(/^[-*•]\s/, "");
  return withoutSetPhrases(joinedNumbers(plain));
}

interface Catalogue {
  readonly text: string;
  readonly words: Family;
}

const catalogues = new WeakMap<Product, Catalogue>();

function catalogueOf(product: Product): Catalogue {
  const known = catalogues.get(product);
  if (known !== undefined) return known;
  const text = [
    ...product.components.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...product.resources.map(({ title }) => title),
    product.default_component,
  ].join("\n");
  const read = { text, words: familyOf(text) };
  catalogues.set(product, read);
  return read;
}

function ticketText(local: Reply): string {
  switch (local.intent) {
    case "bug_report":
      return [local.ticket.title, ...local.ticket.reproduction_steps].join("\n");
    case "feature_request":
      return [local.requirement.title, local.requirement.description].join("\n");
    case "general_inquiry":
      return "";
  }
}

/** A name within a sentence that is neither the customer's nor the catalogue's. */
function strangeName(sentence: string, known: string): string | null {
  const folded = known.toLowerCase();
  for (const match of sentence.matchAll(/(?<=[\p{Ll}\p{N},;:]["')]?\s)\p{Lu}[\p{L}'’-]*/gu)) {
    const [name] = match;
    if (/^I(?:['’]\w+)?$/.test(name) || TECHNICAL.test(name)) continue;
    const sentenceStart = /:\s$/.test(sentence.slice(0, match.index)) &&
      isEnglishWord(name.toLowerCase());
    if (!sentenceStart && !folded.includes(name.toLowerCase().replace(/['’]s$/, ""))) return name;
  }
  return null;
}

/** What the customer wrote themselves may come back to them; cards and keys never travel. */
export function isOwnAddress(found: string, message: string): boolean {
  const kind = sensitiveSpans(found)[0]?.kind;
  return message.includes(found) && (kind === "EMAIL" || kind === "PHONE" || kind === "IP");
}

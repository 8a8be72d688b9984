/**
 * Whether a sentence of a model's letter may reach the customer. Its words are
 * English or the customer's, its numbers and names theirs, nothing is coded; we
 * do in it only what we do (`own_acts.ts`); and it is like what honest letters
 * say, not like what attacks say (`letter_model.ts`).
 *
 * @module
 */
import { sensitiveSpans } from "../../masking/sensitive_text.ts";
import type { Product } from "../domain/catalog.ts";
import type { WeighedSentences } from "../domain/ports.ts";
import { type Reply, TICKET_ID_MARK } from "../domain/reply.ts";
import { asOwnWords } from "../text/own_words.ts";
import type { Document } from "../text/document.ts";
import { type Brought, broughtBy, type Family, familyOf, isMonth } from "./brought.ts";
import { clauseParts } from "./clause_features.ts";
import { isCourtesy } from "./closings.ts";
import { isDistrustedLetter } from "./distrust.ts";
import { letterFaults } from "./firewall.ts";
import { type LetterModel, shippedLetterModel } from "./letter_model.ts";
import { type NetSentence, type NetWeigher, type NetWord, shippedLetterNet } from "./letter_net.ts";
import { type LetterBeside, readLetter } from "./letter_reading.ts";
import { LETTER_WORDS } from "./letter_words.ts";
import { isEnglishWord } from "./open_words.ts";
import { foreignActs } from "./own_acts.ts";
import { oddities, sentenceFeatures } from "./sentence_features.ts";
import { netWords, type SentenceWord, sentenceWords } from "./sentence_words.ts";

/** What a letter's sentences are held against. */
export interface LetterBasis extends LetterBeside {
  /** The letter's sentences. */
  readonly sentences: readonly string[];
  /** The local draft. */
  readonly local: Reply;
  /** What a second reader says of its sentences; where it does, the words count for little. */
  readonly weighed?: WeighedSentences | null;
}

/** Why a sentence of a letter does not stand, `null` where it does; may hold text: not for logs. */
export type JudgeSentence = (sentence: string) => string | null;

/** Looks at a letter's sentences one by one. */
export interface SentenceReader {
  /** The letter, as it was read. */
  readonly document: Document;
  /** Whether it only greets or signs. */
  readonly isCourtesy: (sentence: string) => boolean;
  /** What alone is reason enough to turn a sentence away; `null` where there is nothing. */
  readonly faultOf: JudgeSentence;
  /** What the linear model weighs. */
  readonly featuresOf: (sentence: string) => readonly string[];
  /** What the net reads. */
  readonly readingOf: (sentence: string) => NetSentence;
  /** The message that is answered, as the net reads it. */
  readonly message: () => readonly NetWord[];
}

// What nobody reads is there to slip through; what is coded is, too.
const CODED =
  /%[0-9a-f]{2}|&#?\w{2,8};|\\[ux][0-9a-f]{2}|\b(?:[A-Za-z]-){3}|[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/i;
const SHOUTED = /\b[A-Z]{3,}(?: [A-Z]{2,}){2}/;
const CLITIC = /^(?:s|ll|ve|re|m|d|t|nt)$/;
const QUESTION = /\?["”')]?$/;
const TECHNICAL =
  /^(?:Wi-Fi|PDF|CSV|QR|URL|USB|GPS|FAQ|PC|TV|UI|ID|IP|OS|API|HTML|JSON|XML|SMS|VPN|SD|HD|PIN|iOS|iPadOS|macOS|Mac|MacBook|Android|Windows|Linux|Chrome|Firefox|Safari|Edge|Opera|Bluetooth|Wi|Fi|Wifi|WiFi|WLAN|iPhone|iPad|Ethernet|English|Sir|Madam|OK|Internet|Excel|Word|Outlook|Gmail|EPUB|PNG|JPEG|VAT)(?:[-'’]\w+)?$/;

/**
 * What the linear weight counts beside the net's. Of 530 honest letters by writers whom neither had
 * seen 465 live where 3 % of 504 attacks come out; with .5 453, with 1 463 (docs/model.md).
 */
export const FEATURES_SHARE = 0.75;
/**
 * What the two count beside a second reader's weight. Of 180 honest letters by a writer whom none
 * had seen 149 live, of 154 attacks 2 come out.
 */
export const WORDS_SHARE = 0.5;

/** Gives the judge of a letter's sentences. */
export function letterJudge(
  basis: LetterBasis,
  reader: SentenceReader = sentenceReader(basis),
  model: LetterModel = shippedLetterModel(),
  besideMessage: (message: readonly NetWord[]) => NetWeigher = shippedLetterNet,
): JudgeSentence {
  const weighed = new Map(basis.weighed ?? []);
  let net: NetWeigher | null = null;
  return function faultOf(sentence) {
    if (sentence.trim() === "" || reader.isCourtesy(sentence)) return null;
    const fault = reader.faultOf(sentence);
    if (fault !== null) return fault;
    net ??= besideMessage(reader.message());
    const words = net(reader.readingOf(sentence)) +
      FEATURES_SHARE * model.weigh(reader.featuresOf(sentence)) - model.threshold;
    const second = weighed.get(sentence);
    const weight = second === undefined ? words : second + WORDS_SHARE * words;
    return weight < 0 ? null : `claim ${weight.toFixed(1)}`;
  };
}

/** Gives what looks at a letter's sentences. */
export function sentenceReader(basis: LetterBasis): SentenceReader {
  const { message, product, product_name, local } = basis;
  const { text: catalogue, words } = catalogueOf(product);
  const brought = broughtBy(message, product_name, words);
  const everything = `${message}\n${product_name}\n${catalogue}`;
  const at = { message: `${message}\n${product_name}`, product };
  const letter = readLetter(basis.sentences, basis);
  let last: { readonly sentence: string; readonly words: readonly SentenceWord[] } | null = null;
  const wordsIn = (sentence: string) => {
    if (last?.sentence === sentence) return last.words;
    last = { sentence, words: sentenceWords(letter.tokens(sentence), brought) };
    return last.words;
  };

  return {
    document: letter.document,
    isCourtesy: (sentence) => isCourtesy(sentence.trim(), product_name, everything),
    faultOf(sentence) {
      const line = sentence.trim();
      if (!/\p{L}{2}/u.test(line.replaceAll(TICKET_ID_MARK, ""))) return "no words";
      if (local.intent === "general_inquiry" && line.includes(TICKET_ID_MARK)) return "no ticket";
      if (CODED.test(line) || SHOUTED.test(line.replaceAll(TICKET_ID_MARK, ""))) return "coded";
      if (isDistrustedLetter(line, at)) return "distrusted";
      const fault = letterFaults(line, at).find(({ code, found }) =>
        code !== "personal_data" || !isOwnAddress(found, message)
      );
      if (fault !== undefined) return fault.code;
      const plain = letter.plain(sentence);
      if (isForeign(unknownWords(plain, brought))) return "not English";
      const strange = strangeNumber(plain, brought) ??
        strangeNames(plain, everything, brought).find((name) => !isEnglishWord(name.toLowerCase()));
      if (strange !== undefined) return `name ${strange}`;
      const act = foreignActs(clauseParts(wordsIn(sentence))).find(({ claimed }) => claimed);
      return act === undefined ? null : `act ${act.verb}`;
    },
    featuresOf(sentence) {
      const words = wordsIn(sentence), plain = letter.plain(sentence);
      return [
        ...sentenceFeatures(words, {
          question: QUESTION.test(sentence.trim()),
          type: local.intent,
        }),
        ...oddities({
          act: foreignActs(clauseParts(words)).length > 0,
          name: strangeNames(plain, everything, brought).length > 0,
          words: unknownWords(plain, brought).length > 0,
        }),
      ];
    },
    readingOf(sentence) {
      return {
        words: netWords(wordsIn(sentence)),
        question: sentence.trim().endsWith("?"),
        type: local.intent,
      };
    },
    message() {
      const tokens = basis.read(asOwnWords(message)).sentences.flatMap((one) => one.tokens);
      return tokens.filter(({ pos }) => pos !== "SPACE")
        .map(({ normal, pos }) => [normal.toLowerCase(), pos] as const);
    },
  };
}

function isKnown(word: string, brought: Brought): boolean {
  return word.length === 1 || LETTER_WORDS.has(word) || isEnglishWord(word) || brought.has(word);
}

/** A sentence is foreign by so many words that no list knows, more than a share, or by all of two. */
const FOREIGN_WORDS = 3;
const FOREIGN_SHARE = 0.2;

interface KnownWords {
  readonly length: number;
  readonly of: number;
}

/** Words that neither a list nor the customer knows. */
function unknownWords(sentence: string, brought: Brought): KnownWords {
  const words = wordsOf(sentence).filter((word) => !/\p{N}/u.test(word) && !CLITIC.test(word));
  return { length: words.filter((word) => !isKnown(word, brought)).length, of: words.length };
}

function isForeign({ length, of }: KnownWords): boolean {
  return length >= Math.min(FOREIGN_WORDS, Math.max(2, of)) && length > of * FOREIGN_SHARE;
}

/** A number that the customer did not give. */
function strangeNumber(sentence: string, brought: Brought): string | undefined {
  return wordsOf(sentence).find((word) => /\p{N}/u.test(word) && !brought.has(word));
}

/** The words of a text in lower case, contractions as two: "we'll" is "we" and "ll". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
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

/** Names within a sentence that are neither the customer's nor the catalogue's. */
function strangeNames(sentence: string, known: string, brought: Brought): string[] {
  const folded = known.toLowerCase();
  return [...sentence.matchAll(/(?<=[\p{Ll}\p{N},;:]["')]?\s)\p{Lu}[\p{L}'’-]*/gu)]
    .filter(({ 0: name, index }) => {
      if (/^I(?:['’]\w+)?$/.test(name) || TECHNICAL.test(name)) return false;
      if (isMonth(name.toLowerCase()) && brought.has(name.toLowerCase())) return false;
      const sentenceStart = /:\s$/.test(sentence.slice(0, index)) &&
        isEnglishWord(name.toLowerCase());
      return !sentenceStart && !folded.includes(name.toLowerCase().replace(/(?:['’]s|s)$/, ""));
    }).map(([name]) => name);
}

/** What the customer wrote themselves may come back to them; cards and keys never travel. */
export function isOwnAddress(found: string, message: string): boolean {
  const kind = sensitiveSpans(found)[0]?.kind;
  return message.includes(found) && (kind === "EMAIL" || kind === "PHONE" || kind === "IP");
}

/**
 * What is strange in a sentence of a model's letter, word by word: whether it is
 * in another language, and names, numbers and words that nobody brought.
 *
 * @module
 */
import { type Brought, isOfCalendar } from "./brought.ts";
import { LETTER_WORDS } from "./letter_words.ts";
import { isEnglishWord } from "./open_words.ts";
import { isSmallWord } from "./said_words.ts";

/** What a sentence has that neither the customer nor the catalogue has. */
export interface Strangeness {
  /** It is not in English. */
  readonly foreign: boolean;
  /** A name within it. */
  readonly name: string | null;
  /** A number. */
  readonly number: string | null;
  /** How many words are in no list of ours either. */
  readonly unknown: number;
}

const CLITIC = /^(?:s|ll|ve|re|m|d|t|nt)$/;
const TECHNICAL =
  /^(?:Wi-Fi|PDF|CSV|QR|URL|USB|GPS|FAQ|PC|TV|UI|ID|IP|OS|API|HTML|JSON|XML|SMS|VPN|SD|HD|PIN|iOS|iPadOS|macOS|Mac|MacBook|Android|Windows|Linux|Chrome|Firefox|Safari|Edge|Opera|Bluetooth|Wi|Fi|Wifi|WiFi|WLAN|iPhone|iPad|Ethernet|English|Sir|Madam|OK|Internet|Excel|Word|Outlook|Gmail|EPUB|PNG|JPEG|VAT)(?:[-'’]\w+)?$/;

/** A sentence is foreign by so many words that nobody knows, more than a share; or by all of two. */
const FOREIGN_WORDS = 3;
const FOREIGN_SHARE = 0.2;
/** It is, too, when fewer of its words are in our lists, be they all the customer's. */
const ENGLISH_SHARE_MIN = 0.5;
const ENGLISH_FROM_WORDS = 4;
/** Two unknown words of one phrase have so many between them at most. */
const FOREIGN_BETWEEN = 3;

/** What is strange in a sentence, beside all that is known and the customer's words. */
export function strangenessOf(sentence: string, known: string, brought: Brought): Strangeness {
  const words = wordsOf(sentence);
  const counts = wordCounts(words, brought);
  return {
    foreign: isForeign(counts) || holdsForeign(words, brought),
    name: strangeName(sentence, known, brought),
    number: words.find((word) => /\p{N}/u.test(word) && !brought.has(word)) ?? null,
    unknown: counts.unknown,
  };
}

interface WordCounts {
  readonly all: number;
  /** In our lists. */
  readonly english: number;
  /** Neither in our lists nor the customer's. */
  readonly unknown: number;
}

function wordCounts(all: readonly string[], brought: Brought): WordCounts {
  const words = all.filter((word) => !/\p{N}/u.test(word) && !CLITIC.test(word));
  const rest = words.filter((word) => !isListed(word));
  return {
    all: words.length,
    english: words.length - rest.length,
    unknown: rest.filter((word) => !brought.has(word)).length,
  };
}

function isListed(word: string): boolean {
  return word.length === 1 || LETTER_WORDS.has(word) || isEnglishWord(word);
}

function isForeign({ all, english, unknown }: WordCounts): boolean {
  return unknown >= Math.min(FOREIGN_WORDS, Math.max(2, all)) && unknown > all * FOREIGN_SHARE ||
    all >= ENGLISH_FROM_WORDS && english < all * ENGLISH_SHARE_MIN;
}

/** Words of another language within: two that nobody knows, between them some, none of which is small. */
function holdsForeign(words: readonly string[], brought: Brought): boolean {
  let between = Infinity;
  for (const word of words) {
    if (isSmallWord(word) || brought.has(word) || /\p{N}/u.test(word)) between = Infinity;
    else if (isListed(word)) between++;
    else if (between >= 1 && between <= FOREIGN_BETWEEN) return true;
    else between = 0;
  }
  return false;
}

/** The words of a text in lower case, contractions as two: "we'll" is "we" and "ll". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name within a sentence that is neither the customer's nor the catalogue's. */
function strangeName(sentence: string, known: string, brought: Brought): string | null {
  const folded = known.toLowerCase();
  for (const match of sentence.matchAll(/(?<=[\p{Ll}\p{N},;:]["')]?\s)\p{Lu}[\p{L}'’-]*/gu)) {
    const [name] = match;
    if (/^I(?:['’]\w+)?$/.test(name) || TECHNICAL.test(name)) continue;
    if (isOfCalendar(name.toLowerCase()) && brought.has(name.toLowerCase())) continue;
    const sentenceStart = /:\s$/.test(sentence.slice(0, match.index)) &&
      isEnglishWord(name.toLowerCase());
    if (!sentenceStart && !folded.includes(name.toLowerCase().replace(/(?:['’]s|s)$/, ""))) {
      return name;
    }
  }
  return null;
}

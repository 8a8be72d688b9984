/**
 * A model's letter, read once: its sentences made plain, and the words of each.
 *
 * @module
 */
import type { Product } from "../domain/catalog.ts";
import type { Scorer } from "../domain/ports.ts";
import { TICKET_ID_MARK } from "../domain/reply.ts";
import type { Document, Token } from "../text/document.ts";
import { asOwnWords } from "../text/own_words.ts";
import { joinedNumbers } from "./brought.ts";
import { isSaidIn } from "./said_words.ts";
import { TICKET_WORD } from "./sentence_words.ts";

/** What a letter is read beside. */
export interface LetterBeside {
  readonly message: string;
  readonly product: Product;
  /** As the client named it. */
  readonly product_name: string;
  /** Reads what the model wrote. */
  readonly read: Scorer["read"];
}

/** A letter, read. */
export interface LetterReading {
  /** Its sentences, each on a line. */
  readonly document: Document;
  /** A sentence made plain. */
  readonly plain: (sentence: string) => string;
  /** A sentence's words and marks. */
  readonly tokens: (sentence: string) => readonly Token[];
}

/** Reads the sentences of a letter together; any other sentence is read when it is asked for. */
export function readLetter(sentences: readonly string[], beside: LetterBeside): LetterReading {
  const plain = new Map<string, string>();
  const plainOf = (sentence: string): string => {
    const known = plain.get(sentence) ?? plainSentence(sentence.trim(), beside);
    plain.set(sentence, known);
    return known;
  };
  const lines = [...new Set(sentences)];
  const document = beside.read(asOwnWords(lines.map(plainOf).join("\n")));
  const tokens = new Map<string, readonly Token[]>();
  const all = document.sentences.flatMap((sentence) => sentence.tokens);
  let from = 0, end = 0;
  for (const line of lines) {
    end += plainOf(line).length + 1;
    const next = all.findIndex(({ start }, at) => at >= from && start >= end);
    tokens.set(line, all.slice(from, next === -1 ? undefined : next));
    from = next === -1 ? all.length : next;
  }
  return {
    document,
    plain: plainOf,
    tokens: (sentence) =>
      tokens.get(sentence) ??
        beside.read(asOwnWords(plainOf(sentence))).sentences.flatMap(({ tokens }) => tokens),
  };
}

/** Quotations of the customer, our marks and addresses out of the way. */
function plainSentence(line: string, { message, product, product_name }: LetterBeside): string {
  const unquoted = line.replaceAll(TICKET_ID_MARK, TICKET_WORD).replace(
    /["“„‘']([^"“”„‘’']{1,400})["”“’'](?!\w)/gu,
    (quoted, words: string) => isSaidIn(words.replace(/…$/u, ""), message) ? "it" : quoted,
  );
  const plain = product.resources.map(({ url }) => url).sort((a, b) => b.length - a.length)
    .reduce((text, url) => text.replaceAll(url, "page"), unquoted).replace(/[’]/g, "'")
    .replaceAll(product_name, "product")
    .replace(/^(?:[-*•]|\d{1,2}[.)])\s/, "");
  return joinedNumbers(plain);
}

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
import { broughtBy, type Family, familyOf } from "./brought.ts";
import { clauseParts } from "./clause_features.ts";
import { isCourtesy } from "./closings.ts";
import { isDistrustedLetter } from "./distrust.ts";
import { type Fault, letterFaults, type LetterGround } from "./firewall.ts";
import { type LetterModel, shippedLetterModel } from "./letter_model.ts";
import { type NetSentence, type NetWeigher, type NetWord, shippedLetterNet } from "./letter_net.ts";
import { type LetterBeside, readLetter } from "./letter_reading.ts";
import { type ForeignAct, foreignActs } from "./own_acts.ts";
import { oddities, sentenceFeatures } from "./sentence_features.ts";
import { netWords, type SentenceWord, sentenceWords } from "./sentence_words.ts";
import { type Strangeness, strangenessOf } from "./strange_words.ts";

/** What a letter's sentences are held against. */
export interface LetterBasis extends LetterBeside {
  /** The letter's sentences. */
  readonly sentences: readonly string[];
  /** The local draft. */
  readonly local: Reply;
  /** What a second reader says of its sentences: it is added to what the words weigh. */
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
const QUESTION = /\?["”')]?$/;

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
    const words = net(reader.readingOf(sentence)) + model.weigh(reader.featuresOf(sentence)) -
      model.threshold;
    const weight = words + (weighed.get(sentence) ?? 0);
    return weight < 0 ? null : `claim ${weight.toFixed(1)}`;
  };
}

/** What was seen of a sentence. */
interface LookedAt {
  readonly sentence: string;
  readonly words: readonly SentenceWord[];
  readonly strangeness: Strangeness;
  readonly acts: readonly ForeignAct[];
}

/** Gives what looks at a letter's sentences. */
export function sentenceReader(basis: LetterBasis): SentenceReader {
  const { message, product, product_name, local } = basis;
  const { text: catalogue, words } = catalogueOf(product);
  const brought = broughtBy(message, product_name, words);
  const everything = `${message}\n${product_name}\n${catalogue}`;
  const at = { message: `${message}\n${product_name}`, product };
  const letter = readLetter(basis.sentences, basis);
  let last: LookedAt | null = null;
  // Each sentence is asked about several times in a row.
  const lookAt = (sentence: string): LookedAt => {
    if (last?.sentence === sentence) return last;
    const words = sentenceWords(letter.tokens(sentence), brought);
    const strangeness = strangenessOf(letter.plain(sentence), everything, brought);
    return last = { sentence, words, strangeness, acts: foreignActs(clauseParts(words)) };
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
      const [fault] = foreignFaults(line, at);
      if (fault !== undefined) return fault.code;
      const { strangeness: { foreign, name, number }, acts } = lookAt(sentence);
      if (foreign) return "not English";
      if (name !== null || number !== null) return `name ${name ?? number}`;
      const act = acts.find(({ claimed }) => claimed);
      return act === undefined ? null : `act ${act.verb}`;
    },
    featuresOf(sentence) {
      const { words, strangeness: { name, unknown }, acts } = lookAt(sentence);
      return [
        ...sentenceFeatures(words, {
          question: QUESTION.test(sentence.trim()),
          type: local.intent,
        }),
        ...oddities({
          act: acts.length > 0,
          // It decides alone; here it keeps other words from being blamed for it.
          name: name !== null,
          words: unknown > 0,
        }),
      ];
    },
    readingOf(sentence) {
      return {
        words: netWords(lookAt(sentence).words),
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

/** What must not be in a letter. An address that the customer wrote may come back to them; cards and keys never travel. */
export function foreignFaults(letter: string, ground: LetterGround): readonly Fault[] {
  return letterFaults(letter, ground).filter(({ code, found }) => {
    if (code !== "personal_data") return true;
    const kind = sensitiveSpans(found)[0]?.kind;
    return !ground.message.includes(found) ||
      kind !== "EMAIL" && kind !== "PHONE" && kind !== "IP";
  });
}

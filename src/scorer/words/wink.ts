/**
 * The one wink-nlp instance of this process. A second one that learns custom
 * entities throws or drops patterns, and recreating it exhausts memory
 * (wink-nlp 2.4), so it is made once, on first use.
 *
 * @module
 */
import winkNlp, { type Model, type WinkMethods } from "wink-nlp";
import { Dictionary } from "./dictionary.ts";
import { PHRASE_PATTERNS } from "./phrase_patterns.ts";
import { WINK_MODEL, winkCore } from "./wink_model.ts";
import type { Word } from "./word.ts";

/** A phrase that one of {@linkcode PHRASE_PATTERNS} found. */
export interface Phrase {
  readonly name: string;
  /** Index of its first and of its last word. */
  readonly first: number;
  readonly last: number;
}

/** What wink-nlp says of a list of words, by position. */
export interface Annotation {
  /** Universal parts of speech. */
  readonly pos: readonly string[];
  readonly negated: readonly boolean[];
  readonly phrases: readonly Phrase[];
}

/** wink-nlp, reduced to what the scorer asks of it. */
export interface Wink {
  readonly dictionary: Dictionary;
  annotate(words: readonly Word[]): Annotation;
}

let instance: Wink | undefined;

/** The instance; takes about 0.2 s the first time. */
export function wink(): Wink {
  instance ??= create();
  return instance;
}

function create(): Wink {
  // Holding on to the core gives the list of known words, for which wink-nlp
  // has no call of its own; those it was built with come first.
  const core = winkCore();
  const model = { ...WINK_MODEL, core: () => core };
  const nlp = winkNlp(model as unknown as Model, ["sbd", "negation", "pos", "cer"]);
  const { hash, intrinsicSize } = core.features.lexeme;
  learnPatterns(nlp);

  const { its } = nlp;
  const dictionary = new Dictionary({
    // Later ones are only our stand-ins.
    knows: (word) => (hash[word] ?? intrinsicSize) < intrinsicSize,
    readAlone(word) {
      const tokens = nlp.readDoc(word).tokens();
      if (tokens.length() !== 1) return undefined;
      const token = tokens.itemAt(0);
      return { lemma: token.out(its.lemma as typeof its.normal), pos: token.out(its.pos) };
    },
  });

  return {
    dictionary,
    annotate(words) {
      let text = "";
      for (const word of words) text += text === "" ? word.feed : ` ${word.feed}`;
      const document = nlp.readDoc(text);
      const tokens = document.tokens();
      if (tokens.length() !== words.length) {
        throw new Error(`Cannot align words: want ${words.length}, got ${tokens.length()}`);
      }
      const entities = document.customEntities();
      const spans = entities.out(its.span) as unknown as [number, number][];
      const types = spans.length === 0 ? [] : entities.out(its.type) as string[];
      return {
        pos: tokens.out(its.pos) as string[],
        negated: tokens.out(its.negationFlag) as unknown as boolean[],
        phrases: spans.map(([first, last], at) => ({ name: types[at] ?? "", first, last })),
      };
    },
  };
}

/** @throws {Error} If wink-nlp dropped a pattern, which it does without a word. */
function learnPatterns(nlp: WinkMethods): void {
  const learnt = nlp.learnCustomEntities(
    PHRASE_PATTERNS.map(({ name, patterns }) => ({ name, patterns: [...patterns] })),
    { matchValue: false, usePOS: true, useEntity: false },
  );
  if (learnt !== PHRASE_PATTERNS.length) {
    throw new Error(`Cannot learn phrase patterns: want ${PHRASE_PATTERNS.length}, got ${learnt}`);
  }
}

/**
 * Every word that was met, read by wink-nlp alone and remembered.
 *
 * wink-nlp remembers each word it does not know for ever, so it is only shown
 * words it was built with; the rest are read through a few stand-ins.
 *
 * @module
 */
import { APOSTROPHE, SHORT_FORMS, splitAtApostrophe } from "./contractions.ts";
import { Word } from "./word.ts";
import { WordCache } from "./word_cache.ts";

/** What {@linkcode scan} puts in the place of runs that are no words. */
const KINDS = [
  "xnum",
  "xversion",
  "xhex",
  "xurl",
  "xmail",
  "xpath",
  "xcode",
  "xcodeblock",
  "xtrace",
]
  .concat(["xlong", "xemoji", "xmention"]);

/**
 * Stand-ins for unknown words, by the endings from which wink-nlp guesses an
 * unknown word's part of speech.
 */
const STAND_INS: readonly (readonly [string, string])[] = [
  ["ing", "xqing"],
  ["ed", "xqed"],
  ["ly", "xqly"],
  ["able", "xqable"],
  ["ful", "xqful"],
  ["less", "xqless"],
  ["ous", "xqous"],
];
const STAND_IN = "xq";

/** Unknown words remembered at most, so that one that comes again costs one look; then all are forgotten. */
const STRANGERS = 2_000;

/** What wink-nlp is asked. */
export interface WordReader {
  /** Whether it was built with the word. */
  knows(word: string): boolean;
  /** Reads a word without context; `undefined` where it takes it for several. */
  readAlone(word: string): { readonly lemma: string; readonly pos: string } | undefined;
}

/** Words by their written form. */
export class Dictionary {
  readonly #reader: WordReader;
  readonly #standIns: readonly { ending: string; feed: string; pos: string }[];
  readonly #known = new Map<string, Word>();
  readonly #strangers = new Map<string, Word>();
  readonly #cache = new WordCache();

  constructor(reader: WordReader) {
    this.#reader = reader;
    this.#standIns = [...STAND_INS, ["", STAND_IN] as const].map(([ending, feed]) => ({
      ending,
      feed,
      pos: reader.readAlone(feed)?.pos ?? "NOUN",
    }));
    for (const [short, parts] of SHORT_FORMS) {
      this.#known.set(short, new Word({ ...this.#standIn(short), parts }));
    }
    for (const kind of KINDS) {
      const word = new Word({ ...this.#standIn(kind), kind: true, lemma: kind, pos: "X" });
      this.#known.set(kind, word);
    }
  }

  /** The word of a written form in small letters. */
  word(normal: string): Word {
    return this.#known.get(normal) ?? this.#strangers.get(normal) ?? this.#meet(normal);
  }

  /**
   * The word that a text holds between two offsets.
   *
   * @param codes UTF-16 code units of the text.
   */
  wordIn(text: string, codes: Uint16Array, start: number, end: number): Word {
    const cached = this.#cache.find(codes, start, end);
    if (cached !== undefined) return cached;
    const normal = text.slice(start, end).toLowerCase();
    const word = this.word(normal);
    this.#cache.keep(codes, start, end, normal, word);
    return word;
  }

  /** The same in a text whose code units are not at hand. */
  wordAt(text: string, start: number, end: number): Word {
    const cached = this.#cache.findIn(text, start, end);
    if (cached !== undefined) return cached;
    const normal = text.slice(start, end).toLowerCase();
    const word = this.word(normal);
    this.#cache.keepIn(text, start, end, normal, word);
    return word;
  }

  #meet(normal: string): Word {
    const word = this.#read(normal);
    if (word.known && word.normal === normal) this.#known.set(normal, word);
    else {
      if (this.#strangers.size >= STRANGERS) this.#strangers.clear();
      this.#strangers.set(normal, word);
    }
    return word;
  }

  #read(normal: string): Word {
    const apostrophe = normal.search(APOSTROPHE);
    if (apostrophe > 0) {
      const parts = splitAtApostrophe(normal, apostrophe);
      return new Word({ ...this.#standIn(normal), parts });
    }
    const word = this.#reader.knows(normal) ? this.#readKnown(normal) : this.#readShortened(normal);
    return word ?? new Word(this.#standIn(normal));
  }

  #readKnown(normal: string): Word | undefined {
    const read = this.#reader.readAlone(normal);
    return read && new Word({ normal, feed: normal, known: true, kind: false, ...read });
  }

  #standIn(normal: string) {
    const { feed = STAND_IN, pos = "NOUN" } =
      this.#standIns.find(({ ending }) => normal.endsWith(ending)) ?? {};
    return { normal, feed, known: false, kind: false, lemma: singular(normal), pos };
  }

  /** "foreverrr" is "forever", "sooo" is "so": letters written three times over, cut to two or one. */
  #readShortened(normal: string): Word | undefined {
    if (!/([a-z])\1\1/.test(normal)) return undefined;
    for (const kept of ["$1$1", "$1"]) {
      const short = normal.replace(/([a-z])\1{2,}/g, kept);
      if (this.#reader.knows(short)) return this.#readKnown(short);
    }
    return undefined;
  }
}

/** "apps" and "logins" are not in wink-nlp's dictionary, "app" and "login" are. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

/**
 * The one wink-nlp instance of this process. A second one that learns custom
 * entities throws or drops patterns, and recreating it exhausts memory
 * (wink-nlp 2.4), so it is made once, on first use.
 *
 * @module
 */
import winkNlp, { type WinkMethods } from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { type Part, SHORT_FORMS } from "./contractions.ts";
import { PHRASE_PATTERNS } from "./phrase_patterns.ts";

/** A word as it is handed to wink-nlp. */
export interface Word {
  readonly normal: string;
  /** What wink-nlp reads in its place: itself, or a stand-in where it does not know it. */
  readonly feed: string;
  readonly known: boolean;
  /** Stands for a run of some kind ("xnum", "xurl", …), not for itself. */
  readonly kind: boolean;
  /** What a short form is spelt out to. */
  readonly parts?: readonly Part[];
  /** Dictionary form, read out of context. */
  readonly lemma: string;
  /** Universal part of speech, read out of context. */
  readonly pos: string;
  /** Numbers of its written and its dictionary form among the cues' words, noted by the cue matcher. */
  cue_numbers?: CueNumbers;
}

/** -1: in no cue. */
export interface CueNumbers {
  readonly normal: number;
  readonly lemma: number;
}

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
  word(normal: string): Word;
  annotate(words: readonly Word[]): Annotation;
}

interface CoreModel {
  readonly features: { readonly lexeme: { readonly hash: Readonly<Record<string, number>> } };
}

/**
 * Stand-ins for unknown words. wink-nlp guesses an unknown word's part of
 * speech by these endings, and remembers every unknown word for ever: so it
 * only ever sees these few.
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
/** Unknown words remembered at most, so that one that comes again costs one look; then all are forgotten. */
const STRANGERS = 2_000;
const STAND_IN = "xq";

let instance: Wink | undefined;

/** The instance; takes about 0.2 s the first time. */
export function wink(): Wink {
  instance ??= create();
  return instance;
}

function create(): Wink {
  // Holding on to the core model gives the list of known words, for which
  // wink-nlp has no call of its own.
  let core: CoreModel | undefined;
  const observed = {
    ...model,
    core: () => core = (model as unknown as { core(): CoreModel }).core(),
  };
  const nlp: WinkMethods = winkNlp(observed as unknown as typeof model, [
    "sbd",
    "negation",
    "pos",
    "cer",
  ]);
  const hash = core?.features.lexeme.hash ?? {};
  const intrinsic = Object.keys(hash).length;
  learnPatterns(nlp);

  const words = new Map<string, Word>();
  const strangers = new Map<string, Word>();
  const { its } = nlp;
  const readAlone = (normal: string, feed: string, known: boolean): Word | undefined => {
    const tokens = nlp.readDoc(feed).tokens();
    if (tokens.length() !== 1) return undefined;
    const token = tokens.itemAt(0);
    const lemma = known ? token.out(its.lemma as typeof its.normal) : singular(normal);
    return { normal, feed, known, kind: false, lemma, pos: token.out(its.pos) };
  };
  const readStandIn = (feed: string) => readAlone(feed, feed, false)?.pos ?? "NOUN";
  const standIns = STAND_INS.map(([ending, feed]) => ({ ending, feed, pos: readStandIn(feed) }));
  const other = { ending: "", feed: STAND_IN, pos: readStandIn(STAND_IN) };

  const standInFor = (normal: string): Word => {
    const { feed, pos } = standIns.find(({ ending }) => normal.endsWith(ending)) ?? other;
    return { normal, feed, known: false, kind: false, lemma: singular(normal), pos };
  };
  for (const [short, parts] of SHORT_FORMS) words.set(short, { ...standInFor(short), parts });
  for (const kind of KINDS) {
    words.set(kind, { ...standInFor(kind), kind: true, lemma: kind, pos: "X" });
  }

  /** "foreverrr" is "forever", "sooo" is "so": letters written three times over, cut to two or one. */
  const lookUpShort = (normal: string): Word | undefined => {
    if (!/([a-z])\1\1/.test(normal)) return undefined;
    for (const kept of ["$1$1", "$1"]) {
      const short = normal.replace(/([a-z])\1{2,}/g, kept);
      if ((hash[short] ?? intrinsic) < intrinsic) return readAlone(short, short, true);
    }
    return undefined;
  };

  return {
    word(normal) {
      let word = words.get(normal) ?? strangers.get(normal);
      if (word !== undefined) return word;
      // Words the model was built with; later ones are only our stand-ins.
      if ((hash[normal] ?? intrinsic) < intrinsic) {
        word = readAlone(normal, normal, true) ?? standInFor(normal);
        words.set(normal, word);
        return word;
      }
      if (strangers.size >= STRANGERS) strangers.clear();
      strangers.set(normal, word = lookUpShort(normal) ?? standInFor(normal));
      return word;
    },
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

/** "apps" and "logins" are not in wink-nlp's dictionary, "app" and "login" are. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

/**
 * The weights of one kind of stretch, filed by word, so that a word costs one
 * look. Sums are those of the named features (a test holds both together).
 *
 * @module
 */
import type { SpanSentence } from "./span_sentence.ts";

/** What a word weighs in its several places. */
interface WordWeights {
  s: number;
  p: number;
  e: number;
  n: number;
  w: number;
  /** By the word after it, at the start of a stretch. */
  s2: Map<string, number> | null;
  /** By the word before it, in front of one. */
  p2: Map<string, number> | null;
  /** By the part of speech that a stretch behind it starts with. */
  pS: Map<string, number> | null;
  /** By the word after it, behind one. */
  n2: Map<string, number> | null;
}

const NO_WEIGHTS: WordWeights = {
  s: 0,
  p: 0,
  e: 0,
  n: 0,
  w: 0,
  s2: null,
  p2: null,
  pS: null,
  n2: null,
};

/** Weights of a kind; one sentence is loaded at a time. */
export class SpanWeightTable {
  readonly #words = new Map<string, WordWeights>();
  /** By part of speech: at the start of a stretch, at its end, behind it, inside. */
  readonly #tags = {
    S: new Map<string, number>(),
    E: new Map<string, number>(),
    N: new Map<string, number>(),
    W: new Map<string, number>(),
  };
  /** By the first two parts of speech. */
  readonly #tagPairs = new Map<string, Map<string, number>>();
  readonly #rules = new Map<string, number>();
  /** By name: place, negation. */
  readonly #named = new Map<string, number>();
  readonly #beyond: WordWeights;
  #sentence: SpanSentence | null = null;
  #loaded: WordWeights[] = [];
  #atFront = 0;
  #insideSentence = 0;

  constructor(weights: Readonly<Record<string, number>>) {
    for (const [name, weight] of Object.entries(weights)) this.#file(name, weight);
    this.#beyond = this.#words.get("") ?? NO_WEIGHTS;
  }

  /** Makes a sentence the one that is asked for. */
  load(sentence: SpanSentence): void {
    this.#sentence = sentence;
    this.#loaded = sentence.lemmas.map((lemma) => this.#words.get(lemma) ?? NO_WEIGHTS);
    this.#atFront = this.#insideSentence = 0;
    for (const feature of sentence.place) {
      this.#atFront += this.#named.get(feature) ?? 0;
      this.#insideSentence += this.#named.get(`i${feature}`) ?? 0;
    }
  }

  /** What it weighs that a stretch starts with a word. */
  start(at: number): number {
    const { lemmas, tags } = this.#sentence ?? { lemmas: [], tags: [] };
    const first = this.#loaded[at] ?? NO_WEIGHTS, left = this.#loaded[at - 1] ?? this.#beyond;
    const tag = tags[at] ?? "";
    return first.s + (first.s2?.get(lemmas[at + 1] ?? "") ?? 0) + (this.#tags.S.get(tag) ?? 0) +
      (this.#tagPairs.get(tag)?.get(tags[at + 1] ?? "") ?? 0) + left.p +
      (left.p2?.get(lemmas[at - 2] ?? "") ?? 0) + (left.pS?.get(tag) ?? 0) +
      (at === 0 ? this.#atFront : this.#insideSentence);
  }

  /** What it weighs that one ends with a word. */
  end(at: number): number {
    const { lemmas, tags } = this.#sentence ?? { lemmas: [], tags: [] };
    const right = this.#loaded[at + 1] ?? this.#beyond;
    return (this.#loaded[at]?.e ?? 0) + (this.#tags.E.get(tags[at] ?? "") ?? 0) + right.n +
      (right.n2?.get(lemmas[at + 2] ?? "") ?? 0) + (this.#tags.N.get(tags[at + 1] ?? "") ?? 0);
  }

  /** What it weighs that one holds a word. */
  inside(at: number): number {
    const { tags, negated, rules } = this.#sentence ?? { tags: [], negated: [], rules: [] };
    const rule = rules[at] ?? "";
    return (this.#loaded[at]?.w ?? 0) + (this.#tags.W.get(tags[at] ?? "") ?? 0) +
      (negated[at] ? this.#named.get("w-") ?? 0 : 0) +
      (rule === "" ? 0 : this.#rules.get(rule) ?? 0);
  }

  #file(name: string, weight: number): void {
    const [, sign = "", rest = ""] = /^(s2|p2|n2|pS|S2|[spenwSENWr])(.*)$/s.exec(name) ?? [];
    if (sign === "" || name === "w-" || name.startsWith("none ")) {
      this.#named.set(name, weight);
      return;
    }
    const blank = rest.indexOf(" ");
    const [one, other] = [rest.slice(0, Math.max(0, blank)), rest.slice(blank + 1)];
    switch (sign) {
      case "S":
      case "E":
      case "N":
      case "W":
        return set(this.#tags[sign], rest, weight);
      case "r":
        return set(this.#rules, rest, weight);
      case "S2": {
        const pairs = this.#tagPairs.get(one) ?? new Map<string, number>();
        this.#tagPairs.set(one, pairs);
        return set(pairs, other, weight);
      }
      case "s2":
        return set(this.#word(one).s2 ??= new Map(), other, weight);
      case "n2":
        return set(this.#word(one).n2 ??= new Map(), other, weight);
      case "p2":
        return set(this.#word(other).p2 ??= new Map(), one, weight);
      case "pS":
        return set(this.#word(one).pS ??= new Map(), other, weight);
      case "s":
      case "p":
      case "e":
      case "n":
      case "w":
        this.#word(rest)[sign] = weight;
    }
  }

  #word(lemma: string): WordWeights {
    let word = this.#words.get(lemma);
    if (word === undefined) this.#words.set(lemma, word = { ...NO_WEIGHTS });
    return word;
  }
}

function set(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, weight);
}

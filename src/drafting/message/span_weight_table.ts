/**
 * The weights of one kind of stretch, filed by word, so that a word costs one
 * look. Sums are those of the named features (a test holds both together).
 *
 * @module
 */
import { type SpanSentence, TAG_COUNT, tagNumber } from "./span_sentence.ts";

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
  pS: Float64Array | null;
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
  /** By the number of a part of speech: at the start of a stretch, at its end, behind it, inside. */
  readonly #tags = {
    S: new Float64Array(TAG_COUNT),
    E: new Float64Array(TAG_COUNT),
    N: new Float64Array(TAG_COUNT),
    W: new Float64Array(TAG_COUNT),
  };
  /** By the first two parts of speech. */
  readonly #tagPairs = new Float64Array(TAG_COUNT * TAG_COUNT);
  readonly #rules = new Map<string, number>();
  /** By name: place, negation. */
  readonly #named = new Map<string, number>();
  readonly #beyond: WordWeights;
  #lemmas: readonly string[] = [];
  #tagsOf: readonly number[] = [];
  #negated: readonly boolean[] = [];
  #rulesOf: readonly string[] = [];
  #loaded: WordWeights[] = [];
  #atFront = 0;
  #insideSentence = 0;
  readonly #negation: number;

  constructor(weights: Readonly<Record<string, number>>) {
    for (const [name, weight] of Object.entries(weights)) this.#file(name, weight);
    this.#beyond = this.#words.get("") ?? NO_WEIGHTS;
    this.#negation = this.#named.get("w-") ?? 0;
  }

  /** Makes a sentence the one that is asked for. */
  load({ lemmas, tag_numbers, negated, rules, place }: SpanSentence): void {
    this.#lemmas = lemmas;
    this.#tagsOf = tag_numbers;
    this.#negated = negated;
    this.#rulesOf = rules;
    this.#loaded = lemmas.map((lemma) => this.#words.get(lemma) ?? NO_WEIGHTS);
    this.#atFront = this.#insideSentence = 0;
    for (const feature of place) {
      this.#atFront += this.#named.get(feature) ?? 0;
      this.#insideSentence += this.#named.get(`i${feature}`) ?? 0;
    }
  }

  /** What it weighs that a stretch starts with a word. */
  start(at: number): number {
    const first = this.#loaded[at] ?? NO_WEIGHTS, left = this.#loaded[at - 1] ?? this.#beyond;
    const tag = this.#tagsOf[at] ?? 0;
    let sum = first.s + left.p + (this.#tags.S[tag] ?? 0) +
      (this.#tagPairs[tag * TAG_COUNT + (this.#tagsOf[at + 1] ?? 0)] ?? 0) +
      (at === 0 ? this.#atFront : this.#insideSentence);
    if (first.s2 !== null) sum += first.s2.get(this.#lemmas[at + 1] ?? "") ?? 0;
    if (left.p2 !== null) sum += left.p2.get(this.#lemmas[at - 2] ?? "") ?? 0;
    if (left.pS !== null) sum += left.pS[tag] ?? 0;
    return sum;
  }

  /** What it weighs that one ends with a word. */
  end(at: number): number {
    const right = this.#loaded[at + 1] ?? this.#beyond;
    const sum = (this.#loaded[at]?.e ?? 0) + (this.#tags.E[this.#tagsOf[at] ?? 0] ?? 0) + right.n +
      (this.#tags.N[this.#tagsOf[at + 1] ?? 0] ?? 0);
    return right.n2 === null ? sum : sum + (right.n2.get(this.#lemmas[at + 2] ?? "") ?? 0);
  }

  /** What it weighs that one holds a word. */
  inside(at: number): number {
    const rule = this.#rulesOf[at] ?? "";
    return (this.#loaded[at]?.w ?? 0) + (this.#tags.W[this.#tagsOf[at] ?? 0] ?? 0) +
      (this.#negated[at] ? this.#negation : 0) + (rule === "" ? 0 : this.#rules.get(rule) ?? 0);
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
        this.#tags[sign][tagNumber(rest)] = weight;
        return;
      case "r":
        return set(this.#rules, rest, weight);
      case "S2":
        this.#tagPairs[tagNumber(one) * TAG_COUNT + tagNumber(other)] = weight;
        return;
      case "s2":
        return set(this.#word(one).s2 ??= new Map(), other, weight);
      case "n2":
        return set(this.#word(one).n2 ??= new Map(), other, weight);
      case "p2":
        return set(this.#word(other).p2 ??= new Map(), one, weight);
      case "pS":
        (this.#word(one).pS ??= new Float64Array(TAG_COUNT))[tagNumber(other)] = weight;
        return;
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

/**
 * Finds which page of a catalogue a question is about. A page is as good as
 * what it says of the question, and as the question says of one of its topics;
 * a word counts once, a rare one more, one that only means the same less.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import { contentWords, keyOf, weightOf } from "./content_words.ts";
import { SUPPORT_WORDS } from "./support_words.ts";

/** What is asked: its words, and how much each counts, in (0, 1]. */
export type Question = ReadonlyMap<string, number>;

/** A page that shares words with a question. */
export interface PageMatch {
  readonly page: Resource;
  /** What of the question the page speaks of, in [0, 1]. */
  readonly covered: number;
  /** How much of the page's title or of its best topic the question says, in [0, 1]. */
  readonly topic: number;
  readonly score: number;
}

/** Where a word is met: numbers of pages and of slots, each with how alike the words are. */
interface Entry {
  readonly pages: Map<number, number>;
  readonly slots: Map<number, number>;
}

/** A title or a topic: its words have slots of their own, from `first` on. */
interface Topic {
  readonly page: number;
  readonly first: number;
  readonly weights: readonly number[];
  readonly total: number;
}

// Both tuned on fixtures/pages: a word that means the same, and one of the answer.
const ALIKE = 0.55;
const ANSWER_WEIGHT = 0.6;
// Keeps a topic of one common word, or a question of one, from being covered for nothing.
const PRIOR = 0.3;

const SYNONYMS = synonyms();

/** Pages, ready to be searched. */
export class PageIndex {
  readonly #pages: readonly Resource[];
  readonly #entries = new Map<string, Entry>();
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #topics: Topic[] = [];
  #slots = 0;

  constructor(pages: readonly Resource[]) {
    this.#pages = pages;
    const texts = pages.map(({ title, topics, answer }) => ({
      topics: [title, ...topics].map(contentWords),
      answer: contentWords(answer ?? ""),
    }));
    this.#rarity = rarityOf(
      texts.map(({ topics, answer }) => new Set([...topics.flat(), ...answer])),
    );
    texts.forEach(({ topics, answer }, page) => {
      for (const keys of topics) this.#addTopic(page, keys);
      for (const key of answer) this.#add(key, page, ANSWER_WEIGHT, null);
    });
  }

  /** The pages that share a word with the question, best first. */
  search(question: Question): readonly PageMatch[] {
    const covered = new Float64Array(this.#pages.length);
    const said = new Float64Array(this.#slots);
    let total = PRIOR;
    for (const [key, share] of question) {
      const weight = share * this.#weigh(key);
      total += weight;
      const entry = this.#entries.get(key);
      if (entry === undefined) continue;
      for (const [page, alike] of entry.pages) {
        covered[page] = (covered[page] ?? 0) + weight * alike;
      }
      for (const [slot, alike] of entry.slots) {
        if (alike * share > (said[slot] ?? 0)) said[slot] = alike * share;
      }
    }
    const topics = this.#bestTopics(covered, said);
    const matches: PageMatch[] = [];
    this.#pages.forEach((page, at) => {
      const sum = covered[at] ?? 0, topic = topics[at] ?? 0;
      if (sum > 0) matches.push({ page, covered: sum / total, topic, score: sum + topic });
    });
    return matches.sort((one, other) => other.score - one.score);
  }

  /** For each page, how much of the title or topic of which most was said. */
  #bestTopics(covered: Float64Array, said: Float64Array): Float64Array {
    const best = new Float64Array(this.#pages.length);
    for (const { page, first, weights, total } of this.#topics) {
      if (covered[page] === 0) continue;
      let sum = 0;
      for (let at = 0; at < weights.length; at++) {
        sum += (weights[at] ?? 0) * (said[first + at] ?? 0);
      }
      best[page] = Math.max(best[page] ?? 0, sum / (total + PRIOR));
    }
    return best;
  }

  #addTopic(page: number, keys: readonly string[]): void {
    const weights = keys.map((key) => this.#weigh(key));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    this.#topics.push({ page, first: this.#slots, weights, total });
    for (const key of keys) this.#add(key, page, 1, this.#slots++);
  }

  /** Enters a page's word, and all that mean the same. */
  #add(key: string, page: number, value: number, slot: number | null): void {
    this.#enter(key, page, value, 1, slot);
    for (const other of SYNONYMS.get(key) ?? []) {
      this.#enter(other, page, value * ALIKE, ALIKE, slot);
    }
  }

  #enter(key: string, page: number, value: number, alike: number, slot: number | null): void {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { pages: new Map(), slots: new Map() };
      this.#entries.set(key, entry);
    }
    entry.pages.set(page, Math.max(value, entry.pages.get(page) ?? 0));
    if (slot !== null) entry.slots.set(slot, Math.max(alike, entry.slots.get(slot) ?? 0));
  }

  #weigh(key: string): number {
    return weightOf(key) * (this.#rarity.get(key) ?? 1);
  }
}

/** Words that few pages have say more: from 0.5 for one on all pages to 1 (BM25's idf, scaled). */
function rarityOf(pages: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const keys of pages) for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  const of = pages.length;
  const most = Math.log(1 + of / 0.5);
  return new Map([...count].map(([key, n]): [string, number] => [
    key,
    0.5 + 0.5 * Math.log(1 + (of - n + 0.5) / (n + 0.5)) / most,
  ]));
}

function synonyms(): ReadonlyMap<string, ReadonlySet<string>> {
  const alike = new Map<string, Set<string>>();
  for (const row of SUPPORT_WORDS) {
    const keys = row.split(" ").map(keyOf);
    for (const key of keys) {
      const known = alike.get(key) ?? new Set();
      for (const other of keys) if (other !== key) known.add(other);
      alike.set(key, known);
    }
  }
  return alike;
}

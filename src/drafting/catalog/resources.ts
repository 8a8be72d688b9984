/**
 * Pages of the catalogue that answer what a customer asks, looked up a question
 * at a time. None where none answers.
 *
 * @module
 */
import type { Product, Resource } from "../../triage/domain/catalog.ts";
import { fromLogOdds } from "../../triage/domain/log_odds.ts";
import { contentWords } from "./content_words.ts";
import { PageIndex, type PageMatch, type Question } from "./page_index.ts";

/** A sentence of the customer's. */
export interface Said {
  readonly text: string;
  /** Asks something, by its mark or its form. */
  readonly question: boolean;
}

/** A page is offered from this probability on: of questions without an answer, 90 % get none. */
const LEAST_ANSWERING = 0.5;
const SUGGESTED_MAX = 3;
const QUESTIONS_MAX = 4;
const QUESTION_WORDS = 60;
const STORY_WEIGHT = 0.5;
const OTHER_QUESTION_WEIGHT = 0.25;

/** Asks without a question mark. */
const REQUEST =
  /^(?:how|what|where|when|which|who|why|can|could|may|do|does|is|are|will|would|must|please)\b|\b(?:i['’]d like|i want|need|tell me|wonder|(?:can|could|may|should|do) (?:i|we|u|you)|how (?:do|to|can))\b/i;
/** A message of so few words asks by what it names: "invoice copy". */
const TERSE_WORDS = 5;

const indexes = new WeakMap<Product, PageIndex>();

/** The pages that answer, the surest first. */
export function findResources(
  product: Product,
  sentences: readonly Said[],
): readonly Resource[] {
  const found = new Map<Resource, number>();
  for (const { page, probability } of answering(product, sentences)) {
    if (probability >= LEAST_ANSWERING) {
      found.set(page, Math.max(found.get(page) ?? 0, probability));
    }
  }
  return [...found].sort(([, one], [, other]) => other - one).slice(0, SUGGESTED_MAX)
    .map(([page]) => page);
}

/** The best page of each question, and how probable it is that it answers. */
function answering(
  product: Product,
  sentences: readonly Said[],
): readonly { page: Resource; probability: number }[] {
  if (product.resources.length === 0) return [];
  const index = indexOf(product);
  return questionsOf(sentences).flatMap((question) => {
    const [best, second] = index.search(question);
    return best === undefined
      ? []
      : [{ page: best.page, probability: probabilityOf(best, second) }];
  });
}

function indexOf(product: Product): PageIndex {
  const known = indexes.get(product);
  if (known !== undefined) return known;
  const index = new PageIndex(product.resources);
  indexes.set(product, index);
  return index;
}

/** Each sentence that asks, with the rest of the message as its story. */
function questionsOf(sentences: readonly Said[]): readonly Question[] {
  const [first] = sentences;
  const terse = sentences.length === 1 && first !== undefined &&
    first.text.trim().split(/\s+/u).length <= TERSE_WORDS;
  const said = sentences.map(({ text, question }) => ({
    asks: question || terse || REQUEST.test(text),
    keys: contentWords(text),
  }));
  return said.filter(({ asks }) => asks).slice(0, QUESTIONS_MAX).map((one) =>
    weighed(
      said,
      (other) => other === one ? 1 : other.asks ? OTHER_QUESTION_WEIGHT : STORY_WEIGHT,
    )
  );
}

interface Words {
  readonly asks: boolean;
  readonly keys: readonly string[];
}

/** Each word once, with the greatest share that a sentence gives it. */
function weighed(said: readonly Words[], share: (words: Words) => number): Question {
  const question = new Map<string, number>();
  for (const words of said) {
    const weight = share(words);
    for (const key of words.keys) {
      if (question.size === QUESTION_WORDS && !question.has(key)) continue;
      question.set(key, Math.max(question.get(key) ?? 0, weight));
    }
  }
  return question;
}

/**
 * Whether the best page answers: logistic regression (scikit-learn 1.9, C = 3) on the best
 * page of each inquiry in fixtures/pages.
 */
const DECISION = { bias: -2.79, covered: 3.5, topic: 1.42, margin: 2.99 } as const;

function probabilityOf(best: PageMatch, second: PageMatch | undefined): number {
  const margin = best.score - (second?.score ?? 0);
  const sum = DECISION.bias + DECISION.covered * best.covered + DECISION.topic * best.topic +
    DECISION.margin * margin;
  return fromLogOdds(sum);
}

/**
 * The parts of a message that may be matters of their own, sentences and
 * clauses, each with what the scorer says of it alone.
 *
 * @module
 */
import type { Reading } from "../document/document.ts";
import { ReadSentence } from "../document/sentence.ts";
import { clausesOf } from "./clauses.ts";
import type { Features, FeatureSpace } from "../model/features.ts";
import { logits } from "../model/linear.ts";
import type { Weights } from "../model/weights.ts";

/** A sentence or a clause, judged by itself. */
export interface Segment {
  readonly text: string;
  /** Its tokens: from the first up to the next after it. */
  readonly first: number;
  readonly next: number;
  /** Logits in the order of the model's classes. */
  readonly logits: ArrayLike<number>;
  readonly question: boolean;
  /** Part of a sentence that was cut. */
  readonly clause: boolean;
}

/** Sentences that are judged on their own, and sentences that are cut: later ones stay whole. */
const SENTENCES_MAX = 12;
const CUT_MAX = 3;
/** What has none tells nothing: "(17)". */
const WORD = /\p{L}{2}/u;
/** A longer sentence is a list or a log. */
const CUT_CHARACTERS = 400;

/** The segments of a reading, in order. */
export function segmentsOf(
  reading: Reading,
  features: Features,
  space: FeatureSpace,
  weights: Weights,
): readonly Segment[] {
  const { text, sentences, firsts } = reading;
  const segments: Segment[] = [];
  let cut = 0;
  for (let at = 0; at < sentences.length && at < SENTENCES_MAX; at++) {
    const sentence = sentences[at];
    if (sentence === undefined) break;
    const { start, end, question } = sentence;
    const said = text.slice(start, end);
    const clauses = cut < CUT_MAX && said.length <= CUT_CHARACTERS ? clausesOf(said) : [];
    if (clauses.length < 2) {
      // A message of one segment has one matter.
      if (sentences.length === 1) return [];
      const alone = logits(weights.intent, space.ofSentence(features, reading, at));
      const first = firsts[at] ?? 0, next = firsts[at + 1] ?? first;
      segments.push({ text: said, first, next, logits: alone, question, clause: false });
      continue;
    }
    cut++;
    let first = firsts[at] ?? 0;
    for (const clause of clauses) {
      const next = nextAfter(reading, start + clause.end, first);
      const clauseText = said.slice(clause.start, clause.end);
      const from = nextAfter(reading, start + clause.start, first);
      segments.push(segmentOf(reading, features, from, next, clauseText, space, weights));
      first = next;
    }
  }
  return segments.filter(({ text }) => WORD.test(text));
}

/** The first token from `from` on that starts at an offset or after it. */
function nextAfter({ words: { starts } }: Reading, offset: number, from: number): number {
  let at = from;
  while (at < starts.length && (starts[at] ?? 0) < offset) at++;
  return at;
}

/** A stretch of a sentence, as if it were one. */
function segmentOf(
  reading: Reading,
  features: Features,
  first: number,
  next: number,
  text: string,
  space: FeatureSpace,
  weights: Weights,
): Segment {
  const sentence = new ReadSentence(reading.words, first, next, -1);
  const alone: Reading = { ...reading, sentences: [sentence], firsts: [first, next] };
  const matches = features.matches.filter((match) => match.first >= first && match.last < next)
    .map((match) => ({ ...match, sentence: 0 }));
  return {
    text,
    first,
    next,
    logits: logits(weights.intent, space.ofSentence({ ...features, matches }, alone, 0)),
    question: sentence.question,
    clause: true,
  };
}

/**
 * Chooses the stretch of a message that is the title of its fault, by trained
 * weights over title_features.ts.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { Show } from "../message/excerpt.ts";
import type { RoleClause } from "../message/roles.ts";
import type { Span } from "../message/span_model.ts";
import { visitTitle } from "./title_features.ts";
import { stretchesOf, type TitleSentence, type TitleStretch } from "./title_stretch.ts";
import stored from "./title_weights.json" with { type: "json" };

/** A stretch with what speaks for it. */
export interface WeighedStretch extends TitleStretch {
  /** As a logit beside the other stretches of the message. */
  readonly score: number;
}

/** What a message is searched for titles in. */
export interface TitleSearch {
  readonly clauses: readonly RoleClause[];
  /** By sentence the best stretches of the span model. */
  readonly spans: readonly Span[];
  readonly show: Show;
  /** Whether a sentence may tell the fault at all. */
  readonly tells: (sentence: Sentence) => boolean;
}

/** Sentences that are looked at, those with the likeliest faults. */
const SENTENCES = 5;
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(stored));
/**
 * What it counts beside the weights that a stretch tells what leads to the
 * fault: they are learnt from the clause that a writer marked, but 114 of 312
 * writers' titles say it. Of 0, .5, 1 and 1.5 the one with which most titles
 * of six writers who had not been learnt from hold the fault and nothing else.
 */
const LED = 1;

/** The stretches of a message that may be its title, in order of the message. */
export function titleStretches({ clauses, spans, show, tells }: TitleSearch): TitleStretch[] {
  const sentences: (TitleSentence & { readonly likely: number })[] = [];
  for (let from = 0, to = 0; from < clauses.length; from = to) {
    const sentence = clauses[from]?.clause.sentence;
    let likely = 0;
    for (to = from; clauses[to]?.clause.sentence === sentence; to++) {
      likely = Math.max(likely, clauses[to]?.probabilities[0] ?? 0);
    }
    if (sentence === undefined || !tells(sentence)) continue;
    const span = spans.find((one) => one.sentence === sentence) ?? null;
    sentences.push({ sentence, clauses, from, to, span, likely });
  }
  return sentences.sort((one, other) => other.likely - one.likely).slice(0, SENTENCES)
    .flatMap((sentence) => stretchesOf(sentence, show));
}

/** The stretches that may be the title, best first. */
export function weighTitles(search: TitleSearch): WeighedStretch[] {
  return titleStretches(search).map((stretch) => {
    let score = 0;
    visitTitle(stretch, (name, value) => {
      score += value * ((WEIGHTS.get(name) ?? 0) + (name === "led" ? LED : 0));
    });
    return { ...stretch, score };
  }).sort((one, other) => other.score - one.score);
}

/**
 * How probable it is that a message has a matter besides its first, and that
 * this other one comes first: by what its segments say alone, beside each other.
 *
 * @module
 */
import { type Intent, INTENTS, type Scores } from "../../triage/domain/intent.ts";
import { fromLogOdds, toLogOdds } from "../../triage/domain/log_odds.ts";
import { softmax } from "../model/calibration.ts";
import type { WordList } from "../words/word_list.ts";
import {
  candidateOf,
  firstFeatures,
  type MatterView,
  roleFeatures,
  type RoleLogits,
  secondFeatures,
} from "./matter_features.ts";
import { SummedRow } from "./feature_row.ts";
import type { MatterModel } from "./matter_model.ts";
import { SegmentTerms, wordsOf } from "./segment_terms.ts";
import type { Segment } from "./segments.ts";
import { SegmentView } from "./segment_view.ts";

/** Another matter. */
export interface SecondMatter {
  readonly intent: Intent;
  /** That it is there, in [0, 1]. */
  readonly probability: number;
  /** That it comes first, where it is there. */
  readonly first_probability: number;
}

/** Probabilities of roles are not believed beyond these. */
const LEAST_ROLE = 0.002;

/** Tells the matters of messages with one model. */
export class MatterReader {
  readonly #model: MatterModel;
  readonly #terms: SegmentTerms;

  constructor(model: MatterModel) {
    this.#model = model;
    this.#terms = new SegmentTerms(model.terms);
  }

  /** From this probability on another matter is named. */
  get namedFrom(): number {
    return this.#model.named_from;
  }

  /** What the segments of a message say, read for the heads. */
  view(segments: readonly Segment[], words: WordList, scores: Scores): MatterView {
    const said = segments.map((segment) => wordsOf(words, segment));
    const terms = this.#terms.find(said);
    return {
      scores,
      views: segments.map((segment, at) =>
        new SegmentView(segment, said[at] ?? [], terms[at] ?? [])
      ),
    };
  }

  /** The matters that may stand beside `top`, two at most. */
  others(view: MatterView, top: Intent): SecondMatter[] {
    const roles = rolesOf(this.#model, view);
    return INTENTS.filter((intent) => intent !== top).flatMap((intent) => {
      const candidate = candidateOf(view, roles, intent, top);
      if (candidate === null) return [];
      const { second, main } = candidate;
      const apart = secondFeatures(view, roles, candidate, new SummedRow(this.#model.second));
      const first = firstFeatures(
        view,
        { at: second, intent },
        { at: main, intent: top },
        new SummedRow(this.#model.first),
      );
      return {
        intent,
        probability: probabilityOf(apart),
        first_probability: probabilityOf(first),
      };
    });
  }
}

/** Log-odds of the roles of each segment. */
export function rolesOf({ role }: Pick<MatterModel, "role">, view: MatterView): RoleLogits {
  return view.views.map((_, at) =>
    softmax(roleFeatures(view, at, new SummedRow(role)).logits).map((probability) =>
      toLogOdds(probability, LEAST_ROLE)
    )
  );
}

/** What a model of one class says of features, in [0, 1]. */
export function probabilityOf({ logits }: SummedRow): number {
  return fromLogOdds(logits[0] ?? 0);
}

/**
 * Drafts rows of the fixtures as the service would, each as the type that a
 * person gave it, so that a wrong type is not seen again in every field.
 *
 * @module
 */
import { defaultCatalog } from "../drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../drafting/local_drafter.ts";
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { findProduct } from "../triage/domain/catalog.ts";
import type { Intent } from "../triage/domain/intent.ts";
import type { Judgement } from "../triage/domain/judgement.ts";
import type { Reply } from "../triage/domain/reply.ts";
import { type Review, reviewOf } from "../triage/domain/review.ts";

/** The shipped settings' margin; see config.ts. */
const REVIEW_BELOW_MARGIN = 0.1;

/** A labelled message. */
export interface DraftRow {
  readonly product: string;
  readonly text: string;
  readonly label: Intent;
}

/** A draft, and what it was made from. */
export interface RowDraft {
  readonly judgement: Judgement;
  readonly review: Review;
  readonly reply: Reply;
}

/** Gives a function that drafts rows with the real scorer and the built-in catalogue. */
export function createRowDrafter(): (row: DraftRow) => RowDraft {
  const scorer = createLocalScorer();
  const drafter = createLocalDrafter();
  const catalog = defaultCatalog();
  return ({ product, text, label }) => {
    const document = scorer.read(readMessage(text));
    const judgement = scorer.score(document);
    const review = reviewOf(judgement.concerns, judgement.scores, false, {
      review_below_margin: REVIEW_BELOW_MARGIN,
    });
    const reply = drafter.draft({
      document,
      product_name: product,
      product: findProduct(catalog, product),
      intent: label,
      secondary: judgement.secondary.filter((intent) => intent !== label),
      category: judgement.category,
      situation: judgement.situation,
      evidence: judgement.evidence,
      language: judgement.language,
      review,
    });
    return { judgement, review, reply };
  };
}

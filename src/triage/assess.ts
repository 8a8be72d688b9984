/**
 * Reads, judges and drafts in one go: what the path asks of this machine, on
 * whatever thread. Plain data in and out.
 *
 * @module
 */
import { findProduct } from "./domain/catalog.ts";
import { ground } from "./guard/grounding.ts";
import { topIntent } from "./domain/intent.ts";
import type {
  Assessment,
  Assessor,
  AssessRequest,
  CatalogSource,
  Clock,
  Drafter,
  GistMaker,
  Reader,
  Scorer,
  Verdict,
} from "./domain/ports.ts";
import { graver } from "./domain/situation.ts";
import { setAside } from "./text/own_words.ts";
import { reviewOf, type ReviewOptions } from "./domain/review.ts";
import { shownEvidence, shownSpans } from "./shown_evidence.ts";
import type { Judgement } from "./domain/judgement.ts";

/** What messages are assessed with. */
export interface AssessParts {
  readonly read: Reader;
  readonly scorer: Scorer;
  readonly drafter: Drafter;
  /** Left out where cases are not compared. */
  readonly makeGist?: GistMaker;
  readonly catalog: CatalogSource;
  readonly clock: Pick<Clock, "monotonicMs">;
  readonly options: ReviewOptions;
}

/** Assesses one message, at once. */
export function assess(
  parts: AssessParts,
  { text, product_name, verdict, drafted = null, weighed = null }: AssessRequest,
): Assessment {
  const { read, scorer, drafter, clock } = parts;
  const product = findProduct(parts.catalog(), product_name);
  const began = clock.monotonicMs();
  const own = read(text);
  const document = scorer.read(own);
  const readAt = clock.monotonicMs();
  const judgement = scorer.score(document);
  const scored = clock.monotonicMs();
  const { intent, category, review } = verdict ?? localVerdict(judgement, parts.options);
  // What the words gave reason for is weighed already: only others can add a situation.
  const added = review.reasons.filter((reason) => !judgement.concerns.includes(reason));
  const held = graver(judgement.situation, added);
  const local = drafter.draft({
    document,
    product_name,
    product,
    intent,
    secondary: judgement.secondary.filter((other) => other !== intent),
    category: category ?? judgement.category,
    situation: held,
    evidence: judgement.evidence,
    language: judgement.language,
    review,
  });
  const { reply, replaced } = drafted === null
    ? { reply: local, replaced: [] }
    : ground(drafted, local, { document, product, product_name, scorer, weighed });
  const evidence = shownEvidence(judgement.evidence, text, own, intent, product);
  const { name, probability, grave } = held;
  const situation = {
    name,
    probability,
    grave,
    evidence: shownSpans(held.evidence, text, own, product),
  };
  const gist = parts.makeGist?.({ document, judgement, product_name }) ?? null;
  const done = clock.monotonicMs();
  return {
    own: { text: own.text, author: own.author, set_aside: setAside(own) },
    judgement: { ...judgement, evidence, situation },
    verdict: { intent, category, review },
    reply,
    replaced,
    gist,
    timings_ms: { read: readAt - began, score: scored - readAt, draft: done - scored },
  };
}

/** What the message is held to be as long as nobody else is asked. */
function localVerdict({ scores, concerns }: Judgement, options: ReviewOptions): Verdict {
  return {
    intent: topIntent(scores),
    category: null,
    review: reviewOf(concerns, scores, false, options),
  };
}

/** Whether a reply that was drafted for the one will do for the other. */
export function sameVerdict(one: Verdict, other: Verdict, { category }: Judgement): boolean {
  return one.intent === other.intent &&
    (one.category ?? category) === (other.category ?? category) &&
    one.review.required === other.review.required &&
    one.review.reasons.join() === other.review.reasons.join();
}

/** Assesses on the thread that asks. */
export function localAssessor(parts: AssessParts): Assessor {
  return {
    version: parts.scorer.version,
    assess: (request, signal) => {
      signal.throwIfAborted();
      return Promise.resolve(assess(parts, request));
    },
  };
}

/**
 * The path of a message, top to bottom: read, score, read again, decide, ask,
 * blend, draft, store. What was acknowledged is on disk.
 *
 * @module
 */
import { sameVerdict } from "./assess.ts";
import { blend } from "./blend.ts";
import { type CascadeOptions, decide } from "./cascade.ts";
import { findProduct } from "./domain/catalog.ts";
import type { KeyClaim, StoredCase } from "./domain/case.ts";
import type { Explanation, Route } from "./domain/explanation.ts";
import { type Intent, topIntent } from "./domain/intent.ts";
import type { CustomerMessage } from "./domain/message.ts";
import type {
  AssessedWords,
  Assessor,
  CaseStore,
  CatalogSource,
  Clock,
  LanguageModel,
  LetterWeigher,
  ModelOpinion,
  ModelUsage,
  SecondReader,
  Unavailable,
} from "./domain/ports.ts";
import { maskAll } from "../masking/redact.ts";
import { TELL_NOBODY, type TellKnown } from "./known_matter.ts";
import { asRepeat, type RepeatOptions, repeatRule } from "./repeat.ts";
import { reviewOf, type ReviewOptions } from "./domain/review.ts";
import { graver } from "./domain/situation.ts";
import { similarWithin } from "./similar_within.ts";
import { asksReader, readAgain } from "./second_reading.ts";
import { weighLetter } from "./weighed_letter.ts";
import type { SimilarCases } from "./domain/similar.ts";

/** The pure steps between the ports. Parts so that they can be watched. */
export interface TriageRules {
  readonly decide: typeof decide;
  readonly blend: typeof blend;
}

/** The rules that there are. */
export const TRIAGE_RULES: TriageRules = { decide, blend };

/** What the path is made of. */
export interface TriageParts {
  readonly assessor: Assessor;
  /** Asked where the words do not decide. @default null: nobody */
  readonly reader?: SecondReader | null;
  /** Reads a model's letters before they are judged. @default null: words decide */
  readonly weigher?: LetterWeigher | null;
  /** `null` where no model is configured. */
  readonly model: LanguageModel | null;
  readonly store: CaseStore;
  /** Finds cases like a new one; left out where none are kept. */
  readonly similar?: SimilarCases | null;
  readonly catalog: CatalogSource;
  /** Tells whether a message is of what is known already. @default TELL_NOBODY */
  readonly tellKnown?: TellKnown;
  readonly clock: Clock;
  /** A fresh case id: UUID version 7. */
  readonly newCaseId: () => string;
  readonly options: CascadeOptions & ReviewOptions & RepeatOptions;
  /** @default TRIAGE_RULES */
  readonly rules?: TriageRules;
  /** Hears which fields of a model's reply did not stand and were drafted here instead. */
  readonly onReplaced?: (fields: readonly string[]) => void;
}

/**
 * Triages one message. `signal` aborts when the client goes away; `claim` is the
 * right to answer under an idempotency key, where the request came with one.
 */
export type Triage = (
  message: CustomerMessage,
  signal: AbortSignal,
  claim?: KeyClaim | null,
) => Promise<StoredCase>;

const NOT_USED: ModelUsage = { attempts: 0, input_tokens: 0, output_tokens: 0, cost_usd: 0 };

/** Builds the path from its parts. */
export function createTriage(parts: TriageParts): Triage {
  const { assessor, reader = null, model, store, catalog, clock, newCaseId, options } = parts;
  const rules = parts.rules ?? TRIAGE_RULES;
  const weigher = parts.weigher ?? null;
  const findSimilar = similarWithin(parts.similar ?? null);
  const tellKnown = parts.tellKnown ?? TELL_NOBODY;

  return async function triage(message, signal, claim = null) {
    const started = clock.monotonicMs();
    const received = clock.now();
    const product = findProduct(catalog(), message.product);

    const asking = { text: message.message, product_name: message.product };
    const first = await assessor.assess({ ...asking, verdict: null }, signal);
    const { own, judgement } = first;
    const repeat = repeatRule(message, own, received, claim, options);

    const again = reader !== null && asksReader(judgement, reader.pooling)
      ? await readAgain(reader, own.text, judgement.scores, signal)
      : null;
    const local_scores = again?.pooled ?? judgement.scores;
    const judged = clock.monotonicMs();

    const due = rules.decide({ scores: local_scores }, options, model?.sampleDue?.() ?? false);
    // What a machine wrote asks for no model: it would answer a mail that nobody wrote.
    const asked = model === null || own.author === "machine" ? [] : due;
    const known = asked.length > 0 && repeat.identity !== null && repeat.since !== null
      ? await store.findRepeat(repeat.identity, repeat.since)
      : null;
    if (known !== null) return asRepeat(known);
    const looked = findSimilar(first.gist);
    const consulted = model === null || asked.length === 0
      ? null
      : await consult(model, own, message.product, product, asked, signal);
    const consultedAt = clock.monotonicMs();

    const opinion = consulted?.kind === "opinion" ? consulted : null;
    const scores = rules.blend(local_scores, opinion?.scores ?? null, opinion?.weight);
    const intent = topIntent(scores);
    const understood = opinion !== null && opinion.weight !== 0;
    const situation = understood ? opinion.situation : undefined;
    const concerns = new Set([
      ...judgement.concerns,
      ...situation === undefined ? [] : [situation],
    ]);
    const review = reviewOf([...concerns], scores, understood, options);
    const secondary = judgement.secondary.filter((other) => other !== intent);

    const category = understood && opinion.category ? opinion.category : null;
    const verdict = { intent, category, review };
    const modelReply = opinion?.reply ?? null;
    const written = { message: own.text, product_name: message.product };
    const weighed = modelReply === null || weigher === null
      ? null
      : await weighLetter(weigher, modelReply, written, signal);
    const local = modelReply === null && sameVerdict(first.verdict, verdict, judgement)
      ? first
      : await assessor.assess({ ...asking, verdict, drafted: modelReply, weighed }, signal);
    const { replaced } = local;
    if (replaced.length > 0) parts.onReplaced?.(replaced);
    const evidence = [...local.judgement.evidence];

    const similar = await looked;
    const apart = own.author === "machine" || judgement.language !== "en" ||
      graver(local.judgement.situation, review.reasons).grave;
    const { reply, joins } = tellKnown({ reply: local.reply, similar, apart });
    const found = clock.monotonicMs();
    const case_id = newCaseId();
    const explanation: Explanation = {
      case_id,
      route: routeOf(consulted),
      scores,
      local: { scores: judgement.scores, version: assessor.version },
      encoder: again?.shown ?? null,
      model: model !== null && opinion !== null
        ? { scores: opinion.scores, name: model.name, prompt_version: model.prompt_version }
        : null,
      secondary_types: secondary,
      evidence,
      set_aside: [...own.set_aside],
      situation: {
        ...local.judgement.situation,
        evidence: [...local.judgement.situation.evidence],
      },
      review: { required: review.required, reasons: [...review.reasons] },
      ...(similar === null ? {} : { similar: [...similar.cases] }),
      language: judgement.language,
      degraded: consulted?.kind === "unavailable"
        ? { code: consulted.code, detail: consulted.detail }
        : null,
      usage: consulted?.usage ?? NOT_USED,
      timings_ms: {
        local: judged - started + (found - consultedAt),
        model: consultedAt - judged,
        store: 0,
        total: found - started,
      },
    };
    const stored = await store.record({
      case_id,
      created_at: received,
      request: message,
      intent,
      identity: repeat.identity,
      repeats_since: repeat.since,
      claim,
      joins,
      reply,
      confidence: scores[intent],
      explanation,
      gist: first.gist && { ...first.gist, scores },
    });
    return stored.case_id === null || stored.case_id === case_id ? stored : asRepeat(stored);
  };
}

async function consult(
  model: LanguageModel,
  own: AssessedWords,
  productName: string,
  product: Parameters<LanguageModel["consult"]>[0]["product"],
  intents: readonly Intent[],
  signal: AbortSignal,
): Promise<ModelOpinion | Unavailable> {
  // The client may have left while the message was read.
  signal.throwIfAborted();
  const masked = maskAll({ message: own.text, product_name: productName });
  const consulted = await model.consult({ ...masked.value, product, intents }, signal);
  return consulted.kind === "opinion" && consulted.reply !== null
    ? { ...consulted, reply: masked.restore(consulted.reply) }
    : consulted;
}

function routeOf(consulted: ModelOpinion | Unavailable | null): Route {
  if (consulted === null) return "local";
  return consulted.kind === "opinion" ? "blended" : "local_fallback";
}

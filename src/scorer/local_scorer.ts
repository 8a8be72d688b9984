/**
 * Judges messages on this machine: no network, every decision explained by the
 * words that made it.
 *
 * @module
 */
import { calibratedScores, calibrationFor, sharpness } from "./model/calibration.ts";
import type { Document } from "../triage/text/document.ts";
import type { Scores } from "../triage/domain/intent.ts";
import { parseJson } from "../triage/domain/json.ts";
import type { Judgement } from "../triage/domain/judgement.ts";
import type { Scorer } from "../triage/domain/ports.ts";
import { readDocument, type Reading } from "./document/document.ts";
import { findEvidence } from "./model/evidence.ts";
import { type Features, FeatureSpace } from "./model/features.ts";
import { categorize } from "./model/inquiry_category.ts";
import { languageOf } from "./language/language.ts";
import { isMoreForeign } from "./language/language_words.ts";
import { createIntentReader, intentModelFor, type ReadIntent } from "./model/intent_model.ts";
import { MeaningReader } from "./model/meaning_net.ts";
import { isEmptyOfMeaning } from "./situation/emptiness.ts";
import {
  holdSituation,
  plainSituation,
  type SituationJudge,
  unreadSituation,
} from "./situation/situation.ts";
import {
  decodeSituationModel,
  SituationSpace,
  type StoredSituationModel,
} from "./situation/situation_model.ts";
import { TermSpace } from "./situation/situation_terms.ts";
import situationWeights from "./situation/situation_weights.json" with { type: "bytes" };
import { mattersOf } from "./matter/matters.ts";
import { decodeMatterModel, type StoredMatterModel } from "./matter/matter_model.ts";
import matterWeights from "./matter/matter_weights.json" with { type: "bytes" };
import { MatterReader } from "./matter/second_matter.ts";
import { segmentsOf } from "./matter/segments.ts";
import { decodeWeights, type StoredWeights, type Weights } from "./model/weights.ts";
import storedWeights from "./model/weights.json" with { type: "bytes" };

/** Settings of {@linkcode createLocalScorer}. */
export interface LocalScorerOptions {
  /** Trained numbers; by default those that are shipped. */
  readonly weights?: Weights;
}

/** Fewer words are looked at one by one: "mot de passe" is made of words that English knows. */
const SHORT_WORDS = 12;

/** Below this share of words unknown to wink-nlp a text is English without asking a detector. */
const PLAINLY_ENGLISH_UNKNOWN_SHARE = 0.3;

/** What is said of a text that was not understood: an inquiry, by a hair. */
const NOT_UNDERSTOOD: Scores = {
  bug_report: 0.33,
  feature_request: 0.33,
  general_inquiry: 0.34,
};
/** Of what a machine wrote, of offers, and of settled matters: shares that were inquiries, see the model card. */
const AUTOMATIC: Scores = { bug_report: 0.01, feature_request: 0.01, general_inquiry: 0.98 };
const UNSOLICITED: Scores = { bug_report: 0.02, feature_request: 0.03, general_inquiry: 0.95 };
const SETTLED: Scores = { bug_report: 0.04, feature_request: 0.02, general_inquiry: 0.94 };
const NO_CATEGORY = { category: "Other", confidence: 0.25 } as const;

/** The shipped weights. */
export function shippedWeights(): Weights {
  return decodeWeights(parseJson(storedWeights) as StoredWeights);
}

/** What judging takes. */
interface Judges {
  readonly weights: Weights;
  readonly space: FeatureSpace;
  readonly intent: ReadIntent;
  readonly matters: MatterReader;
  readonly situation: SituationJudge;
}

function judgesFrom(weights: Weights): Judges {
  const space = new FeatureSpace(weights.vocabulary);
  const head = decodeSituationModel(parseJson(situationWeights) as StoredSituationModel);
  const terms = new TermSpace(head.vocabulary);
  const situation = {
    head,
    terms,
    space: new SituationSpace(terms.columns, space.termCount),
    meaning: new MeaningReader(head.meaning),
  };
  const matters = new MatterReader(
    decodeMatterModel(parseJson(matterWeights) as StoredMatterModel),
  );
  return { weights, space, intent: createIntentReader(weights), matters, situation };
}

/** Makes a scorer. Much is loaded and compiled on first use: who answers customers rehearses first. */
export function createLocalScorer(options: LocalScorerOptions = {}): Scorer {
  const judges = judgesFrom(options.weights ?? shippedWeights());
  return {
    version: judges.weights.version,
    read: readDocument,
    language: (document) => languageIn(asReading(document)),
    score: (document) => judge(asReading(document), judges),
  };
}

function hasForeignWord({ words }: Reading): boolean {
  for (let at = 0; at < words.length; at++) if (isMoreForeign(words.word(at).normal)) return true;
  return false;
}

/** A document that this scorer read has what it needs; any other is read again. */
function asReading(document: Document): Reading {
  return "firsts" in document ? document as Reading : readDocument(document.own);
}

function languageIn(reading: Reading): string {
  const { word_count, unknown_share } = reading;
  return word_count > 0 && unknown_share < PLAINLY_ENGLISH_UNKNOWN_SHARE &&
      (word_count > SHORT_WORDS || !hasForeignWord(reading))
    ? "en"
    : languageOf(reading, unknown_share);
}

function judge(reading: Reading, judges: Judges): Judgement {
  const { author, state } = reading.own;
  if (author === "machine") return settled("automatic_message", AUTOMATIC);
  const language = languageIn(reading);
  const empty = isEmptyOfMeaning(reading.words);
  const foreign = language !== "en" && language !== "und" && !empty;
  if (foreign || empty) {
    return {
      scores: NOT_UNDERSTOOD,
      evidence: [],
      secondary: [],
      category: NO_CATEGORY.category,
      category_confidence: NO_CATEGORY.confidence,
      situation: foreign ? unreadSituation() : plainSituation("nothing"),
      language,
      concerns: [foreign ? "language_not_supported" : "nothing_understood"],
    };
  }
  const features = judges.space.extract(reading);
  const judged = judgeWords(reading, features, judges);
  if (author === "advertiser") {
    return {
      ...judged,
      ...settled("unsolicited", UNSOLICITED),
      evidence: judged.evidence,
      language,
    };
  }
  const scores = state === "open" ? judged.scores : SETTLED;
  const { situation, reasons } = holdSituation(
    reading,
    features,
    scores,
    judges.situation,
  );
  return {
    ...judged,
    ...(state === "open" ? {} : { scores, secondary: [] }),
    situation,
    language,
    concerns: reasons,
  };
}

/** A judgement by who wrote it: the words have no vote. */
function settled(reason: "automatic_message" | "unsolicited", scores: Scores): Judgement {
  return {
    scores,
    evidence: [],
    secondary: [],
    category: NO_CATEGORY.category,
    category_confidence: NO_CATEGORY.confidence,
    situation: plainSituation(reason === "unsolicited" ? "unsolicited" : "automatic"),
    language: "und",
    concerns: [reason],
  };
}

function judgeWords(
  reading: Reading,
  features: Features,
  { weights, space, intent, matters }: Judges,
): Omit<Judgement, "language" | "concerns" | "situation"> {
  const calibration = calibrationFor(weights, features.token_count);
  const factor = sharpness(calibration, features);
  const model = intentModelFor(weights, features.token_count);
  const segments = segmentsOf(reading, features, space, weights);
  const { scores, secondary } = mattersOf(
    segments,
    reading,
    calibratedScores(intent(reading, features), calibration, factor),
    features.token_count,
    matters,
  );
  const { category, confidence } = categorize(weights.category, features);
  return {
    scores,
    evidence: findEvidence(reading, features, space, model, factor),
    secondary,
    category,
    category_confidence: confidence,
  };
}

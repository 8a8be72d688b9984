/**
 * The situation that a message is held to be in, and the reasons for a person
 * to look that follow from it: rules and head in one probability, the gravest first.
 *
 * @module
 */
import { type Intent, type Scores, topIntent } from "../../triage/domain/intent.ts";
import type { ReviewReason } from "../../triage/domain/review.ts";
import {
  isAboutLife,
  isGrave,
  type Situation,
  SITUATION_TABLE,
  type SituationName,
  SITUATIONS,
} from "../../triage/domain/situation.ts";
import type { MatterState } from "../../triage/text/own_words.ts";
import type { Reading } from "../document/document.ts";
import type { Features } from "../model/features.ts";
import { logits } from "../model/linear.ts";
import { namedSituations } from "./named_situations.ts";
import { joinedSums, type MeaningReader } from "../model/meaning_net.ts";
import { shouts } from "./shouting.ts";
import { findSigns } from "./signs.ts";
import { situationEvidence } from "./situation_evidence.ts";
import {
  rank,
  type RankedSituation,
  type SituationModel,
  type SituationSpace,
} from "./situation_model.ts";
import type { TermSpace } from "./situation_terms.ts";
import { wordRegions } from "./word_regions.ts";

/** What is held of a message. */
export interface HeldSituation {
  readonly situation: Situation;
  /** Why a person must look, the gravest first. */
  readonly reasons: readonly ReviewReason[];
}

/** Of the probability of all grave situations, the share from which on one of them is held. */
export const SHARE_OF_GRAVE = 0.15;
/** The one reason of a situation that is not grave, and the probability from which on it is given. */
const MONEY_BACK: ReviewReason = "refund_requested";
const MILD_FROM = 0.4;
/** Of a message in capitals escalation is a reason from this probability on. */
const SHOUTED_FROM = 0.1;
/** Where so few of its words are known and no phrase is, nothing grave is told: "Thanks 8010172". */
const LEAST_TERMS = 4;
/** From this probability on a grave situation leads before more probable ones that are less grave. */
const LEADS_FROM = 0.4;
/** From this probability on a situation leads, whatever the type of the message. */
const LIKELY = 0.5;
/** Share of messages that were rightly told by who wrote them, or by holding nothing. */
const SURE = 0.98;

const OF_TYPE: Readonly<Record<Intent, readonly SituationName[]>> = {
  bug_report: ["fault", "accessibility"],
  feature_request: ["wish", "accessibility"],
  general_inquiry: [
    "refund",
    "cancel",
    "change_details",
    "order_status",
    "how_to",
    "policy",
    "accessibility",
    "praise",
    "solved",
    "unsolicited",
  ],
};

/** What situations are told with. */
export interface SituationJudge {
  readonly head: SituationModel;
  readonly terms: TermSpace;
  readonly space: SituationSpace;
  readonly meaning: MeaningReader;
}

/** Judges a message that a person wrote and that holds something. */
export function holdSituation(
  reading: Reading,
  features: Features,
  scores: Scores,
  { head, terms: termSpace, space, meaning: meanings }: SituationJudge,
): HeldSituation {
  const signs = findSigns(reading);
  const terms = termSpace.find(reading);
  const meaning = meanings.read(reading);
  const linear = logits(head.model, space.join(terms, wordRegions(reading), features, signs));
  const ranked = rank(head, joinedSums(linear, meaning.sums));
  const grave = ranked.filter(({ name }) => isGrave(name));
  const life = grave.filter(({ name }) => isAboutLife(name));
  const groups = [
    { from: head.grave_from, of: grave },
    { from: head.life_from, of: life },
    ...grave.map((one) => ({ from: head.alone_from[one.name] ?? 1, of: [one] })),
  ];
  const told = signs.found.length > 0 || terms.columns.length >= LEAST_TERMS;
  const reached = told ? groups.find(({ from, of }) => together(of) >= from) : undefined;
  const held = leadersOf(reached?.of ?? []);
  const { state } = reading.own;
  const best = ranked.reduce(
    (best, one) => one.probability > best.probability && !isGrave(one.name) ? one : best,
    { name: "how_to", probability: 0 },
  );
  const lead = leadOf(held, best.probability) ??
    (state !== "open"
      ? { name: settledAs(state), probability: scores.general_inquiry }
      : best.probability >= LIKELY
      ? best
      : likeliest(ranked, scores));
  const reasons = [...held.map(({ name }) => name), ...namedSituations(reading)]
    .flatMap((name) => SITUATION_TABLE[name].reasons);
  // Who is charged wrongly and who wants money back say the same words.
  const money = ranked.filter(({ name }) => SITUATION_TABLE[name].reasons.includes(MONEY_BACK));
  const wanted = money.reduce((sum, { probability }) => sum + probability, 0);
  if (told && state === "open" && wanted >= MILD_FROM) reasons.push(MONEY_BACK);
  const angry = ranked.find(({ name }) => name === "escalation")?.probability ?? 0;
  if (angry >= SHOUTED_FROM && shouts(reading.text)) reasons.push("escalation");
  return {
    situation: {
      ...lead,
      grave: isGrave(lead.name),
      life: together(life),
      evidence: situationEvidence(reading, terms, signs, meaning, lead.name, head, space),
    },
    reasons: [...new Set(reasons)],
  };
}

function together(ranked: readonly RankedSituation[]): number {
  return ranked.reduce((sum, { probability }) => sum + probability, 0);
}

/** Those that make up enough of their common probability, the gravest first. */
function leadersOf(ranked: readonly RankedSituation[]): RankedSituation[] {
  const least = SHARE_OF_GRAVE * together(ranked);
  return ranked.filter(({ probability }) => probability >= least)
    .sort((a, b) => SITUATIONS.indexOf(a.name) - SITUATIONS.indexOf(b.name));
}

/** A situation that is told by who wrote or by nothing being understood. */
export function plainSituation(
  name: "automatic" | "unsolicited" | "nothing",
): Situation {
  return { name, probability: SURE, grave: isGrave(name), evidence: [] };
}

/** Of a message in a language that is not read, any situation is as likely as another. */
export function unreadSituation(): Situation {
  return { ...plainSituation("nothing"), probability: 1 / SITUATIONS.length };
}

/**
 * The gravest that is likely; else the most probable of those held, where nothing that is not grave
 * is more probable: its reason for a person to look stays, the ticket and the letter do without.
 */
function leadOf(
  held: readonly RankedSituation[],
  probability: number,
): RankedSituation | undefined {
  return held.find((one) => one.probability >= LEADS_FROM) ??
    held.toSorted((a, b) => b.probability - a.probability)
      .find((one) => one.probability >= probability);
}

/** Of the situations that go with the type of the message the most probable. */
function likeliest(
  ranked: readonly { readonly name: SituationName; readonly probability: number }[],
  scores: Scores,
): { name: SituationName; probability: number } {
  const fitting = OF_TYPE[topIntent(scores)];
  return ranked.filter(({ name }) => fitting.includes(name))
    .reduce((best, one) => one.probability > best.probability ? one : best, {
      name: fitting[0] ?? "how_to",
      probability: 0,
    });
}

function settledAs(state: Exclude<MatterState, "open">): SituationName {
  return state === "thanks" ? "praise" : "solved";
}

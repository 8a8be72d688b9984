/**
 * What a customer is in, from what is known already: who wrote, how the matter
 * stands, the reasons found for a person to look, the harm that rules tell, and the type.
 *
 * @module
 */
import type { MatterState } from "../../triage/text/own_words.ts";
import { type Intent, type Scores, topIntent } from "../../triage/domain/intent.ts";
import type { ReviewReason } from "../../triage/domain/review.ts";
import {
  isGrave,
  type Situation,
  SITUATION_TABLE,
  type SituationEvidence,
  type SituationName,
  SITUATIONS,
} from "../../triage/domain/situation.ts";
import type { Reading } from "../document/document.ts";

/** Rules by which harm tells a situation, the front of their ids. */
const HARM: readonly (readonly [rule: string, situation: SituationName])[] = [
  ["harm/safety/health", "injury"],
  ["harm/safety/", "danger"],
  ["harm/security/others_data", "data_exposed"],
  ["harm/security/exposed", "security_report"],
  ["harm/outage", "outage"],
];

const OF_TYPE: Readonly<Record<Intent, SituationName>> = {
  bug_report: "fault",
  feature_request: "wish",
  general_inquiry: "how_to",
};
/** How sure a reason found by patterns makes. */
const BY_REASON = 0.8;
const SURE = 0.98;

/** The situation of a message: the gravest that something speaks for, else that of its type. */
export function situationOf(
  reading: Reading,
  scores: Scores,
  reasons: readonly ReviewReason[],
): Situation {
  const { state } = reading.own;
  if (state !== "open") return situation(settledAs(state), scores.general_inquiry);
  const evidence: SituationEvidence[] = [];
  const found = new Set<SituationName>();
  for (const { fired } of reading.sentences) {
    for (const { rule, start, end } of fired) {
      const [, name] = HARM.find(([front]) => rule.startsWith(front)) ?? [];
      if (name === undefined) continue;
      found.add(name);
      evidence.push({ text: reading.text.slice(start, end), start, end, cue: rule });
    }
  }
  const name = SITUATIONS.find((name) =>
    found.has(name) || SITUATION_TABLE[name].reasons.some((reason) => reasons.includes(reason))
  );
  if (name !== undefined) return situation(name, BY_REASON, evidence);
  const type = topIntent(scores);
  return situation(OF_TYPE[type], scores[type]);
}

/** A situation that is told by who wrote or by nothing being understood. */
export function plainSituation(name: "automatic" | "unsolicited" | "nothing"): Situation {
  return situation(name, SURE);
}

function settledAs(state: Exclude<MatterState, "open">): SituationName {
  return state === "thanks" ? "praise" : "solved";
}

function situation(
  name: SituationName,
  probability: number,
  evidence: readonly SituationEvidence[] = [],
): Situation {
  return { name, probability, grave: isGrave(name), evidence };
}

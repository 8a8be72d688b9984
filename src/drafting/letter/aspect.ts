/**
 * What within a situation a letter must tell apart: who is in danger, whether
 * money is short or somebody has died.
 *
 * @module
 */
import { isAboutLife, SITUATION_TABLE, SITUATIONS } from "../../triage/domain/situation.ts";
import { tells } from "./aspect_words.ts";
import { isBereaved } from "./bereaved.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { isFragment } from "./broken_off.ts";
import { speaksOfNotLiving } from "./matter.ts";
import { isForSomebodyElse } from "./misdirected.ts";
import { isIronic, isPraise, isThanks } from "../message/praise.ts";
import { isTrouble } from "./trouble.ts";
import type { DraftContext } from "../message/draft_context.ts";

/** What is told apart within a situation; "any" alone where nothing is. */
export const ASPECTS_BY_SITUATION: {
  readonly [Name in LetterSituation]?: readonly LetterState["aspect"][];
} = {
  self_harm: ["any", "for_another", "low", "unsure"],
  danger: ["any", "hazard", "watched"],
  plain: ["any", "trouble", "hazard", "misdirected", "warm"],
  account_security: ["any", "unsure"],
  data_exposed: ["any", "unsure"],
  security_report: ["any", "unsure"],
  vulnerable_customer: ["any", "bereaved", "wronged", "hardship"],
  how_to: ["any", "health"],
  policy: ["any", "health"],
  solved: ["any", "withdrawn", "no_fault", "unsure"],
  praise: ["any", "thanks"],
};

/** Where an account or data are at stake help is named at once; from here on the whole letter is about it. */
const SURE_FROM = 0.8;
/** The same of who may harm themselves where no words of theirs, or of somebody else's, say so. */
const SURE_UNHEARD_FROM = 0.95;
/** From here on what a plain letter says must be true of praise too. */
const WARM_FROM = 0.3;
const THEY = /\b(?:he|she|they|him|her|his|their|them)(?:['’]s)?\b/gi;
/** Of somebody else so often, it is about them. */
const THEY_MANY = 4;

/** Somebody is worried about another; where that is not sure, the letter speaks to the writer. */
function isForAnother(text: string): boolean {
  const they = text.match(THEY)?.length ?? 0;
  if (tells("own_life", text)) return tells("says_or_does", text) && they >= THEY_MANY;
  return tells("says_or_does", text) || tells("other", text) && they >= 2;
}

/** Written for before they are sure: what is safe to do is then said with an "if". */
const BEFORE_SURE: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  "self_harm",
  "account_security",
  "data_exposed",
  "security_report",
]);

/** Sure enough that the whole letter is about it. */
function isSure(situation: LetterSituation, context: DraftContext): boolean {
  const { request: { situation: { name, probability } }, text } = context;
  if (situation !== "self_harm") return probability >= SURE_FROM;
  // "The prescription is stuck, he takes his last tablet tonight": not the will to live runs out.
  const runs_out = tells("medicine", text) && !tells("own_life", text);
  const heard = speaksOfNotLiving(context) || isForAnother(text);
  const from = heard ? SURE_FROM : SURE_UNHEARD_FROM;
  return name === situation && probability >= from && !runs_out;
}

const ABOUT_LIFE = SITUATIONS.filter(isAboutLife).flatMap((name) => SITUATION_TABLE[name].reasons);

/** From here on it is more likely than not that somebody is in danger, of whatever kind. */
const HAZARD_FROM = 0.5;

/**
 * A person must look because somebody may be in danger, or a hazard is told by its words: likely
 * enough to say what to do should it be so, and not to write of nothing else.
 */
function isHazard({ request: { situation, review }, text }: DraftContext): boolean {
  const { name, life = 0 } = situation;
  return life >= HAZARD_FROM && tells("hazard", text) ||
    (life >= HAZARD_FROM || isAboutLife(name)) &&
      ABOUT_LIFE.some((reason) => review.reasons.includes(reason));
}

/** Perhaps praise, or praise with something else beside it. */
function isWarm({ request: { intent, situation }, text }: DraftContext): boolean {
  if (isIronic(text)) return false;
  const { name, probability } = situation;
  return isThanks(text) || intent === "general_inquiry" && name !== "fault" && isPraise(text) ||
    (name === "praise" || name === "solved") && probability >= WARM_FROM;
}

/** What within the situation the letter must tell apart. */
export function aspectOf(
  situation: LetterSituation,
  context: DraftContext,
): LetterState["aspect"] {
  const { text, request } = context;
  if (situation === "danger" && tells("watched", text)) return "watched";
  if (BEFORE_SURE.has(situation) && !isSure(situation, context)) {
    return situation === "self_harm" && tells("low", text) && !isForAnother(text)
      ? "low"
      : "unsure";
  }
  switch (situation) {
    case "how_to":
    case "policy":
      return tells("health", text) ? "health" : "any";
    case "plain":
      if (isForSomebodyElse(context)) return "misdirected";
      if (isFragment(text)) return "any";
      // Who praises tells of a hazard only where a word names one.
      if (isHazard(context) && (tells("hazard", text) || !isWarm(context))) return "hazard";
      return isWarm(context) ? "warm" : isTrouble(context) ? "trouble" : "any";
    case "self_harm":
      return isForAnother(text) ? "for_another" : "any";
    case "danger":
      return tells("hazard", text) ? "hazard" : "any";
    case "vulnerable_customer":
      return isBereaved(text) || tells("bereaved", text)
        ? request.intent === "bug_report" ? "wronged" : "bereaved"
        : tells("hardship", text)
        ? "hardship"
        : "any";
    case "solved":
    case "praise": {
      const { state } = request.document.own;
      if (state === "open") return situation === "solved" ? "unsure" : "any";
      return state === "solved" ? "any" : state;
    }
    default:
      return "any";
  }
}

/**
 * The situation as a letter sees it: one that is likely enough to write for,
 * else `plain`, in which only what is true in any is said.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";
import { isAboutLife, type SituationName } from "../../triage/domain/situation.ts";
import { tells } from "./aspect_words.ts";
import { isBereaved } from "./bereaved.ts";
import type { LetterSituation } from "./letter_state.ts";
import { isAngry, saysThatItFails, withoutWorked } from "./failing_words.ts";
import { isFragment } from "./broken_off.ts";
import { speaksOfNotLiving } from "./matter.ts";
import { isForSomebodyElse, isSaidToBeForSomebodyElse } from "./misdirected.ts";
import { wantsAnswer } from "./question.ts";
import { isBorneOut } from "../message/borne_out.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isIronic, isPraise, isThanks } from "../message/praise.ts";

const ANY: readonly Intent[] = ["bug_report", "feature_request", "general_inquiry"];
const INQUIRY: readonly Intent[] = ["general_inquiry"];
/** Which types of reply a letter in a situation belongs to where not to any. */
const TYPES: { readonly [Name in LetterSituation]?: readonly Intent[] } = {
  nothing: INQUIRY,
  unsolicited: INQUIRY,
  automatic: INQUIRY,
  foreign: INQUIRY,
};

/** Which types of reply a letter in a situation belongs to. */
export function typesOf(situation: LetterSituation): readonly Intent[] {
  return TYPES[situation] ?? ANY;
}

/**
 * From these probabilities on a letter is written for a situation; below it says only what is true
 * in any. Chosen on 1,303 messages of four sets that the head never saw: 488 of 510 letters for a
 * grave situation are for the right one; a wish is one in 44 of 44 from 0.9 on, in 35 of 56
 * between 0.5 and 0.9, a fault in 57 of 61 and 43 of 69. On 360 messages of a fifth set, not
 * looked at in choosing, it is 181 of 185, and 41 of 43 for a fault or a wish. Of 530 long reports and wishes of four more writers 15 got a
 * letter on a danger or an injury from 0.65 on, 7 of them rightly.
 */
const WRITTEN_FROM: { readonly [Name in SituationName]?: number } = {
  self_harm: 0.5,
  danger: 0.9,
  injury: 0.9,
  outage: 0.65,
  legal: 0.65,
  privacy_request: 0.65,
  money: 0.65,
  vulnerable_customer: 0.65,
  press: 0.65,
  refund: 0.8,
  fault: 0.9,
  wish: 0.9,
};
const ANY_OTHER_FROM = 0.5;
/** What is wished for near an illness, a danger or an outage is seldom about one. */
const GRAVE_BESIDE_WISH_FROM = 0.8;
/**
 * People may be in danger from here on: the letter must be one that does no harm if it is so. Of
 * 405 ordinary letters to six writers whom the head never saw 3 become plain by it; one of the
 * three was to somebody who was in danger.
 */
const DOUBT_FROM = 0.1;
/** So likely that somebody is in danger, it is told before who died. */
const CERTAIN_FROM = 0.9;
/** Praise without a word of praise, and what is settled without a word for it, are only then held to be so. */
const PLEASANT_CERTAIN_FROM = 0.9;
/** What only the words themselves can tell, never how likely it is. */
const BY_WORDS: ReadonlySet<SituationName> = new Set<SituationName>([
  "nothing",
  "automatic",
  "unsolicited",
]);

/** The situation that decides the letter. */
export function letterSituation(context: DraftContext): LetterSituation {
  const { request: { intent, situation }, text } = context;
  const { name, probability, grave } = situation;
  const likely = probability >= writtenFrom(context) && isBorneOut(situation, text) ||
    name === "self_harm" && speaksOfNotLiving(context);
  if (isBereaved(text) && !(isAboutLife(name) && probability >= CERTAIN_FROM)) {
    return "vulnerable_customer";
  }
  if (name !== "self_harm" && tells("watched", text)) return "danger";
  // A person must look at it as that, and the words say how low they are.
  if (name === "self_harm" || !isAboutLife(name)) {
    if (isDisheartened(context)) return "self_harm";
  }
  const is_ours = probability >= CERTAIN_FROM || tells("own_life", text) ||
    !isSaidToBeForSomebodyElse(context);
  if (grave && likely && is_ours) return name;
  if (isForSomebodyElse(context)) return "plain";
  if (!grave && intent !== "general_inquiry" && isFragment(text)) return "plain";
  const doubtful = grave || (situation.life ?? 0) >= DOUBT_FROM;
  return (intent === "general_inquiry" ? withoutMatter(context, doubtful) : null) ??
    (likely && !doubtful && isMeant(context) ? name : unlikely(context));
}

function writtenFrom({ request: { intent, situation } }: DraftContext): number {
  const { name, grave } = situation;
  const from = WRITTEN_FROM[name] ?? ANY_OTHER_FROM;
  return grave && name !== "self_harm" && intent === "feature_request"
    ? Math.max(from, GRAVE_BESIDE_WISH_FROM)
    : from;
}

/** A message to which nothing, or only a word, is to be answered. */
function withoutMatter(
  context: DraftContext,
  doubtful: boolean,
): LetterSituation | null {
  const { request: { review: { reasons }, document: { own } } } = context;
  if (own.author === "machine") return "automatic";
  if (own.author === "advertiser") return "unsolicited";
  if (reasons.includes("language_not_supported")) return "foreign";
  if (own.state === "thanks" && !doubtful && !saysThatItFails(withoutWorked(context.text))) {
    return "praise";
  }
  if (own.state !== "open" && own.state !== "thanks" && !doubtful) return "solved";
  if (reasons.includes("nothing_understood") || isFragment(context.text)) return "nothing";
  // An offer is one only where a person is told so: nobody else's message is waved through.
  return reasons.includes("unsolicited") ? "unsolicited" : null;
}

/** A likely situation that nothing in the message speaks against. */
function isMeant(context: DraftContext): boolean {
  const { request: { intent, situation: { name, probability } }, text } = context;
  if (BY_WORDS.has(name)) return false;
  switch (name) {
    case "how_to":
    case "policy":
      return wantsAnswer(context);
    case "cancel":
    case "change_details":
      // Who asks about it has not told us to do it.
      return !wantsAnswer(context);
    case "wish":
      // Who is angry is not thanked for telling us.
      return !isAngry(text);
    case "solved":
      return probability >= PLEASANT_CERTAIN_FROM;
    case "praise":
      // Nobody who was hurt, or who asks, is only thanked for a kind word.
      return (probability >= PLEASANT_CERTAIN_FROM ||
        intent === "general_inquiry" && (isPraise(text) || isThanks(text))) &&
        !isIronic(text) && !saysThatItFails(withoutWorked(text)) && !text.includes("?");
    default:
      return true;
  }
}

/** It is read by a person for fear of self-harm, though another matter leads. */
function isDisheartened({ request: { review: { reasons } }, text }: DraftContext): boolean {
  return reasons.includes("self_harm") && tells("low", text);
}

/** Where no situation is likely: a question that is put as one, else what is always true. */
function unlikely(context: DraftContext): LetterSituation {
  const { intent, situation: { name, grave } } = context.request;
  const may_ask = intent === "general_inquiry" && !grave && name !== "praise" && name !== "solved";
  return may_ask && wantsAnswer(context) ? "policy" : "plain";
}

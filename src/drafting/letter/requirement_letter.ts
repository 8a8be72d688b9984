/**
 * The letter to a customer who wishes for something.
 *
 * @module
 */
import { TICKET_ID_MARK } from "../../triage/domain/reply.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { joined, quoted, wovenClause } from "./letter.ts";
import type { DraftedRequirement } from "../requirement/product_requirement.ts";
import { otherMatter } from "./other_matter.ts";
import { oneOf } from "../english/rewording.ts";

const OPENING = [
  "Thank you for the suggestion.",
  "Thanks for telling us what would help you.",
  "Thank you for sharing this idea with us.",
  "It is good to hear how you use our product and what is missing for you.",
  "Thank you for writing to us about this.",
  "Ideas like yours show us where to go next, so thank you.",
] as const;
const WANTED = [
  "You would like ",
  "As we understand it, you would like ",
  "We take it that you would like ",
] as const;
const RECORDED = [
  `We have recorded it as ${TICKET_ID_MARK}; please mention that number if you want to add something.`,
  `Your suggestion has the number ${TICKET_ID_MARK}, in case you want to come back to it.`,
  `It is now written down under ${TICKET_ID_MARK}, in your own words.`,
] as const;
const NEXT = [
  "The people who plan the product will read it and weigh it against other wishes. We cannot say yet whether or when it will come, but we will write to you once that is decided.",
  "It will be read by those who decide what is built. That takes some thought, so we cannot name a date, but you will hear from us when there is a decision.",
  "Next, those who plan the product look at how it fits with what others ask for. We cannot make a promise yet, but we will tell you what comes of it.",
] as const;
const ASK = [
  "If you would like to add something: how do you manage today, and how often would you use it? A reply to this message is enough.",
  "It would help us to know how you manage without it today and how often you would need it.",
  "Could you tell us in a reply how you get by today, and how many people would use it?",
] as const;
const REASONED = [
  "You have also told us why it matters to you, which helps us to judge it.",
  "Thank you for explaining what it would change for you; that helps us to judge it.",
  "Your reasons are noted along with it.",
] as const;

/** Writes the letter. */
export function requirementLetter(context: DraftContext, drafted: DraftedRequirement): string {
  const { request } = context;
  const key = request.document.text;
  const opening = oneOf(OPENING, key, 1);
  const recorded = oneOf(RECORDED, key, 3);
  const middle = oneOf(drafted.reasoned ? REASONED : ASK, key, 4) + also(context, drafted);
  const next = oneOf(NEXT, key, 5) + personLine(context);
  return joined([`${opening} ${understood(context, drafted)} ${recorded}`, middle, next]);
}

function understood(context: DraftContext, { requirement, wish }: DraftedRequirement): string {
  const key = context.request.document.text;
  const wanted = wish === null ? null : wovenClause(wish.wanted, context);
  if (wanted !== null) return `${oneOf(WANTED, key, 2)}${wanted}.`;
  const title = quoted(requirement.title, context);
  return title === null ? "We have read your wish." : `We understand your wish as ${title}.`;
}

function also(context: DraftContext, { wish }: DraftedRequirement): string {
  const { secondary } = context.request;
  if (secondary.includes("bug_report")) {
    const fault = otherMatter(context, wish?.statement, "bug_report");
    return fault === null ? "" : ` We will also look into what does not work for you: ${fault}.`;
  }
  if (!secondary.includes("general_inquiry")) return "";
  const question = otherMatter(context, wish?.statement, "general_inquiry");
  return question === null ? "" : ` We will answer your question as well: ${question}`;
}

function personLine({ request }: DraftContext): string {
  const { reasons } = request.review;
  if (reasons.includes("language_not_supported")) {
    return " A person will read your message in its own language, so that nothing in it is missed.";
  }
  return reasons.includes("person_requested")
    ? " One of us will also get in touch with you in person."
    : "";
}

/**
 * Writes replies on this machine, from the customer's own words and the
 * product catalogue: nothing else is in them but fixed sentences.
 *
 * @module
 */
import type { Resource } from "../triage/domain/catalog.ts";
import { type BugTicket, type ProductRequirement, REPLY_LIMITS } from "../triage/domain/reply.ts";
import type { ReviewReason } from "../triage/domain/review.ts";
import type { Drafter } from "../triage/domain/ports.ts";
import { withoutStrangeLinks } from "../triage/text/links.ts";
import { cutAtWord } from "../triage/text/plain_text.ts";
import { planLetter } from "./letter/letter_plan.ts";
import { wordLetter } from "./letter/word_letter.ts";
import { draftTicket } from "./ticket/bug_ticket.ts";
import { DraftContext } from "./message/draft_context.ts";
import { draftRequirement } from "./requirement/product_requirement.ts";
import { findResources } from "./catalog/resources.ts";

/** A right that is claimed by name: no page on profiles answers it. */
const CLAIMED_RIGHT =
  /\b(?:gdpr|dsgvo|ccpa|art(?:icle|\.)? ?\d+|data protection|subject access|right (?:of|to) (?:access|erasure|be forgotten|rectification|portability))\b/i;
/** A stolen account wants pages on passwords, not on profiles. */
const ON_SECURITY =
  /\b(?:passwords?|secur\w+|two-factor|2fa|protect\w*|sign in|log in|stolen|hacked)\b/i;
const ON_PRIVACY = /\b(?:privacy|data|delet\w+|clos\w+ your account|terms|legal)\b/i;

/** Where the words told nothing, no page is known to answer them. */
const UNREAD: ReadonlySet<ReviewReason> = new Set(["nothing_understood", "language_not_supported"]);

/** Where there is nothing that a page could answer, or only a person can, none is suggested. */
function resourcesFor({ request, parts, text }: DraftContext): readonly Resource[] {
  const { review, product } = request;
  if (review.reasons.some((reason) => UNREAD.has(reason))) return [];
  const found = findResources(
    product,
    parts.statements.map(({ phrase, question }) => ({ text: phrase.text, question })),
  );
  if (review.reasons.includes("account_security")) {
    return found.filter(({ title }) => ON_SECURITY.test(title));
  }
  return review.reasons.includes("legal_or_privacy") && CLAIMED_RIGHT.test(text)
    ? found.filter(({ title }) => ON_PRIVACY.test(title))
    : found;
}

/** Pieces that were joined may show an address that none of them held. */
function withoutLinks(text: string, max_characters: number): string {
  return cutAtWord(withoutStrangeLinks(text), max_characters);
}

function ticketWithoutLinks(ticket: BugTicket): BugTicket {
  return {
    ...ticket,
    title: withoutLinks(ticket.title, REPLY_LIMITS.title_characters),
    reproduction_steps: ticket.reproduction_steps.map((step) =>
      withoutLinks(step, REPLY_LIMITS.step_characters)
    ),
  };
}

function requirementWithoutLinks(requirement: ProductRequirement): ProductRequirement {
  const { title, description, user_story } = requirement;
  return {
    ...requirement,
    title: withoutLinks(title, REPLY_LIMITS.title_characters),
    description: withoutLinks(description, REPLY_LIMITS.description_characters),
    user_story: withoutLinks(user_story, REPLY_LIMITS.story_characters),
  };
}

/** Creates the drafter. It holds no state but indexes of the catalogues it has seen. */
export function createLocalDrafter(): Drafter {
  return {
    draft(request) {
      const context = new DraftContext(request);
      switch (request.intent) {
        case "bug_report": {
          const drafted = draftTicket(context);
          return {
            intent: "bug_report",
            ticket: ticketWithoutLinks(drafted.ticket),
            letter: wordLetter(planLetter(context, { ticket: drafted })),
          };
        }
        case "feature_request": {
          const drafted = draftRequirement(context);
          return {
            intent: "feature_request",
            requirement: requirementWithoutLinks(drafted.requirement),
            letter: wordLetter(planLetter(context, { requirement: drafted })),
          };
        }
        case "general_inquiry": {
          const { author, state } = request.document.own;
          const answered = author === "person" && state === "open";
          const resources = answered ? resourcesFor(context) : [];
          return {
            intent: "general_inquiry",
            inquiry: {
              inquiry_category: request.category,
              requires_human_review: request.review.required,
              suggested_resources: resources.map(({ title, url }) => ({ title, url })),
            },
            letter: wordLetter(planLetter(context, { resources })),
          };
        }
      }
    },
  };
}

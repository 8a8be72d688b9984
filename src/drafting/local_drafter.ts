/**
 * Writes replies on this machine, from the customer's own words and the
 * product catalogue: nothing else is in them but fixed sentences.
 *
 * @module
 */
import type { Drafter } from "../triage/ports.ts";
import { bugLetter } from "./bug_letter.ts";
import { draftTicket } from "./bug_ticket.ts";
import { contextOf } from "./draft_context.ts";
import { inquiryLetter } from "./inquiry_letter.ts";
import { draftRequirement } from "./product_requirement.ts";
import { requirementLetter } from "./requirement_letter.ts";
import { findResources } from "./resources.ts";

/** Creates the drafter. It holds no state but indexes of the catalogues it has seen. */
export function createLocalDrafter(): Drafter {
  return {
    draft(request) {
      const context = contextOf(request);
      switch (request.intent) {
        case "bug_report": {
          const drafted = draftTicket(context);
          return {
            intent: "bug_report",
            ticket: drafted.ticket,
            letter: bugLetter(context, drafted),
          };
        }
        case "feature_request": {
          const drafted = draftRequirement(context);
          return {
            intent: "feature_request",
            requirement: drafted.requirement,
            letter: requirementLetter(context, drafted),
          };
        }
        case "general_inquiry": {
          const resources = request.review.reasons.includes("nothing_understood")
            ? []
            : findResources(request.product, context.text);
          return {
            intent: "general_inquiry",
            inquiry: {
              inquiry_category: request.category,
              requires_human_review: request.review.required,
              suggested_resources: resources.map(({ title, url }) => ({ title, url })),
            },
            letter: inquiryLetter(context, resources),
          };
        }
      }
    },
  };
}

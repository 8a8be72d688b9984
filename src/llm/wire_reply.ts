/**
 * What the model is asked to write: the shapes of `triage/reply.ts` without
 * what a strict JSON schema cannot hold (lengths) and without what the model
 * has no say in (ids, team, status, whether a person looks).
 *
 * Lengths and patterns are checked afterwards, field by field, in
 * `triage/grounding.ts`; here only the shape and the enums count.
 *
 * @module
 */
import { z } from "zod";
import type { Product } from "../triage/catalog.ts";
import { type Intent, INTENTS } from "../triage/intent.ts";
import {
  bugTicket,
  inquiryAnswer,
  productRequirement,
  REPLY_LIMITS,
  TICKET_ID_MARK,
} from "../triage/reply.ts";

/**
 * Schema that is sent. One intent: only its reply. All three: the type first
 * (so that its token's probabilities are a judgement, not an afterthought),
 * then the reply of that type.
 */
export function wireReply(intents: readonly Intent[], product: Product): z.ZodObject {
  const shapes = replyShapes(product);
  const [only] = intents;
  const letter = z.string().describe(
    `Letter to the customer, plain text, at most ${REPLY_LIMITS.letter_characters} characters. ` +
      `Write ${TICKET_ID_MARK} where the ticket's or requirement's id belongs.`,
  );
  if (intents.length === 1 && only !== undefined) {
    return z.object({ response_data: shapes[only], customer_response: letter });
  }
  return z.object({
    message_type: z.enum(INTENTS),
    probabilities: z.object({
      bug_report: probability(),
      feature_request: probability(),
      general_inquiry: probability(),
    }).describe("How sure you are of each type; they sum to 1."),
    response_data: z.union([shapes.bug_report, shapes.feature_request, shapes.general_inquiry]),
    customer_response: letter,
  });
}

/**
 * Shape of each intent's `response_data`.
 *
 * Components and addresses of the product are told to the model in the JSON
 * schema but not enforced on reading: a wrong one costs that field, not the
 * whole answer.
 */
export function replyShapes(product: Product) {
  const components = [
    ...new Set([...product.components.map(({ name }) => name), product.default_component]),
  ];
  const component = () => z.string().meta({ enum: components });
  const title = () =>
    z.string().describe(`What it is about, at most ${REPLY_LIMITS.title_characters} characters.`);
  return {
    bug_report: z.object({
      ticket: z.object({
        title: title(),
        severity: bugTicket.shape.severity,
        affected_component: component(),
        reproduction_steps: z.array(z.string())
          .describe("The customer's own words, one step each; empty where none were given."),
        priority: bugTicket.shape.priority,
      }),
    }),
    feature_request: z.object({
      product_requirement: z.object({
        title: title(),
        description: z.string(),
        user_story: z.string().describe("As a …, I want …, so that …"),
        business_value: z.string().describe("High, Medium or Low, a colon, and the reason."),
        complexity_estimate: productRequirement.shape.complexity_estimate,
        affected_components: z.array(component()),
      }),
    }),
    general_inquiry: z.object({
      inquiry_category: inquiryAnswer.shape.inquiry_category,
      suggested_resources: z.array(z.object({
        url: z.string().meta(
          product.resources.length === 0
            ? {}
            : { enum: product.resources.map((resource) => resource.url) },
        ),
      })).describe("Pages that answer the question; empty where none does."),
    }),
  };
}

function probability() {
  return z.number().describe("From 0 to 1.");
}

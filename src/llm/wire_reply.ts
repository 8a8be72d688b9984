/**
 * What the model is asked to write: the shapes of `triage/domain/reply.ts` without
 * what a strict JSON schema cannot hold (lengths) and without what the model
 * has no say in (ids, team, status, whether a person looks).
 *
 * The schema is the same for every message and every product, so that servers
 * can cache the prompt that begins with it. What follows from the message or the
 * catalogue is told in the prompt and checked afterwards, field by field, in
 * `triage/guard/grounding.ts`.
 *
 * @module
 */
import { z } from "zod";
import {
  bugTicket,
  inquiryAnswer,
  productRequirement,
  REPLY_LIMITS,
  TICKET_ID_MARK,
} from "../triage/domain/reply.ts";

/**
 * Schema that is sent. The type comes first, so that its token's probabilities
 * are a judgement and no afterthought, and brings the reply of that type with it:
 * strict schemas may hold `anyOf` anywhere but at the top.
 *
 * @param probabilities Whether the model states how sure it is: where the server tells
 * the probabilities of tokens, that would be paid for in vain.
 */
export function wireReply(probabilities: boolean): z.ZodObject {
  return z.object({
    triage: z.union([bugReport(), featureRequest(), generalInquiry()]),
    ...(probabilities ? { probabilities: ownProbabilities() } : {}),
    customer_response: z.string().describe(
      `Letter to the customer, plain text, at most ${REPLY_LIMITS.letter_characters} characters. ` +
        `Write ${TICKET_ID_MARK} where the ticket's or requirement's id belongs.`,
    ),
  });
}

function bugReport() {
  return z.object({
    message_type: z.literal("bug_report"),
    response_data: z.object({
      ticket: z.object({
        title: title(),
        severity: bugTicket.shape.severity,
        affected_component: z.string(),
        reproduction_steps: z.array(z.string())
          .describe("The customer's own words, one step each; empty where none were given."),
        priority: bugTicket.shape.priority,
      }),
    }),
  });
}

function featureRequest() {
  return z.object({
    message_type: z.literal("feature_request"),
    response_data: z.object({
      product_requirement: z.object({
        title: title(),
        description: z.string(),
        user_story: z.string().describe("As a …, I want …, so that …"),
        business_value: z.string().describe("High, Medium or Low, a colon, and the reason."),
        complexity_estimate: productRequirement.shape.complexity_estimate,
        affected_components: z.array(z.string()),
      }),
    }),
  });
}

function generalInquiry() {
  return z.object({
    message_type: z.literal("general_inquiry"),
    response_data: z.object({
      inquiry_category: inquiryAnswer.shape.inquiry_category,
      suggested_resources: z.array(z.object({ url: z.string() }))
        .describe("Pages that answer the question; empty where none does."),
    }),
  });
}

function title() {
  return z.string()
    .describe(`What it is about, at most ${REPLY_LIMITS.title_characters} characters.`);
}

function ownProbabilities() {
  const probability = () => z.number().describe("From 0 to 1.");
  return z.object({
    bug_report: probability(),
    feature_request: probability(),
    general_inquiry: probability(),
  }).describe("How sure you are of each type; they sum to 1.");
}

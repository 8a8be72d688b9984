/**
 * The answer a client gets, as the OpenAPI document describes it.
 *
 * @module
 */
import { z } from "zod";
import { explanation } from "./explanation.ts";
import {
  bugTicket,
  inquiryAnswer,
  productRequirement,
  type Reply,
  REPLY_LIMITS,
  TICKET_ID_MARK,
} from "./reply.ts";

const common = {
  confidence_score: z.number().min(0).max(1)
    .describe("Calibrated probability that message_type is right."),
  customer_response: z.string().min(1).max(REPLY_LIMITS.letter_characters)
    .describe("Plain text for the customer."),
  explanation: explanation.optional(),
};

/** Schema of an answer; one shape per message type. */
export const answer = z.discriminatedUnion("message_type", [
  z.strictObject({
    message_type: z.literal("bug_report"),
    response_data: z.strictObject({
      ticket: z.strictObject({ id: z.string().regex(/^BUG-\d+$/), ...bugTicket.shape }),
    }),
    ...common,
  }).meta({ id: "BugReportAnswer" }),
  z.strictObject({
    message_type: z.literal("feature_request"),
    response_data: z.strictObject({
      product_requirement: z.strictObject({
        id: z.string().regex(/^FR-\d+$/),
        ...productRequirement.shape,
      }),
    }),
    ...common,
  }).meta({ id: "FeatureRequestAnswer" }),
  z.strictObject({
    message_type: z.literal("general_inquiry"),
    response_data: inquiryAnswer,
    ...common,
  }).meta({ id: "InquiryAnswer" }),
]).meta({ id: "Answer", description: "The triaged message." });

/** An answer, with or without its explanation. */
export type Answer = z.infer<typeof answer>;

/**
 * Turns a drafted reply into an answer.
 *
 * @param reply What was drafted.
 * @param confidence Probability of the reply's intent, in [0, 1].
 * @param ticketId "BUG-7", "FR-7", or `null` for an inquiry.
 */
export function toAnswer(reply: Reply, confidence: number, ticketId: string | null): Answer {
  const id = ticketId ?? "";
  const customer_response = reply.letter.replaceAll(TICKET_ID_MARK, id);
  switch (reply.intent) {
    case "bug_report":
      return {
        message_type: reply.intent,
        confidence_score: confidence,
        response_data: { ticket: { id, ...reply.ticket } },
        customer_response,
      };
    case "feature_request":
      return {
        message_type: reply.intent,
        confidence_score: confidence,
        response_data: { product_requirement: { id, ...reply.requirement } },
        customer_response,
      };
    case "general_inquiry":
      return {
        message_type: reply.intent,
        confidence_score: confidence,
        response_data: reply.inquiry,
        customer_response,
      };
  }
}

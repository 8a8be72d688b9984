/**
 * Examples of the OpenAPI document: for each type a message and what may be
 * answered. A test holds each against its schema.
 *
 * @module
 */
import type { Answer } from "../../triage/domain/answer.ts";
import type { Explanation } from "../../triage/domain/explanation.ts";
import type { CustomerMessage } from "../../triage/domain/message.ts";

/** Customer messages, one of each type. */
export const MESSAGE_EXAMPLES = {
  bug_report: {
    customer_id: "cust_12345",
    message: "I can't log in to the web portal. When I enter my password and click login, the " +
      "button just spins and nothing happens.",
    product: "1440 Web Portal",
  },
  feature_request: {
    customer_id: "cust_777",
    message: "I'd love to export my weekly report as PDF so that I can share it with my coach.",
    product: "1440 Mobile App",
  },
  general_inquiry: {
    customer_id: "cust_4711",
    message: "How do I change the card that my subscription is billed to?",
    product: "1440 Mobile App",
  },
} as const satisfies Record<string, CustomerMessage>;

/** Answers to {@linkcode MESSAGE_EXAMPLES}. */
export const ANSWER_EXAMPLES = {
  bug_report: {
    message_type: "bug_report",
    confidence_score: 0.94,
    response_data: {
      ticket: {
        id: "BUG-1234",
        title: "Can't log in to the web portal",
        severity: "High",
        affected_component: "Login",
        reproduction_steps: ["Enter my password", "Click login"],
        priority: "High",
        assigned_team: "Identity",
      },
    },
    customer_response: "Thank you for telling us that you can't log in to the web portal. " +
      "We have opened BUG-1234 for it and will write to you as soon as we know more.",
  },
  feature_request: {
    message_type: "feature_request",
    confidence_score: 0.97,
    response_data: {
      product_requirement: {
        id: "FR-5678",
        title: "Export the weekly report as PDF",
        description: "Export the weekly report as PDF, to share it with a coach.",
        user_story: "As a user, I want to export my weekly report as PDF, " +
          "so that I can share it with my coach.",
        business_value: "Medium: named as part of a weekly routine.",
        complexity_estimate: "Medium",
        affected_components: ["Reports"],
        status: "Under Review",
      },
    },
    customer_response: "Thank you for the idea to export your weekly report as PDF. " +
      "It is written down as FR-5678, and we will tell you what becomes of it.",
  },
  general_inquiry: {
    message_type: "general_inquiry",
    confidence_score: 0.91,
    response_data: {
      inquiry_category: "Billing",
      requires_human_review: false,
      suggested_resources: [{
        title: "Change how you pay",
        url: "https://help.example.com/billing/payment-method",
      }],
    },
    customer_response: "Thank you for asking how to change the card for your subscription. " +
      "The page below shows how; if it does not help, answer this mail.",
  },
} as const satisfies Record<string, Answer>;

/** Why the first of {@linkcode ANSWER_EXAMPLES} is what it is. */
export const EXPLANATION_EXAMPLE = {
  case_id: "01926f3e-7b2a-7c41-9d5e-2f1a8b3c4d5e",
  route: "blended",
  scores: { bug_report: 0.94, feature_request: 0.02, general_inquiry: 0.04 },
  local: {
    scores: { bug_report: 0.9, feature_request: 0.04, general_inquiry: 0.06 },
    version: "1",
  },
  encoder: null,
  model: {
    scores: { bug_report: 0.97, feature_request: 0.01, general_inquiry: 0.02 },
    name: "gpt-6-luna",
    prompt_version: "1",
  },
  secondary_types: [],
  evidence: [{
    text: "button just spins",
    start: 80,
    end: 97,
    intent: "bug_report",
    weight: 1.7,
    cue: "spins",
  }],
  set_aside: [],
  situation: {
    name: "fault",
    probability: 0.93,
    grave: false,
    evidence: [{ text: "button just spins", start: 80, end: 97, cue: "spins" }],
  },
  review: { required: false, reasons: [] },
  language: "en",
  degraded: null,
  usage: { attempts: 1, input_tokens: 812, output_tokens: 240, cost_usd: 0.0006 },
  timings_ms: { local: 0.2, model: 640.1, store: 0.4, total: 641.3 },
} as const satisfies Explanation;

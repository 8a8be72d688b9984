/**
 * Cases to store in tests.
 *
 * @module
 */
import type { KeyClaim, NewCase } from "../../src/triage/domain/case.ts";
import type { Explanation } from "../../src/triage/domain/explanation.ts";
import type { Intent, Scores } from "../../src/triage/domain/intent.ts";
import type { ReviewReason } from "../../src/triage/domain/review.ts";
import type { Reply } from "../../src/triage/domain/reply.ts";

/** What a test may want otherwise. */
export interface SampleOptions {
  readonly intent?: Intent;
  readonly customer_id?: string;
  readonly message?: string;
  readonly product?: string;
  readonly case_id?: string;
  readonly created_at?: Date;
  readonly confidence?: number;
  readonly review?: boolean;
  /** @default ["low_margin"], where a person should look */
  readonly reasons?: readonly ReviewReason[];
  readonly identity?: string | null;
  readonly repeats_since?: Date | null;
  readonly claim?: KeyClaim | null;
  readonly similar?: Explanation["similar"];
}

let made = 0;

/** A UUID version 7 that sorts after those made before. */
export function sampleCaseId(): string {
  return `0199a000-0000-7000-8000-${(++made).toString(16).padStart(12, "0")}`;
}

/** A case about to be stored. */
export function sampleCase(options: SampleOptions = {}): NewCase {
  const intent = options.intent ?? "bug_report";
  const case_id = options.case_id ?? sampleCaseId();
  return {
    case_id,
    created_at: options.created_at ?? new Date("2026-03-02T10:00:00Z"),
    request: {
      customer_id: options.customer_id ?? "cust_1",
      message: options.message ?? `The export button does nothing (${case_id})`,
      product: options.product ?? "Planner",
    },
    intent,
    identity: options.identity ?? null,
    repeats_since: options.repeats_since ?? null,
    claim: options.claim ?? null,
    reply: REPLIES[intent],
    confidence: options.confidence ?? 0.9,
    explanation: sampleExplanation(case_id, intent, options),
  };
}

const REPLIES: Record<Intent, Reply> = {
  bug_report: {
    intent: "bug_report",
    ticket: {
      title: "Export button does nothing",
      severity: "Medium",
      affected_component: "Export",
      reproduction_steps: [],
      priority: "Medium",
      assigned_team: "Planner",
    },
    letter: "Hello,\n\nThe export button does nothing: we look into it as {{ticket_id}}.",
  },
  feature_request: {
    intent: "feature_request",
    requirement: {
      title: "Dark mode",
      description: "A dark mode.",
      user_story: "As a user, I want a dark mode, so that my eyes rest.",
      business_value: "Low: one customer asks",
      complexity_estimate: "Low",
      affected_components: ["Settings"],
      status: "Under Review",
    },
    letter: "Hello,\n\nDark mode is noted as {{ticket_id}}.",
  },
  general_inquiry: {
    intent: "general_inquiry",
    inquiry: {
      inquiry_category: "Billing",
      requires_human_review: false,
      suggested_resources: [],
    },
    letter: "Hello,\n\nA person will look at your bill.",
  },
};

function sampleExplanation(
  case_id: string,
  intent: Intent,
  { confidence = 0.9, review = false, reasons = ["low_margin"], similar }: SampleOptions,
): Explanation {
  const rest = (1 - confidence) / 2;
  const scores: Scores = {
    bug_report: rest,
    feature_request: rest,
    general_inquiry: rest,
    [intent]: confidence,
  };
  return {
    case_id,
    route: "local",
    scores,
    local: { scores, version: "test" },
    model: null,
    secondary_types: [],
    evidence: [],
    review: { required: review, reasons: review ? [...reasons] : [] },
    ...(similar && { similar }),
    language: "en",
    degraded: null,
    usage: { attempts: 0, input_tokens: 0, output_tokens: 0, cost_usd: 0 },
    timings_ms: { local: 0.2, model: 0, store: 0.1, total: 0.3 },
  };
}

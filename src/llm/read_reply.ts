/**
 * Reads the model's answer: JSON of the shape that was asked for, or a
 * complaint that can be sent back to it.
 *
 * @module
 */
import { z } from "zod";
import { type Intent, INTENTS } from "../triage/intent.ts";
import type { Product } from "../triage/catalog.ts";
import type { Reply } from "../triage/reply.ts";
import { extractJson } from "./extract_json.ts";
import { replyShapes } from "./wire_reply.ts";

/** The model's answer, of the right shape; lengths, names and addresses are unchecked. */
export interface ReadReply {
  readonly kind: "read";
  readonly reply: Reply;
  /** What the model says of its own certainty; `null` where it does not. */
  readonly self_report: Readonly<Record<Intent, number>> | null;
}

/** What is wrong with the model's answer, in words for the model. */
export interface Complaint {
  readonly kind: "complaint";
  readonly text: string;
}

const COMPLAINTS_MAX = 5;
const probability = z.number().min(0).max(1);

const envelope = z.object({
  message_type: z.enum(INTENTS).optional(),
  // Servers without strict schemas leave it out or write words: then there is no self-report.
  probabilities: z.object({
    bug_report: probability,
    feature_request: probability,
    general_inquiry: probability,
  }).optional().catch(undefined),
  response_data: z.record(z.string(), z.unknown()),
  customer_response: z.string(),
});

/**
 * Reads an answer.
 *
 * @param intents What was asked: one intent fixes the type, three leave it to the model.
 */
export function readReply(
  content: string,
  intents: readonly Intent[],
  product: Product,
): ReadReply | Complaint {
  const json = extractJson(content);
  if (json === undefined) return complaint(["The answer is not a JSON object"]);
  const outer = envelope.safeParse(json);
  if (!outer.success) return complaint(issuesOf(outer.error));
  const intent = intents.length === 1 ? intents[0] : outer.data.message_type;
  if (intent === undefined) {
    return complaint([`message_type: must be one of ${INTENTS.join(", ")}`]);
  }
  const reply = replyOf(intent, outer.data, product);
  if (!reply.success) return complaint(issuesOf(reply.error, ["response_data"]));
  return { kind: "read", reply: reply.data, self_report: outer.data.probabilities ?? null };
}

function replyOf(
  intent: Intent,
  { response_data, customer_response: letter }: z.infer<typeof envelope>,
  product: Product,
): { success: true; data: Reply } | { success: false; error: z.ZodError } {
  const shapes = replyShapes(product);
  switch (intent) {
    case "bug_report": {
      const read = shapes.bug_report.safeParse(response_data);
      if (!read.success) return read;
      // The team follows from the component: the catalogue says it, not the model.
      const ticket = { ...read.data.ticket, assigned_team: "" };
      return { success: true, data: { intent, ticket, letter } };
    }
    case "feature_request": {
      const read = shapes.feature_request.safeParse(response_data);
      if (!read.success) return read;
      const requirement = { ...read.data.product_requirement, status: "Under Review" as const };
      return { success: true, data: { intent, requirement, letter } };
    }
    case "general_inquiry": {
      const read = shapes.general_inquiry.safeParse(response_data);
      if (!read.success) return read;
      const suggested_resources = read.data.suggested_resources.map(({ url }) => ({
        title: "",
        url,
      }));
      const inquiry = { ...read.data, suggested_resources, requires_human_review: false };
      return { success: true, data: { intent, inquiry, letter } };
    }
  }
}

function complaint(issues: readonly string[]): Complaint {
  return { kind: "complaint", text: issues.slice(0, COMPLAINTS_MAX).join("; ") };
}

function issuesOf(error: z.ZodError, base: readonly string[] = []): string[] {
  return error.issues.map((issue) => `${[...base, ...issue.path].join(".")}: ${issue.message}`);
}

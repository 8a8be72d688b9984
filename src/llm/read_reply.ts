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
import { readSelfReport } from "./self_report.ts";
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
/** Key of `response_data` under which the reply stands. */
const REPLY_KEYS = { bug_report: "ticket", feature_request: "product_requirement" } as const;

const envelope = z.looseObject({
  message_type: z.enum(INTENTS).optional(),
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
  const { customer_response: letter } = outer.data;
  const reply = replyOf(intent, responseData(intent, outer.data), letter, product);
  if (!reply.success) return complaint(issuesOf(reply.error, ["response_data"]));
  return { kind: "read", reply: reply.data, self_report: readSelfReport(json, intent) };
}

/**
 * The reply's object. Servers without strict schemas leave out one of the two
 * wrappings: `{"ticket": …}` stands beside the letter, or its fields stand in
 * `response_data`.
 */
function responseData(intent: Intent, answer: z.infer<typeof envelope>): unknown {
  const inner = answer["response_data"];
  if (intent === "general_inquiry") return inner ?? answer;
  const key = REPLY_KEYS[intent];
  if (inner === undefined || inner === null) return { [key]: answer[key] };
  const isWrapped = typeof inner !== "object" ||
    INTENTS.some((other) => other !== "general_inquiry" && Object.hasOwn(inner, REPLY_KEYS[other]));
  return isWrapped ? inner : { [key]: inner };
}

function replyOf(
  intent: Intent,
  response_data: unknown,
  letter: string,
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

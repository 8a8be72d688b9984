/**
 * Reads the model's answer: JSON of the shape that was asked for or near to it,
 * or a complaint that can be sent back. Type and reply are read apart: a type
 * that is clear counts, whatever became of the reply.
 *
 * @module
 */
import { z } from "zod";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import {
  bugTicket,
  INQUIRY_CATEGORIES,
  productRequirement,
  type Reply,
} from "../triage/domain/reply.ts";
import { extractJson, objectIn } from "./extract_json.ts";
import { listOf, objectOf, text, wordOf } from "./near_shape.ts";
import { readSelfReport } from "./self_report.ts";
import { withoutThoughts } from "./thoughts.ts";

/** What was read of an answer. */
export interface ReadAnswer {
  /** The type that the model says; `null` where it says none. */
  readonly stated: Intent | null;
  /** What the model says of its own certainty; `null` where it does not. */
  readonly self_report: Readonly<Record<Intent, number>> | null;
  /** Of the right shape; lengths, names and addresses are unchecked. `null` where it is not readable. */
  readonly reply: Reply | null;
  /** What is wrong, in words for the model; `null` where all was readable. */
  readonly complaint: string | null;
}

const COMPLAINTS_MAX = 5;
/** Key of `response_data` under which the reply stands. */
const REPLY_KEYS = { bug_report: "ticket", feature_request: "product_requirement" } as const;
/** Names under which the outer object holds the answer, beside none at all. */
const WRAPPINGS = ["triage", "answer", "result", "response"];

const SHAPES = {
  bug_report: objectOf({
    ticket: objectOf({
      title: text,
      severity: wordOf(bugTicket.shape.severity.options),
      affected_component: text,
      reproduction_steps: listOf(text),
      priority: wordOf(bugTicket.shape.priority.options),
    }),
  }),
  feature_request: objectOf({
    product_requirement: objectOf({
      title: text,
      description: text,
      user_story: text,
      business_value: text,
      complexity_estimate: wordOf(
        productRequirement.shape.complexity_estimate.options,
      ),
      affected_components: listOf(text),
    }),
  }),
  general_inquiry: objectOf({
    inquiry_category: wordOf(INQUIRY_CATEGORIES),
    suggested_resources: listOf(
      z.preprocess(
        (given) => typeof given === "string" ? { url: given } : given,
        z.object({ url: text }),
      ),
    ),
  }),
} as const;

const letterOf = z.object({ customer_response: text });
const type = wordOf(INTENTS);

/**
 * Reads an answer.
 *
 * @param intents What was asked: one intent fixes the type, three leave it to the model.
 */
export function readReply(content: string, intents: readonly Intent[]): ReadAnswer {
  const json = extractJson(content);
  if (json === undefined) return unreadable(["The answer is not a JSON object"]);
  const answer = unwrapped(json as Fields);
  const said = type.safeParse(answer["message_type"]).data ?? null;
  const stated = intents.length === 1 ? intents[0] ?? null : said;
  if (stated === null) return unreadable([`message_type: must be one of ${INTENTS.join(", ")}`]);
  const self_report = readSelfReport(answer, stated);
  const letter = letterOf.safeParse(answer);
  const reply = replyOf(stated, responseData(stated, answer), letter.data?.customer_response ?? "");
  const issues = [
    ...(letter.success ? [] : issuesOf(letter.error)),
    ...("error" in reply ? issuesOf(reply.error, ["response_data"]) : []),
  ];
  return issues.length > 0 || "error" in reply
    ? { ...unreadable(issues), stated, self_report }
    : { stated, self_report, reply: reply.data, complaint: null };
}

/** The type that an answer says though it was cut off; `null` where it did not get that far. */
export function typeOfCutAnswer(content: string): Intent | null {
  const said = /"message_type"\s*:\s*"([^"]*)"/.exec(withoutThoughts(content))?.[1];
  return type.safeParse(said).data ?? null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields of the wrapping and of what it holds, side by side; the inner ones win. */
function unwrapped(json: Fields): Fields {
  const held = WRAPPINGS.map((name) => objectIn(json[name])).find((inner) => inner !== undefined);
  return held === undefined ? json : { ...json, ...(held as Fields) };
}

/**
 * The reply's object. Servers without strict schemas leave out one of the two
 * wrappings: `{"ticket": …}` stands beside the letter, or its fields stand in
 * `response_data`.
 */
function responseData(intent: Intent, answer: Fields): unknown {
  const given = answer["response_data"];
  const inner = objectIn(given) ?? given;
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
): { readonly data: Reply } | { readonly error: z.ZodError } {
  switch (intent) {
    case "bug_report": {
      const { data, error } = SHAPES.bug_report.safeParse(response_data);
      if (error) return { error };
      // The team follows from the component: the catalogue says it, not the model.
      return { data: { intent, ticket: { ...data.ticket, assigned_team: "" }, letter } };
    }
    case "feature_request": {
      const { data, error } = SHAPES.feature_request.safeParse(response_data);
      if (error) return { error };
      const requirement = { ...data.product_requirement, status: "Under Review" as const };
      return { data: { intent, requirement, letter } };
    }
    case "general_inquiry": {
      const { data, error } = SHAPES.general_inquiry.safeParse(response_data);
      if (error) return { error };
      const suggested_resources = data.suggested_resources.map(({ url }) => ({ title: "", url }));
      const inquiry = { ...data, suggested_resources, requires_human_review: false };
      return { data: { intent, inquiry, letter } };
    }
  }
}

function unreadable(issues: readonly string[]): ReadAnswer {
  const complaint = issues.slice(0, COMPLAINTS_MAX).join("; ");
  return { stated: null, self_report: null, reply: null, complaint };
}

function issuesOf(error: z.ZodError, base: readonly string[] = []): string[] {
  return error.issues.map((issue) => `${[...base, ...issue.path].join(".")}: ${issue.message}`);
}

/**
 * Holds drafted replies against annotated messages, field by field.
 *
 * @module
 */
import { z } from "zod";
import { INTENTS } from "../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES, type Reply, REPLY_LIMITS } from "../triage/domain/reply.ts";
import { type Review, REVIEW_REASONS } from "../triage/domain/review.ts";

const words = z.array(z.string());

/** An annotated message: what a good reply to it must have. */
export const annotatedMessage = z.object({
  id: z.string(),
  product: z.string(),
  text: z.string(),
  label: z.enum(INTENTS),
  expect: z.object({
    /** Any of these is right. */
    components: words.optional(),
    severity: words.optional(),
    priority: words.optional(),
    /** Stretches of the message that must be steps, in order. */
    steps: words.optional(),
    /** Of each group one must be in the title. */
    title_must: z.array(words).optional(),
    title_must_not: words.optional(),
    /** Of each group one must be in the story. */
    story_must: z.array(words).optional(),
    role: words.optional(),
    value: words.optional(),
    complexity: words.optional(),
    category: z.array(z.enum(INQUIRY_CATEGORIES)).optional(),
    review: z.boolean().optional(),
    review_reasons: z.array(z.enum(REVIEW_REASONS)).optional(),
    /** Pages that may be suggested; empty, none may. */
    resources: words.optional(),
    secondary: z.array(z.enum(INTENTS)).optional(),
  }),
});

/** An annotated message. */
export type AnnotatedMessage = z.infer<typeof annotatedMessage>;

/** What was said of one field of one reply. */
export interface FieldOutcome {
  readonly field: string;
  readonly right: number;
  readonly of: number;
  /** What was wrong, for people. */
  readonly note?: string;
}

/** Judges one reply, drafted for the annotated type. */
export function judgeDraft(
  row: AnnotatedMessage,
  reply: Reply,
  review: Review,
): readonly FieldOutcome[] {
  const outcomes: FieldOutcome[] = [];
  const { expect } = row;
  const one = (field: string, right: boolean, note: string) =>
    outcomes.push({ field, right: right ? 1 : 0, of: 1, ...(right ? {} : { note }) });
  const among = (field: string, accepted: readonly string[] | undefined, got: string) => {
    if (accepted !== undefined) one(field, accepted.includes(got), `${got} is not in ${accepted}`);
  };

  switch (reply.intent) {
    case "bug_report": {
      const { ticket } = reply;
      among("component", expect.components, ticket.affected_component);
      among("severity", expect.severity, ticket.severity);
      among("priority", expect.priority, ticket.priority);
      outcomes.push(...judgeSteps(row, ticket.reproduction_steps));
      outcomes.push(judgeTitle(row, ticket.title));
      break;
    }
    case "feature_request": {
      const { requirement } = reply;
      const first = requirement.affected_components[0] ?? "";
      among("component", expect.components, first);
      among("value", expect.value, requirement.business_value.split(":")[0] ?? "");
      among("complexity", expect.complexity, requirement.complexity_estimate);
      const story = requirement.user_story;
      for (const group of expect.story_must ?? []) {
        one("story", holdsOne(story, group), `none of ${group} in: ${story}`);
      }
      among("role", expect.role, /^As an? (.+?), I want/.exec(story)?.[1] ?? "");
      outcomes.push(judgeTitle(row, requirement.title));
      break;
    }
    case "general_inquiry": {
      const { inquiry } = reply;
      among("category", expect.category, inquiry.inquiry_category);
      const got = inquiry.suggested_resources.map(({ title }) => title);
      if (expect.resources !== undefined) {
        const right = expect.resources.length === 0
          ? got.length === 0
          : got.length > 0 && got.every((title) => expect.resources?.includes(title));
        one(
          "resources",
          right,
          `got ${got.join("; ") || "none"}, may be ${expect.resources.join("; ") || "none"}`,
        );
      }
      break;
    }
  }
  if (expect.review === true) {
    one("review recall", review.required, "not sent to a person");
    for (const reason of expect.review_reasons ?? []) {
      one("review reason", review.reasons.includes(reason), `${reason} not in ${review.reasons}`);
    }
  } else if (expect.review === false) {
    one("no needless review", !review.required, `sent to a person: ${review.reasons}`);
  }
  return outcomes;
}

function judgeTitle({ expect, text }: AnnotatedMessage, title: string): FieldOutcome {
  const faults: string[] = [];
  if (title.length > REPLY_LIMITS.title_characters) faults.push("too long");
  for (const group of expect.title_must ?? []) {
    if (!holdsOne(title, group)) faults.push(`none of ${group}`);
  }
  for (const banned of expect.title_must_not ?? []) {
    if (title.toLowerCase().includes(banned.toLowerCase())) faults.push(`holds ${banned}`);
  }
  const last = /[\p{L}\p{N}]+$/u.exec(title)?.[0].toLowerCase();
  const whole = text.toLowerCase();
  if (last !== undefined && whole.includes(last) && !wordIn(whole, last)) {
    faults.push(`cut word ${last}`);
  }
  return {
    field: "title",
    right: faults.length === 0 ? 1 : 0,
    of: 1,
    ...(faults.length === 0 ? {} : { note: `${faults.join(", ")}: ${title}` }),
  };
}

function judgeSteps({ expect, text }: AnnotatedMessage, steps: readonly string[]): FieldOutcome[] {
  const got = steps.map(folded);
  const spans = expect.steps ?? [];
  const found = spans.filter((span) => got.some((step) => step.includes(folded(span))));
  const missed = spans.filter((span) => !found.includes(span));
  const whole = folded(text);
  const invented = steps.filter((step) => !whole.includes(folded(step)));
  const extra = spans.length === 0 && expect.steps !== undefined ? steps.length : 0;
  return [
    ...(spans.length === 0 ? [] : [{
      field: "step spans",
      right: found.length,
      of: spans.length,
      ...(missed.length === 0
        ? {}
        : { note: `missed ${missed.join(" | ")}; got ${steps.join(" | ")}` }),
    }]),
    ...(steps.length === 0 ? [] : [{
      field: "steps not invented",
      right: steps.length - invented.length,
      of: steps.length,
      ...(invented.length === 0 ? {} : { note: `invented ${invented.join(" | ")}` }),
    }]),
    ...(spans.length > 0 || expect.steps === undefined ? [] : [{
      field: "no steps where none",
      right: extra === 0 ? 1 : 0,
      of: 1,
      ...(extra === 0 ? {} : { note: `got ${steps.join(" | ")}` }),
    }]),
  ];
}

function holdsOne(text: string, choices: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return choices.some((choice) => lower.includes(choice.toLowerCase()));
}

function wordIn(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u").test(text);
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

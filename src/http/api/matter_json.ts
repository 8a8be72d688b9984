/**
 * Matters, requirements and what rises, as JSON.
 *
 * @module
 */
import { z } from "zod";
import { INTENTS } from "../../triage/domain/intent.ts";
import {
  type LikelySame,
  type Matter,
  MATTER_ACTS,
  type MatterCase,
  type MatterRecord,
  type Requirement,
} from "../../triage/domain/matter.ts";
import type { ToldRise } from "../../triage/domain/rising.ts";
import { bugTicket } from "../../triage/domain/reply.ts";

const time = z.iso.datetime();
const count = z.int().min(0);
const counted = z.array(z.strictObject({ name: z.string(), cases: count }));

const matter = {
  matter_id: z.string(),
  message_type: z.enum(INTENTS).describe("Of the first report."),
  title: z.string().nullable()
    .describe("Of the first case that still has its text; null once all are erased."),
  first_case_id: z.string().nullable(),
  ticket_id: z.string().nullable().describe("The first report's: letters name it."),
  component: z.string().nullable(),
  first_at: time.nullable(),
  last_at: time.nullable(),
  cases: count,
  customers: count,
  severity: bugTicket.shape.severity.nullable().describe("The gravest of all its tickets."),
  solved_at: time.nullable(),
  solved_by: z.string().nullable(),
  rising_since: time.nullable().describe("Since when more is told of it than is usual."),
};

/** Schema of a matter in a list. */
export const matterJson = z.strictObject(matter)
  .meta({ id: "Matter", description: "Cases that tell of one thing, kept together." });

/** Schema of a matter with all that its cases tell together. */
export const matterRecordJson = z.strictObject({
  ...matter,
  by_day: z.array(z.strictObject({ day: z.iso.date(), cases: count }))
    .describe("In UTC, days without a case left out."),
  products: counted,
  versions: counted,
  reproduction_steps: z.array(z.string()).describe("The best told of all."),
  steps_case_id: z.string().nullable(),
  events: z.array(z.strictObject({
    number: z.int().min(1),
    act: z.enum(MATTER_ACTS),
    at: time,
    by: z.string().nullable().describe("null is the service itself."),
    case_ids: z.array(z.string()),
    undone_at: time.nullable(),
  })).describe("What was done with it, the newest first."),
}).meta({ id: "MatterRecord", description: "A matter with what its cases tell together." });

/** Schema of a matter's case. */
export const matterCaseJson = z.strictObject({
  case_id: z.string(),
  created_at: time,
  customer_id: z.string().nullable().describe("null once erased."),
  ticket_id: z.string().nullable(),
  title: z.string().nullable(),
  words: z.string().nullable().describe("The customer's own, in short."),
  joined_at: time,
  joined_by: z.string().nullable().describe("null is the service itself."),
  probability: z.number().min(0).max(1).nullable()
    .describe("How sure the service was that it tells of the same."),
}).meta({ id: "MatterCase" });

/** Schema of what probably tells of the same as a matter. */
export const likelySameJson = z.strictObject({
  matter_id: z.string().nullable().describe("null where a case stands alone."),
  ticket_id: z.string().nullable(),
  title: z.string().nullable().describe("The matter's; null of a case that stands alone."),
  case_id: z.string().describe("The most alike case of it."),
  cases: count.describe("In all."),
  alike: count.describe("That are probably of the matter."),
  probability: z.number().min(0).max(1).describe("Of the most alike one."),
  why: z.array(z.string()),
  differs: z.array(z.string()).describe("What keeps the most alike one apart, if anything."),
}).meta({ id: "LikelySame" });

/** Schema of a requirement with those who asked for it. */
export const requirementJson = z.strictObject({
  ticket_id: z.string().nullable(),
  title: z.string().nullable(),
  customers: count,
  cases: count,
  matter_id: z.string().nullable().describe("null where one case alone asks."),
  case_id: z.string(),
  first_at: time,
  words: z.array(z.strictObject({
    case_id: z.string(),
    customer_id: z.string().nullable(),
    text: z.string(),
  })).describe("In whose words, of different customers; erased ones are left out."),
}).meta({ id: "Requirement" });

/** Schema of something that rises. */
export const risingJson = z.strictObject({
  rising_id: z.string(),
  matter_id: z.string().nullable().describe("null where a component rises."),
  component: z.string().nullable().describe("null where a matter rises."),
  ticket_id: z.string().nullable(),
  title: z.string().nullable(),
  onset: time.describe("Its first report."),
  found_at: time,
  reports: count.describe("From its first report until it was found."),
  expected: z.number().min(0).describe("As many as its past lets expect in that time."),
  probability: z.number().min(0).max(1)
    .describe("How probable so many were, had nothing been the matter."),
}).meta({ id: "Rising" });

/** Schema of a page of anything. */
export function pageJson(item: z.ZodType, id: string) {
  return z.strictObject({
    items: z.array(item),
    next_cursor: z.string().nullable()
      .describe("The `cursor` of the next page; null on the last one."),
  }).meta({ id });
}

/** A matter with its times written out. */
export function toMatterJson(given: Matter): z.infer<typeof matterJson> {
  return {
    ...given,
    first_at: given.first_at?.toISOString() ?? null,
    last_at: given.last_at?.toISOString() ?? null,
    solved_at: given.solved_at?.toISOString() ?? null,
    rising_since: given.rising_since?.toISOString() ?? null,
  };
}

/** A matter's record with its times written out. */
export function toMatterRecordJson(record: MatterRecord): z.infer<typeof matterRecordJson> {
  return {
    ...record,
    ...toMatterJson(record),
    by_day: [...record.by_day],
    products: [...record.products],
    versions: [...record.versions],
    reproduction_steps: [...record.reproduction_steps],
    events: record.events.map((event) => ({
      ...event,
      case_ids: [...event.case_ids],
      at: event.at.toISOString(),
      undone_at: event.undone_at?.toISOString() ?? null,
    })),
  };
}

/** A matter's case with its times written out. */
export function toMatterCaseJson(given: MatterCase): z.infer<typeof matterCaseJson> {
  return {
    ...given,
    created_at: given.created_at.toISOString(),
    joined_at: given.joined_at.toISOString(),
  };
}

/** What probably tells of the same, as plain data. */
export function toLikelySameJson(given: LikelySame): z.infer<typeof likelySameJson> {
  return { ...given, why: [...given.why], differs: [...given.differs] };
}

/** A requirement with its times written out. */
export function toRequirementJson(given: Requirement): z.infer<typeof requirementJson> {
  return { ...given, words: [...given.words], first_at: given.first_at.toISOString() };
}

/** What rises, with its times written out. */
export function toRisingJson(
  { kind, name, onset, found_at, ...rise }: ToldRise,
): z.infer<typeof risingJson> {
  return {
    ...rise,
    matter_id: kind === "matter" ? name : null,
    component: kind === "component" ? name : null,
    onset: new Date(onset).toISOString(),
    found_at: new Date(found_at).toISOString(),
  };
}

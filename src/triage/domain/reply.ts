/**
 * What the team and the customer get back: response data, one schema per
 * intent, and the letter. One schema serves HTTP, the model, OpenAPI and the store.
 *
 * @module
 */
import { z } from "zod";

/** Limits of a reply, in characters and items. */
export const REPLY_LIMITS = {
  title_characters: 80,
  step_characters: 300,
  steps: 20,
  description_characters: 2_000,
  story_characters: 500,
  rationale_characters: 300,
  components: 8,
  resources: 5,
  letter_characters: 2_000,
} as const;

const level = z.enum(["Low", "Medium", "High"]);
const title = z.string().min(1).max(REPLY_LIMITS.title_characters);

/** A bug ticket as drafted, before the store gives it an id. */
export const bugTicket = z.strictObject({
  title,
  severity: z.enum(["Low", "Medium", "High", "Critical"]),
  affected_component: z.string().min(1),
  reproduction_steps: z.array(z.string().min(1).max(REPLY_LIMITS.step_characters))
    .max(REPLY_LIMITS.steps),
  priority: z.enum(["Low", "Medium", "High", "Urgent"]),
  assigned_team: z.string().min(1),
});

/** A product requirement as drafted, before the store gives it an id. */
export const productRequirement = z.strictObject({
  title,
  description: z.string().min(1).max(REPLY_LIMITS.description_characters),
  user_story: z.string().regex(/^As an? .+, I want .+, so that .+/s)
    .max(REPLY_LIMITS.story_characters),
  business_value: z.string().regex(/^(High|Medium|Low): .+/s)
    .max(REPLY_LIMITS.rationale_characters),
  complexity_estimate: level,
  affected_components: z.array(z.string().min(1)).min(1).max(REPLY_LIMITS.components),
  status: z.literal("Under Review"),
});

/** The kinds of inquiry. */
export const INQUIRY_CATEGORIES = [
  "Account Management",
  "Billing",
  "Usage Question",
  "Other",
] as const;

/** One kind of inquiry. */
export type InquiryCategory = typeof INQUIRY_CATEGORIES[number];

/** A page of the catalogue that may help the customer. */
export const suggestedResource = z.strictObject({ title: z.string().min(1), url: z.url() });

/** The answer to an inquiry. */
export const inquiryAnswer = z.strictObject({
  inquiry_category: z.enum(INQUIRY_CATEGORIES),
  requires_human_review: z.boolean(),
  suggested_resources: z.array(suggestedResource).max(REPLY_LIMITS.resources),
});

/** A bug ticket without its id. */
export type BugTicket = z.infer<typeof bugTicket>;
/** A product requirement without its id. */
export type ProductRequirement = z.infer<typeof productRequirement>;
/** The answer to an inquiry. */
export type InquiryAnswer = z.infer<typeof inquiryAnswer>;

/** A drafted reply. `letter` may hold {@linkcode TICKET_ID_MARK}, filled in when the id is known. */
export type Reply =
  | { readonly intent: "bug_report"; readonly ticket: BugTicket; readonly letter: string }
  | {
    readonly intent: "feature_request";
    readonly requirement: ProductRequirement;
    readonly letter: string;
  }
  | {
    readonly intent: "general_inquiry";
    readonly inquiry: InquiryAnswer;
    readonly letter: string;
  };

/** Stands in a letter where the ticket's or requirement's id belongs. */
export const TICKET_ID_MARK = "{{ticket_id}}";

/** How ids of each intent begin; inquiries have no ticket. */
export const TICKET_PREFIX = {
  bug_report: "BUG",
  feature_request: "FR",
  general_inquiry: null,
} as const;

/**
 * What people do with stored cases: find them, take them from the queue, say
 * what is right, have them forgotten.
 *
 * @module
 */
import { z } from "zod";
import type { Answer } from "./answer.ts";
import type { CaseJoining } from "./case.ts";
import type { Explanation } from "./explanation.ts";
import { Failure } from "./failure.ts";
import { type Intent, INTENTS } from "./intent.ts";
import type { CustomerMessage } from "./message.ts";
import type { ReviewReason } from "./review.ts";
import { INQUIRY_CATEGORIES, type InquiryCategory, type Reply, REPLY_LIMITS } from "./reply.ts";

/** Review states. The moves: needed -> in_review by a claim; any -> done by a correction. */
export const REVIEW_STATES = ["none", "needed", "in_review", "done"] as const;

/** Where a case stands with the people who look at it. */
export type ReviewState = typeof REVIEW_STATES[number];

/** Limits of what people write and read, in characters and cases. */
export const DESK_LIMITS = {
  note_characters: 2_000,
  person_characters: 64,
  page_cases: 200,
  default_page_cases: 50,
} as const;

/** Cases are counted no further: who sees "more than 10,000" narrows the filter. */
export const COUNTED_CASES = 10_000;

/** A claimed case goes back to the queue when nothing was said for this long. */
export const CLAIM_LAPSES_AFTER_MS = 30 * 60 * 1000;

/** Time in which a correction can be undone by whoever made it. */
export const UNDO_WITHIN_MS = 60_000;

/** What JSON Schema can say of the rule against NUL characters. */
const NO_NUL = "^[^\\u0000]*$";

/** The same, and of the rule against blanks alone. */
const NO_NUL_NOT_BLANK = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$";

function written(maxCharacters: number) {
  return z.string().max(maxCharacters)
    .refine((text) => !text.includes("\0"), "must not contain NUL characters")
    .refine((text) => text.isWellFormed(), "must not contain lone surrogates")
    .meta({ pattern: NO_NUL });
}

/** Schema of a correction. */
export const correction = z.strictObject({
  message_type: z.enum(INTENTS).optional(),
  inquiry_category: z.enum(INQUIRY_CATEGORIES).optional(),
  customer_response: written(REPLY_LIMITS.letter_characters)
    .refine((text) => text.trim() !== "", "must not be empty")
    .meta({ minLength: 1, pattern: NO_NUL_NOT_BLANK })
    .optional()
    .describe("The letter as a person edited it."),
  note: written(DESK_LIMITS.note_characters).optional(),
  last_corrected_at: z.iso.datetime().nullable().optional()
    .describe(
      "`corrected_at` of the last correction that you saw, null where you saw none. Where another " +
        "is the last by now, the answer is `case_conflict` and the case stays as it is.",
    ),
}).meta({
  id: "Correction",
  description: "A person's verdict. An empty one confirms the verdict in force. One that changes " +
    "the type gives the case its ticket or requirement and a fresh letter.",
});

/** Schema of whose case it is to be. */
export const assignment = z.strictObject({
  assigned_to: written(DESK_LIMITS.person_characters)
    .refine((text) => text.trim() !== "", "must not be empty")
    .meta({ minLength: 1, pattern: NO_NUL_NOT_BLANK })
    .nullable()
    .describe("Whose case it is to be, as the person's API key is named; null is nobody's."),
}).meta({ id: "Assignment", description: "Whose case it is to be." });

/** A person's verdict on a case. */
export type Correction = z.infer<typeof correction>;

/** What a case is held to be. */
export interface CaseVerdict {
  readonly message_type: Intent;
  /** `null` unless it is an inquiry; may be unknown after a person made it one. */
  readonly inquiry_category: InquiryCategory | null;
}

/** A correction as kept, beside the verdict that the service gave first. */
export interface CorrectionRecord extends CaseVerdict {
  readonly corrected_at: Date;
  /** Name of the API key, or "anonymous". */
  readonly corrected_by: string;
  readonly note: string | null;
  readonly first: CaseVerdict;
  /** The answer that gave way to a fresh or edited one; `null` where it stayed, and once erased. */
  readonly replaced_answer: Answer | null;
}

/** Everything about one case. What the customer wrote and was answered is `null` once erased. */
export interface CaseRecord extends CaseVerdict {
  readonly case_id: string;
  readonly created_at: Date;
  readonly ticket_id: string | null;
  /** Probability of the first verdict, in [0, 1]. */
  readonly confidence_score: number;
  readonly review: ReviewState;
  readonly claimed_by: string | null;
  readonly claimed_at: Date | null;
  /** Whose case it is; the queue shows it to nobody else. */
  readonly assigned_to: string | null;
  readonly assigned_at: Date | null;
  readonly erased_at: Date | null;
  readonly request: CustomerMessage | null;
  readonly answer: Answer | null;
  readonly explanation: Explanation | null;
  readonly corrections: readonly CorrectionRecord[];
}

/** Which cases are wanted; `null` leaves a filter out. */
export interface CaseFilter {
  /** The verdict in force. */
  readonly type: Intent | null;
  readonly review: ReviewState | null;
  readonly customer_id: string | null;
  /** Created then or later. */
  readonly since: Date | null;
  /** Words of the message, or the whole id of the case, its ticket or its customer. */
  readonly search?: string;
  /** One of the reasons for which a person should look. */
  readonly reason?: ReviewReason | null;
  /** Whose case it is. */
  readonly assigned_to?: string | null;
  /** Cases that are this person's or nobody's. */
  readonly open_to?: string | null;
}

/** Orders: the newest first, the least certain first, or the gravest first and of these the oldest. */
export const CASE_ORDERS = ["newest", "least_certain", "gravest"] as const;

/** One order of cases. */
export type CaseOrder = typeof CASE_ORDERS[number];

/** One page of cases. */
export interface PageRequest {
  readonly order: CaseOrder;
  readonly limit: number;
  /** Where the page before ended; `null` is the beginning. */
  readonly cursor: string | null;
}

/** A page of cases and where the next one begins. */
export interface CasePage {
  readonly items: readonly CaseRecord[];
  readonly next_cursor: string | null;
}

/** The cases beside one, in time. */
export interface CaseNeighbours {
  readonly older: string | null;
  readonly newer: string | null;
}

/** Reads and corrects stored cases. Every method throws {@linkcode Failure} `store_unavailable` while the store is away. */
export interface CaseDesk {
  /** @throws {Failure} `invalid_request` for a cursor that this service did not give. */
  list(filter: CaseFilter, page: PageRequest): Promise<CasePage>;
  /** How many cases a filter lets through, counted up to {@linkcode COUNTED_CASES} and one more. */
  count(filter: CaseFilter): Promise<number>;
  /** @throws {Failure} `not_found` */
  read(caseId: string): Promise<CaseRecord>;
  /** The ids of the cases that came before and after one; `null` where there is none. */
  neighbours(caseId: string): Promise<CaseNeighbours>;
  /**
   * Takes a case from the queue.
   *
   * @throws {Failure} `not_found`, or `case_conflict` when it is not there to be taken.
   */
  claim(caseId: string, person: string): Promise<CaseRecord>;
  /**
   * Makes it a person's case, or nobody's.
   *
   * @throws {Failure} `not_found`, or `case_conflict` once it is erased.
   */
  assign(caseId: string, person: string | null): Promise<CaseRecord>;
  /** Gives a claimed case back to the queue; does nothing where the person has not claimed it. */
  release(caseId: string, person: string): Promise<void>;
  /**
   * Writes down a person's verdict beside the first one.
   *
   * A case of another type than its matter's leaves the matter.
   *
   * @param draft The reply for the new verdict, which replaces the answer; left out, it stays.
   * @param joins The case that the draft says this one is put together with.
   * @throws {Failure} `not_found`, `invalid_request`, or `case_conflict` when
   * someone else has claimed the case, it was erased, the draft is of another type by now, or
   * another correction is the last than the one that was seen.
   */
  correct(
    caseId: string,
    correction: Correction,
    person: string,
    draft?: Reply | null,
    joins?: CaseJoining | null,
  ): Promise<CaseRecord>;
  /**
   * Takes back the last correction: verdict, answer and place in the queue are as before.
   *
   * @param correctedAt When the correction was made that is meant; left out, it is the last.
   * @throws {Failure} `not_found`, or `case_conflict` when there is none of this person's
   * within {@linkcode UNDO_WITHIN_MS}.
   */
  undo(caseId: string, person: string, correctedAt?: string): Promise<CaseRecord>;
  /** Erases all that a customer wrote and was answered; counts stay. The number of cases erased. */
  eraseCustomer(customerId: string): Promise<number>;
}

/** Whether this person may still take back the last correction of a case. */
export function mayUndo(
  { corrections, erased_at }: CaseRecord,
  person: string,
  now: Date,
): boolean {
  const last = corrections.at(-1);
  return last !== undefined && erased_at === null && last.corrected_by === person &&
    now.getTime() - last.corrected_at.getTime() <= UNDO_WITHIN_MS;
}

/**
 * The verdict that a correction leads to.
 *
 * @throws {Failure} `invalid_request` when it gives a category to what is no inquiry.
 */
export function correctedVerdict(inForce: CaseVerdict, given: Correction): CaseVerdict {
  const message_type = given.message_type ?? inForce.message_type;
  if (message_type === "general_inquiry") {
    return { message_type, inquiry_category: given.inquiry_category ?? inForce.inquiry_category };
  }
  if (given.inquiry_category === undefined) return { message_type, inquiry_category: null };
  throw new Failure("invalid_request", "Cannot correct the case: check inquiry_category", {
    errors: [{
      path: "inquiry_category",
      message: `only a general_inquiry has one, the case is a ${message_type}`,
    }],
  });
}

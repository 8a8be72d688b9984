/**
 * A matter: cases that tell of one thing, kept together. It holds no text of its
 * own: titles, steps and versions are read from its cases, and go with them.
 *
 * @module
 */
import { z } from "zod";
import { ID_SOURCE, isId, isName, NAME_SOURCE } from "./id.ts";
import type { Intent } from "./intent.ts";
import type { BugTicket } from "./reply.ts";

/** Limits of matters, in cases, days and items. */
export const MATTER_LIMITS = {
  /** That are put together in one request. */
  begin_cases: 100,
  page_matters: 200,
  default_page_matters: 50,
  /** On a page of a matter's cases. */
  page_cases: 200,
  /** The newest so many cases are read for customers' words, products and versions. */
  read_cases: 500,
  /** Counted day by day. */
  days: 400,
  /** Customers whose words a requirement shows. */
  words: 5,
  word_characters: 300,
  /** Versions and products that are named. */
  named: 20,
  events: 200,
  /** Similar cases that are looked at for one to be put together with. */
  looked_at: 5,
} as const;

/** How grave a ticket is, as a number; 0 is no ticket. */
export const SEVERITY_RANK: Readonly<Record<BugTicket["severity"], number>> = {
  Low: 1,
  Medium: 2,
  High: 3,
  Critical: 4,
};

/** A matter as lists show it. */
export interface Matter {
  readonly matter_id: string;
  /** Of the first report that it began with. A case that is corrected to another leaves it. */
  readonly message_type: Intent;
  /** Of the first case that still has its text; `null` once all are erased. */
  readonly title: string | null;
  /** The first report; `null` where people took all cases out of it. */
  readonly first_case_id: string | null;
  /**
   * Of the first report that it began with: letters name it, so it stays, whichever report is the
   * first by now. `null` for an inquiry.
   */
  readonly ticket_id: string | null;
  readonly component: string | null;
  readonly first_at: Date | null;
  readonly last_at: Date | null;
  readonly cases: number;
  readonly customers: number;
  /** The gravest of all its tickets. */
  readonly severity: BugTicket["severity"] | null;
  readonly solved_at: Date | null;
  readonly solved_by: string | null;
  /** Since when it rises. */
  readonly rising_since: Date | null;
}

/** Something counted. */
export interface Count {
  readonly name: string;
  readonly cases: number;
}

/** What people and the service did with a matter. */
export const MATTER_ACTS = ["began", "joined", "split", "solved", "reopened"] as const;

/** One thing that was done. */
export interface MatterEvent {
  readonly number: number;
  readonly act: typeof MATTER_ACTS[number];
  readonly at: Date;
  /** `null` is the service itself. */
  readonly by: string | null;
  /** The cases that it was about. */
  readonly case_ids: readonly string[];
  readonly undone_at: Date | null;
}

/** Everything about a matter. */
export interface MatterRecord extends Matter {
  /** In UTC, days without a case left out. */
  readonly by_day: readonly { readonly day: string; readonly cases: number }[];
  readonly products: readonly Count[];
  readonly versions: readonly Count[];
  /** The best told of all, and the case that tells them. */
  readonly reproduction_steps: readonly string[];
  readonly steps_case_id: string | null;
  /** The newest first. */
  readonly events: readonly MatterEvent[];
}

/** A case of a matter. */
export interface MatterCase {
  readonly case_id: string;
  readonly created_at: Date;
  /** `null` once erased. */
  readonly customer_id: string | null;
  readonly ticket_id: string | null;
  /** What was asked, wished or broken, as the case's title; `null` once erased. */
  readonly title: string | null;
  /** The customer's own words, in short; `null` once erased. */
  readonly words: string | null;
  readonly joined_at: Date;
  /** `null` is the service itself, which then was sure by `probability`. */
  readonly joined_by: string | null;
  readonly probability: number | null;
}

/** What probably tells of the same as a matter. */
export interface LikelySame {
  /** `null` where a case stands alone. */
  readonly matter_id: string | null;
  readonly ticket_id: string | null;
  /** Of the matter; `null` of a case. */
  readonly title: string | null;
  /** The most alike case of it. */
  readonly case_id: string;
  readonly cases: number;
  /** How many of its cases are probably of the matter. */
  readonly alike: number;
  /** Of the most alike case with the one of the matter that it is most like. */
  readonly probability: number;
  readonly why: readonly string[];
  readonly differs: readonly string[];
}

/** What one customer said. */
export interface CustomerWords {
  readonly case_id: string;
  readonly customer_id: string | null;
  readonly text: string;
}

/** A wish: a requirement with all who asked for it. */
export interface Requirement {
  readonly ticket_id: string | null;
  readonly title: string | null;
  readonly customers: number;
  readonly cases: number;
  /** `null` where one case alone asks. */
  readonly matter_id: string | null;
  readonly case_id: string;
  readonly first_at: Date;
  /** In whose words: of different customers, the newest first. */
  readonly words: readonly CustomerWords[];
}

/** Orders of matters, the most or the latest first. */
export const MATTER_ORDERS = ["latest", "customers", "cases", "severity"] as const;

/** Which matters are wanted; `null` leaves a filter out. */
export interface MatterFilter {
  readonly type: Intent | null;
  readonly state: "open" | "solved" | null;
}

/** One page of something. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** Which page is wanted. */
export interface PageAsked {
  readonly limit: number;
  /** Where the page before ended; `null` is the beginning. */
  readonly cursor: string | null;
}

/** An object, where that is what is wrong. */
const asObject = {
  error: (issue: { readonly code?: string }) =>
    issue.code === "invalid_type" ? "must be a JSON object" : undefined,
};

const caseId = z.string({ error: "must be the id of a case" })
  .refine(isId, { error: "must be the id of a case, as in its Location" })
  .meta({ pattern: `^${ID_SOURCE}$` });
const CASE_LIST = { error: `must be a list of 2 to ${MATTER_LIMITS.begin_cases} ids of cases` };

/** Schema of cases that are put together. */
export const beginning = z.strictObject({
  case_ids: z.array(caseId, CASE_LIST)
    .min(2, CASE_LIST)
    .max(MATTER_LIMITS.begin_cases, CASE_LIST)
    .refine((ids) => new Set(ids).size === ids.length, { error: "must name each case once" })
    .meta({
      description: "Cases that tell of one thing. Those that are in another matter leave it.",
      uniqueItems: true,
    }),
}, asObject).meta({ id: "MatterBeginning" });

/** Schema of what joins a matter. */
export const joining = z.strictObject({
  case_id: caseId.optional(),
  matter_id: z.string({ error: "must be the id or the number of a matter" })
    .refine(isName, { error: 'must be the id or the number of a matter, such as "BUG-12"' })
    .optional()
    .meta({
      pattern: `^${NAME_SOURCE}$`,
      description: "Its id, or its number. All its cases join.",
    }),
}, asObject).refine(
  ({ case_id, matter_id }) => (case_id === undefined) !== (matter_id === undefined),
  { error: "must give either case_id or matter_id" },
).meta({ id: "MatterJoining", minProperties: 1, maxProperties: 1 });

/** What a person named: a matter, or a case. */
export type Named = Readonly<{ matter_id: string } | { case_id: string }>;

/** What joins a matter: a case, or all cases of another. */
export type Joining = z.infer<typeof joining>;

/** What is known of the thing that a new message tells of. */
export interface KnownMatter {
  /** The case that the new one is like. */
  readonly case_id: string;
  /** `null` where that one stands alone. */
  readonly matter_id: string | null;
  readonly message_type: Intent;
  /** The number that a letter names. */
  readonly ticket_id: string | null;
  readonly solved: boolean;
  /** Whether the case itself is of a grave situation. */
  readonly grave: boolean;
}

/**
 * What people do with matters. Every method throws {@linkcode Failure}
 * `store_unavailable` while the store is away, and those that name a matter or a
 * case `not_found` where there is none.
 */
export interface MatterDesk {
  /** @throws {Failure} `invalid_request` for a cursor that this service did not give. */
  list(
    filter: MatterFilter,
    page: PageAsked & { readonly order: typeof MATTER_ORDERS[number] },
  ): Promise<Page<Matter>>;
  read(matterId: string): Promise<MatterRecord>;
  /** Its cases, the oldest first: who is to be told when it is solved. */
  cases(matterId: string, page: PageAsked): Promise<Page<MatterCase>>;
  /** The matter that a case is in; `null` where it is in none. */
  ofCase(caseId: string): Promise<Matter | null>;
  /**
   * What an id or a ticket's number names: a matter that is known by it, or else the case that it
   * is of; `null` where there is neither. People know a matter by its number alone.
   */
  named(name: string): Promise<Named | null>;
  /** What the matters of cases, or the cases themselves where they are in none, are known by; in order, without those that are not there. */
  known(caseIds: readonly string[]): Promise<readonly KnownMatter[]>;
  /** Makes one of cases that tell of one thing. */
  begin(caseIds: readonly string[], person: string): Promise<MatterRecord>;
  join(matterId: string, what: Named, person: string): Promise<MatterRecord>;
  /** Takes a case out. @throws {Failure} `not_found` when it is not in this matter. */
  split(matterId: string, caseId: string, person: string): Promise<MatterRecord>;
  /** @throws {Failure} `case_conflict` when it is solved already. */
  solve(matterId: string, person: string): Promise<MatterRecord>;
  /** @throws {Failure} `case_conflict` when it is not solved. */
  reopen(matterId: string, person: string): Promise<MatterRecord>;
  /**
   * Takes back what was done last.
   *
   * @throws {Failure} `case_conflict` when it was not the last, or is taken back already.
   */
  undo(matterId: string, event: number): Promise<MatterRecord>;
  /** Requirements, those that most customers asked for first. */
  requirements(page: PageAsked): Promise<Page<Requirement>>;
  /** How many customers asked for what a case asks for: those of its matter, or its own. */
  asked(caseId: string): Promise<Requirement | null>;
}

/**
 * The queries of `GET /cases` and `GET /cases/{case_id}/similar`.
 *
 * @module
 */
import { z } from "zod";
import {
  CASE_ORDERS,
  type CaseFilter,
  DESK_LIMITS,
  type PageRequest,
  REVIEW_STATES,
} from "../../triage/domain/desk.ts";
import { Failure, type FieldError } from "../../triage/domain/failure.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import { REVIEW_REASONS } from "../../triage/domain/review.ts";
import { SIMILAR_LIMITS } from "../../triage/domain/similar.ts";

/** Whole numbers from 1 on, as a query writes them. */
function countUpTo(most: number, description: string) {
  return z.string()
    .refine(
      (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= most,
      `must be a whole number from 1 to ${most}`,
    )
    .meta({ override: { type: "integer", minimum: 1, maximum: most }, description });
}

/** Schema of each parameter. */
export const caseQuery = {
  type: z.enum(INTENTS, { error: `must be one of ${INTENTS.join(", ")}` })
    .meta({ description: "The verdict in force." }),
  review: z.enum(REVIEW_STATES, { error: `must be one of ${REVIEW_STATES.join(", ")}` })
    .meta({ description: "Where the case stands with the people who look at it." }),
  customer_id: z.string()
    .refine((text) => text.trim() !== "" && !text.includes("\0"), "must be a customer's id")
    .meta({ minLength: 1, pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$" }),
  since: z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: "must be a date or a date and time such as 2026-03-02T10:00:00Z",
  }).meta({ description: "Created then or later." }),
  reason: z.enum(REVIEW_REASONS, { error: `must be one of ${REVIEW_REASONS.join(", ")}` })
    .meta({ description: "One of the reasons for which a person should look." }),
  assigned_to: z.string()
    .refine((text) => text.trim() !== "" && !text.includes("\0"), "must be a person's name")
    .meta({ minLength: 1, pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$" })
    .describe("Whose case it is."),
  order: z.enum(CASE_ORDERS, { error: `must be one of ${CASE_ORDERS.join(", ")}` })
    .meta({
      description: "Newest first (the default), least certain first, or gravest first and of " +
        "these the oldest.",
    }),
  limit: countUpTo(
    DESK_LIMITS.page_cases,
    `Most cases on a page, ${DESK_LIMITS.default_page_cases} by default, ` +
      `${DESK_LIMITS.page_cases} at most.`,
  ),
  cursor: z.string().meta({ description: "The `next_cursor` of the page before." }),
} as const;

/** Schema of the parameters of a list of similar cases. */
export const similarQuery = {
  limit: countUpTo(
    SIMILAR_LIMITS.cases,
    `Most cases given, ${SIMILAR_LIMITS.default_cases} by default, ${SIMILAR_LIMITS.cases} at most.`,
  ),
} as const;

type Name = keyof typeof caseQuery;

/**
 * Reads the query, naming every bad parameter at once.
 *
 * @throws {Failure} `invalid_request`
 */
export function readCaseQuery(
  query: URLSearchParams,
): { readonly filter: CaseFilter; readonly page: PageRequest } {
  const errors = misnamed(query, caseQuery);
  const read = <N extends Name>(name: N): z.infer<typeof caseQuery[N]> | null => {
    // A plus sign that was not escaped, as in +01:00, comes as a space.
    const given = name === "since" ? query.get(name)?.replace(" ", "+") : query.get(name);
    if (given === null || given === undefined) return null;
    const result = caseQuery[name].safeParse(given);
    if (result.success) return result.data as z.infer<typeof caseQuery[N]>;
    errors.push({ path: name, message: result.error.issues[0]?.message ?? "is not usable" });
    return null;
  };
  const since = read("since");
  const filter: CaseFilter = {
    type: read("type"),
    review: read("review"),
    customer_id: read("customer_id"),
    since: since === null ? null : new Date(since),
    reason: read("reason"),
    assigned_to: read("assigned_to")?.trim() ?? null,
  };
  const page: PageRequest = {
    order: read("order") ?? "newest",
    limit: Number(read("limit") ?? DESK_LIMITS.default_page_cases),
    cursor: read("cursor"),
  };
  if (errors.length > 0) throw unreadable(errors);
  return { filter, page };
}

/**
 * Reads the query of a list of similar cases.
 *
 * @throws {Failure} `invalid_request`
 */
export function readSimilarQuery(query: URLSearchParams): { readonly limit: number } {
  const errors = misnamed(query, similarQuery);
  const given = query.get("limit");
  const result = similarQuery.limit.optional().safeParse(given ?? undefined);
  if (!result.success) {
    errors.push({ path: "limit", message: result.error.issues[0]?.message ?? "is not usable" });
  }
  if (errors.length > 0) throw unreadable(errors);
  return { limit: Number(given ?? SIMILAR_LIMITS.default_cases) };
}

/** Parameters that are not known, or given more than once. */
function misnamed(query: URLSearchParams, known: Readonly<Record<string, unknown>>): FieldError[] {
  return [...new Set(query.keys())].flatMap((name): FieldError[] => {
    if (!Object.hasOwn(known, name)) {
      return [{ path: name.slice(0, 100), message: "is not a known parameter" }];
    }
    return query.getAll(name).length > 1 ? [{ path: name, message: "must be given once" }] : [];
  });
}

function unreadable(errors: readonly FieldError[]): Failure {
  const names = errors.map((error) => error.path);
  return new Failure("invalid_request", `Cannot read the query: check ${names.join(", ")}`, {
    errors,
  });
}

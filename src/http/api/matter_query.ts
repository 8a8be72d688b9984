/**
 * The queries of `GET /matters`, `GET /matters/{matter_id}/cases` and
 * `GET /requirements`.
 *
 * @module
 */
import { z } from "zod";
import { Failure, type FieldError } from "../../triage/domain/failure.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import { MATTER_LIMITS, MATTER_ORDERS } from "../../triage/domain/matter.ts";

const STATES = ["open", "solved"] as const;

const limit = z.string()
  .refine(
    (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= MATTER_LIMITS.page_matters,
    `must be a whole number from 1 to ${MATTER_LIMITS.page_matters}`,
  )
  .meta({
    override: { type: "integer", minimum: 1, maximum: MATTER_LIMITS.page_matters },
    description: `Most on a page, ${MATTER_LIMITS.default_page_matters} by default, ` +
      `${MATTER_LIMITS.page_matters} at most.`,
  });
const cursor = z.string().meta({ description: "The `next_cursor` of the page before." });

/** Schema of what pages through anything. */
export const pageQuery = { limit, cursor } as const;

/** Schema of each parameter of the list of matters. */
export const matterQuery = {
  type: z.enum(INTENTS, { error: `must be one of ${INTENTS.join(", ")}` })
    .meta({ description: "The verdict in force of the first report." }),
  state: z.enum(STATES, { error: `must be one of ${STATES.join(", ")}` }),
  order: z.enum(MATTER_ORDERS, { error: `must be one of ${MATTER_ORDERS.join(", ")}` }).meta({
    description: "Last heard of first (the default), most customers, most cases or gravest first.",
  }),
  ...pageQuery,
} as const;

type Schemas = Readonly<Record<string, z.ZodType<string>>>;
type Read<S extends Schemas> = { readonly [Name in keyof S]: z.infer<S[Name]> | null };

/**
 * Reads a query, naming every bad parameter at once; `null` for what is not given.
 *
 * @throws {Failure} `invalid_request`
 */
export function readQuery<S extends Schemas>(schemas: S, query: URLSearchParams): Read<S> {
  const errors: FieldError[] = [];
  for (const name of new Set(query.keys())) {
    if (!Object.hasOwn(schemas, name)) {
      errors.push({ path: name.slice(0, 100), message: "is not a known parameter" });
    } else if (query.getAll(name).length > 1) {
      errors.push({ path: name, message: "must be given once" });
    }
  }
  const read = Object.entries(schemas).map(([name, schema]) => {
    const given = query.get(name);
    if (given === null) return [name, null];
    const result = schema.safeParse(given);
    if (result.success) return [name, result.data];
    errors.push({ path: name, message: result.error.issues[0]?.message ?? "is not usable" });
    return [name, null];
  });
  if (errors.length === 0) return Object.fromEntries(read) as Read<S>;
  const names = errors.map((error) => error.path);
  throw new Failure("invalid_request", `Cannot read the query: check ${names.join(", ")}`, {
    errors,
  });
}

/** The page that a query asks for. */
export function pageOf(
  { limit, cursor }: { readonly limit: string | null; readonly cursor: string | null },
) {
  return { limit: Number(limit ?? MATTER_LIMITS.default_page_matters), cursor };
}

/**
 * Stored cases: `GET /cases`, `GET /cases/{case_id}`, `…/similar`, `…/claim`,
 * `…/assignment`, `…/correction`, `DELETE /customers`.
 *
 * @module
 */
import {
  assignment,
  type CaseDesk,
  type CaseFilter,
  type CaseOrder,
  correction,
  DESK_LIMITS,
} from "../../triage/domain/desk.ts";
import type { SimilarCases } from "../../triage/domain/similar.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { type BodyLimits, readJson } from "../door/body.ts";
import { caseIdOf } from "./case_named.ts";
import { checkBody } from "./check_body.ts";
import { toCaseJson } from "./case_json.ts";
import { readCaseQuery, readSimilarQuery } from "./case_query.ts";
import type { Route } from "../door/route.ts";

/** What the routes are made of. */
export interface CasesParts {
  readonly desk: CaseDesk;
  readonly similar: SimilarCases;
  readonly limits: BodyLimits;
}

const NDJSON = "application/x-ndjson";

/** The routes for the people who look at cases. */
export function casesRoutes({ desk, similar, limits }: CasesParts): readonly Route[] {
  return [
    {
      path: "/cases",
      scope: "read",
      methods: {
        async GET(request, { url }) {
          const { filter, page } = readCaseQuery(url.searchParams);
          if (wantsExport(request.headers)) {
            return new Response(exported(desk, filter, page.order), {
              headers: { "content-type": NDJSON },
            });
          }
          const { items, next_cursor } = await desk.list(filter, page);
          return Response.json({ items: items.map(toCaseJson), next_cursor });
        },
      },
    },
    {
      path: "/cases/:case_id",
      scope: "read",
      methods: {
        GET: async (_request, { params }) =>
          Response.json(toCaseJson(await desk.read(caseIdOf(params)))),
      },
    },
    {
      path: "/cases/:case_id/similar",
      scope: "read",
      methods: {
        async GET(_request, { params, url }) {
          const caseId = caseIdOf(params);
          const { limit } = readSimilarQuery(url.searchParams);
          return Response.json({ items: await similar.similarTo(caseId, limit) });
        },
      },
    },
    {
      path: "/cases/:case_id/claim",
      scope: "review",
      methods: {
        async POST(request, { params, caller }) {
          const record = await desk.claim(caseIdOf(params), caller.name);
          await request.body?.cancel();
          return Response.json(toCaseJson(record));
        },
      },
    },
    {
      path: "/cases/:case_id/assignment",
      scope: "review",
      methods: {
        async PUT(request, { params }) {
          const caseId = caseIdOf(params);
          const { assigned_to } = checkBody(
            assignment,
            "assign the case",
            await readJson(request, limits),
          );
          return Response.json(toCaseJson(await desk.assign(caseId, assigned_to)));
        },
      },
    },
    {
      path: "/cases/:case_id/correction",
      scope: "review",
      methods: {
        async POST(request, { params, caller }) {
          const caseId = caseIdOf(params);
          const given = checkBody(correction, "correct the case", await readJson(request, limits));
          return Response.json(toCaseJson(await desk.correct(caseId, given, caller.name)));
        },
        DELETE: async (_request, { params, caller }) =>
          Response.json(toCaseJson(await desk.undo(caseIdOf(params), caller.name))),
      },
    },
    {
      path: "/customers/:customer_id",
      scope: "admin",
      methods: { DELETE: (_request, { params }) => erase(desk, params["customer_id"]) },
    },
    {
      // A URL takes "." and ".." in its path for something else: such customers come in the query.
      path: "/customers",
      scope: "admin",
      methods: {
        DELETE(_request, { url }) {
          const given = [...url.searchParams.keys()];
          if (given.length === 1) return erase(desk, url.searchParams.get("customer_id"));
          throw new Failure("invalid_request", "Cannot erase a customer: give one customer_id");
        },
      },
    },
  ];
}

function wantsExport(headers: Headers): boolean {
  return headers.get("accept")?.split(",").some((each) => each.split(";")[0]?.trim() === NDJSON) ??
    false;
}

/** All cases that the filter lets through, a line each; read no faster than the client takes them. */
function exported(
  desk: CaseDesk,
  filter: CaseFilter,
  order: CaseOrder,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | null = null;
  return new ReadableStream({
    async pull(controller) {
      const page = await desk.list(filter, { order, limit: DESK_LIMITS.page_cases, cursor });
      const lines = page.items.map((record) => JSON.stringify(toCaseJson(record)) + "\n");
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      cursor = page.next_cursor;
      if (cursor === null) controller.close();
    },
  }, { highWaterMark: 0 });
}

/** @throws {Failure} `invalid_request` for what no customer is called. */
async function erase(desk: CaseDesk, customerId: string | null | undefined): Promise<Response> {
  if (!customerId || customerId.trim() === "" || customerId.includes("\0")) {
    throw new Failure("invalid_request", "Cannot erase a customer without an id");
  }
  await desk.eraseCustomer(customerId);
  return new Response(null, { status: 204 });
}

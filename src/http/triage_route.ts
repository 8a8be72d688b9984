/**
 * `POST /process-customer-message`: contract section 1.
 *
 * @module
 */
import { Failure } from "../triage/failure.ts";
import { checkMessage } from "../triage/message.ts";
import type { Triage } from "../triage/triage.ts";
import { type BodyLimits, readJson } from "./body.ts";
import type { Route } from "./route.ts";

/** The product's one endpoint. */
export function triageRoute(triage: Triage, limits: BodyLimits): Route {
  return {
    path: "/process-customer-message",
    methods: {
      async POST(request, { url }) {
        const explain = readExplain(url.searchParams);
        const message = checkMessage(await readJson(request, limits));
        const stored = await triage(message, request.signal);
        const body = explain
          ? { ...stored.answer, explanation: stored.explanation }
          : stored.answer;
        return Response.json(body, { headers: { location: `/cases/${stored.case_id}` } });
      },
    },
  };
}

/**
 * Reads `?explain=true`.
 *
 * @throws {Failure} `invalid_request`
 */
export function readExplain(query: URLSearchParams): boolean {
  const given = query.getAll("explain");
  if (given.length === 0) return false;
  if (given.length === 1 && (given[0] === "true" || given[0] === "false")) {
    return given[0] === "true";
  }
  throw new Failure("invalid_request", "Cannot read the query: check explain", {
    errors: [{ path: "explain", message: 'must be "true" or "false"' }],
  });
}

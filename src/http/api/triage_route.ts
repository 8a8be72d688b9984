/**
 * `POST /process-customer-message`, as the OpenAPI document describes it.
 *
 * @module
 */
import { renderBody, type Showing } from "../../triage/domain/case.ts";
import { Failure } from "../../triage/domain/failure.ts";
import type { IdempotencyLedger } from "../../triage/domain/idempotency.ts";
import { parseJson } from "../../triage/domain/json.ts";
import { checkMessage } from "../../triage/domain/message.ts";
import type { Triage } from "../../triage/triage.ts";
import { allows } from "../../keys/scope.ts";
import type { Caller } from "../door/auth.ts";
import { type BodyLimits, readJsonBytes } from "../door/body.ts";
import { answerOnce, caseAnswer, fingerprint, noReply, readIdempotencyKey } from "./idempotency.ts";
import type { Route } from "../door/route.ts";

/** What the route is made of. */
export interface TriageRouteParts {
  readonly triage: Triage;
  readonly limits: BodyLimits;
  readonly idempotency: IdempotencyLedger;
}

/** The product's one endpoint. */
export function triageRoute(parts: TriageRouteParts): Route {
  const { triage, limits, idempotency } = parts;
  return {
    path: "/process-customer-message",
    scope: "process",
    methods: {
      async POST(request, { url, caller }) {
        const showing = showingTo(caller, url.searchParams);
        const key = readIdempotencyKey(request.headers);
        const bytes = await readJsonBytes(request, limits);
        const message = checkMessage(parseJson(bytes));
        if (key === null) {
          const stored = await triage(message, request.signal);
          return caseAnswer(stored.case_id, renderBody(stored, showing), noReply(stored.answer));
        }
        const keyed = { scope: caller.name, key, fingerprint: fingerprint(bytes, url.search) };
        return await answerOnce(
          idempotency,
          keyed,
          showing,
          (claim) => triage(message, request.signal, claim),
        );
      },
    },
  };
}

/**
 * What a caller is shown of an answer: its explanation where the query says `explain=true`.
 *
 * @throws {Failure} `invalid_request`
 */
export function showingTo({ scopes }: Pick<Caller, "scopes">, query: URLSearchParams): Showing {
  return { explain: readExplain(query), reads_cases: allows(scopes, "read") };
}

function readExplain(query: URLSearchParams): boolean {
  const given = query.getAll("explain");
  if (given.length === 0) return false;
  if (given.length === 1 && (given[0] === "true" || given[0] === "false")) {
    return given[0] === "true";
  }
  throw new Failure("invalid_request", "Cannot read the query: check explain", {
    errors: [{ path: "explain", message: 'must be "true" or "false"' }],
  });
}

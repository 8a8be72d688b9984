/**
 * What every page of the console has in common: who may see it, its headers,
 * and what people see when it cannot be shown. Pages are loaded when they are
 * first asked for: the service is to answer messages before that.
 *
 * @module
 */
import type { Viewer } from "../../console/frame.tsx";
import type { CaseDesk } from "../../triage/domain/desk.ts";
import type { MatterDesk } from "../../triage/domain/matter.ts";
import type { CatalogSource, ModelStanding } from "../../triage/domain/ports.ts";
import type { RisingStore } from "../../triage/domain/rising.ts";
import type { SimilarCases } from "../../triage/domain/similar.ts";
import type { CaseStatistics } from "../../triage/domain/statistics.ts";
import type { Triage } from "../../triage/triage.ts";
import type { Auth, Caller } from "../door/auth.ts";
import type { BodyLimits } from "../door/body.ts";
import { toProblem } from "../answer/problem.ts";
import type { Handler, RouteContext } from "../door/route.ts";
import { allows, type Scope } from "../../keys/scope.ts";

/** What the console is made of. */
export interface ConsoleParts {
  readonly auth: Auth;
  readonly triage: Triage;
  /** The same path, storing nothing. */
  readonly preview: Triage;
  readonly catalog: CatalogSource;
  readonly desk: CaseDesk;
  readonly similar: SimilarCases;
  readonly statistics: CaseStatistics;
  readonly matters: MatterDesk;
  readonly rising: Pick<RisingStore, "rising">;
  /** What the model has shown of itself; left out without one. */
  readonly standing?: () => ModelStanding | null;
  readonly limits: BodyLimits;
  readonly now: () => Date;
  /** Called for every page that fails for a reason of ours. */
  readonly onUnexpectedError: (report: { request_id: string; error: unknown }) => void;
}

/** What a page gets beside the request. */
export interface PageContext extends RouteContext {
  readonly viewer: Viewer;
}

/** Answers with a page, or throws a `Failure`. */
export type PageHandler = (
  request: Request,
  context: PageContext,
) => Response | Promise<Response>;

/** Everything from this service alone, nothing inline, in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** A page as a response. */
export function html(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      // Forms are checked by where they come from, which "no-referrer" would hide.
      "referrer-policy": "same-origin",
    },
  });
}

/** Sends the browser on to a path of this service. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** Makes a handler of a page: asks for the scope, and shows failures as pages. */
export function page(
  { auth, onUnexpectedError }: Pick<ConsoleParts, "auth" | "onUnexpectedError">,
  scope: Scope | "open",
  handler: PageHandler,
): Handler {
  return async function showPage(request, context) {
    const viewer = viewerOf(context.caller, auth);
    try {
      auth.demand(context.caller, scope);
      return await handler(request, { ...context, viewer });
    } catch (thrown) {
      const { requestId, url } = context;
      const problem = toProblem(thrown, requestId);
      if (problem.status === 500) onUnexpectedError({ request_id: requestId, error: thrown });
      if (problem.code === "unauthorized") {
        const next = request.method === "GET" ? url.pathname + url.search : "/";
        // "/" is where people go to sign in: nothing is wrong with that.
        const { signInPage } = await import("../../console/sign_in_page.tsx");
        return html(signInPage({ next, fault: null }), url.pathname === "/" ? 200 : 401);
      }
      const { title, detail } = problem;
      const { failurePage } = await import("../../console/failure_page.tsx");
      return html(failurePage({ viewer, title, detail, request_id: requestId }), problem.status);
    }
  };
}

function viewerOf({ name, scopes }: Caller, auth: Auth): Viewer {
  return {
    name: auth.required && scopes.length > 0 ? name : null,
    may_try: allows(scopes, "process"),
    may_read: allows(scopes, "read"),
    may_review: allows(scopes, "review"),
  };
}

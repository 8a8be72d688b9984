/**
 * Failures as RFC 9457 problem documents, in one place.
 *
 * @module
 */
import { z } from "zod";
import { Failure, type FailureCode, FAILURES } from "../../triage/domain/failure.ts";

/** Schema of a problem document. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]),
  request_id: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
}).meta({ id: "Problem", description: "RFC 9457 problem document." });

/** A problem document. */
export type Problem = z.infer<typeof problem>;

/** Turns anything thrown into a problem; what is not a {@linkcode Failure} tells nothing of itself. */
export function toProblem(thrown: unknown, requestId: string): Problem {
  const failure = thrown instanceof Failure
    ? thrown
    : new Failure("internal_error", "Something went wrong on our side");
  const [status, title] = FAILURES[failure.code];
  return {
    type: `urn:intake:problem:${failure.code}`,
    title,
    status,
    detail: failure.message,
    code: failure.code,
    request_id: requestId,
    ...(failure.errors && { errors: failure.errors.map((error) => ({ ...error })) }),
  };
}

/** The HTTP response for anything thrown. */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const body = toProblem(thrown, requestId);
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (thrown instanceof Failure && thrown.retryAfterS !== undefined) {
    headers.set("retry-after", String(thrown.retryAfterS));
  }
  if (thrown instanceof AccessDenied) headers.set("www-authenticate", thrown.challenge);
  if (thrown instanceof MethodNotAllowed) headers.set("allow", thrown.allowed.join(", "));
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

/** A route exists, but not for this method. */
export class MethodNotAllowed extends Failure {
  constructor(method: string, readonly allowed: readonly string[]) {
    super("method_not_allowed", `Cannot ${method} this: use ${allowed.join(" or ")}`);
  }
}

/** The caller is not known, or may not do this. */
export class AccessDenied extends Failure {
  /** @param challenge Value of the `WWW-Authenticate` header. */
  constructor(code: "unauthorized" | "forbidden", detail: string, readonly challenge: string) {
    super(code, detail);
  }
}

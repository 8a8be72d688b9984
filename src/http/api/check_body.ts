/**
 * Checks what a client sent against its schema.
 *
 * @module
 */
import type { z } from "zod";
import { Failure } from "../../triage/domain/failure.ts";

/**
 * The body, checked.
 *
 * @param what What it is for: "correct the case".
 * @throws {Failure} `invalid_request`, naming every bad field at once.
 */
export function checkBody<T>(schema: z.ZodType<T>, what: string, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: key.slice(0, 100), message: "is not a known field" }))
      : [{ path: issue.path.join("."), message: issue.message }]
  );
  // A text has a length too: of what is no list, its length is wrong as well.
  const errors = found.filter(({ path, message }, at) =>
    found.findIndex((one) => one.path === path && one.message === message) === at
  );
  const fields = [...new Set(errors.map((error) => error.path || "the body"))];
  throw new Failure("invalid_request", `Cannot ${what}: check ${fields.join(", ")}`, { errors });
}

/**
 * The case that a path names.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { isId } from "../../triage/domain/id.ts";

/**
 * The id in a path.
 *
 * @throws {Failure} `not_found` for what no case is called.
 */
export function caseIdOf({ case_id = "" }: Readonly<Record<string, string>>): string {
  if (isId(case_id)) return case_id;
  throw new Failure("not_found", "There is no such case");
}

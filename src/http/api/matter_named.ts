/**
 * A matter as people name it: by its id, or by a ticket's number, which is all
 * that letters tell.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import { isName } from "../../triage/domain/id.ts";
import type { Joining, MatterDesk, Named } from "../../triage/domain/matter.ts";

type Naming = Pick<MatterDesk, "named" | "ofCase">;

/**
 * The id of the matter that is known by this name, or that the case of this number is in.
 *
 * @throws {Failure} `not_found`
 */
export async function matterNamed(matters: Naming, name: string): Promise<string> {
  const named = isName(name) ? await matters.named(name) : null;
  if (named !== null && "matter_id" in named) return named.matter_id;
  // An id is a matter's or a case's; a number is known to people as that of what they wrote of.
  const around = named === null || named.case_id === name
    ? null
    : await matters.ofCase(named.case_id);
  if (around !== null) return around.matter_id;
  throw new Failure("not_found", "There is no such matter");
}

/**
 * What a name adds to a matter: a case, or all of another matter.
 *
 * @throws {Failure} `not_found`
 */
export async function joinerNamed(matters: Naming, name: string): Promise<Named> {
  const named = isName(name) ? await matters.named(name) : null;
  if (named !== null) return named;
  throw new Failure("not_found", "There is no such case or matter");
}

/** What joins, with ids in place of numbers. @throws {Failure} `not_found` */
export async function joiningNamed(matters: Naming, what: Joining): Promise<Named> {
  if (what.matter_id !== undefined) {
    return { matter_id: await matterNamed(matters, what.matter_id) };
  }
  return { case_id: what.case_id ?? "" };
}

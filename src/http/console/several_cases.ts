/**
 * The same for several cases of a list: a verdict, or whose they are.
 *
 * @module
 */
import { assignment, type CaseDesk, type Correction } from "../../triage/domain/desk.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { isId } from "../../triage/domain/id.ts";
import { INTENTS } from "../../triage/domain/intent.ts";

/** Cases in one form, at most: those of a page. */
const SEVERAL_CASES = 50;

/**
 * Corrects or assigns each of them. One that somebody else has, or decided
 * meanwhile, is left alone.
 *
 * @returns The address of the list, with what was done.
 * @throws {Failure} `invalid_request`
 */
export async function changeSeveral(
  desk: CaseDesk,
  fields: URLSearchParams,
  person: string,
): Promise<string> {
  const change = changeOf(desk, fields, person);
  const ids = [...new Set(fields.getAll("case_id"))].filter(isId);
  let done = 0, left = 0;
  for (const id of ids.slice(0, SEVERAL_CASES)) {
    try {
      await change(id);
      done++;
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.code !== "case_conflict") throw failure;
      left++;
    }
  }
  const back = new URL(fields.get("back") ?? "", "http://console");
  back.searchParams.set("done", String(done));
  back.searchParams.set("left", String(left));
  return `/console/cases?${back.searchParams}`;
}

function changeOf(
  desk: CaseDesk,
  fields: URLSearchParams,
  person: string,
): (caseId: string) => Promise<unknown> {
  const verdict = fields.get("verdict");
  if (verdict === "assign") {
    const owner = personOf(fields);
    return (caseId) => desk.assign(caseId, owner);
  }
  const given = correctionOf(verdict);
  // "CASE TIME": the last correction that the list knew of; without a time there was none.
  const seen = new Map(
    fields.getAll("seen").map((each) => {
      const [id = "", at = ""] = each.split(" ");
      return [id, { last_corrected_at: at === "" ? null : at }] as const;
    }),
  );
  return (caseId) => desk.correct(caseId, { ...given, ...seen.get(caseId) }, person);
}

/**
 * Whose a case is to be, as a form says; `null` is nobody's.
 *
 * @throws {Failure} `invalid_request`
 */
export function personOf(fields: URLSearchParams): string | null {
  const name = (fields.get("assigned_to") ?? "").trim();
  const result = assignment.safeParse({ assigned_to: name === "" ? null : name });
  if (result.success) return result.data.assigned_to;
  throw new Failure("invalid_request", "Cannot read the form: check assigned_to");
}

function correctionOf(verdict: string | null): Correction {
  if (verdict === "confirm") return {};
  const message_type = INTENTS.find((intent) => intent === verdict);
  if (message_type !== undefined) return { message_type };
  throw new Failure("invalid_request", "Cannot read the form: check verdict");
}

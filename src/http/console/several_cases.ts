/**
 * The same verdict for several cases of a list.
 *
 * @module
 */
import type { CaseDesk, Correction } from "../../triage/domain/desk.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { INTENTS } from "../../triage/domain/intent.ts";

/** Cases in one form, at most: those of a page. */
const SEVERAL_CASES = 50;

/**
 * Corrects each of them. One that somebody else has is left alone.
 *
 * @returns The address of the list, with what was done.
 * @throws {Failure} `invalid_request`
 */
export async function correctSeveral(
  desk: CaseDesk,
  fields: URLSearchParams,
  person: string,
): Promise<string> {
  const given = correctionOf(fields.get("verdict"));
  const ids = [...new Set(fields.getAll("case_id"))].filter((id) => /^[\da-f-]{36}$/.test(id));
  let done = 0, left = 0;
  for (const id of ids.slice(0, SEVERAL_CASES)) {
    try {
      await desk.correct(id, given, person);
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

function correctionOf(verdict: string | null): Correction {
  if (verdict === "confirm") return {};
  const message_type = INTENTS.find((intent) => intent === verdict);
  if (message_type !== undefined) return { message_type };
  throw new Failure("invalid_request", "Cannot read the form: check verdict");
}

/**
 * What is counted of a matter: cases, customers, the gravest severity, when its
 * first and its last report came.
 *
 * @module
 */
import type { Answer } from "../triage/domain/answer.ts";
import { SEVERITY_RANK } from "../triage/domain/matter.ts";
import type { Sql } from "./database.ts";

/** The number by which matter `m` knows customer `$2`. */
export const SAME_CUSTOMER = "SELECT same.customer FROM matter_cases AS same " +
  "WHERE same.matter_id = m.matter_id AND same.case_id IN " +
  "(SELECT case_id FROM cases WHERE customer_id = $2) LIMIT 1";

/** What of an answer a matter counts. */
export function toldBy(answer: Answer | null): { severity: number; steps: number } {
  if (answer?.message_type !== "bug_report") return { severity: 0, steps: 0 };
  const { severity, reproduction_steps } = answer.response_data.ticket;
  return { severity: SEVERITY_RANK[severity], steps: reproduction_steps.join(" ").length };
}

/**
 * Counts a matter anew. Its number and its type are those that it began with, whichever report is
 * its first by now: letters have named them.
 */
export async function recount(sql: Sql, matterId: string): Promise<void> {
  const of = "FROM matter_cases WHERE matter_id = $1";
  await sql.query(
    `UPDATE matters SET cases = (SELECT COUNT(*) ${of}), ` +
      `customers = (SELECT COUNT(DISTINCT customer) ${of}), ` +
      `severity = (SELECT COALESCE(MAX(severity), 0) ${of}), ` +
      `first_at = (SELECT MIN(created_at) ${of}), last_at = (SELECT MAX(created_at) ${of}), ` +
      `first_case_id = (SELECT MIN(case_id) ${of}) WHERE matter_id = $1`,
    [matterId],
  );
}

/** The number by which a matter knows a customer, a new one where it does not. */
export async function customerIn(
  sql: Sql,
  matterId: string,
  customerId: string | null,
): Promise<number> {
  if (customerId === null) return newCustomer();
  const [same] = await sql.query<{ customer: number | null }>(
    `SELECT (${SAME_CUSTOMER}) AS customer FROM matters AS m WHERE m.matter_id = $1`,
    [matterId, customerId],
  );
  return same?.customer ?? newCustomer();
}

/** By chance, 52 bits of it: nobody can trace whose it was. */
export function newCustomer(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 12) * 2 ** 32 + low;
}

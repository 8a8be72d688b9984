/**
 * Customers who write without a pause and keep every answer, so that after a
 * fault it can be said what became of what they were promised.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { problem } from "../../src/http/answer/problem.ts";
import { answer } from "../../src/triage/domain/answer.ts";

const MESSAGES = [
  "When I click login the button just spins and nothing happens.",
  "It would be great if you could add a dark mode to the app.",
  "How do I change my billing address?",
  "The app crashes every time I open the calendar.",
];

/** How many messages there are that read differently. */
export const DIFFERENT_MESSAGES = MESSAGES.length;

/** What customers were told. */
export interface Ledger {
  /** Ticket id by case id, `null` for inquiries: what was acknowledged. */
  readonly acknowledged: Map<string, string | null>;
  /** Answers by status and code, "200" among them. */
  readonly outcomes: Map<string, number>;
  /** Requests that got no answer, because the service went away. */
  broken: number;
}

/** An empty ledger. */
export function openLedger(): Ledger {
  return { acknowledged: new Map(), outcomes: new Map(), broken: 0 };
}

let written = 0;

/**
 * Sends one message and writes down what comes back; its status, or 0 when nothing did.
 *
 * @param padding Blanks after the body, to make it longer.
 */
export async function write(
  origin: string,
  ledger: Ledger,
  headers: Record<string, string> = {},
  number = ++written,
  padding = "",
): Promise<number> {
  let response: Response;
  let body;
  try {
    response = await fetch(`${origin}/process-customer-message?explain=true`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({
        customer_id: `customer-${number}`,
        message: MESSAGES[number % MESSAGES.length],
        product: "1440 Web Portal",
      }) + padding,
    });
    body = await response.json();
  } catch {
    ledger.broken++;
    return 0;
  }
  const outcome = response.status === 200
    ? "200"
    : `${response.status} ${problem.parse(body).code}`;
  ledger.outcomes.set(outcome, (ledger.outcomes.get(outcome) ?? 0) + 1);
  if (response.status === 200) {
    const { response_data, explanation } = answer.parse(body);
    const ticket = "ticket" in response_data
      ? response_data.ticket.id
      : "product_requirement" in response_data
      ? response_data.product_requirement.id
      : null;
    ledger.acknowledged.set(explanation?.case_id ?? "", ticket);
  }
  return response.status;
}

/** Several customers write until told to stop. */
export function startWriting(origin: string, ledger: Ledger, customers = 16) {
  let stopping = false;
  const all = Promise.all(Array.from({ length: customers }, async () => {
    while (!stopping) {
      // Who is turned away comes back at once: harder on the service than waiting.
      if (await write(origin, ledger) === 0) return;
    }
  }));
  return {
    async stop(): Promise<void> {
      stopping = true;
      await all;
    },
    /** Resolves when so many more were acknowledged, or when nobody writes any more. */
    async acknowledged(more: number): Promise<void> {
      const wanted = ledger.acknowledged.size + more;
      while (ledger.acknowledged.size < wanted && !stopping) {
        const over = await Promise.race([all.then(() => true), nextTurns()]);
        if (over === true) return;
      }
    },
  };
}

function nextTurns(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 5));
}

/** Nothing acknowledged is lost, no number given twice, and no answer was ours to be ashamed of. */
export function assertNothingLost(ledger: Ledger, databasePath: string): void {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const rows = database.prepare("SELECT case_id, ticket_id FROM cases").all();
  const [check] = database.prepare("PRAGMA integrity_check").all();
  database.close();
  assertEquals(check?.integrity_check, "ok");
  const kept = new Map(rows.map((row) => [String(row.case_id), row.ticket_id]));
  const lost = [...ledger.acknowledged].filter(([caseId, ticket]) => kept.get(caseId) !== ticket);
  assertEquals(lost, [], "acknowledged and lost");
  const tickets = rows.map((row) => row.ticket_id).filter((ticket) => ticket !== null);
  assertEquals(new Set(tickets).size, tickets.length, "a ticket's number came twice");
  assertEquals([...ledger.outcomes.keys()].filter((outcome) => outcome.startsWith("500")), []);
  assert(ledger.acknowledged.size > 0, "nothing was acknowledged at all");
}

/**
 * What a correction of the type sets off: a fresh reply, drafted on this
 * machine from the customer's words for what a person says the message is.
 *
 * @module
 */
import {
  type CaseDesk,
  type CaseRecord,
  correctedVerdict,
  type Correction,
} from "./domain/desk.ts";
import type { Reply } from "./domain/reply.ts";
import type { TriageParts } from "./triage.ts";

/** What a fresh reply is made with. */
export type RedraftParts = Pick<TriageParts, "assessor">;

/**
 * The desk at which a correction does the work: where it changes the type of a
 * case, or the category of an inquiry, the case gets a fresh answer.
 */
export function redraftingDesk(desk: CaseDesk, parts: RedraftParts): CaseDesk {
  return {
    list: (filter, page) => desk.list(filter, page),
    count: (filter) => desk.count(filter),
    read: (caseId) => desk.read(caseId),
    neighbours: (caseId) => desk.neighbours(caseId),
    claim: (caseId, person) => desk.claim(caseId, person),
    assign: (caseId, person) => desk.assign(caseId, person),
    release: (caseId, person) => desk.release(caseId, person),
    undo: (caseId, person) => desk.undo(caseId, person),
    eraseCustomer: (customerId) => desk.eraseCustomer(customerId),
    async correct(caseId, given, person) {
      const draft = await draftFor(await desk.read(caseId), given, parts);
      return await desk.correct(caseId, given, person, draft);
    },
  };
}

/** Nobody goes away from a correction. */
const NEVER = new AbortController().signal;

/** The reply that the correction asks for; `null` where the one there is will do. */
async function draftFor(
  record: CaseRecord,
  given: Correction,
  { assessor }: RedraftParts,
): Promise<Reply | null> {
  const { answer, request, explanation } = record;
  if (answer === null || request === null || explanation === null) return null;
  const { message_type: intent, inquiry_category } = correctedVerdict(record, given);
  const category = answer.message_type === "general_inquiry"
    ? answer.response_data.inquiry_category
    : null;
  if (
    intent === answer.message_type && (inquiry_category === null || inquiry_category === category)
  ) return null;
  const { reply } = await assessor.assess({
    text: request.message,
    product_name: request.product,
    // Whether a person should look stays as the service saw it: it is what a person looked at.
    verdict: { intent, category: inquiry_category, review: explanation.review },
  }, NEVER);
  return reply;
}

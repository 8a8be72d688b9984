/**
 * What a correction of the type sets off: a fresh reply, drafted on this
 * machine from the customer's words for what a person says the message is. It
 * says what is known of that, as the letter of a new message does.
 *
 * @module
 */
import { answersMachine } from "./automatic_letter.ts";
import {
  type CaseDesk,
  type CaseRecord,
  correctedVerdict,
  type Correction,
} from "./domain/desk.ts";
import { MATTER_LIMITS, type MatterDesk } from "./domain/matter.ts";
import type { Reply } from "./domain/reply.ts";
import { refuseStale } from "./domain/seen_correction.ts";
import { TELL_NOBODY, type ToldKnown, withNotice } from "./known_matter.ts";
import type { TriageParts } from "./triage.ts";

/** What a fresh reply is made with. */
export interface RedraftParts extends Pick<TriageParts, "assessor" | "similar" | "tellKnown"> {
  /** Knows in which matter a case is, and what is known of those like it; left out where none are kept. */
  readonly matters?: Pick<MatterDesk, "ofCase" | "known">;
}

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
    undo: (caseId, person, correctedAt) => desk.undo(caseId, person, correctedAt),
    eraseCustomer: (customerId) => desk.eraseCustomer(customerId),
    async correct(caseId, given, person) {
      const record = await desk.read(caseId);
      refuseStale(record, given);
      const draft = await draftFor(record, given, parts);
      if (draft === null) return await desk.correct(caseId, given, person);
      const { reply, joins } = await tellingKnown(record, draft, parts);
      return await desk.correct(caseId, given, person, reply, joins);
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

/** The draft with what is known of its matter: the one that the case is in, or comes into now. */
async function tellingKnown(
  { case_id, answer, explanation }: CaseRecord,
  reply: Reply,
  { matters, similar, tellKnown = TELL_NOBODY }: RedraftParts,
): Promise<ToldKnown> {
  const alone = { reply, joins: null };
  const own = await matters?.ofCase(case_id) ?? null;
  if (own !== null && own.message_type === reply.intent) {
    if (own.first_case_id === case_id) return alone;
    const known = { ticket_id: own.ticket_id, solved: own.solved_at !== null };
    return { reply: withNotice(reply, known) ?? reply, joins: null };
  }
  const apart = explanation?.language !== "en" || explanation.situation?.grave === true ||
    answer !== null && answersMachine(answer);
  if (apart || !similar || !matters) return alone;
  const cases = await similar.similarTo(case_id, MATTER_LIMITS.looked_at);
  const known = await matters.known(cases.map((found) => found.case_id));
  return tellKnown({ reply, similar: { cases, known }, apart });
}

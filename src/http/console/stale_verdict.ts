/**
 * A verdict on a case that looked otherwise when its page was made: what was
 * decided meanwhile, and what was given, both told.
 *
 * @module
 */
import { INTENT_WORDS } from "../../console/words.ts";
import type { CaseRecord, CaseVerdict, Correction } from "../../triage/domain/desk.ts";
import { isStale } from "../../triage/domain/seen_correction.ts";

/** What a form says of the case as its page showed it; nothing where it is a form of before. */
export function seenIn(fields: URLSearchParams): Pick<Correction, "last_corrected_at"> {
  const seen = fields.get("last_corrected_at");
  return seen === null ? {} : { last_corrected_at: seen === "" ? null : seen };
}

/** What to say to who gave a verdict that came too late; `null` where it did not. */
export function staleNotice(
  record: CaseRecord,
  given: Correction,
  person: string,
): string | null {
  if (!isStale(record, given)) return null;
  const last = record.corrections.at(-1);
  const theirs = last === undefined
    ? "What was decided is taken back meanwhile"
    : `${last.corrected_by === person ? "This was decided" : "Somebody else decided"} meanwhile: ${
      verdictWords(last)
    }, by ${last.corrected_by}`;
  return `${theirs}. Yours is not saved: ${givenWords(given)}.`;
}

/** A verdict in words. */
export function verdictWords({ message_type, inquiry_category }: CaseVerdict): string {
  const intent = INTENT_WORDS[message_type].toLowerCase();
  return inquiry_category === null ? intent : `${intent}, ${inquiry_category}`;
}

function givenWords({ message_type, inquiry_category, customer_response, note }: Correction) {
  const verdict = message_type === undefined
    ? "the type as it was shown"
    : verdictWords({ message_type, inquiry_category: inquiry_category ?? null });
  const parts = [
    verdict,
    ...(customer_response === undefined ? [] : ["an edited letter"]),
    ...(note === undefined ? [] : [`the note “${note}”`]),
  ];
  return parts.join(", ");
}

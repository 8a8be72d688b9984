/**
 * Cases as a table, a row each.
 *
 * @module
 */
import type { CaseRecord } from "../triage/domain/desk.ts";
import { lastCorrectedAt } from "../triage/domain/seen_correction.ts";
import { listAddress } from "./case_filters.tsx";
import { IntentBadge, ReviewMark, Time } from "./marks.tsx";
import { INTENT_WORDS, percent } from "./words.ts";

/** Characters of a message shown in the list. */
const EXCERPT_CHARACTERS = 160;

/** The table, with a box on each row where cases can be marked. */
export function CaseTable({ cases, selectable }: {
  readonly cases: readonly CaseRecord[];
  readonly selectable: boolean;
}) {
  return (
    <table class="cases">
      <thead>
        <tr>
          {selectable && <th scope="col">Mark</th>}
          <th scope="col">Message</th>
          <th scope="col">Type</th>
          <th scope="col" class="figure">Sure</th>
          <th scope="col">Review</th>
          <th scope="col">Ticket</th>
          <th scope="col">Customer</th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>{cases.map((record) => <CaseRow record={record} selectable={selectable} />)}</tbody>
    </table>
  );
}

function CaseRow({ record, selectable }: {
  readonly record: CaseRecord;
  readonly selectable: boolean;
}) {
  // Where a person said otherwise, the figure is of what the service had said.
  const first = record.corrections[0]?.first.message_type ?? record.message_type;
  const customer = record.request?.customer_id.trim() ?? "";
  return (
    <tr>
      {selectable && (
        <td>
          <input
            type="checkbox"
            name="case_id"
            value={record.case_id}
            aria-label={`Mark ${record.ticket_id ?? record.case_id}`}
          />
          <input
            type="hidden"
            name="seen"
            value={`${record.case_id} ${lastCorrectedAt(record) ?? ""}`}
          />
        </td>
      )}
      <td class="excerpt">
        <a href={`/console/cases/${record.case_id}`} data-row>{excerpt(record)}</a>
      </td>
      <td>
        <IntentBadge intent={record.message_type} />
      </td>
      <td class="figure">
        {percent(record.confidence_score)}
        {first !== record.message_type && <span class="hint">{INTENT_WORDS[first]}</span>}
      </td>
      <td>
        <ReviewMark review={record.review} />
        {record.assigned_to !== null && <span class="hint">{record.assigned_to}</span>}
      </td>
      <td>{record.ticket_id === null ? "" : <code>{record.ticket_id}</code>}</td>
      <td class="cut">
        {customer !== "" && <a href={listAddress({ customer_id: customer })}>{customer}</a>}
      </td>
      <td class="when">
        <Time at={record.created_at} />
      </td>
    </tr>
  );
}

function excerpt({ request }: CaseRecord): string {
  if (request === null) return "(erased)";
  const text = request.message.trim().replaceAll(/\s+/g, " ");
  return text.length <= EXCERPT_CHARACTERS ? text : `${text.slice(0, EXCERPT_CHARACTERS).trim()}…`;
}

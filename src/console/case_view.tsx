/**
 * One case as its own page and the review page show it.
 *
 * @module
 */
import type { ComponentChildren } from "preact";
import type { Answer } from "../triage/domain/answer.ts";
import type { CaseRecord } from "../triage/domain/desk.ts";
import { HighlightedMessage, ScoresTable } from "./judgement_view.tsx";
import { Time } from "./marks.tsx";
import { Letter, ReplyCard } from "./reply_view.tsx";
import { INTENT_WORDS } from "./words.ts";

/** What the customer wrote. */
export function CaseMessage({ record: { request, explanation } }: { readonly record: CaseRecord }) {
  return request === null
    ? <p class="empty">What the customer wrote and was answered is erased.</p>
    : (
      <HighlightedMessage
        message={request.message}
        evidence={explanation?.evidence ?? []}
        setAside={explanation?.set_aside}
      />
    );
}

/** Why the service took it for what it did. */
export function CaseScores({ record: { explanation } }: { readonly record: CaseRecord }) {
  return explanation === null ? null : <ScoresTable explanation={explanation} />;
}

/** What went out. `children` stand below the letter. */
export function CaseReply({ record: { answer }, children }: {
  readonly record: CaseRecord;
  readonly children?: ComponentChildren;
}) {
  if (answer === null) return null;
  return (
    <>
      <ReplyCard answer={answer} />
      <Letter text={answer.customer_response}>{children}</Letter>
    </>
  );
}

/** An answer that gave way to another. */
function ReplacedAnswer({ answer }: { readonly answer: Answer }) {
  const { message_type, response_data, customer_response } = answer;
  const id = "ticket" in response_data
    ? response_data.ticket.id
    : "product_requirement" in response_data
    ? response_data.product_requirement.id
    : null;
  return (
    <details>
      <summary>
        The answer until then: {INTENT_WORDS[message_type]} {id !== null && <code>{id}</code>}
      </summary>
      <q>{customer_response}</q>
    </details>
  );
}

/** What happened to the case, first to last. */
export function History({ record }: { readonly record: CaseRecord }) {
  const { corrections, claimed_by, claimed_at, erased_at, review } = record;
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">History</h2>
      <ol class="history">
        <li>
          <Time at={record.created_at} /> Received{record.request && (
            <>
              {" from "}
              <a
                href={`/console/cases?${new URLSearchParams({
                  customer_id: record.request.customer_id.trim(),
                })}`}
              >
                {record.request.customer_id}
              </a>
              {` about ${record.request.product}`}
            </>
          )}
        </li>
        {review === "in_review" && claimed_at && (
          <li>
            <Time at={claimed_at} /> Taken by {claimed_by}
          </li>
        )}
        {record.assigned_to !== null && record.assigned_at !== null && (
          <li>
            <Time at={record.assigned_at} /> Assigned to {record.assigned_to}
          </li>
        )}
        {corrections.map((
          { corrected_at, corrected_by, note, first, replaced_answer, ...said },
        ) => (
          <li>
            <Time at={corrected_at} /> {corrected_by} said: {INTENT_WORDS[said.message_type]}
            {said.inquiry_category && `, ${said.inquiry_category}`}
            {said.message_type === first.message_type
              ? " (as the service did)"
              : ` (the service: ${INTENT_WORDS[first.message_type]})`}
            {note && <q>{note}</q>}
            {replaced_answer !== null && <ReplacedAnswer answer={replaced_answer} />}
          </li>
        ))}
        {erased_at && (
          <li>
            <Time at={erased_at} /> Erased
          </li>
        )}
      </ol>
    </section>
  );
}

/**
 * *Review*: the queue, the gravest first and of these the oldest, worked by keyboard.
 *
 * @module
 */
import { type CaseRecord, DESK_LIMITS } from "../triage/domain/desk.ts";
import { lastCorrectedAt } from "../triage/domain/seen_correction.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES, type InquiryCategory } from "../triage/domain/reply.ts";
import type { ReviewReason } from "../triage/domain/review.ts";
import { CaseMessage, CaseReply, CaseScores } from "./case_view.tsx";
import { ExampleForm } from "./example_form.tsx";
import { renderPage, type Viewer } from "./frame.tsx";
import { SeenField } from "./seen_field.tsx";
import { UndoForm } from "./undo_form.tsx";
import { VerdictLine } from "./verdict_line.tsx";
import { INTENT_WORDS, REASON_WORDS, reasonWords } from "./words.ts";

/** What the page shows of a case taken from the queue. */
export interface ReviewPageProps {
  readonly viewer: Viewer;
  readonly record: CaseRecord;
  /** Where the queue goes on after this case; `null` is its beginning. */
  readonly cursor: string | null;
  /** What was just done. */
  readonly notice: ReviewNotice | null;
  /** The reason that the queue is narrowed to. */
  readonly reason: ReviewReason | null;
}

/** What was done with the case before. */
export interface ReviewNotice {
  readonly text: string;
  readonly case_id: string;
  /** Whether it can be taken back. */
  readonly may_undo: boolean;
  /** When it was done; "" where that is not known. */
  readonly corrected_at: string;
}

/** One key for each category. */
const CATEGORY_KEYS: Readonly<Record<InquiryCategory, string>> = {
  "Account Management": "a",
  "Billing": "b",
  "Usage Question": "u",
  "Other": "o",
};

/** Writes the page of one case in review. */
export function reviewPage(props: ReviewPageProps): string {
  const { viewer, record, cursor, notice, reason } = props;
  const reasons = record.explanation?.review.reasons ?? [];
  return renderPage({
    title: "Review",
    section: "/console/review",
    viewer,
    children: (
      <>
        <h1>Is this right?</h1>
        <Notice notice={notice} />
        <VerdictLine
          intent={record.message_type}
          confidence={record.confidence_score}
          first={record.corrections[0]?.first.message_type ?? null}
          category={record.inquiry_category}
          ticket_id={record.ticket_id}
          secondary={record.explanation?.secondary_types ?? []}
          situation={record.explanation?.situation ?? null}
        />
        {reasons.length > 0 && <p>A person should look: {reasonWords(reasons)}.</p>}
        <div class="case-message">
          <CaseMessage record={record} />
        </div>
        <Decision cursor={cursor} reason={reason} seen={lastCorrectedAt(record)} />
        <div class="columns">
          <div class="stack">
            <CaseScores record={record} />
          </div>
          <div class="stack">
            <CaseReply record={record} />
          </div>
        </div>
      </>
    ),
  });
}

function Notice({ notice }: Pick<ReviewPageProps, "notice">) {
  if (notice === null) return null;
  return (
    <div class="notice row">
      <p role="status">
        {notice.text} <a href={`/console/cases/${notice.case_id}`}>Open it</a>
      </p>
      {notice.may_undo && <UndoForm case_id={notice.case_id} corrected_at={notice.corrected_at} />}
    </div>
  );
}

function Decision({ cursor, reason, seen }: Pick<ReviewPageProps, "cursor" | "reason"> & {
  /** The last correction there is. */
  readonly seen: string | null;
}) {
  return (
    <form method="post" class="card stack decision" aria-label="Decision">
      <SeenField seen={seen} />
      <input type="hidden" name="cursor" value={cursor ?? ""} />
      <input type="hidden" name="reason" value={reason ?? ""} />
      <div class="row">
        <Choice value="confirm" key_="c" main>Confirm</Choice>
        {INTENTS.map((intent, index) => (
          <Choice value={intent} key_={String(index + 1)}>{INTENT_WORDS[intent]}</Choice>
        ))}
        <Choice value="skip" key_="s" quiet>Skip</Choice>
      </div>
      <div class="row" role="group" aria-label="An inquiry about">
        <span class="hint" aria-hidden="true">Inquiry about</span>
        {INQUIRY_CATEGORIES.map((category) => (
          <Choice value={category} key_={CATEGORY_KEYS[category]}>{category}</Choice>
        ))}
      </div>
      <label class="field">
        Note
        <input name="note" maxLength={DESK_LIMITS.note_characters} data-shortcut="n" />
      </label>
      <p class="hint">
        Keys: the letter on each button, <kbd>n</kbd> for the note, <kbd>Esc</kbd> to leave it.{" "}
        You have taken this case: nobody else is shown it for half an hour.
      </p>
    </form>
  );
}

function Choice({ value, key_, children, main = false, quiet = false }: {
  readonly value: string;
  readonly key_: string;
  readonly children: string;
  readonly main?: boolean;
  readonly quiet?: boolean;
}) {
  return (
    <button
      type="submit"
      name="verdict"
      value={value}
      class={main ? "main" : quiet ? "quiet" : undefined}
      data-shortcut={key_}
      aria-keyshortcuts={key_}
    >
      {children} <kbd aria-hidden="true">{key_}</kbd>
    </button>
  );
}

/** What the page shows when no case is taken. */
export interface ReviewQueueProps {
  readonly viewer: Viewer;
  /** The gravest first; the page counts what waits, not all of it. */
  readonly waiting: readonly CaseRecord[];
  readonly more: boolean;
  readonly notice: ReviewNotice | null;
  /** What the example is about. */
  readonly product: string;
  /** Whether the end of the queue was reached by skipping. */
  readonly skipped_through: boolean;
  /** The reason that the queue is narrowed to. */
  readonly reason: ReviewReason | null;
}

/** Writes the page of the queue. */
export function reviewQueuePage(props: ReviewQueueProps): string {
  const { viewer, waiting, more, notice, skipped_through, reason, product } = props;
  return renderPage({
    title: "Review",
    section: "/console/review",
    viewer,
    children: (
      <>
        <h1>Review</h1>
        <Notice notice={notice} />
        {waiting.length === 0
          ? <Empty reason={reason} viewer={viewer} product={product} />
          : (
            <form method="post" action="/console/review" class="card stack">
              <input type="hidden" name="reason" value={reason ?? ""} />
              <p>
                {skipped_through && "That was the end of the queue. "}
                <strong>{more ? `More than ${waiting.length}` : waiting.length}</strong>{" "}
                {waiting.length === 1 ? "case waits" : "cases wait"}{" "}
                for a person{reason !== null && `: ${REASON_WORDS[reason]}`}. You get the gravest
                first, and of these the oldest; what you take is shown to nobody else for half an
                hour.
              </p>
              <button type="submit" class="main" data-shortcut="r" aria-keyshortcuts="r">
                Start <kbd aria-hidden="true">r</kbd>
              </button>
            </form>
          )}
        <Reasons waiting={waiting} reason={reason} />
      </>
    ),
  });
}

/** What would wait here. */
function Empty(
  { reason, viewer, product }: Pick<ReviewQueueProps, "reason" | "viewer" | "product">,
) {
  if (reason !== null) return <p class="empty">Nothing waits for a person for this reason.</p>;
  return (
    <div class="empty stack">
      <p>
        Nothing waits for a person. What is grave, or what the service is not sure of, comes here by
        itself.
      </p>
      {viewer.may_try && <ExampleForm example="grave" product={product} />}
    </div>
  );
}

/** The reasons for which cases wait, each with its number, to narrow the queue to one. */
function Reasons({ waiting, reason }: Pick<ReviewQueueProps, "waiting" | "reason">) {
  const counts = new Map<ReviewReason, number>();
  for (const { explanation } of waiting) {
    for (const each of explanation?.review.reasons ?? []) {
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  if (counts.size === 0 && reason === null) return null;
  return (
    <section class="card stack" aria-labelledby="reasons-title">
      <h2 id="reasons-title">Why they wait</h2>
      <ul class="reasons">
        {[...counts].toSorted(([, a], [, b]) => b - a).map(([each, count]) => (
          <li>
            <a
              href={`/console/review?reason=${each}`}
              data-row
              aria-current={each === reason ? "true" : undefined}
            >
              {REASON_WORDS[each]}
            </a>{" "}
            <span class="hint">{count}</span>
          </li>
        ))}
      </ul>
      {reason !== null && <a href="/console/review">All reasons</a>}
    </section>
  );
}

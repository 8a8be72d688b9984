/**
 * *Case*: everything about one case, its history, and the form to correct it.
 *
 * @module
 */
import {
  type CaseNeighbours,
  type CaseRecord,
  type Correction,
  DESK_LIMITS,
} from "../triage/domain/desk.ts";
import { lastCorrectedAt } from "../triage/domain/seen_correction.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { Matter, Requirement } from "../triage/domain/matter.ts";
import { INQUIRY_CATEGORIES, REPLY_LIMITS } from "../triage/domain/reply.ts";
import { AssignForm } from "./assign_form.tsx";
import { CaseMatter } from "./case_matter.tsx";
import { CaseMessage, CaseReply, CaseScores, History } from "./case_view.tsx";
import { renderPage, type Viewer } from "./frame.tsx";
import { type AlikeCase, SimilarPanel } from "./similar_panel.tsx";
import { DROPPED_LINE_BREAK, ReviewMark } from "./marks.tsx";
import type { WrongName } from "./name_field.tsx";
import { CopyButton } from "./reply_view.tsx";
import { SeenField } from "./seen_field.tsx";
import { UndoForm } from "./undo_form.tsx";
import { VerdictLine } from "./verdict_line.tsx";
import { INTENT_WORDS } from "./words.ts";

/** What the page shows. */
export interface CasePageProps {
  readonly viewer: Viewer;
  readonly record: CaseRecord;
  /** What was just done, or could not be done. */
  readonly notice: string | null;
  readonly neighbours: CaseNeighbours;
  /** Cases that probably tell of the same thing. */
  readonly alike: readonly AlikeCase[];
  /** The matter that it is in; `null` where it is in none. */
  readonly matter: Matter | null;
  /** Who asked for the same; `null` where the case asks for nothing. */
  readonly asked: Requirement | null;
  /** Who could be given the case. */
  readonly people: readonly string[];
  /** Whether the viewer may still take back the last correction. */
  readonly may_undo: boolean;
  /** What the case could not be put together with. */
  readonly wrong: WrongName | null;
  /** What was given for a case that somebody else decided meanwhile, to be given again. */
  readonly unsaved: Correction | null;
}

/** Writes the page. */
export function casePage(
  {
    viewer,
    record,
    notice,
    neighbours,
    alike,
    matter,
    asked,
    people,
    may_undo,
    wrong,
    unsaved,
  }: CasePageProps,
): string {
  return renderPage({
    title: record.ticket_id ?? "Case",
    section: "/console/cases",
    viewer,
    children: (
      <>
        <nav class="hint row" aria-label="Cases beside this one">
          <span>
            <a href="/console/cases">Cases</a> / {record.case_id}
          </span>
          {neighbours.newer !== null && (
            <a href={`/console/cases/${neighbours.newer}`} rel="prev">Newer</a>
          )}
          {neighbours.older !== null && (
            <a href={`/console/cases/${neighbours.older}`} rel="next">Older</a>
          )}
        </nav>
        <div class="row">
          <h1>{record.ticket_id ?? "Case"}</h1>
          {record.ticket_id !== null && (
            <CopyButton text={record.ticket_id}>Copy ticket</CopyButton>
          )}
          <CopyButton text={`/console/cases/${record.case_id}`} link>Copy link</CopyButton>
        </div>
        {notice !== null && <p class="notice" role="status">{notice}</p>}
        <div class="row">
          <VerdictLine
            intent={record.message_type}
            confidence={record.confidence_score}
            first={record.corrections[0]?.first.message_type ?? null}
            category={record.inquiry_category}
            ticket_id={null}
            secondary={record.explanation?.secondary_types ?? []}
            situation={record.explanation?.situation ?? null}
          />
          <ReviewMark review={record.review} />
          {record.assigned_to !== null && (
            <span class="hint">assigned to {record.assigned_to}</span>
          )}
          {may_undo && (
            <UndoForm case_id={record.case_id} corrected_at={lastCorrectedAt(record) ?? ""} />
          )}
        </div>
        <div class="columns">
          <div class="stack">
            <CaseMessage record={record} />
            <CaseMatter
              viewer={viewer}
              case_id={record.case_id}
              matter={matter}
              asked={asked}
              wrong={wrong}
            />
            <SimilarPanel cases={alike} />
            <CaseScores record={record} />
            <History record={record} />
          </div>
          <div class="stack">
            {viewer.may_review && record.erased_at === null && (
              <CorrectionForm record={record} unsaved={unsaved} />
            )}
            {viewer.may_review && record.erased_at === null && (
              <AssignForm record={record} people={people} />
            )}
            <CaseReply record={record}>
              {viewer.may_review && (
                <EditLetter record={record} letter={unsaved?.customer_response ?? null} />
              )}
            </CaseReply>
          </div>
        </div>
      </>
    ),
  });
}

function EditLetter({ record, letter }: {
  readonly record: CaseRecord;
  /** As it was edited and not saved. */
  readonly letter: string | null;
}) {
  const { case_id, answer } = record;
  return (
    <details open={letter !== null}>
      <summary>Edit the letter</summary>
      <form method="post" action={`/console/cases/${case_id}/correction`} class="stack">
        <SeenField seen={lastCorrectedAt(record)} />
        <label class="field">
          Letter
          <textarea
            name="customer_response"
            rows={12}
            maxLength={REPLY_LIMITS.letter_characters}
            required
          >
            {DROPPED_LINE_BREAK}
            {letter ?? answer?.customer_response}
          </textarea>
        </label>
        <button type="submit">Save the letter</button>
        <p class="hint">The letter until now stays in the history; the type is confirmed.</p>
      </form>
    </details>
  );
}

function CorrectionForm({ record, unsaved }: Pick<CasePageProps, "record" | "unsaved">) {
  const type = unsaved?.message_type ?? record.message_type;
  const category = unsaved?.inquiry_category ?? record.inquiry_category;
  return (
    <form method="post" action={`/console/cases/${record.case_id}/correction`} class="card stack">
      <h2>Correct it</h2>
      <SeenField seen={lastCorrectedAt(record)} />
      <fieldset class="row">
        <legend>It is</legend>
        {INTENTS.map((intent) => (
          <label class="check">
            <input
              type="radio"
              name="message_type"
              value={intent}
              checked={intent === type}
            />
            {INTENT_WORDS[intent]}
          </label>
        ))}
      </fieldset>
      <label class="field">
        Category, if it is an inquiry
        <select name="inquiry_category">
          <option value="">Not said</option>
          {INQUIRY_CATEGORIES.map((each) => (
            <option value={each} selected={each === category}>{each}</option>
          ))}
        </select>
      </label>
      <label class="field">
        Note
        <textarea name="note" rows={2} maxLength={DESK_LIMITS.note_characters}>
          {DROPPED_LINE_BREAK}
          {unsaved?.note}
        </textarea>
      </label>
      <button type="submit" class="main">Save</button>
      <p class="hint">
        Another type brings its ticket or requirement and a fresh letter. What the service said
        first stays beside it; both are used to train the scorer.
      </p>
    </form>
  );
}

/**
 * The cases that probably tell of the same thing as one.
 *
 * @module
 */
import type { CaseRecord } from "../triage/domain/desk.ts";
import type { SimilarCase } from "../triage/domain/similar.ts";
import { Time } from "./marks.tsx";
import { percent } from "./words.ts";

/** A similar case with what it is. */
export interface AlikeCase extends SimilarCase {
  readonly record: CaseRecord;
}

/** Characters of a message that are shown. */
const SHOWN_CHARACTERS = 140;

/** The panel; nothing where there are none. */
export function SimilarPanel({ cases }: { readonly cases: readonly AlikeCase[] }) {
  if (cases.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="similar">
      <h2 id="similar">Similar cases</h2>
      <ol class="stack">
        {cases.map(({ case_id, probability, why, record }) => (
          <li>
            <div class="row">
              <a href={`/console/cases/${case_id}`}>{record.ticket_id ?? "Case"}</a>
              <span>
                <strong>{percent(probability)}</strong> the same
              </span>
              <Time at={record.created_at} />
            </div>
            <p>{shortened(record.request?.message ?? "")}</p>
            <p class="hint">{why.join("; ")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function shortened(message: string): string {
  return message.length <= SHOWN_CHARACTERS
    ? message
    : `${message.slice(0, SHOWN_CHARACTERS).toWellFormed().trimEnd()}…`;
}

/**
 * What probably tells of the same as a matter, proposed on its page.
 *
 * @module
 */
import type { LikelySame } from "../triage/domain/matter.ts";
import type { Viewer } from "./frame.tsx";
import { count, percent } from "./words.ts";

/** The panel; nothing where nothing is proposed. */
export function LikelyPanel({ viewer, matter_id, likely }: {
  readonly viewer: Viewer;
  readonly matter_id: string;
  readonly likely: readonly LikelySame[];
}) {
  if (likely.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="likely">
      <h2 id="likely">Perhaps the same</h2>
      <ul class="stack">
        {likely.map((one) => {
          const name = one.ticket_id ?? (one.matter_id === null ? "A case" : "A matter");
          return (
            <li>
              <div class="row">
                <a
                  href={one.matter_id === null
                    ? `/console/cases/${one.case_id}`
                    : `/console/matters/${one.matter_id}`}
                >
                  {[name, one.title].filter((part) => part !== null).join(" ")}
                </a>
                <span>
                  <strong>{percent(one.probability)}</strong> the same
                </span>
                {one.matter_id !== null && (
                  <span>{`${one.alike} of ${count(one.cases, "case")} alike`}</span>
                )}
              </div>
              <p class="hint">
                {[...one.why, ...one.differs.map((text) => `differs: ${text}`)].join("; ")}
              </p>
              {viewer.may_review && (
                <form method="post" action={`/console/matters/${matter_id}/join`}>
                  <input type="hidden" name="id" value={one.matter_id ?? one.case_id} />
                  <button type="submit" class="quiet" aria-label={`Put together with ${name}`}>
                    Put together
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/**
 * The cases of a matter: whose they are, in whose words.
 *
 * @module
 */
import type { MatterCase, MatterRecord, Page } from "../triage/domain/matter.ts";
import type { Viewer } from "./frame.tsx";
import { Time } from "./marks.tsx";
import { percent } from "./words.ts";

/** A page of them, each with a button to take it out. */
export function MatterCases({ viewer, matter, cases }: {
  readonly viewer: Viewer;
  readonly matter: Pick<MatterRecord, "matter_id">;
  readonly cases: Page<MatterCase>;
}) {
  const here = `/console/matters/${matter.matter_id}`;
  return (
    <section class="stack" aria-labelledby="cases">
      <h2 id="cases">Cases and customers</h2>
      <table class="cases">
        <thead>
          <tr>
            <th scope="col">In their words</th>
            <th scope="col">Customer</th>
            <th scope="col">Ticket</th>
            <th scope="col">Received</th>
            <th scope="col">Joined by</th>
            {viewer.may_review && <th scope="col">Take out</th>}
          </tr>
        </thead>
        <tbody>
          {cases.items.map((each) => (
            <tr>
              <td class="excerpt">
                <a href={`/console/cases/${each.case_id}`} data-row>{each.words ?? "(erased)"}</a>
              </td>
              <td class="cut">{each.customer_id ?? ""}</td>
              <td>{each.ticket_id !== null && <code>{each.ticket_id}</code>}</td>
              <td class="when">
                <Time at={each.created_at} />
              </td>
              <td>{joinedBy(each)}</td>
              {viewer.may_review && (
                <td>
                  <form method="post" action={`${here}/split`} class="inline">
                    <input type="hidden" name="case_id" value={each.case_id} />
                    <button
                      type="submit"
                      class="quiet"
                      aria-label={`Take out ${each.ticket_id ?? each.case_id}`}
                    >
                      Take out
                    </button>
                  </form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {cases.next_cursor !== null && (
        <nav class="row pages" aria-label="More cases">
          <a href={`${here}?cursor=${cases.next_cursor}`} rel="next">More</a>
        </nav>
      )}
    </section>
  );
}

function joinedBy({ joined_by, probability }: MatterCase): string {
  return joined_by ?? (probability === null ? "" : `the service, ${percent(probability)} sure`);
}

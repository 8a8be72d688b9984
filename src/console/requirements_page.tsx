/**
 * *Wishes*: requirements by how many customers asked for them, in whose words.
 *
 * @module
 */
import type { Page, Requirement } from "../triage/domain/matter.ts";
import { renderPage, type Viewer } from "./frame.tsx";
import { Time } from "./marks.tsx";
import { count } from "./words.ts";

/** What the page shows. */
export interface RequirementsPageProps {
  readonly viewer: Viewer;
  readonly page: Page<Requirement>;
}

/** Writes the page. */
export function requirementsPage({ viewer, page }: RequirementsPageProps): string {
  return renderPage({
    title: "Wishes",
    section: "/console/matters",
    viewer,
    children: (
      <>
        <nav class="hint row" aria-label="Matters">
          <a href="/console/matters">Matters</a>
        </nav>
        <h1>Wishes</h1>
        <p class="hint">Those that most customers asked for first; who asks twice counts once.</p>
        {page.items.length === 0 ? <p class="empty">No wishes yet.</p> : (
          <table class="cases">
            <thead>
              <tr>
                <th scope="col" class="figure">Customers</th>
                <th scope="col">Wish</th>
                <th scope="col">In their words</th>
                <th scope="col">Requirement</th>
                <th scope="col">First asked</th>
              </tr>
            </thead>
            <tbody>{page.items.map((wish) => <Wish wish={wish} />)}</tbody>
          </table>
        )}
        {page.next_cursor !== null && (
          <nav class="row pages" aria-label="More wishes">
            <a href={`/console/requirements?cursor=${page.next_cursor}`} rel="next">More</a>
          </nav>
        )}
      </>
    ),
  });
}

function Wish({ wish }: { readonly wish: Requirement }) {
  const address = wish.matter_id === null
    ? `/console/cases/${wish.case_id}`
    : `/console/matters/${wish.matter_id}`;
  return (
    <tr>
      <td class="figure">
        {wish.customers}
        {wish.cases > wish.customers && <span class="hint">{count(wish.cases, "case")}</span>}
      </td>
      <td class="excerpt">
        <a href={address} data-row>{wish.title ?? "(erased)"}</a>
      </td>
      <td class="excerpt">
        {wish.words.map(({ customer_id, text }) => (
          <p>
            <q>{text}</q> {customer_id}
          </p>
        ))}
      </td>
      <td>{wish.ticket_id !== null && <code>{wish.ticket_id}</code>}</td>
      <td class="when">
        <Time at={wish.first_at} />
      </td>
    </tr>
  );
}

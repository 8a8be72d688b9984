/**
 * *Matters*: what many customers tell of, once each.
 *
 * @module
 */
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { type Matter, MATTER_ORDERS, type Page } from "../triage/domain/matter.ts";
import { renderPage, type Viewer } from "./frame.tsx";
import { IntentBadge, Time } from "./marks.tsx";
import { INTENT_WORDS } from "./words.ts";

/** What the list is narrowed to; "" leaves one out. */
export interface MattersForm {
  readonly type: string;
  readonly state: string;
  readonly order: string;
}

/** What the page shows. */
export interface MattersPageProps {
  readonly viewer: Viewer;
  readonly form: MattersForm;
  readonly page: Page<Matter>;
}

const ORDER_WORDS: Readonly<Record<typeof MATTER_ORDERS[number], string>> = {
  latest: "Last heard of",
  customers: "Most customers",
  cases: "Most cases",
  severity: "Gravest",
};

/** Address of the list under some filters. */
export function mattersAddress(fields: Readonly<Record<string, string>>): string {
  const set = Object.entries(fields).filter(([, value]) => value !== "");
  return "/console/matters" + (set.length === 0 ? "" : `?${new URLSearchParams(set)}`);
}

/** Writes the page. */
export function mattersPage({ viewer, form, page }: MattersPageProps): string {
  return renderPage({
    title: "Matters",
    section: "/console/matters",
    viewer,
    children: (
      <>
        <h1>Matters</h1>
        <p class="hint">
          Cases that tell of one thing are kept together.{" "}
          <a href="/console/requirements">Wishes by how many asked</a>
        </p>
        <Filters form={form} />
        {page.items.length === 0
          ? <p class="empty">No matter here: cases are put together when two tell of one thing.</p>
          : <MattersTable matters={page.items} />}
        {page.next_cursor !== null && (
          <nav class="row pages" aria-label="More matters">
            <a href={mattersAddress({ ...form, cursor: page.next_cursor })} rel="next">More</a>
          </nav>
        )}
      </>
    ),
  });
}

function Filters({ form }: { readonly form: MattersForm }) {
  return (
    <form method="get" action="/console/matters" class="row fields">
      <Choice
        name="state"
        label="State"
        value={form.state}
        words={{ open: "Open", solved: "Solved" }}
      />
      <Choice
        name="type"
        label="Type"
        value={form.type}
        words={Object.fromEntries(INTENTS.map((intent: Intent) => [intent, INTENT_WORDS[intent]]))}
      />
      <label class="field">
        Order
        <select name="order">
          {MATTER_ORDERS.map((order) => (
            <option value={order} selected={order === form.order}>{ORDER_WORDS[order]}</option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function Choice({ name, label, value, words }: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
}) {
  return (
    <label class="field">
      {label}
      <select name={name}>
        <option value="">All</option>
        {Object.entries(words).map(([each, text]) => (
          <option value={each} selected={each === value}>{text}</option>
        ))}
      </select>
    </label>
  );
}

function MattersTable({ matters }: { readonly matters: readonly Matter[] }) {
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">Matter</th>
          <th scope="col">Type</th>
          <th scope="col" class="figure">Customers</th>
          <th scope="col" class="figure">Cases</th>
          <th scope="col">Severity</th>
          <th scope="col">Ticket</th>
          <th scope="col">Last heard of</th>
        </tr>
      </thead>
      <tbody>
        {matters.map((matter) => (
          <tr>
            <td class="excerpt">
              <a href={`/console/matters/${matter.matter_id}`} data-row>
                {matter.title ?? "(erased)"}
              </a>
              {matter.component !== null && <span class="hint">{matter.component}</span>}
            </td>
            <td>
              <IntentBadge intent={matter.message_type} />
            </td>
            <td class="figure">{matter.customers}</td>
            <td class="figure">{matter.cases}</td>
            <td>{matter.severity ?? ""}</td>
            <td>{matter.ticket_id !== null && <code>{matter.ticket_id}</code>}</td>
            <td class="when">
              {matter.last_at !== null && <Time at={matter.last_at} />}
              <StateMark matter={matter} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a matter rises or is solved, where it does or is. */
export function StateMark({ matter }: { readonly matter: Matter }) {
  if (matter.rising_since !== null) return <span class="review needed">Rising</span>;
  return matter.solved_at === null ? null : <span class="review done">Solved</span>;
}

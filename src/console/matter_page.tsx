/**
 * *Matter*: what its cases tell together, whom to reply to, and what people can
 * do with it.
 *
 * @module
 */
import type {
  Count,
  LikelySame,
  MatterCase,
  MatterEvent,
  MatterRecord,
  Page,
} from "../triage/domain/matter.ts";
import { renderPage, type Viewer } from "./frame.tsx";
import { IntentBadge, Time } from "./marks.tsx";
import { LikelyPanel } from "./likely_panel.tsx";
import { MatterCases } from "./matter_cases.tsx";
import { StateMark } from "./matters_page.tsx";
import { NameField, type WrongName } from "./name_field.tsx";
import { CopyButton } from "./reply_view.tsx";
import { count } from "./words.ts";

/** What the page shows. */
export interface MatterPageProps {
  readonly viewer: Viewer;
  readonly matter: MatterRecord;
  readonly cases: Page<MatterCase>;
  /** What probably tells of the same. */
  readonly likely: readonly LikelySame[];
  /** What was just done, or could not be done. */
  readonly notice: string | null;
  /** What could not be added. */
  readonly wrong: WrongName | null;
}

/** Writes the page. */
export function matterPage(
  { viewer, matter, cases, likely, notice, wrong }: MatterPageProps,
): string {
  return renderPage({
    title: matter.ticket_id ?? "Matter",
    section: "/console/matters",
    viewer,
    children: (
      <>
        <nav class="hint row" aria-label="Matters">
          <span>
            <a href="/console/matters">Matters</a> / {matter.matter_id}
          </span>
        </nav>
        <div class="row">
          <h1>{matter.title ?? "(erased)"}</h1>
          <CopyButton text={`/console/matters/${matter.matter_id}`} link>Copy link</CopyButton>
        </div>
        {notice !== null && <p class="notice" role="status">{notice}</p>}
        <div class="row">
          <IntentBadge intent={matter.message_type} />
          {matter.ticket_id !== null && <code>{matter.ticket_id}</code>}
          <span>{`${count(matter.cases, "case")} of ${count(matter.customers, "customer")}`}</span>
          {matter.severity !== null && <span>{`severity ${matter.severity}`}</span>}
          <StateMark matter={matter} />
        </div>
        <div class="columns">
          <div class="stack">
            <Facts matter={matter} />
            <MatterCases viewer={viewer} matter={matter} cases={cases} />
          </div>
          <div class="stack">
            {viewer.may_review && <Acts matter={matter} wrong={wrong} />}
            <LikelyPanel viewer={viewer} matter_id={matter.matter_id} likely={likely} />
            <Steps matter={matter} />
            <Days matter={matter} />
            <Events viewer={viewer} matter={matter} />
          </div>
        </div>
      </>
    ),
  });
}

function Facts({ matter }: { readonly matter: MatterRecord }) {
  return (
    <dl class="facts card">
      {matter.component !== null && (
        <>
          <dt>Component</dt>
          <dd>{matter.component}</dd>
        </>
      )}
      <dt>First report</dt>
      <dd>
        {matter.first_case_id === null
          ? "none any more"
          : <a href={`/console/cases/${matter.first_case_id}`}>{matter.ticket_id ?? "the case"}</a>}
        {matter.first_at !== null && (
          <>
            {", "}
            <Time at={matter.first_at} />
          </>
        )}
      </dd>
      <dt>Products</dt>
      <dd>{counts(matter.products)}</dd>
      <dt>Versions</dt>
      <dd>{counts(matter.versions)}</dd>
    </dl>
  );
}

function counts(all: readonly Count[]): string {
  return all.length === 0
    ? "none named"
    : all.map(({ name, cases }) => `${name} (${cases})`).join(", ");
}

function Steps(
  { matter: { reproduction_steps, steps_case_id } }: { readonly matter: MatterRecord },
) {
  if (steps_case_id === null) return null;
  return (
    <section class="card stack" aria-labelledby="steps">
      <h2 id="steps">The best told steps</h2>
      <ol>{reproduction_steps.map((step) => <li>{step}</li>)}</ol>
      <p class="hint">
        From <a href={`/console/cases/${steps_case_id}`}>this case</a>
      </p>
    </section>
  );
}

function Days({ matter: { by_day } }: { readonly matter: MatterRecord }) {
  const most = Math.max(1, ...by_day.map(({ cases }) => cases));
  return (
    <section class="card stack" aria-labelledby="days">
      <h2 id="days">By day</h2>
      <table>
        <tbody>
          {by_day.toReversed().map(({ day, cases }) => (
            <tr>
              <th scope="row">{day}</th>
              <td class="figure">{cases}</td>
              <td>
                <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="fill" width={Math.round(100 * cases / most)} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Acts(
  { matter: { matter_id, solved_at }, wrong }: Pick<MatterPageProps, "matter" | "wrong">,
) {
  const action = (act: string) => `/console/matters/${matter_id}/${act}`;
  return (
    <section class="card stack" aria-labelledby="acts">
      <h2 id="acts">With this matter</h2>
      <form method="post" action={action(solved_at === null ? "solved" : "reopened")}>
        <button type="submit" class="main">
          {solved_at === null ? "Mark as solved" : "It is not solved"}
        </button>
      </form>
      <p class="hint">
        {solved_at === null
          ? "Its cases then say whom to tell. A later report reopens it."
          : "The customers below are to be told. A later report reopens it."}
      </p>
      <form method="post" action={action("join")} class="row fields">
        <NameField
          name="id"
          label="Add a case, or all of another matter, by number or id"
          wrong={wrong}
        />
        <button type="submit">Add</button>
      </form>
    </section>
  );
}

const ACT_WORDS: Readonly<Record<MatterEvent["act"], string>> = {
  began: "put together",
  joined: "added",
  split: "taken out",
  solved: "marked as solved",
  reopened: "reopened",
};

function Events(
  { viewer, matter: { matter_id, events } }: Pick<MatterPageProps, "viewer" | "matter">,
) {
  const last = events.find(({ undone_at }) => undone_at === null);
  if (events.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="events">
      <h2 id="events">What was done</h2>
      <ol class="history">
        {events.map((event) => (
          <li>
            <Time at={event.at} /> {`${event.by ?? "the service"}: ${eventWords(event)}`}
            {event.undone_at !== null && <span class="hint">taken back</span>}
            {viewer.may_review && event === last && (
              <form method="post" action={`/console/matters/${matter_id}/undo`} class="inline">
                <input type="hidden" name="number" value={event.number} />
                <button type="submit" class="quiet">Undo</button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function eventWords({ act, case_ids }: MatterEvent): string {
  const about = act === "solved" || act === "reopened" || case_ids.length === 0
    ? ""
    : `${count(case_ids.length, "case")} `;
  return about + ACT_WORDS[act];
}

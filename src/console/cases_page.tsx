/**
 * *Cases*: filters, search, pages.
 *
 * @module
 */
import { type CasePage, type CaseRecord, REVIEW_STATES } from "../triage/desk.ts";
import { INTENTS } from "../triage/intent.ts";
import { renderPage, type Viewer } from "./frame.tsx";
import { IntentBadge, ReviewMark, Time } from "./marks.tsx";
import { INTENT_WORDS, percent, REVIEW_WORDS } from "./words.ts";

/** What the filters were set to, as typed. "" leaves one out. */
export interface CasesForm {
  readonly search: string;
  readonly type: string;
  readonly review: string;
  readonly customer_id: string;
  readonly since: string;
}

/** What the page shows. */
export interface CasesPageProps {
  readonly viewer: Viewer;
  readonly form: CasesForm;
  readonly page: CasePage;
  /** Whether this is the first page. */
  readonly first: boolean;
  /** What is wrong with the filters. */
  readonly fault: string | null;
}

/** Characters of a message shown in the list. */
const EXCERPT_CHARACTERS = 160;

/** Writes the page. */
export function casesPage({ viewer, form, page, first, fault }: CasesPageProps): string {
  return renderPage({
    title: "Cases",
    section: "/console/cases",
    viewer,
    children: (
      <>
        <h1>Cases</h1>
        <Filters form={form} />
        {fault !== null && <p class="fault" role="alert">{fault}</p>}
        {page.items.length === 0
          ? <p class="empty">{emptyText(form, page)}</p>
          : <CaseTable cases={page.items} />}
        <nav class="row pages" aria-label="More cases">
          {!first && <a href={address(form, null)}>Newest</a>}
          {page.next_cursor !== null && (
            <a href={address(form, page.next_cursor)} rel="next">
              {page.items.length === 0 ? "Look further back" : "Older"}
            </a>
          )}
        </nav>
      </>
    ),
  });
}

function emptyText(form: CasesForm, page: CasePage): string {
  // A search looks through so many cases at a time, and goes on from there.
  if (page.next_cursor !== null) return "None among the cases looked through so far.";
  return Object.values(form).every((value) => value === "") ? "No cases yet." : "No case matches.";
}

/** Address of a page of the list. */
function address(form: CasesForm, cursor: string | null): string {
  const set = Object.entries({ ...form, cursor: cursor ?? "" }).filter(([, value]) => value !== "");
  return set.length === 0
    ? "/console/cases"
    : `/console/cases?${new URLSearchParams(Object.fromEntries(set))}`;
}

function Filters({ form }: Pick<CasesPageProps, "form">) {
  return (
    <form class="card row fields" role="search" aria-label="Cases">
      <label class="field grow">
        Search
        <input
          type="search"
          name="search"
          value={form.search}
          placeholder="words, BUG-12 or a case id"
        />
      </label>
      <Choice name="type" label="Type" value={form.type} options={INTENTS} words={INTENT_WORDS} />
      <Choice
        name="review"
        label="Review"
        value={form.review}
        options={REVIEW_STATES}
        words={REVIEW_WORDS}
      />
      <label class="field">
        Customer
        <input name="customer_id" value={form.customer_id} size={12} />
      </label>
      <label class="field">
        Since
        <input type="date" name="since" value={form.since} />
      </label>
      <button type="submit" class="main">Show</button>
    </form>
  );
}

function Choice<Option extends string>({ name, label, value, options, words }: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
}) {
  return (
    <label class="field">
      {label}
      <select name={name}>
        <option value="" selected={value === ""}>Any</option>
        {options.map((option) => (
          <option value={option} selected={option === value}>{words[option]}</option>
        ))}
      </select>
    </label>
  );
}

function CaseTable({ cases }: { readonly cases: readonly CaseRecord[] }) {
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">Message</th>
          <th scope="col">Type</th>
          <th scope="col" class="figure">Sure</th>
          <th scope="col">Review</th>
          <th scope="col">Ticket</th>
          <th scope="col">Customer</th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>{cases.map((record) => <CaseRow record={record} />)}</tbody>
    </table>
  );
}

function CaseRow({ record }: { readonly record: CaseRecord }) {
  return (
    <tr>
      <td class="excerpt">
        <a href={`/console/cases/${record.case_id}`}>{excerpt(record)}</a>
      </td>
      <td>
        <IntentBadge intent={record.message_type} />
      </td>
      <td class="figure">{percent(record.confidence_score)}</td>
      <td>
        <ReviewMark review={record.review} />
      </td>
      <td>{record.ticket_id === null ? "" : <code>{record.ticket_id}</code>}</td>
      <td class="cut">{record.request?.customer_id ?? ""}</td>
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

/**
 * *Cases*: filters, search, pages.
 *
 * @module
 */
import {
  CASE_ORDERS,
  type CaseOrder,
  type CasePage,
  type CaseRecord,
  COUNTED_CASES,
  REVIEW_STATES,
} from "../triage/domain/desk.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import { REVIEW_REASONS } from "../triage/domain/review.ts";
import { renderPage, type Viewer } from "./frame.tsx";
import { IntentBadge, ReviewMark, Time } from "./marks.tsx";
import { INTENT_WORDS, percent, REASON_WORDS, REVIEW_WORDS } from "./words.ts";

/** What the filters were set to, as typed. "" leaves one out. */
export interface CasesForm {
  readonly search: string;
  readonly type: string;
  readonly review: string;
  readonly customer_id: string;
  readonly since: string;
  readonly reason: string;
  readonly order: string;
}

/** What the page shows. */
export interface CasesPageProps {
  readonly viewer: Viewer;
  readonly form: CasesForm;
  readonly page: CasePage;
  /** Cursors of this page and of those before it, the first page having none. */
  readonly trail: readonly string[];
  /** How many cases match; `null` where a search would have to look through all. */
  readonly count: number | null;
  /** What was done with several cases at once. */
  readonly notice: string | null;
  /** What is wrong with the filters. */
  readonly fault: string | null;
}

/** Characters of a message shown in the list. */
const EXCERPT_CHARACTERS = 160;

/** Writes the page. */
export function casesPage(props: CasesPageProps): string {
  const { viewer, form, page, trail, count, fault, notice } = props;
  return renderPage({
    title: "Cases",
    section: "/console/cases",
    viewer,
    children: (
      <>
        <h1>Cases</h1>
        <Filters form={form} />
        {fault !== null && <p class="fault" role="alert">{fault}</p>}
        {notice !== null && <p class="notice" role="status">{notice}</p>}
        {page.items.length === 0 ? <Empty form={form} page={page} /> : (
          <>
            <div class="row">
              <p>{countText(page, count)}</p>
              <p class="hint">
                Export: <a href={exportAddress(form, "csv")} download>CSV</a>{" "}
                <a href={exportAddress(form, "ndjson")} download>NDJSON</a>
              </p>
            </div>
            {viewer.may_review
              ? <Selection form={form} trail={trail} cases={page.items} />
              : <CaseTable cases={page.items} selectable={false} />}
          </>
        )}
        <nav class="row pages" aria-label="More cases">
          {trail.length > 0 && <a href={address(form, trail.slice(0, -1))} rel="prev">Newer</a>}
          {trail.length > 0 && <a href={address(form, [])}>Newest</a>}
          {page.next_cursor !== null && (
            <a href={address(form, [...trail, page.next_cursor])} rel="next">
              {page.items.length === 0 ? "Look further back" : "Older"}
            </a>
          )}
        </nav>
      </>
    ),
  });
}

/** What there is to do where nothing is. */
function Empty({ form, page }: Pick<CasesPageProps, "form" | "page">) {
  // A search looks through so many cases at a time, and goes on from there.
  if (page.next_cursor !== null) {
    return <p class="empty">None among the cases looked through so far.</p>;
  }
  if (!Object.values(form).every((value) => value === "")) {
    return <p class="empty">No case matches.</p>;
  }
  return (
    <div class="empty stack">
      <p>No cases yet. Every message that is sent becomes one:</p>
      <pre><code>{CURL}</code></pre>
      <p>
        Or <a href="/">try a message</a> and keep it.
      </p>
    </div>
  );
}

const CURL = `curl -s http://127.0.0.1:8000/process-customer-message \\
  -H 'Content-Type: application/json' \\
  -d '{"customer_id":"cust_1","message":"The export button spins.","product":"1440 Web Portal"}'`;

function countText({ items }: CasePage, count: number | null): string {
  const cases = (number: number) =>
    `${number.toLocaleString("en")} ${number === 1 ? "case" : "cases"}`;
  if (count === null) return `${cases(items.length)} on this page`;
  return count > COUNTED_CASES ? `More than ${cases(COUNTED_CASES)}` : cases(count);
}

/** Address of a page of the list: the cursors that led to it, its own last. */
function address(form: CasesForm, trail: readonly string[]): string {
  const cursor = trail.at(-1) ?? "";
  return withQuery("/console/cases", { ...form, cursor, trail: trail.slice(0, -1).join(".") });
}

function exportAddress(form: CasesForm, format: string): string {
  return withQuery("/console/cases/export", { ...form, format });
}

function withQuery(path: string, fields: Readonly<Record<string, string>>): string {
  const set = Object.entries(fields).filter(([, value]) => value !== "");
  return set.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(set))}`;
}

/** The list, with a box on each case and what can be done with those that are marked. */
function Selection({ form, trail, cases }: Pick<CasesPageProps, "form" | "trail"> & {
  readonly cases: readonly CaseRecord[];
}) {
  return (
    <form method="post" action="/console/cases/several" class="stack">
      <input type="hidden" name="back" value={address(form, trail)} />
      <CaseTable cases={cases} selectable />
      <div class="row" role="group" aria-label="With the marked cases">
        <span class="hint">With the marked cases</span>
        <button type="submit" name="verdict" value="confirm">Confirm</button>
        {INTENTS.map((intent) => (
          <button type="submit" name="verdict" value={intent}>
            {`Set to ${INTENT_WORDS[intent].toLowerCase()}`}
          </button>
        ))}
      </div>
    </form>
  );
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
          data-shortcut="/"
          aria-keyshortcuts="/"
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
      <Choice
        name="reason"
        label="Reason"
        value={form.reason}
        options={REVIEW_REASONS}
        words={REASON_WORDS}
      />
      <Choice
        name="order"
        label="Order"
        value={form.order}
        options={CASE_ORDERS}
        words={ORDER_WORDS}
        none="Newest first"
      />
      <button type="submit" class="main">Show</button>
    </form>
  );
}

const ORDER_WORDS: Readonly<Record<CaseOrder, string>> = {
  newest: "Newest first",
  least_certain: "Least certain first",
  gravest: "Gravest first",
};

function Choice<Option extends string>({ name, label, value, options, words, none = "Any" }: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
  /** What it is called to choose none. */
  readonly none?: string;
}) {
  return (
    <label class="field">
      {label}
      <select name={name}>
        <option value="" selected={value === ""}>{none}</option>
        {options.filter((option) => words[option] !== none).map((option) => (
          <option value={option} selected={option === value}>{words[option]}</option>
        ))}
      </select>
    </label>
  );
}

function CaseTable({ cases, selectable }: {
  readonly cases: readonly CaseRecord[];
  readonly selectable: boolean;
}) {
  return (
    <table class="cases">
      <thead>
        <tr>
          {selectable && <th scope="col">Mark</th>}
          <th scope="col">Message</th>
          <th scope="col">Type</th>
          <th scope="col" class="figure">Sure</th>
          <th scope="col">Review</th>
          <th scope="col">Ticket</th>
          <th scope="col">Customer</th>
          <th scope="col">Received</th>
        </tr>
      </thead>
      <tbody>{cases.map((record) => <CaseRow record={record} selectable={selectable} />)}</tbody>
    </table>
  );
}

function CaseRow({ record, selectable }: {
  readonly record: CaseRecord;
  readonly selectable: boolean;
}) {
  const customer = record.request?.customer_id.trim() ?? "";
  return (
    <tr>
      {selectable && (
        <td>
          <input
            type="checkbox"
            name="case_id"
            value={record.case_id}
            aria-label={`Mark ${record.ticket_id ?? record.case_id}`}
          />
        </td>
      )}
      <td class="excerpt">
        <a href={`/console/cases/${record.case_id}`} data-row>{excerpt(record)}</a>
      </td>
      <td>
        <IntentBadge intent={record.message_type} />
      </td>
      <td class="figure">{percent(record.confidence_score)}</td>
      <td>
        <ReviewMark review={record.review} />
      </td>
      <td>{record.ticket_id === null ? "" : <code>{record.ticket_id}</code>}</td>
      <td class="cut">
        {customer !== "" && (
          <a href={withQuery("/console/cases", { customer_id: customer })}>{customer}</a>
        )}
      </td>
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

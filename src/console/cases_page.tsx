/**
 * *Cases*: filters, search, pages.
 *
 * @module
 */
import { type CasePage, type CaseRecord, COUNTED_CASES } from "../triage/domain/desk.ts";
import { INTENTS } from "../triage/domain/intent.ts";
import type { ToldRise } from "../triage/domain/rising.ts";
import { PersonField } from "./assign_form.tsx";
import { type CasesForm, Filters, listAddress, Views } from "./case_filters.tsx";
import { CaseTable } from "./cases_table.tsx";
import { ExampleForm } from "./example_form.tsx";
import { renderPage, type Viewer } from "./frame.tsx";
import { RisingPanel } from "./rising_panel.tsx";
import { INTENT_WORDS } from "./words.ts";

/** What the page shows. */
export interface CasesPageProps {
  readonly viewer: Viewer;
  readonly form: CasesForm;
  /** What the example is about. */
  readonly product: string;
  /** Who could be given cases. */
  readonly people: readonly string[];
  readonly page: CasePage;
  /** Cursors of this page and of those before it, the first page having none. */
  readonly trail: readonly string[];
  /** How many cases match; `null` where a search would have to look through all. */
  readonly count: number | null;
  /** What was done with several cases at once. */
  readonly notice: string | null;
  /** What is wrong with the filters. */
  readonly fault: string | null;
  readonly rising: readonly ToldRise[];
}

/** Writes the page. */
export function casesPage(props: CasesPageProps): string {
  const { viewer, form, product, people, page, trail, count, fault, notice } = props;
  return renderPage({
    title: "Cases",
    section: "/console/cases",
    viewer,
    children: (
      <>
        <h1>Cases</h1>
        <RisingPanel rising={props.rising} />
        <Views form={form} viewer={viewer} />
        <Filters form={form} />
        {fault !== null && <p class="fault" role="alert">{fault}</p>}
        {notice !== null && <p class="notice" role="status">{notice}</p>}
        {page.items.length === 0
          ? <Empty form={form} page={page} viewer={viewer} product={product} />
          : (
            <>
              <div class="row">
                <p>{countText(page, count)}</p>
                <p class="hint">
                  Export: <a href={exportAddress(form, "csv")} download>CSV</a>{" "}
                  <a href={exportAddress(form, "ndjson")} download>NDJSON</a>
                </p>
              </div>
              {viewer.may_review
                ? <Selection form={form} people={people} trail={trail} cases={page.items} />
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
function Empty(
  { form, page, viewer, product }: Pick<CasesPageProps, "form" | "page" | "viewer" | "product">,
) {
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
      {viewer.may_try && (
        <>
          <p>Or with one click, from here:</p>
          <ExampleForm example="bug" product={product} />
        </>
      )}
    </div>
  );
}

function countText({ items }: CasePage, count: number | null): string {
  const cases = (number: number) =>
    `${number.toLocaleString("en")} ${number === 1 ? "case" : "cases"}`;
  if (count === null) return `${cases(items.length)} on this page`;
  return count > COUNTED_CASES ? `More than ${cases(COUNTED_CASES)}` : cases(count);
}

/** Address of a page of the list: the cursors that led to it, its own last. */
function address(form: CasesForm, trail: readonly string[]): string {
  return listAddress({ ...form, cursor: trail.at(-1) ?? "", trail: trail.slice(0, -1).join(".") });
}

function exportAddress(form: CasesForm, format: string): string {
  return listAddress({ ...form, format }, "/export");
}

/** The list, with a box on each case and what can be done with those that are marked. */
function Selection(
  { form, people, trail, cases }: Pick<CasesPageProps, "form" | "people" | "trail"> & {
    readonly cases: readonly CaseRecord[];
  },
) {
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
        <PersonField label="Give them to" value="" people={people} />
        <button type="submit" name="verdict" value="assign">Assign</button>
      </div>
    </form>
  );
}

const CURL = `curl -s http://127.0.0.1:8000/process-customer-message \\
  -H 'Content-Type: application/json' \\
  -d '{"customer_id":"cust_1","message":"The export button spins.","product":"1440 Web Portal"}'`;

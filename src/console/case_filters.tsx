/**
 * What a list of cases is narrowed to. The address holds all of it, so that a
 * list can be kept and passed on.
 *
 * @module
 */
import { CASE_ORDERS, type CaseOrder, REVIEW_STATES } from "../triage/domain/desk.ts";
import { type Intent, INTENTS } from "../triage/domain/intent.ts";
import { REVIEW_REASONS } from "../triage/domain/review.ts";
import type { Viewer } from "./frame.tsx";
import { CopyButton } from "./reply_view.tsx";
import { INTENT_WORDS, REASON_WORDS, REVIEW_WORDS } from "./words.ts";

/** What the filters were set to, as typed. "" leaves one out. */
export interface CasesForm {
  readonly search: string;
  readonly type: string;
  readonly review: string;
  readonly customer_id: string;
  readonly since: string;
  readonly reason: string;
  readonly assigned_to: string;
  readonly order: string;
}

/** Address of the list under some filters; those that are "" are left out. */
export function listAddress(fields: Readonly<Record<string, string>>, path = ""): string {
  const set = Object.entries(fields).filter(([, value]) => value !== "");
  const query = set.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(set))}`;
  return `/console/cases${path}${query}`;
}

const LIST_WORDS: Readonly<Record<Intent, string>> = {
  bug_report: "Bug reports",
  feature_request: "Feature requests",
  general_inquiry: "Inquiries",
};

/** Lists that people ask for most, and the address of the one that is shown. */
export function Views({ form, viewer }: {
  readonly form: CasesForm;
  readonly viewer: Viewer;
}) {
  const shown = listAddress({ ...form });
  const views: (readonly [name: string, fields: Partial<CasesForm>])[] = [
    ["All", {}],
    ["Need review", { review: "needed", order: "gravest" }],
    ...INTENTS.map((intent) => [LIST_WORDS[intent], { type: intent }] as const),
    ["Least certain", { order: "least_certain" }],
  ];
  if (viewer.name !== null) views.push(["Mine", { assigned_to: viewer.name }]);
  return (
    <nav class="row periods" aria-label="Lists">
      {views.map(([name, fields]) => {
        const address = listAddress(fields);
        return <a href={address} aria-current={address === shown ? "true" : undefined}>{name}</a>;
      })}
      <CopyButton text={shown} link>Copy link to this list</CopyButton>
    </nav>
  );
}

/** The form that narrows the list. */
export function Filters({ form }: { readonly form: CasesForm }) {
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
      <label class="field">
        Assigned to
        <input name="assigned_to" value={form.assigned_to} size={12} />
      </label>
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

/**
 * What is asked of a store on another thread. Arguments and results are plain
 * data; a case travels as JSON, which costs a third of copying objects.
 *
 * @module
 */
import type { CaseDesk } from "../../triage/domain/desk.ts";
import type { NewCase, StoredCase } from "../../triage/domain/case.ts";
import type { IdempotencyLedger } from "../../triage/domain/idempotency.ts";
import type { MatterDesk } from "../../triage/domain/matter.ts";
import type { MatterBuilding } from "../../triage/domain/matter_building.ts";
import type { Outbox } from "../../triage/domain/outbox_event.ts";
import type { RisingStore } from "../../triage/domain/rising.ts";
import type { GistShelf, SimilarCases } from "../../triage/domain/similar.ts";
import type { CaseStatistics } from "../../triage/domain/statistics.ts";
import type { CorrectedRow } from "../corrected_rows.ts";
import type { DatabaseStore } from "../database_store.ts";

/** A case that was recorded: what its sender does not know yet, or the case that it repeats. */
export type Recorded =
  | { readonly ticket_id: string | null; readonly store_ms: number }
  | { readonly repeated: StoredCase };

/** A case as text. */
export function caseText(newCase: NewCase): string {
  return JSON.stringify(newCase);
}

function caseOf(text: string): NewCase {
  const read = JSON.parse(text) as NewCase & {
    readonly created_at: string;
    readonly repeats_since: string | null;
  };
  return {
    ...read,
    created_at: new Date(read.created_at),
    repeats_since: read.repeats_since === null ? null : new Date(read.repeats_since),
  };
}

async function record(store: Pick<DatabaseStore, "record">, text: string): Promise<Recorded> {
  const newCase = caseOf(text);
  const stored = await store.record(newCase);
  if (stored.case_id !== newCase.case_id) return { repeated: stored };
  const { answer, explanation } = stored;
  const { store: store_ms } = explanation.timings_ms;
  switch (answer.message_type) {
    case "bug_report":
      return { ticket_id: answer.response_data.ticket.id, store_ms };
    case "feature_request":
      return { ticket_id: answer.response_data.product_requirement.id, store_ms };
    case "general_inquiry":
      return { ticket_id: null, store_ms };
  }
}

async function allCorrected(store: DatabaseStore): Promise<CorrectedRow[]> {
  const rows: CorrectedRow[] = [];
  for await (const row of store.correctedRows()) rows.push(row);
  return rows;
}

type Args<Method> = Method extends (...args: infer A) => unknown ? A : never;

/** Calls that write, or that belong to writing. */
export const WRITES = {
  record,
  findRepeat: (store: DatabaseStore, ...args: Args<DatabaseStore["findRepeat"]>) =>
    store.findRepeat(...args),
  ready: (store: DatabaseStore) => store.ready(),
  sweep: (store: DatabaseStore) => store.sweep(),
  correctedRows: allCorrected,
  claim: (store: DatabaseStore, ...args: Args<CaseDesk["claim"]>) => store.desk.claim(...args),
  assign: (store: DatabaseStore, ...args: Args<CaseDesk["assign"]>) => store.desk.assign(...args),
  release: (store: DatabaseStore, ...args: Args<CaseDesk["release"]>) =>
    store.desk.release(...args),
  correct: (store: DatabaseStore, ...args: Args<CaseDesk["correct"]>) =>
    store.desk.correct(...args),
  undo: (store: DatabaseStore, ...args: Args<CaseDesk["undo"]>) => store.desk.undo(...args),
  eraseCustomer: (store: DatabaseStore, ...args: Args<CaseDesk["eraseCustomer"]>) =>
    store.desk.eraseCustomer(...args),
  begin: (store: DatabaseStore, ...args: Args<IdempotencyLedger["begin"]>) =>
    store.idempotency.begin(...args),
  abandon: (store: DatabaseStore, ...args: Args<IdempotencyLedger["abandon"]>) =>
    store.idempotency.abandon(...args),
  take: (store: DatabaseStore, ...args: Args<Outbox["take"]>) => store.outbox.take(...args),
  delivered: (store: DatabaseStore, ...args: Args<Outbox["delivered"]>) =>
    store.outbox.delivered(...args),
  failed: (store: DatabaseStore, ...args: Args<Outbox["failed"]>) => store.outbox.failed(...args),
  beginMatter: (store: DatabaseStore, ...args: Args<MatterDesk["begin"]>) =>
    store.matters.begin(...args),
  joinMatter: (store: DatabaseStore, ...args: Args<MatterDesk["join"]>) =>
    store.matters.join(...args),
  splitMatter: (store: DatabaseStore, ...args: Args<MatterDesk["split"]>) =>
    store.matters.split(...args),
  solveMatter: (store: DatabaseStore, ...args: Args<MatterDesk["solve"]>) =>
    store.matters.solve(...args),
  reopenMatter: (store: DatabaseStore, ...args: Args<MatterDesk["reopen"]>) =>
    store.matters.reopen(...args),
  undoMatter: (store: DatabaseStore, ...args: Args<MatterDesk["undo"]>) =>
    store.matters.undo(...args),
  nextToBuild: (store: DatabaseStore, ...args: Args<MatterBuilding["next"]>) =>
    store.building.next(...args),
  built: (store: DatabaseStore, ...args: Args<MatterBuilding["done"]>) =>
    store.building.done(...args),
  mergeMatters: (store: DatabaseStore, ...args: Args<MatterBuilding["merge"]>) =>
    store.building.merge(...args),
  noteRising: (store: DatabaseStore, ...args: Args<RisingStore["note"]>) =>
    store.rising.note(...args),
  keepGist: (store: DatabaseStore, ...args: Args<GistShelf["keep"]>) => store.gists.keep(...args),
  clear: (store: DatabaseStore) => store.copies.clear(),
  close: (store: DatabaseStore) => store.close(),
};

/** What can be read without writing. */
export type ReadableStore = Pick<
  DatabaseStore,
  "get" | "outbox" | "desk" | "statistics" | "matters" | "rising" | "similar" | "gists" | "forget"
>;

/** Calls that only read. */
export const READS = {
  get: (store: ReadableStore, ...args: Args<DatabaseStore["get"]>) => store.get(...args),
  list: (store: ReadableStore, ...args: Args<CaseDesk["list"]>) => store.desk.list(...args),
  count: (store: ReadableStore, ...args: Args<CaseDesk["count"]>) => store.desk.count(...args),
  read: (store: ReadableStore, ...args: Args<CaseDesk["read"]>) => store.desk.read(...args),
  neighbours: (store: ReadableStore, ...args: Args<CaseDesk["neighbours"]>) =>
    store.desk.neighbours(...args),
  similarTo: (store: ReadableStore, ...args: Args<SimilarCases["similarTo"]>) =>
    store.similar.similarTo(...args),
  similarToGist: (store: ReadableStore, ...args: Args<SimilarCases["similarToGist"]>) =>
    store.similar.similarToGist(...args),
  forget: (store: ReadableStore) => store.forget(),
  unreadCases: (store: ReadableStore, ...args: Args<GistShelf["unread"]>) =>
    store.gists.unread(...args),
  backlog: (store: ReadableStore) => store.outbox.backlog(),
  checked: (store: ReadableStore, ...args: Args<CaseStatistics["checked"]>) =>
    store.statistics.checked(...args),
  daily: (store: ReadableStore, ...args: Args<CaseStatistics["daily"]>) =>
    store.statistics.daily(...args),
  listMatters: (store: ReadableStore, ...args: Args<MatterDesk["list"]>) =>
    store.matters.list(...args),
  readMatter: (store: ReadableStore, ...args: Args<MatterDesk["read"]>) =>
    store.matters.read(...args),
  matterCases: (store: ReadableStore, ...args: Args<MatterDesk["cases"]>) =>
    store.matters.cases(...args),
  matterOfCase: (store: ReadableStore, ...args: Args<MatterDesk["ofCase"]>) =>
    store.matters.ofCase(...args),
  namedMatter: (store: ReadableStore, ...args: Args<MatterDesk["named"]>) =>
    store.matters.named(...args),
  knownMatter: (store: ReadableStore, ...args: Args<MatterDesk["known"]>) =>
    store.matters.known(...args),
  requirements: (store: ReadableStore, ...args: Args<MatterDesk["requirements"]>) =>
    store.matters.requirements(...args),
  asked: (store: ReadableStore, ...args: Args<MatterDesk["asked"]>) => store.matters.asked(...args),
  arrivals: (store: ReadableStore, ...args: Args<RisingStore["arrivals"]>) =>
    store.rising.arrivals(...args),
  counted: (store: ReadableStore, ...args: Args<RisingStore["counted"]>) =>
    store.rising.counted(...args),
  rising: (store: ReadableStore) => store.rising.rising(),
  endedRises: (store: ReadableStore, ...args: Args<RisingStore["ended"]>) =>
    store.rising.ended(...args),
};

type Calls = typeof WRITES & typeof READS;

/** Name of a call. */
export type CallName = keyof Calls;

/** What a call is given. */
export type CallArgs<Name extends CallName> = Calls[Name] extends
  (store: never, ...args: infer A) => unknown ? A : never;

/** What a call gives back. */
export type CallResult<Name extends CallName> = Awaited<ReturnType<Calls[Name]>>;

/**
 * `/console/review`: work the queue, the gravest first and of these the oldest. A case is claimed
 * before it is shown, so that two people never decide the same one.
 *
 * @module
 */
import {
  type CaseDesk,
  type CaseFilter,
  type CaseRecord,
  CLAIM_LAPSES_AFTER_MS,
  type Correction,
  DESK_LIMITS,
} from "../../triage/domain/desk.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { INTENTS } from "../../triage/domain/intent.ts";
import { INQUIRY_CATEGORIES } from "../../triage/domain/reply.ts";
import { REVIEW_REASONS, type ReviewReason } from "../../triage/domain/review.ts";
import { isStale, lastCorrectedAt } from "../../triage/domain/seen_correction.ts";
import { caseIdOf } from "../api/case_named.ts";
import { readForm } from "../door/body.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";
import { noticeOf } from "./review_notice.ts";
import { seenIn } from "./stale_verdict.ts";
import type { Route } from "../door/route.ts";

/** Cases that the page of the queue looks at, to say how many wait. */
const COUNTED_CASES = 100;
/** Stands for the cursor behind the last case. */
const END = "end";

/** The queue and its cases. */
export function consoleReviewRoutes(parts: ConsoleParts): readonly Route[] {
  const { desk, limits, now } = parts;
  // Without keys nobody has a name, and everything is open to everybody.
  const open = (name: string) => parts.auth.required ? name : null;
  const queueOf = (person: string): Queue => ({ desk, person, open_to: open(person), now: now() });
  return [
    {
      path: "/console/review",
      scope: "open",
      methods: {
        GET: page(parts, "review", async (_request, { url, viewer, caller }) => {
          const { reviewQueuePage } = await import("../../console/review_page.tsx");
          const reason = reasonOf(url.searchParams);
          const { items, next_cursor } = await desk.list(
            waiting("needed", reason, open(caller.name)),
            {
              order: "gravest",
              limit: COUNTED_CASES,
              cursor: null,
            },
          );
          return html(reviewQueuePage({
            viewer,
            reason,
            waiting: items,
            more: next_cursor !== null,
            notice: noticeOf(url.searchParams),
            product: parts.catalog().products[0]?.name ?? "",
            skipped_through: url.searchParams.has("end"),
          }));
        }),
        POST: page(
          parts,
          "review",
          async (request, { caller }) => {
            const reason = reasonOf(await readForm(request, limits));
            const said = new URLSearchParams(reason === null ? {} : { reason });
            return await toNext(queueOf(caller.name), null, said);
          },
        ),
      },
    },
    {
      path: "/console/review/live",
      scope: "open",
      methods: {
        GET: page(
          parts,
          "review",
          async (_request, { caller }) =>
            waitingEvent(await desk.count(waiting("needed", null, open(caller.name)))),
        ),
      },
    },
    {
      path: "/console/review/:case_id",
      scope: "open",
      methods: {
        GET: page(parts, "review", async (_request, { url, params, viewer, caller }) => {
          const record = await desk.read(caseIdOf(params));
          if (record.review !== "in_review" || record.claimed_by !== caller.name) {
            return seeOther(`/console/cases/${record.case_id}`);
          }
          const cursor = url.searchParams.get("cursor");
          const notice = noticeOf(url.searchParams);
          const { reviewPage } = await import("../../console/review_page.tsx");
          const reason = reasonOf(url.searchParams);
          return html(reviewPage({ viewer, record, cursor, notice, reason }));
        }),
        POST: page(parts, "review", async (request, { params, caller }) => {
          const caseId = caseIdOf(params);
          const fields = await readForm(request, limits);
          const said = await decide(desk, caseId, caller.name, fields);
          const reason = reasonOf(fields);
          if (reason !== null) said.set("reason", reason);
          return await toNext(queueOf(caller.name), fields.get("cursor") || null, said);
        }),
      },
    },
  ];
}

/** Between two looks of a browser at what waits. */
const LIVE_EVERY_MS = 5_000;

/**
 * How many cases wait, as a server-sent event. The stream ends with it, and the
 * browser comes again by itself: no connection is held, and none has to be ended
 * when the service stops.
 */
function waitingEvent(count: number): Response {
  return new Response(`retry: ${LIVE_EVERY_MS}\ndata: ${count}\n\n`, {
    headers: { "content-type": "text/event-stream" },
  });
}

/** Does what the form says. What was done, for the address of the next page. */
async function decide(
  desk: CaseDesk,
  caseId: string,
  person: string,
  fields: URLSearchParams,
): Promise<URLSearchParams> {
  const verdict = fields.get("verdict") ?? "";
  const said = new URLSearchParams({ said: verdict, about: caseId });
  if (verdict === "skip") {
    await desk.release(caseId, person);
    return said;
  }
  const given = { ...correctionOf(verdict, fields.get("note")), ...seenIn(fields) };
  try {
    const corrected = await desk.correct(caseId, given, person);
    said.set("at", lastCorrectedAt(corrected) ?? "");
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== "case_conflict") throw failure;
    const record = await desk.read(caseId);
    if (!isStale(record, given)) said.set("said", "conflict");
    else {
      said.set("said", "stale");
      said.set("yours", verdict);
      said.set("theirs", record.inquiry_category ?? record.message_type);
    }
  }
  return said;
}

function waiting(
  review: "needed" | "in_review",
  reason: ReviewReason | null,
  open_to: string | null,
): CaseFilter {
  return { type: null, review, customer_id: null, since: null, reason, open_to };
}

/** The reason that the queue is narrowed to. */
function reasonOf(fields: URLSearchParams): ReviewReason | null {
  return REVIEW_REASONS.find((reason) => reason === fields.get("reason")) ?? null;
}

/** The queue as one person works it. */
interface Queue {
  readonly desk: CaseDesk;
  readonly person: string;
  /** Whose cases are shown beside nobody's; `null` shows all. */
  readonly open_to: string | null;
  readonly now: Date;
}

/** Claims the next case and sends the browser there; to the queue's page when there is none. */
async function toNext(
  queue: Queue,
  cursor: string | null,
  said: URLSearchParams,
): Promise<Response> {
  const reason = reasonOf(said);
  const next = cursor === END ? null : await takeNext(queue, cursor, reason);
  if (next !== null) {
    said.set("cursor", next.cursor ?? END);
    return seeOther(`/console/review/${next.case_id}?${said}`);
  }
  const lapsed = cursor === null ? await takeLapsed(queue, reason) : null;
  if (lapsed !== null) return seeOther(`/console/review/${lapsed.case_id}?${said}`);
  if (cursor !== null) said.set("end", "");
  return seeOther(`/console/review?${said}`);
}

/** Claims the gravest case from the cursor on that nobody else claims first. */
async function takeNext(
  { desk, person, open_to }: Queue,
  from: string | null,
  reason: ReviewReason | null,
): Promise<{ case_id: string; cursor: string | null } | null> {
  let cursor = from;
  do {
    const { items: [first], next_cursor }: Awaited<ReturnType<CaseDesk["list"]>> = await desk.list(
      waiting("needed", reason, open_to),
      { order: "gravest", limit: 1, cursor },
    );
    if (first === undefined) return null;
    if (await isClaimed(desk, first, person)) {
      return { case_id: first.case_id, cursor: next_cursor };
    }
    cursor = next_cursor;
  } while (cursor !== null);
  return null;
}

/** Claims a case that someone took and let lie. */
async function takeLapsed(
  { desk, person, open_to, now }: Queue,
  reason: ReviewReason | null,
): Promise<CaseRecord | null> {
  const { items } = await desk.list(waiting("in_review", reason, open_to), {
    order: "gravest",
    limit: DESK_LIMITS.page_cases,
    cursor: null,
  });
  for (const record of items) {
    const lapses = (record.claimed_at?.getTime() ?? 0) + CLAIM_LAPSES_AFTER_MS;
    if (lapses <= now.getTime() && await isClaimed(desk, record, person)) return record;
  }
  return null;
}

async function isClaimed(desk: CaseDesk, record: CaseRecord, person: string): Promise<boolean> {
  try {
    await desk.claim(record.case_id, person);
    return true;
  } catch (failure) {
    if (failure instanceof Failure && failure.code === "case_conflict") return false;
    throw failure;
  }
}

/** @throws {Failure} `invalid_request` */
function correctionOf(verdict: string, givenNote: string | null): Correction {
  const text = (givenNote ?? "").trim().slice(0, DESK_LIMITS.note_characters);
  const note = text === "" ? {} : { note: text };
  if (verdict === "confirm") return note;
  const message_type = INTENTS.find((intent) => intent === verdict);
  if (message_type !== undefined) return { message_type, ...note };
  const inquiry_category = INQUIRY_CATEGORIES.find((category) => category === verdict);
  if (inquiry_category !== undefined) {
    return { message_type: "general_inquiry", inquiry_category, ...note };
  }
  throw new Failure("invalid_request", "Cannot read the form: check verdict");
}

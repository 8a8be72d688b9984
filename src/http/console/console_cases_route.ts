/**
 * `/console/cases`: find cases, read one, correct it.
 *
 * @module
 */
import type { CasesForm } from "../../console/case_filters.tsx";
import type { Viewer } from "../../console/frame.tsx";
import { type CaseRecord, type Correction, correction, mayUndo } from "../../triage/domain/desk.ts";
import { isStale } from "../../triage/domain/seen_correction.ts";
import { Failure } from "../../triage/domain/failure.ts";
import { readForm } from "../door/body.ts";
import { caseIdOf } from "../api/case_named.ts";
import { readCaseQuery } from "../api/case_query.ts";
import { changeSeveral, personOf } from "./several_cases.ts";
import { exportCases } from "../api/case_export.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";
import { type CaseShown, shownCase } from "./shown_case.ts";
import { seenIn, staleNotice } from "./stale_verdict.ts";
import { risingFor } from "./console_try_route.ts";
import type { Route } from "../door/route.ts";

/** Cases on a page. */
const PAGE_CASES = 25;
/** Longest text that is searched for. */
const SEARCH_CHARACTERS = 200;

/** The list, one case, and its form. */
export function consoleCasesRoutes(parts: ConsoleParts): readonly Route[] {
  const { desk, limits, now } = parts;
  return [
    {
      path: "/console/cases",
      scope: "open",
      methods: {
        GET: page(parts, "read", async (_request, { url, viewer }) => {
          const { casesPage } = await import("../../console/cases_page.tsx");
          const form = readFilters(url.searchParams);
          const trail = readTrail(url.searchParams);
          const { reviewers: people } = parts.auth;
          const product = parts.catalog().products[0]?.name ?? "";
          const props = {
            viewer,
            form,
            product,
            people,
            trail,
            notice: severalNotice(url.searchParams),
            rising: await risingFor(viewer, parts),
          };
          try {
            const { filter, page: asked } = queryOf(form, trail.at(-1) ?? null);
            const [found, count] = await Promise.all([
              desk.list(filter, { ...asked, limit: PAGE_CASES }),
              filter.search === undefined ? desk.count(filter) : null,
            ]);
            return html(casesPage({ ...props, page: found, count, fault: null }));
          } catch (failure) {
            if (!(failure instanceof Failure) || failure.code !== "invalid_request") throw failure;
            const page = { items: [], next_cursor: null };
            return html(casesPage({ ...props, page, count: null, fault: faultOf(failure) }), 422);
          }
        }),
      },
    },
    {
      path: "/console/cases/export",
      scope: "open",
      methods: {
        GET: page(parts, "read", (_request, { url }) => {
          const { filter, page: asked } = queryOf(readFilters(url.searchParams), null);
          return exportCases(desk, filter, asked.order, url.searchParams.get("format"));
        }),
      },
    },
    {
      path: "/console/cases/several",
      scope: "open",
      methods: {
        POST: page(parts, "review", async (request, { caller }) => {
          const fields = await readForm(request, limits);
          return seeOther(await changeSeveral(desk, fields, caller.name));
        }),
      },
    },
    {
      path: "/console/cases/:case_id",
      scope: "open",
      methods: {
        GET: page(parts, "read", async (_request, { url, params, viewer, caller }) => {
          const caseId = caseIdOf(params);
          const now_is = now();
          return await shownCase(parts, caseId, {
            viewer,
            notice: (record) =>
              url.searchParams.has("saved")
                ? "Saved."
                : url.searchParams.has("undone")
                ? "Taken back."
                : url.searchParams.has("assigned")
                ? assignedNotice(record)
                : null,
            may_undo: (record) => viewer.may_review && mayUndo(record, caller.name, now_is),
          });
        }),
      },
    },
    {
      path: "/console/cases/:case_id/correction",
      scope: "open",
      methods: {
        POST: page(parts, "review", async (request, { params, viewer, caller }) => {
          const caseId = caseIdOf(params);
          const given = readCorrection(await readForm(request, limits));
          try {
            await desk.correct(caseId, given, caller.name);
          } catch (failure) {
            return await conflictPage(parts, caseId, viewer, failure, {
              notice: (record) => staleNotice(record, given, caller.name),
              unsaved: (record) => isStale(record, given) ? given : null,
            });
          }
          return seeOther(`/console/cases/${caseId}?saved`);
        }),
      },
    },
    {
      path: "/console/cases/:case_id/assignment",
      scope: "open",
      methods: {
        POST: page(parts, "review", async (request, { params, viewer }) => {
          const caseId = caseIdOf(params);
          const person = personOf(await readForm(request, limits));
          try {
            await desk.assign(caseId, person);
          } catch (failure) {
            return await conflictPage(parts, caseId, viewer, failure);
          }
          return seeOther(`/console/cases/${caseId}?assigned`);
        }),
      },
    },
    {
      path: "/console/cases/:case_id/undo",
      scope: "open",
      methods: {
        POST: page(parts, "review", async (request, { params, viewer, caller }) => {
          const caseId = caseIdOf(params);
          const corrected_at = (await readForm(request, limits)).get("corrected_at") || undefined;
          try {
            await desk.undo(caseId, caller.name, corrected_at);
          } catch (failure) {
            return await conflictPage(parts, caseId, viewer, failure);
          }
          return seeOther(`/console/cases/${caseId}?undone`);
        }),
      },
    },
  ];
}

/** The case as it is, with why it could not be changed. */
async function conflictPage(
  parts: ConsoleParts,
  caseId: string,
  viewer: Viewer,
  failure: unknown,
  { notice, unsaved }: Pick<CaseShown, "notice" | "unsaved"> = {},
): Promise<Response> {
  if (!(failure instanceof Failure) || failure.code !== "case_conflict") throw failure;
  return await shownCase(parts, caseId, {
    viewer,
    notice: (record) => notice?.(record) ?? `${failure.message}.`,
    ...(unsaved && { unsaved }),
    status: 409,
  });
}

/** Pages that "Newer" leads back through. */
const TRAIL_PAGES = 20;

/** The cursors that led to a page of the list, its own last. */
function readTrail(query: URLSearchParams): string[] {
  const before = (query.get("trail") ?? "").split(".");
  return [...before, query.get("cursor") ?? ""].filter((cursor) => cursor !== "")
    .slice(-TRAIL_PAGES);
}

/** @throws {Failure} `invalid_request` */
function queryOf(
  { search, ...filters }: CasesForm,
  cursor: string | null,
): ReturnType<typeof readCaseQuery> {
  const query = new URLSearchParams({ ...filters, cursor: cursor ?? "" });
  for (const [name, value] of [...query]) if (value === "") query.delete(name);
  const { filter, page } = readCaseQuery(query);
  return { filter: search === "" ? filter : { ...filter, search }, page };
}

function severalNotice(query: URLSearchParams): string | null {
  const [done, left] = ["done", "left"].map((name) => Number(query.get(name) ?? NaN));
  if (!Number.isInteger(done)) return null;
  const kept = left === undefined || !(left > 0)
    ? ""
    : ` ${left} left alone: somebody else has them, or decided meanwhile.`;
  return `${done} ${done === 1 ? "case is" : "cases are"} done.${kept}`;
}

function assignedNotice({ assigned_to }: CaseRecord): string {
  return assigned_to === null ? "It is nobody's case now." : `It is ${assigned_to}'s case now.`;
}

function readFilters(query: URLSearchParams): CasesForm {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, SEARCH_CHARACTERS);
  return {
    search: text("search").replaceAll("\0", ""),
    type: text("type"),
    review: text("review"),
    customer_id: text("customer_id"),
    since: text("since"),
    reason: text("reason"),
    assigned_to: text("assigned_to"),
    order: text("order"),
  };
}

function faultOf(failure: Failure): string {
  const faults = failure.errors?.map(({ path, message }) => `${path} ${message}`) ?? [];
  return faults.length === 0 ? `${failure.message}.` : `${faults.join("; ")}.`;
}

/** @throws {Failure} `invalid_request` */
function readCorrection(fields: URLSearchParams): Correction {
  const message_type = fields.get("message_type") ?? undefined;
  const category = fields.get("inquiry_category") ?? "";
  const note = (fields.get("note") ?? "").trim();
  // Browsers send line breaks as CR LF.
  const customer_response = fields.get("customer_response")?.replaceAll("\r\n", "\n");
  const result = correction.safeParse({
    message_type,
    // The field is always there; it says something only of an inquiry.
    ...(category !== "" && message_type === "general_inquiry" && { inquiry_category: category }),
    ...(note !== "" && { note }),
    ...(customer_response !== undefined && { customer_response }),
    ...seenIn(fields),
  });
  if (result.success) return result.data;
  throw new Failure("invalid_request", "Cannot read the form", { cause: result.error });
}

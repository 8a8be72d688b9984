/**
 * `/console/matters` and `/console/requirements`: what many customers tell of,
 * and what people do with it.
 *
 * @module
 */
import type { MatterPageProps } from "../../console/matter_page.tsx";
import type { WrongName } from "../../console/name_field.tsx";
import { Failure } from "../../triage/domain/failure.ts";
import { likelySame } from "../../triage/likely_same.ts";
import type { MatterDesk, MatterRecord } from "../../triage/domain/matter.ts";
import { caseIdOf } from "../api/case_named.ts";
import { joinerNamed, matterNamed } from "../api/matter_named.ts";
import { matterQuery, pageQuery, readQuery } from "../api/matter_query.ts";
import { readForm } from "../door/body.ts";
import type { Route } from "../door/route.ts";
import { shownCase } from "./shown_case.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";

/** Matters, wishes and cases of a matter on a page. */
const PAGE_ITEMS = 25;

/** The lists, one matter, and its forms. */
export function consoleMattersRoutes(parts: ConsoleParts): readonly Route[] {
  return [...listPages(parts), matterPageRoute(parts), beginRoute(parts), ...actRoutes(parts)];
}

function listPages(parts: ConsoleParts): readonly Route[] {
  const { matters } = parts;
  return [
    {
      path: "/console/requirements",
      scope: "open",
      methods: {
        GET: page(parts, "read", async (_request, { url, viewer }) => {
          const { cursor } = readQuery(pageQuery, url.searchParams);
          const { requirementsPage } = await import("../../console/requirements_page.tsx");
          const found = await matters.requirements({ limit: PAGE_ITEMS, cursor });
          return html(requirementsPage({ viewer, page: found }));
        }),
      },
    },
  ];
}

function matterPageRoute(parts: ConsoleParts): Route {
  const { matters } = parts;
  return {
    path: "/console/matters/:matter_id",
    scope: "open",
    methods: {
      GET: page(parts, "read", async (_request, { url, params, viewer }) => {
        const id = await matterNamed(matters, params["matter_id"] ?? "");
        return await shownMatter(parts, id, {
          viewer,
          cursor: url.searchParams.get("cursor"),
          notice: NOTICES[url.searchParams.get("done") ?? ""] ?? null,
        });
      }),
    },
  };
}

/** The list of matters, and what begins one of two cases. */
function beginRoute(parts: ConsoleParts): Route {
  const { matters, limits } = parts;
  return {
    path: "/console/matters",
    scope: "open",
    methods: {
      GET: page(parts, "read", async (_request, { url, viewer }) => {
        // A form sends what was not chosen as well, as nothing.
        const chosen = new URLSearchParams([...url.searchParams].filter(([, text]) => text !== ""));
        const { type, state, order, cursor } = readQuery(matterQuery, chosen);
        const { mattersPage } = await import("../../console/matters_page.tsx");
        const found = await matters.list(
          { type, state },
          { order: order ?? "latest", limit: PAGE_ITEMS, cursor },
        );
        const form = { type: type ?? "", state: state ?? "", order: order ?? "" };
        return html(mattersPage({ viewer, form, page: found }));
      }),
      POST: page(parts, "review", async (request, { caller, viewer }) => {
        const fields = await readForm(request, limits);
        const own = caseIdOf({ case_id: fields.get("case_id") ?? "" });
        const given = (fields.get("like") ?? "").trim();
        try {
          const matterId = await putTogether(matters, own, given, caller.name);
          return seeOther(`/console/matters/${matterId}?done=joined`);
        } catch (failure) {
          const { fault, status } = faultOf(failure);
          return await shownCase(parts, own, { viewer, wrong: { given, fault }, status });
        }
      }),
    },
  };
}

/** Puts a case together with what a person named. The id of the matter that it is in then. */
async function putTogether(matters: MatterDesk, own: string, like: string, person: string) {
  const named = await joinerNamed(matters, like);
  const there = "matter_id" in named
    ? named.matter_id
    : (await matters.ofCase(named.case_id))?.matter_id;
  const record = there !== undefined
    ? await matters.join(there, { case_id: own }, person)
    : "case_id" in named && named.case_id !== own
    ? await matters.begin([own, named.case_id], person)
    : null;
  if (record !== null) return record.matter_id;
  throw new Failure("case_conflict", "This is the case itself: name another");
}

const NOTICES: Readonly<Record<string, string>> = {
  joined: "Put together.",
  split: "Taken out.",
  solved: "Marked as solved.",
  reopened: "Open again.",
  undo: "Taken back.",
};

type Act = (
  matters: MatterDesk,
  matterId: string,
  fields: URLSearchParams,
  person: string,
) => Promise<MatterRecord>;

const ACTS: Readonly<Record<string, Act>> = {
  join: async (matters, id, fields, person) =>
    matters.join(id, await joinerNamed(matters, addedName(fields)), person),
  split: (matters, id, fields, person) =>
    matters.split(id, caseIdOf({ case_id: fields.get("case_id") ?? "" }), person),
  solved: (matters, id, _fields, person) => matters.solve(id, person),
  reopened: (matters, id, _fields, person) => matters.reopen(id, person),
  undo: (matters, id, fields) => matters.undo(id, Number(fields.get("number"))),
};

function actRoutes(parts: ConsoleParts): readonly Route[] {
  const { matters, limits } = parts;
  return Object.entries(ACTS).map(([name, act]): Route => ({
    path: `/console/matters/:matter_id/${name}`,
    scope: "open",
    methods: {
      POST: page(parts, "review", async (request, { params, viewer, caller }) => {
        const id = await matterNamed(matters, params["matter_id"] ?? "");
        const fields = await readForm(request, limits);
        try {
          await act(matters, id, fields, caller.name);
        } catch (failure) {
          const { fault, status } = faultOf(failure);
          if (name === "join") {
            return await shownMatter(parts, id, {
              viewer,
              wrong: { given: addedName(fields), fault },
              status,
            });
          }
          if (status !== 409) throw failure;
          return await shownMatter(parts, id, { viewer, notice: fault, status });
        }
        return seeOther(`/console/matters/${id}?done=${name === "join" ? "joined" : name}`);
      }),
    },
  }));
}

/** What is to be added, as it was typed. */
function addedName(fields: URLSearchParams): string {
  return (fields.get("id") ?? "").trim();
}

/** What is said of a name that does not fit; every other failure goes on. */
function faultOf(failure: unknown): { fault: string; status: number } {
  if (failure instanceof Failure && failure.code === "not_found") {
    return { fault: `${failure.message}.`, status: 404 };
  }
  if (failure instanceof Failure && failure.code === "case_conflict") {
    return { fault: `${failure.message}.`, status: 409 };
  }
  throw failure;
}

interface MatterShown extends Pick<MatterPageProps, "viewer"> {
  readonly cursor?: string | null;
  readonly notice?: string | null;
  readonly wrong?: WrongName;
  readonly status?: number;
}

/** Answers with the page of a matter. */
async function shownMatter(
  { matters, similar }: ConsoleParts,
  id: string,
  { viewer, cursor = null, notice = null, wrong, status = 200 }: MatterShown,
): Promise<Response> {
  const { matterPage } = await import("../../console/matter_page.tsx");
  const [matter, cases, likely] = await Promise.all([
    matters.read(id),
    matters.cases(id, { limit: PAGE_ITEMS, cursor }),
    likelySame({ matters, similar }, id),
  ]);
  return html(matterPage({ viewer, matter, cases, likely, notice, wrong: wrong ?? null }), status);
}

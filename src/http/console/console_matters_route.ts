/**
 * `/console/matters` and `/console/requirements`: what many customers tell of,
 * and what people do with it.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import type { MatterDesk, MatterRecord } from "../../triage/domain/matter.ts";
import { matterQuery, pageQuery, readQuery } from "../api/matter_query.ts";
import { readForm } from "../door/body.ts";
import type { Route } from "../door/route.ts";
import { type ConsoleParts, html, page, seeOther } from "./console_page.ts";

/** Matters, wishes and cases of a matter on a page. */
const PAGE_ITEMS = 25;

const ID = /^[\da-f-]{36}$/;

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
        const { matterPage } = await import("../../console/matter_page.tsx");
        const id = idOf(params["matter_id"]);
        const cursor = url.searchParams.get("cursor");
        const [matter, cases] = await Promise.all([
          matters.read(id),
          matters.cases(id, { limit: PAGE_ITEMS, cursor }),
        ]);
        const notice = NOTICES[url.searchParams.get("done") ?? ""] ?? null;
        return html(matterPage({ viewer, matter, cases, notice }));
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
      POST: page(parts, "review", async (request, { caller }) => {
        const fields = await readForm(request, limits);
        const [own, like] = [idOf(fields.get("case_id")), idOf(fields.get("like"))];
        const there = await matters.ofCase(like);
        const record = there === null
          ? await matters.begin([own, like], caller.name)
          : await matters.join(there.matter_id, { case_id: own }, caller.name);
        return seeOther(`/console/matters/${record.matter_id}?done=joined`);
      }),
    },
  };
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
  join: async (matters, id, fields, person) => {
    const other = idOf(fields.get("id"));
    try {
      return await matters.join(id, { case_id: other }, person);
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.code !== "not_found") throw failure;
      return await matters.join(id, { matter_id: other }, person);
    }
  },
  split: (matters, id, fields, person) => matters.split(id, idOf(fields.get("case_id")), person),
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
        const id = idOf(params["matter_id"]);
        const fields = await readForm(request, limits);
        try {
          await act(matters, id, fields, caller.name);
        } catch (failure) {
          if (!(failure instanceof Failure) || failure.code !== "case_conflict") throw failure;
          const { matterPage } = await import("../../console/matter_page.tsx");
          const [matter, cases] = await Promise.all([
            matters.read(id),
            matters.cases(id, { limit: PAGE_ITEMS, cursor: null }),
          ]);
          return html(matterPage({ viewer, matter, cases, notice: `${failure.message}.` }), 409);
        }
        return seeOther(`/console/matters/${id}?done=${name === "join" ? "joined" : name}`);
      }),
    },
  }));
}

/** @throws {Failure} `not_found` for what no matter and no case is called. */
function idOf(id: string | null | undefined): string {
  if (id !== null && id !== undefined && ID.test(id.trim())) return id.trim();
  throw new Failure("not_found", "There is no such matter or case");
}

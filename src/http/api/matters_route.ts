/**
 * Matters: `GET` and `POST /matters`, `…/{matter_id}`, `…/cases`, `…/solved`,
 * `…/events`, and what counts them: `GET /requirements`, `GET /rising`.
 *
 * @module
 */
import { Failure } from "../../triage/domain/failure.ts";
import {
  beginning,
  joining,
  type MatterDesk,
  type MatterRecord,
} from "../../triage/domain/matter.ts";
import type { RisingStore } from "../../triage/domain/rising.ts";
import { type BodyLimits, readJson } from "../door/body.ts";
import type { Handler, Route } from "../door/route.ts";
import { checkBody } from "./check_body.ts";
import {
  toMatterCaseJson,
  toMatterJson,
  toMatterRecordJson,
  toRequirementJson,
  toRisingJson,
} from "./matter_json.ts";
import { matterQuery, pageOf, pageQuery, readQuery } from "./matter_query.ts";

/** What the routes are made of. */
export interface MattersParts {
  readonly matters: MatterDesk;
  readonly rising: Pick<RisingStore, "rising">;
  readonly limits: BodyLimits;
}

type Params = Readonly<Record<string, string>>;

/** The routes for the people who look at matters. */
export function mattersRoutes(parts: MattersParts): readonly Route[] {
  return [...listRoutes(parts), ...oneMatterRoutes(parts)];
}

function listRoutes({ matters, rising, limits }: MattersParts): readonly Route[] {
  return [
    {
      path: "/matters",
      scope: "read",
      write_scope: "review",
      methods: {
        async GET(_request, { url }) {
          const { type, state, order, ...page } = readQuery(matterQuery, url.searchParams);
          const { items, next_cursor } = await matters.list(
            { type, state },
            { ...pageOf(page), order: order ?? "latest" },
          );
          return Response.json({ items: items.map(toMatterJson), next_cursor });
        },
        async POST(request, { caller }) {
          const body = checkBody(beginning, "begin a matter", await readJson(request, limits));
          return answered(await matters.begin(body.case_ids, caller.name));
        },
      },
    },
    {
      path: "/requirements",
      scope: "read",
      methods: {
        async GET(_request, { url }) {
          const page = pageOf(readQuery(pageQuery, url.searchParams));
          const { items, next_cursor } = await matters.requirements(page);
          return Response.json({ items: items.map(toRequirementJson), next_cursor });
        },
      },
    },
    {
      path: "/rising",
      scope: "read",
      methods: {
        GET: async () => Response.json({ items: (await rising.rising()).map(toRisingJson) }),
      },
    },
    {
      path: "/cases/:case_id/matter",
      scope: "read",
      methods: {
        async GET(_request, { params }) {
          const matter = await matters.ofCase(idOf(params, "case_id"));
          if (matter === null) throw new Failure("not_found", "The case is in no matter");
          return Response.json(toMatterJson(matter));
        },
      },
    },
  ];
}

function oneMatterRoutes({ matters, limits }: MattersParts): readonly Route[] {
  /** Does something with the matter named and answers with it; a body is not read. */
  const act = (
    what: (matterId: string, person: string, params: Params) => Promise<MatterRecord>,
  ): Handler =>
  async (request, { params, caller }) => {
    const record = await what(idOf(params, "matter_id"), caller.name, params);
    await request.body?.cancel();
    return answered(record);
  };
  return [
    {
      path: "/matters/:matter_id",
      scope: "read",
      methods: { GET: act((id) => matters.read(id)) },
    },
    {
      path: "/matters/:matter_id/cases",
      scope: "read",
      write_scope: "review",
      methods: {
        async GET(_request, { params, url }) {
          const page = pageOf(readQuery(pageQuery, url.searchParams));
          const { items, next_cursor } = await matters.cases(idOf(params, "matter_id"), page);
          return Response.json({ items: items.map(toMatterCaseJson), next_cursor });
        },
        async POST(request, { params, caller }) {
          const id = idOf(params, "matter_id");
          const body = checkBody(joining, "join the matter", await readJson(request, limits));
          return answered(await matters.join(id, body, caller.name));
        },
      },
    },
    {
      path: "/matters/:matter_id/cases/:case_id",
      scope: "review",
      methods: {
        DELETE: act((id, person, params) => matters.split(id, idOf(params, "case_id"), person)),
      },
    },
    {
      path: "/matters/:matter_id/solved",
      scope: "review",
      methods: {
        POST: act((id, person) => matters.solve(id, person)),
        DELETE: act((id, person) => matters.reopen(id, person)),
      },
    },
    {
      path: "/matters/:matter_id/events/:number",
      scope: "review",
      methods: {
        DELETE: act((id, _person, { number = "" }) => {
          if (/^[1-9]\d{0,8}$/.test(number)) return matters.undo(id, Number(number));
          throw new Failure("not_found", "There is no such event");
        }),
      },
    },
  ];
}

function answered(record: MatterRecord): Response {
  return Response.json(toMatterRecordJson(record));
}

/** @throws {Failure} `not_found` for what no matter and no case is called. */
function idOf(params: Params, name: "matter_id" | "case_id"): string {
  const id = params[name] ?? "";
  if (/^[\da-f-]{36}$/.test(id)) return id;
  throw new Failure("not_found", `There is no such ${name === "case_id" ? "case" : "matter"}`);
}

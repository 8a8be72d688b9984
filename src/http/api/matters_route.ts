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
import { likelySame } from "../../triage/likely_same.ts";
import type { SimilarCases } from "../../triage/domain/similar.ts";
import type { RisingStore } from "../../triage/domain/rising.ts";
import { type BodyLimits, readJson } from "../door/body.ts";
import type { Handler, Route } from "../door/route.ts";
import { caseIdOf } from "./case_named.ts";
import { checkBody } from "./check_body.ts";
import {
  toLikelySameJson,
  toMatterCaseJson,
  toMatterJson,
  toMatterRecordJson,
  toRequirementJson,
  toRisingJson,
} from "./matter_json.ts";
import { joiningNamed, matterNamed } from "./matter_named.ts";
import { matterQuery, pageOf, pageQuery, readQuery } from "./matter_query.ts";

/** What the routes are made of. */
export interface MattersParts {
  readonly matters: MatterDesk;
  readonly similar: Pick<SimilarCases, "similarTo">;
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
        async GET(_request, { url }) {
          readQuery({}, url.searchParams);
          return Response.json({ items: (await rising.rising()).map(toRisingJson) });
        },
      },
    },
    {
      path: "/cases/:case_id/matter",
      scope: "read",
      methods: {
        async GET(_request, { params, url }) {
          readQuery({}, url.searchParams);
          const matter = await matters.ofCase(caseIdOf(params));
          if (matter === null) throw new Failure("not_found", "The case is in no matter");
          return Response.json(toMatterJson(matter));
        },
      },
    },
  ];
}

function oneMatterRoutes({ matters, similar, limits }: MattersParts): readonly Route[] {
  const named = ({ matter_id = "" }: Params) => matterNamed(matters, matter_id);
  /** Does something with the matter named and answers with it; a body is not read. */
  const act = (
    what: (matterId: string, person: string, params: Params) => Promise<MatterRecord>,
  ): Handler =>
  async (request, { params, caller, url }) => {
    readQuery({}, url.searchParams);
    const record = await what(await named(params), caller.name, params);
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
          const { items, next_cursor } = await matters.cases(await named(params), page);
          return Response.json({ items: items.map(toMatterCaseJson), next_cursor });
        },
        async POST(request, { params, caller }) {
          const body = checkBody(joining, "join the matter", await readJson(request, limits));
          const what = await joiningNamed(matters, body);
          return answered(await matters.join(await named(params), what, caller.name));
        },
      },
    },
    {
      path: "/matters/:matter_id/similar",
      scope: "read",
      methods: {
        async GET(_request, { params, url }) {
          readQuery({}, url.searchParams);
          const likely = await likelySame({ matters, similar }, await named(params));
          return Response.json({ items: likely.map(toLikelySameJson) });
        },
      },
    },
    {
      path: "/matters/:matter_id/cases/:case_id",
      scope: "review",
      methods: {
        DELETE: act((id, person, params) => matters.split(id, caseIdOf(params), person)),
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

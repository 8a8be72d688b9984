/**
 * What an assistant can do with matters: read them, see what rises and what is
 * wished for, and, with the scope `review`, all that people do.
 *
 * @module
 */
import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import {
  toLikelySameJson,
  toMatterCaseJson,
  toMatterJson,
  toMatterRecordJson,
  toRequirementJson,
  toRisingJson,
} from "../http/api/matter_json.ts";
import { joiningNamed, matterNamed } from "../http/api/matter_named.ts";
import { matterQuery } from "../http/api/matter_query.ts";
import { Failure } from "../triage/domain/failure.ts";
import { isName } from "../triage/domain/id.ts";
import {
  beginning,
  joining,
  MATTER_LIMITS,
  type MatterDesk,
  type MatterRecord,
} from "../triage/domain/matter.ts";
import type { RisingStore } from "../triage/domain/rising.ts";
import { likelySame } from "../triage/likely_same.ts";
import type { SimilarCases } from "../triage/domain/similar.ts";
import { READS, WRITES } from "./annotations.ts";
import { told } from "./untrusted.ts";

/** What the tools work with. */
export interface MatterToolParts {
  readonly matters: MatterDesk;
  readonly similar: Pick<SimilarCases, "similarTo">;
  readonly rising: Pick<RisingStore, "rising">;
}

/** Marks what a tool gives back as untrusted. */
type Show = (value: unknown) => CallToolResult;

const matter = z.string()
  .refine(isName, { error: 'must be the id or the number of a matter, such as "BUG-12"' })
  .describe('The id of a matter, or the number by which letters name it, such as "BUG-12".');
const page = {
  limit: z.int().min(1).max(MATTER_LIMITS.page_matters).default(10).describe("Most on a page."),
  cursor: z.string().optional().describe("The next_cursor of the page before."),
};
const pageOf = ({ limit, cursor }: { limit: number; cursor?: string | undefined }) => ({
  limit,
  cursor: cursor ?? null,
});

/** The tools that take the scope `read`. */
export function registerMatterReading(
  server: McpServer,
  parts: MatterToolParts,
  show: Show,
): void {
  const { matters } = parts;
  const { type, state, order } = matterQuery;
  server.registerTool("find_matters", {
    title: "Find matters",
    description: "Matters: cases that tell of one thing, kept together. The last heard of first " +
      "unless ordered otherwise.",
    inputSchema: z.strictObject({
      type: type.optional(),
      state: state.optional(),
      order: order.optional(),
      ...page,
    }),
    annotations: READS,
  }, ({ type, state, order, ...asked }) =>
    told(async () => {
      const { items, next_cursor } = await matters.list(
        { type: type ?? null, state: state ?? null },
        { ...pageOf(asked), order: order ?? "latest" },
      );
      return show({ items: items.map(toMatterJson), next_cursor });
    }));
  server.registerTool("read_matter", {
    title: "Read a matter",
    description: "All that the cases of a matter tell together: first report, counts by day, " +
      "customers, products, versions, best told steps, gravest severity, and what was done.",
    inputSchema: z.strictObject({ matter_id: matter }),
    annotations: READS,
  }, ({ matter_id }) =>
    told(async () => {
      const record = await matters.read(await matterNamed(matters, matter_id));
      return show(toMatterRecordJson(record));
    }));
  server.registerTool("find_matter_cases", {
    title: "Find the cases of a matter",
    description: "Its cases and customers, the oldest first, in the customers' words: who is to " +
      "be told when it is solved.",
    inputSchema: z.strictObject({ matter_id: matter, ...page }),
    annotations: READS,
  }, ({ matter_id, ...asked }) =>
    told(async () => {
      const id = await matterNamed(matters, matter_id);
      const { items, next_cursor } = await matters.cases(id, pageOf(asked));
      return show({ items: items.map(toMatterCaseJson), next_cursor });
    }));
  server.registerTool("find_similar_matters", {
    title: "Find what probably tells of the same as a matter",
    description: "Other matters and lone cases, the most probable first, with what keeps them " +
      "apart, if anything. join_matter puts one together with it, once a person agrees.",
    inputSchema: z.strictObject({ matter_id: matter }),
    annotations: READS,
  }, ({ matter_id }) =>
    told(async () => {
      const likely = await likelySame(parts, await matterNamed(matters, matter_id));
      return show({ items: likely.map(toLikelySameJson) });
    }));
  registerCounts(server, parts, show);
}

/** Wishes by how many asked, and what rises. */
function registerCounts(server: McpServer, { matters, rising }: MatterToolParts, show: Show): void {
  server.registerTool("find_wishes", {
    title: "Find wishes by how many asked",
    description: "Requirements, those that most customers asked for first, in whose words.",
    inputSchema: z.strictObject(page),
    annotations: READS,
  }, (asked) =>
    told(async () => {
      const { items, next_cursor } = await matters.requirements(pageOf(asked));
      return show({ items: items.map(toRequirementJson), next_cursor });
    }));
  server.registerTool("read_rising", {
    title: "Read what rises",
    description: "Matters and components of which more is told now than their past lets expect.",
    inputSchema: z.strictObject({}),
    annotations: READS,
  }, () => told(async () => show({ items: (await rising.rising()).map(toRisingJson) })));
}

/** The tools that take the scope `review`. Each gives the matter as it is then. */
export function registerMatterActs(
  server: McpServer,
  { matters }: MatterToolParts,
  person: string,
  show: Show,
): void {
  const after = (act: () => Promise<MatterRecord>) =>
    told(async () => show(toMatterRecordJson(await act())));
  const named = (name: string) => matterNamed(matters, name);
  const one = z.strictObject({ matter_id: matter });
  server.registerTool("begin_matter", {
    title: "Say that cases tell of one thing",
    description: "Puts cases together in a new matter. Those that are in another leave it.",
    inputSchema: z.strictObject(beginning.shape),
    annotations: WRITES,
  }, ({ case_ids }) => after(() => matters.begin(case_ids, person)));
  server.registerTool("join_matter", {
    title: "Add to a matter",
    description: "Says that a case (case_id), or all cases of another matter " +
      "(other_matter_id), tell of this too: give one of the two.",
    inputSchema: one.extend({ case_id: joining.shape.case_id, other_matter_id: matter.optional() }),
    annotations: WRITES,
  }, ({ matter_id, case_id, other_matter_id }) =>
    after(async () => {
      if ((case_id === undefined) === (other_matter_id === undefined)) {
        throw new Failure("invalid_request", "must give either case_id or other_matter_id");
      }
      const what = await joiningNamed(matters, { case_id, matter_id: other_matter_id });
      return await matters.join(await named(matter_id), what, person);
    }));
  server.registerTool(
    "split_matter",
    {
      title: "Take a case out of a matter",
      description: "Says that a case tells of something else. It is not put back by itself.",
      inputSchema: one.extend({ case_id: beginning.shape.case_ids.element }),
      annotations: WRITES,
    },
    ({ matter_id, case_id }) =>
      after(async () => await matters.split(await named(matter_id), case_id, person)),
  );
  server.registerTool("mark_matter_solved", {
    title: "Mark a matter as solved, or no longer so",
    description: "A later report opens it again. find_matter_cases lists whom to tell.",
    inputSchema: one.extend({ solved: z.boolean().default(true) }),
    annotations: WRITES,
  }, ({ matter_id, solved }) =>
    after(async () => {
      const id = await named(matter_id);
      return await (solved ? matters.solve(id, person) : matters.reopen(id, person));
    }));
  server.registerTool(
    "undo_matter_event",
    {
      title: "Take back what was done last with a matter",
      description: "By its number in the matter's events.",
      inputSchema: one.extend({ number: z.int().min(1) }),
      annotations: WRITES,
    },
    ({ matter_id, number }) =>
      after(async () => await matters.undo(await named(matter_id), number)),
  );
}

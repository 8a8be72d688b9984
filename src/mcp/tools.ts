/**
 * What an assistant can do with intake: the tools, each with the scope it takes.
 *
 * @module
 */
import type { CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { caseQuery, readCaseQuery } from "../http/api/case_query.ts";
import { toCaseJson } from "../http/api/case_json.ts";
import type { Caller } from "../http/door/auth.ts";
import { allows, type Scope } from "../keys/scope.ts";
import { shownExplanation } from "../triage/domain/case.ts";
import { type CaseDesk, correction } from "../triage/domain/desk.ts";
import { checkMessage, customerMessage } from "../triage/domain/message.ts";
import { SIMILAR_LIMITS, type SimilarCases } from "../triage/domain/similar.ts";
import type { CaseStatistics } from "../triage/domain/statistics.ts";
import type { Triage } from "../triage/triage.ts";
import { caseSummary } from "./case_summary.ts";
import { READS, WRITES } from "./annotations.ts";
import { type MatterToolParts, registerMatterActs, registerMatterReading } from "./matter_tools.ts";
import { qualityFigures } from "./quality.ts";
import { told, untrusted } from "./untrusted.ts";

/** What the tools work with. */
export interface ToolParts extends MatterToolParts {
  readonly triage: Triage;
  readonly desk: CaseDesk;
  readonly similar: SimilarCases;
  readonly statistics: CaseStatistics;
  readonly now: () => Date;
}

/** Who calls, and how each further message of one request is counted. */
export interface ToolCaller extends Caller {
  /** @throws {Failure} `rate_limited` */
  readonly countMessage: () => Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days that quality figures may reach back. */
const QUALITY_DAYS = { default: 30, max: 365 } as const;

const caseId = z.strictObject({
  case_id: z.uuid({ error: "must be the id of a case" }).describe("The id of a case."),
});

/** Registers every tool that the caller's scopes allow: others are not there for them. */
export function registerTools(server: McpServer, parts: ToolParts, caller: ToolCaller): void {
  const { desk } = parts;
  const { scopes, name: person } = caller;
  const may = (scope: Scope) => allows(scopes, scope);
  const show = (value: unknown) => untrusted(value, scopes);
  if (may("process")) registerTriage(server, parts, caller);
  if (may("read")) {
    registerReading(server, parts, show);
    registerMatterReading(server, parts, show);
    registerQuality(server, parts);
  }
  if (!may("review")) return;
  registerMatterActs(server, parts, person, show);
  server.registerTool("take_review_case", {
    title: "Take a case from the review queue",
    description: "Claims a case that waits for a person, so that nobody else works on it. Find " +
      'one with find_cases and review "needed". An unfinished claim lapses after 30 minutes.',
    inputSchema: caseId,
    annotations: WRITES,
  }, ({ case_id }) => told(async () => show(toCaseJson(await desk.claim(case_id, person)))));
  server.registerTool(
    "correct_case",
    {
      title: "Confirm or correct a case",
      description:
        "Writes down a verdict beside the service's own. Without any change it confirms " +
        "it. Another type gives the case its ticket or requirement and a fresh letter.",
      inputSchema: caseId.extend(correction.shape),
      annotations: WRITES,
    },
    ({ case_id, ...given }) =>
      told(async () => show(toCaseJson(await desk.correct(case_id, given, person)))),
  );
}

function registerTriage(server: McpServer, { triage }: ToolParts, caller: ToolCaller): void {
  // The request itself is counted at the door; what else comes in it is counted here.
  let counted = 0;
  server.registerTool("triage_message", {
    title: "Triage a customer's message",
    description: "Says whether a message is a bug report, a feature request or an inquiry, how " +
      "sure that is, and drafts the ticket and the letter. The case is stored.",
    // Without the schema's id, which would put its fields behind a reference.
    inputSchema: z.strictObject(customerMessage.shape),
    annotations: WRITES,
  }, (given, { mcpReq }) =>
    told(async () => {
      if (counted++ > 0) await caller.countMessage();
      const stored = await triage(checkMessage(given), mcpReq.signal);
      const { case_id, answer, explanation } = stored;
      const shown = shownExplanation(explanation, {
        reads_cases: allows(caller.scopes, "read"),
      });
      return untrusted({ case_id, ...answer, explanation: shown }, caller.scopes);
    }));
}

function registerReading(
  server: McpServer,
  { desk, similar }: ToolParts,
  show: (value: unknown) => CallToolResult,
): void {
  const { type, review, customer_id, since, reason, order } = caseQuery;
  server.registerTool("find_cases", {
    title: "Find cases",
    description: "Stored cases, the newest first unless ordered otherwise, in short. Give " +
      "next_cursor back as cursor for more.",
    inputSchema: z.strictObject({
      type,
      review,
      customer_id,
      since,
      reason,
      order,
      search: z.string().min(1).max(200).describe("Words of the message, or a whole id."),
      limit: z.int().min(1).max(50),
      cursor: z.string(),
    }).partial(),
    annotations: READS,
  }, ({ search, limit = 10, ...given }) =>
    told(async () => {
      const query = Object.entries(given).filter(([, value]) => value !== undefined);
      const { filter, page } = readCaseQuery(
        new URLSearchParams([...query, ["limit", String(limit)]] as string[][]),
      );
      const found = await desk.list(search === undefined ? filter : { ...filter, search }, page);
      return show({ items: found.items.map(caseSummary), next_cursor: found.next_cursor });
    }));
  server.registerTool("read_case", {
    title: "Read a case",
    description: "Everything about one case: message, answer, explanation, corrections.",
    inputSchema: caseId,
    annotations: READS,
  }, ({ case_id }) => told(async () => show(toCaseJson(await desk.read(case_id)))));
  server.registerTool(
    "find_similar_cases",
    {
      title: "Find similar cases",
      description:
        "Cases of the same product that tell of the same fault, ask the same or wish the " +
        "same, the most probable first, each with its probability and what both share.",
      inputSchema: caseId.extend({
        limit: z.int().min(1).max(SIMILAR_LIMITS.cases).default(SIMILAR_LIMITS.default_cases)
          .describe("Cases at most."),
      }),
      annotations: READS,
    },
    ({ case_id, limit }) =>
      told(async () => show({ items: await similar.similarTo(case_id, limit) })),
  );
}

function registerQuality(server: McpServer, { statistics, now }: ToolParts): void {
  server.registerTool("read_quality", {
    title: "Read quality figures",
    description: "How many messages came, of which type, how many people have checked, how many " +
      "of these were right, and whether the confidence held. Nothing in it was written by customers.",
    inputSchema: z.strictObject({
      days: z.int().min(1).max(QUALITY_DAYS.max).default(QUALITY_DAYS.default)
        .describe("Days to look back."),
    }),
    annotations: READS,
  }, ({ days }) =>
    told(async () => {
      const since = new Date(now().getTime() - days * DAY_MS);
      const [checked, daily] = await Promise.all([
        statistics.checked(since),
        statistics.daily(since),
      ]);
      const figures = { days, ...qualityFigures(checked, daily) };
      return {
        content: [{ type: "text", text: JSON.stringify(figures) }],
        structuredContent: figures,
      };
    }));
}

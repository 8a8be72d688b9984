/**
 * The paths of matters, requirements and what rises, as OpenAPI.
 *
 * @module
 */
import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import type { FailureCode } from "../../triage/domain/failure.ts";
import { beginning, joining } from "../../triage/domain/matter.ts";
import {
  likelySameJson,
  matterCaseJson,
  matterJson,
  matterRecordJson,
  pageJson,
  requirementJson,
  risingJson,
} from "../api/matter_json.ts";
import { matterQuery, pageQuery } from "../api/matter_query.ts";
import { ANSWER_HEADERS, guardedProblems } from "./openapi_problems.ts";

const matterId = z.string().meta({
  description:
    "Its id, or the number by which letters name it; of a case in it, that case's number.",
  examples: ["BUG-12"],
});
const caseId = z.string().meta({ description: "As in `Location` and `explanation.case_id`." });
const matterPath = z.object({ matter_id: matterId });

/** What any request with a body can be answered with. */
const WITH_BODY: readonly FailureCode[] = [
  "malformed_json",
  "request_timeout",
  "body_too_large",
  "unsupported_media_type",
];

interface Described {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly path?: z.ZodObject;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly codes: readonly FailureCode[];
}

function operation(given: Described): ZodOpenApiOperationObject {
  const { id, summary, description, path, query, body, answer, codes } = given;
  const optional = query && z.object(
    Object.fromEntries(Object.entries(query).map(([name, schema]) => [name, schema.optional()])),
  );
  return {
    operationId: id,
    tags: ["Matters"],
    summary,
    ...(description && { description }),
    requestParams: { ...(path && { path }), ...(optional && { query: optional }) },
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    responses: {
      "200": {
        description: summary,
        headers: ANSWER_HEADERS,
        content: { "application/json": { schema: answer } },
      },
      // Of a query with what is not known, of a body that does not fit.
      ...guardedProblems(
        ...codes,
        ...(body ? WITH_BODY : []),
        "invalid_request",
        "store_unavailable",
      ),
    },
  };
}

/** What answers with the matter as it is then. */
function change(given: Omit<Described, "answer" | "path"> & Partial<Pick<Described, "path">>) {
  return operation({ path: matterPath, ...given, answer: matterRecordJson });
}

/** Reading, joining, splitting and solving matters; wishes counted; what rises. */
export const MATTER_PATHS: ZodOpenApiPathsObject = {
  "/matters": {
    get: operation({
      id: "listMatters",
      summary: "List matters: cases that tell of one thing",
      description:
        "The latest first, or those of most customers, of most cases, the gravest; a page at a time.",
      query: matterQuery,
      answer: pageJson(matterJson, "MatterPage"),
      codes: [],
    }),
    post: operation({
      id: "beginMatter",
      summary: "Say that cases tell of one thing",
      description: "Cases that are in another matter leave it.",
      body: beginning,
      answer: matterRecordJson,
      codes: ["not_found", "case_conflict"],
    }),
  },
  "/matters/{matter_id}": {
    get: change({
      id: "getMatter",
      summary: "All that the cases of a matter tell together",
      description:
        "The first report, counts by day, customers, products, versions, the best told steps and the gravest severity.",
      codes: ["not_found"],
    }),
  },
  "/matters/{matter_id}/cases": {
    get: operation({
      id: "listMatterCases",
      summary: "The cases of a matter and whom to reply to, the oldest first",
      description:
        "With the customers' words and the number that their letters named; words of erased cases are gone.",
      path: matterPath,
      query: pageQuery,
      answer: pageJson(matterCaseJson, "MatterCasePage"),
      codes: ["not_found"],
    }),
    post: change({
      id: "joinMatter",
      summary: "Say that a case, or all of another matter, tells of this too",
      description: "The case keeps its own ticket and letter.",
      body: joining,
      codes: ["not_found", "case_conflict"],
    }),
  },
  "/matters/{matter_id}/similar": {
    get: operation({
      id: "listLikelySame",
      summary: "Other matters and cases that probably tell of the same",
      description: "The most probable first, at most five. People put them together, or leave it.",
      path: matterPath,
      answer: z.strictObject({ items: z.array(likelySameJson) }).meta({ id: "LikelySameList" }),
      codes: ["not_found"],
    }),
  },
  "/matters/{matter_id}/cases/{case_id}": {
    delete: change({
      id: "splitMatter",
      summary: "Say that a case tells of something else",
      description: "It leaves the matter and is not put back by itself.",
      path: z.object({ matter_id: matterId, case_id: caseId }),
      codes: ["not_found"],
    }),
  },
  "/matters/{matter_id}/solved": {
    post: change({
      id: "solveMatter",
      summary: "Mark a matter as solved",
      description: "Its cases list whom to tell. A later report reopens it.",
      codes: ["not_found", "case_conflict"],
    }),
    delete: change({
      id: "reopenMatter",
      summary: "Say that a matter is not solved",
      description: "It is open again, as if a later report had come.",
      codes: ["not_found", "case_conflict"],
    }),
  },
  "/matters/{matter_id}/events/{number}": {
    delete: change({
      id: "undoMatterEvent",
      summary: "Take back what was done last with a matter",
      description: "By anybody, whenever. What was moved elsewhere since stays there.",
      path: z.object({
        matter_id: matterId,
        number: z.string().meta({
          override: { type: "integer", minimum: 1 },
          description: "Of the last event that is not taken back.",
        }),
      }),
      codes: ["not_found", "case_conflict"],
    }),
  },
  "/cases/{case_id}/matter": {
    get: operation({
      id: "getMatterOfCase",
      summary: "The matter that a case is in",
      description: "`not_found` where the case is in none.",
      path: z.object({ case_id: caseId }),
      answer: matterJson,
      codes: ["not_found"],
    }),
  },
  "/requirements": {
    get: operation({
      id: "listRequirements",
      summary: "Wishes by how many customers asked, in whose words",
      description: "A customer who asks three times counts once. Grave cases are not among them.",
      query: pageQuery,
      answer: pageJson(requirementJson, "RequirementPage"),
      codes: [],
    }),
  },
  "/rising": {
    get: operation({
      id: "listRising",
      summary: "Matters and components of which more is told than is usual, the latest first",
      description: "More than their own past lets expect, by a test that holds for small numbers.",
      answer: z.strictObject({ items: z.array(risingJson) }).meta({ id: "RisingList" }),
      codes: [],
    }),
  },
};

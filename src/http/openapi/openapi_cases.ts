/**
 * The paths for the people who look at cases, as OpenAPI.
 *
 * @module
 */
import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { assignment, correction } from "../../triage/domain/desk.ts";
import { similarCase } from "../../triage/domain/similar.ts";
import { caseJson, casePageJson } from "../api/case_json.ts";
import { caseQuery, similarQuery } from "../api/case_query.ts";
import { ANSWER_HEADERS, guardedProblems } from "./openapi_problems.ts";

/** What must be so of a text that JSON Schema says with a pattern. */
const NO_NUL_NOT_BLANK = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$";

const path = z.object({
  case_id: z.string().meta({ description: "As in `Location` and `explanation.case_id`." }),
});

const customerId = z.string().min(1).meta({
  description: "As the messages had it. No NUL, and not blanks alone.",
  pattern: NO_NUL_NOT_BLANK,
});

const erased = {
  "204": { description: "Nothing of the customer's is left.", headers: ANSWER_HEADERS },
  ...guardedProblems("invalid_request", "store_unavailable"),
};

function answering(description: string, content: Record<string, { schema: z.ZodType }>) {
  return { description, headers: ANSWER_HEADERS, content };
}

const oneCase = { "application/json": { schema: caseJson } };

const list: ZodOpenApiOperationObject = {
  operationId: "listCases",
  tags: ["Cases"],
  summary: "List stored cases, or export them",
  description: "A page at a time as JSON. Asked for `application/x-ndjson`, all cases that the " +
    "filters let through, one a line.",
  requestParams: {
    query: z.object(
      Object.fromEntries(
        Object.entries(caseQuery).map(([name, schema]) => [name, schema.optional()]),
      ),
    ),
  },
  responses: {
    "200": answering("The cases.", {
      "application/json": { schema: casePageJson },
      "application/x-ndjson": { schema: caseJson },
    }),
    ...guardedProblems("invalid_request", "store_unavailable"),
  },
};

/** Reading, claiming and correcting cases, and erasing customers. */
export const CASE_PATHS: ZodOpenApiPathsObject = {
  "/cases": { get: list },
  "/cases/{case_id}": {
    get: {
      operationId: "getCase",
      tags: ["Cases"],
      summary: "Everything about one case",
      description: "Its message, answer and explanation, its review and what people said of it.",
      requestParams: { path },
      responses: {
        "200": answering("The case.", oneCase),
        ...guardedProblems("not_found", "store_unavailable"),
      },
    },
  },
  "/cases/{case_id}/similar": {
    get: {
      operationId: "listSimilarCases",
      tags: ["Cases"],
      summary: "Cases that tell of the same thing",
      description: "Cases of the same product, the most probable first. Empty for a case of " +
        "which nothing was understood, and for an older one until it was read again.",
      requestParams: { path, query: z.object(similarQuery).partial() },
      responses: {
        "200": answering("The similar cases.", {
          "application/json": { schema: z.strictObject({ items: z.array(similarCase) }) },
        }),
        ...guardedProblems("not_found", "invalid_request", "store_unavailable"),
      },
    },
  },
  "/cases/{case_id}/claim": {
    post: {
      operationId: "claimCase",
      tags: ["Cases"],
      summary: "Take a case from the review queue",
      description: "Of two people who claim the same case one gets it. A claim lapses after half " +
        "an hour without a correction.",
      requestParams: { path },
      responses: {
        "200": answering("The case, now in review.", oneCase),
        ...guardedProblems("not_found", "case_conflict", "store_unavailable"),
      },
    },
  },
  "/cases/{case_id}/assignment": {
    put: {
      operationId: "assignCase",
      tags: ["Cases"],
      summary: "Say whose case it is",
      description: "The console's queue shows it to that person alone; claiming and correcting " +
        "it stays open to others.",
      requestParams: { path },
      requestBody: { required: true, content: { "application/json": { schema: assignment } } },
      responses: {
        "200": answering("The case, that person's.", oneCase),
        ...guardedProblems(
          "malformed_json",
          "not_found",
          "request_timeout",
          "case_conflict",
          "body_too_large",
          "unsupported_media_type",
          "invalid_request",
          "store_unavailable",
        ),
      },
    },
  },
  "/cases/{case_id}/correction": {
    post: {
      operationId: "correctCase",
      tags: ["Cases"],
      summary: "Say what a case really is",
      description: "The first verdict stays beside the person's. An empty object confirms it. " +
        "Where the type changes, the case gets its ticket or requirement and a fresh answer; the " +
        "answer before stays with the correction (`replaced_answer`). `customer_response` is the " +
        "letter as a person edited it. With `last_corrected_at` a verdict that did not see the " +
        "last correction is refused (409 `case_conflict`); without, the last verdict counts.",
      requestParams: { path },
      requestBody: { required: true, content: { "application/json": { schema: correction } } },
      responses: {
        "200": answering("The case, its review done.", oneCase),
        ...guardedProblems(
          "malformed_json",
          "not_found",
          "request_timeout",
          "case_conflict",
          "body_too_large",
          "unsupported_media_type",
          "invalid_request",
          "store_unavailable",
        ),
      },
    },
    delete: {
      operationId: "undoCorrection",
      tags: ["Cases"],
      summary: "Take back a correction",
      description: "For a minute, by whoever made it: verdict, answer and place in the queue are " +
        "as before. The number of a ticket that was given is not given again.",
      requestParams: { path },
      responses: {
        "200": answering("The case as it was.", oneCase),
        ...guardedProblems("not_found", "case_conflict", "store_unavailable"),
      },
    },
  },
  "/customers/{customer_id}": {
    delete: {
      operationId: "eraseCustomer",
      tags: ["Cases"],
      summary: "Erase a customer's texts and answers",
      description: "Counts stay. An unknown customer is no failure. For customers named `.` and " +
        "`..`, which no URL takes in its path, see `DELETE /customers`.",
      requestParams: { path: z.object({ customer_id: customerId }) },
      responses: erased,
    },
  },
  "/customers": {
    delete: {
      operationId: "eraseCustomerByQuery",
      tags: ["Cases"],
      summary: "Erase a customer's texts and answers, named in the query",
      description: "The same for any name.",
      requestParams: { query: z.object({ customer_id: customerId }) },
      responses: erased,
    },
  },
};

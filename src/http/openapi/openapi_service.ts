/**
 * The paths that serve the people around the service, as OpenAPI.
 *
 * @module
 */
import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { readiness } from "../api/health_route.ts";
import { ANSWER_HEADERS, openProblems } from "./openapi_problems.ts";
import type { FailureCode } from "../../triage/domain/failure.ts";

interface Page {
  readonly id: string;
  readonly tag: "Health" | "Pages";
  readonly summary: string;
  readonly description: string;
  readonly media: string;
  readonly schema?: z.ZodType;
  readonly codes?: readonly FailureCode[];
}

const HTML = { "text/html": { schema: { type: "string" } } } as const;

function get(page: Page): { get: ZodOpenApiOperationObject } {
  return {
    get: {
      operationId: page.id,
      tags: [page.tag],
      summary: page.summary,
      description: page.description,
      security: [],
      responses: {
        "200": {
          description: page.summary,
          headers: ANSWER_HEADERS,
          content: { [page.media]: { schema: page.schema ?? { type: "string" } } },
        },
        ...openProblems(...page.codes ?? []),
      },
    },
  };
}

/** Health, this document, its page and the console. */
export const SERVICE_PATHS: ZodOpenApiPathsObject = {
  "/": {
    get: {
      operationId: "getConsole",
      tags: ["Pages"],
      summary: "The console; with keys configured, its door",
      description: "For people in a browser. Its other pages are below `/console/`.",
      security: [],
      responses: {
        ...openProblems("overloaded"),
        "200": { description: "The page.", headers: ANSWER_HEADERS, content: HTML },
        "303": {
          description: "To what the person may see, who may not try messages.",
          headers: {
            ...ANSWER_HEADERS,
            Location: { description: "Where to.", required: true, schema: { type: "string" } },
          },
        },
        "403": { description: "The key's scopes do not cover it.", content: HTML },
        "500": { description: "Something went wrong on our side.", content: HTML },
      },
    },
  },
  "/healthz": get({
    id: "isAlive",
    tag: "Health",
    summary: "The process answers",
    description: "Answered under load too, and not counted: restart the process when it is not.",
    media: "application/json",
    schema: z.strictObject({ status: z.literal("ok") }),
  }),
  "/readyz": get({
    id: "isReady",
    tag: "Health",
    summary: "The store takes writes",
    description: "Send no requests while it says 503: the store is away, or the service stops.",
    media: "application/json",
    schema: readiness,
    codes: ["store_unavailable"],
  }),
  "/openapi.json": get({
    id: "getOpenApi",
    tag: "Pages",
    summary: "This document",
    description: "OpenAPI 3.1, made from the schemas that check requests.",
    media: "application/json",
    schema: z.looseObject({ openapi: z.string() }),
  }),
  "/docs": get({
    id: "getDocs",
    tag: "Pages",
    summary: "This document as a page that can send requests",
    description: "For people in a browser, without any file from elsewhere.",
    media: "text/html",
  }),
  "/docs/plain": get({
    id: "getPlainDocs",
    tag: "Pages",
    summary: "This document as a page without scripts",
    description: "For browsers that run none, and for reading aloud.",
    media: "text/html",
  }),
};

/**
 * The OpenAPI document, made of the same schemas that check requests.
 *
 * @module
 */
import { createDocument } from "zod-openapi";
import { explanation } from "../../triage/domain/explanation.ts";
import { CASE_PATHS } from "./openapi_cases.ts";
import { MATTER_PATHS } from "./openapi_matters.ts";
import { SERVICE_PATHS } from "./openapi_service.ts";
import { TRIAGE_PATHS } from "./openapi_triage.ts";
import { problem } from "../answer/problem.ts";

const DESCRIPTION =
  `Customer messages come in; each is classified as a bug report, a feature request or an
inquiry, with a calibrated probability, and gets a drafted ticket and reply.

Failures have one shape everywhere, [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problems
with a stable \`code\`. Every answer carries \`X-Request-Id\`. Besides the failures listed with each
path, any address can answer \`not_found\` or \`method_not_allowed\`.`;

/** An OpenAPI 3.1 document. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/**
 * Builds the document: every path, schema, example and failure code.
 *
 * @param version Version of the service.
 */
export function openApiDocument(version: string): OpenApiDocument {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "intake",
      version,
      description: DESCRIPTION,
      contact: { name: "Whoever runs this service" },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "Messages", description: "What the service is for." },
      { name: "Cases", description: "For the people who look at what was answered." },
      { name: "Matters", description: "Cases that tell of one thing, kept together." },
      { name: "Health", description: "For whatever keeps the service running." },
      { name: "Pages", description: "For people." },
    ],
    // Without configured keys nobody needs one: hence the empty alternative.
    security: [{ apiKey: [] }, {}],
    paths: { ...TRIAGE_PATHS, ...CASE_PATHS, ...MATTER_PATHS, ...SERVICE_PATHS },
    components: {
      schemas: { Problem: problem, Explanation: explanation },
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key, where keys are configured.",
        },
      },
    },
  });
}

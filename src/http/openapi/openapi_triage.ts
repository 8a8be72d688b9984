/**
 * The paths by which messages come in, as OpenAPI.
 *
 * @module
 */
import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answer } from "../../triage/domain/answer.ts";
import { customerMessage } from "../../triage/domain/message.ts";
import { ANSWER_EXAMPLES, EXPLANATION_EXAMPLE, MESSAGE_EXAMPLES } from "./openapi_examples.ts";
import { ANSWER_HEADERS, guardedProblems } from "./openapi_problems.ts";

const explain = z.enum(["true", "false"]).optional().meta({
  description: "Whether the answer says why it is what it is, in one more key: `explanation`.",
  example: "true",
});

const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/).optional().meta({
  description: "Any string of 1 to 255 visible ASCII characters, kept for 24 hours: the same key " +
    "with the same body and query gets the first answer again, byte by byte.",
  example: "order-4711-message-1",
});

/** No pattern: a value of another form is no error. */
const requestId = z.string().optional().meta({
  description:
    "The caller's own id of the request, 1 to 128 letters, digits or any of _.:/+=~-; another value is replaced by a fresh one.",
});

const TEXT = { schema: { type: "string" } } as const;

const explained = {
  summary: "A bug report with ?explain=true",
  value: { ...ANSWER_EXAMPLES.bug_report, explanation: EXPLANATION_EXAMPLE },
};

/** Examples by their type. Schemas and examples of NDJSON bodies show one line. */
function oneLineEach(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([type, value]) => [type, { value }]));
}

/** `POST /process-customer-message` and `POST /process-customer-messages`. */
export const TRIAGE_PATHS: ZodOpenApiPathsObject = {
  "/process-customer-message": {
    post: {
      operationId: "processCustomerMessage",
      tags: ["Messages"],
      summary: "Classify a message, and draft the ticket and the reply",
      description: "The answer is on disk before it is sent. An outage of the language model is " +
        "no failure: the answer is then made locally.",
      requestParams: {
        query: z.object({ explain }),
        header: z.object({ "Idempotency-Key": idempotencyKey, "X-Request-Id": requestId }),
      },
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: customerMessage,
            examples: oneLineEach(MESSAGE_EXAMPLES),
          },
        },
      },
      responses: {
        "200": {
          description: "The message, classified and answered.",
          headers: {
            ...ANSWER_HEADERS,
            Location: { description: "Where the case is kept.", ...TEXT },
            "Intake-No-Reply": {
              description:
                "Present where a machine wrote the message (an auto-reply, a bounce): nobody should send the letter.",
              schema: { type: "string", enum: ["automatic_message"] },
            },
            "Idempotency-Replayed": {
              description: "`true` where this is the first answer again.",
              schema: { type: "string", enum: ["true"] },
            },
          },
          content: {
            "application/json": {
              schema: answer,
              examples: { ...oneLineEach(ANSWER_EXAMPLES), explained },
            },
          },
        },
        ...guardedProblems(
          "malformed_json",
          "invalid_header",
          "request_timeout",
          "idempotency_in_flight",
          "body_too_large",
          "unsupported_media_type",
          "invalid_message",
          "invalid_request",
          "idempotency_key_reused",
          "store_unavailable",
        ),
      },
    },
  },
  "/process-customer-messages": {
    post: {
      operationId: "processCustomerMessages",
      tags: ["Messages"],
      summary: "Classify many messages, one JSON object a line",
      description:
        "NDJSON in and NDJSON out, streamed: line n of the answer belongs to line n of the " +
        "request, and is either an answer or a problem; a bad line does not stop the rest. " +
        "An empty line is a bad line too, so that lines can be counted. The limit on the size " +
        "of a body holds for each line. Read while you write: who does not read the answers is " +
        "not read from either. Schemas and examples show one line.",
      requestParams: { query: z.object({ explain }) },
      requestBody: {
        required: true,
        content: {
          "application/x-ndjson": {
            schema: customerMessage,
            examples: oneLineEach(MESSAGE_EXAMPLES),
          },
        },
      },
      responses: {
        "200": {
          description: "A line for each line.",
          headers: ANSWER_HEADERS,
          content: {
            "application/x-ndjson": {
              schema: {
                anyOf: [
                  { $ref: "#/components/schemas/Answer" },
                  { $ref: "#/components/schemas/Problem" },
                ],
              },
              examples: oneLineEach(ANSWER_EXAMPLES),
            },
          },
        },
        ...guardedProblems("invalid_header", "unsupported_media_type", "invalid_request"),
      },
    },
  },
};

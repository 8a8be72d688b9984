/**
 * The endpoint in Fastify under Node, answering from a regular expression and storing nothing.
 *
 * @module
 */
import { createRequire } from "node:module";
import process from "node:process";

// Installed outside of the repository: the folder comes as the first argument.
const { default: fastify } = await import(createRequire(`${process.argv[2]}/`).resolve("fastify"));

const app = fastify();
const text = (maxLength) => ({ type: "string", minLength: 1, maxLength });

app.post("/process-customer-message", {
  schema: {
    body: {
      type: "object",
      additionalProperties: false,
      required: ["customer_id", "message", "product"],
      properties: { customer_id: text(128), message: text(10_000), product: text(200) },
    },
  },
}, ({ body }) => {
  const message_type = /\b(?:bug|error|crash\w*|broken|fail\w*|can't|doesn't)\b/i.test(body.message)
    ? "bug_report"
    : /\b(?:would be|could you add|wish|feature|please add)\b/i.test(body.message)
    ? "feature_request"
    : "general_inquiry";
  return {
    message_type,
    confidence_score: 0.5,
    response_data: {},
    customer_response: "Thank you.",
  };
});

await app.listen({ host: "127.0.0.1", port: 0 });
console.error(`listening on http://127.0.0.1:${app.server.address().port}`);

#!/usr/bin/env bash
# zod 4.6.7 with zod-openapi 6.0.2, read by openapi-sampler 1.7.10 (the samples of Redocly's pages).
# One would guess: z.array(…).readonly(), which freezes what was parsed and makes its type readonly,
#   is the server's own affair and changes nothing of what a client has to send.
# What happens: it becomes `readOnly: true`, which says that the server alone sets the property (JSON
#   Schema 2020-12, validation, 9.4). OpenAPI 3.0 adds that it SHOULD NOT be sent in a request, also
#   where it is required, and 3.1 leaves that to the tools. So pages, generated clients and testers
#   leave it out of the request, and the schema that all came from refuses what they send.
# Output seen:
#   tags: {"readOnly":true,"type":"array","items":{"type":"string"}}, required: title,tags
#   request by the document: {"title":"string"}
#   the schema: tags: Invalid input: expected array, received undefined
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  zod@4.6.7 zod-openapi@6.0.2 openapi-sampler@1.7.10 >/dev/null
cat > look.mjs <<'JS'
import sampler from "openapi-sampler";
import { z } from "zod";
import { createDocument } from "zod-openapi";
const Ticket = z.object({ title: z.string(), tags: z.array(z.string()).readonly() });
const document = createDocument({
  openapi: "3.1.1",
  info: { title: "t", version: "1" },
  paths: {
    "/tickets": { post: { requestBody: { content: { "application/json": { schema: Ticket } } }, responses: {} } },
  },
});
const { schema } = document.paths["/tickets"].post.requestBody.content["application/json"];
console.log(`tags: ${JSON.stringify(schema.properties.tags)}, required: ${schema.required}`);
const request = sampler.sample(schema, { skipReadOnly: true }, document);
console.log(`request by the document: ${JSON.stringify(request)}`);
const [{ path, message }] = Ticket.safeParse(request).error.issues;
console.log(`the schema: ${path}: ${message}`);
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
tags: {"readOnly":true,"type":"array","items":{"type":"string"}}, required: title,tags
request by the document: {"title":"string"}
the schema: tags: Invalid input: expected array, received undefined
TEXT

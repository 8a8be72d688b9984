#!/usr/bin/env bash
# @modelcontextprotocol/server and client 2.4.0 with zod 4.6.7.
# One would guess: a tool's structuredContent that the server checks against the tool's outputSchema
#   and lets through also passes the check of the client of the same release.
# What happens: the server only asks zod whether it parses, and sends what the tool returned, not
#   what zod made of it. The schema it advertises describes what zod would have made of it: no
#   unknown key, defaults filled in, a codec's other side. So the server's check passes and the
#   client throws. Arguments go the other way round: there the handler is given the parsed value.
# Output seen:
#   exact: accepted
#   unknown_key: Structured content does not match the tool's output schema: data must NOT have additional properties
#   default: Structured content does not match the tool's output schema: data must have required property 'level'
#   codec: Structured content does not match the tool's output schema: data/count must be number
#   wrong: the server refuses
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
cat > look.mjs <<'JS'
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
const server = new McpServer({ name: "s", version: "1" });
const number = z.codec(z.string(), z.number(), { decode: Number, encode: String });
const tools = {
  exact: [{ id: z.string() }, { id: "a" }],
  unknown_key: [{ id: z.string() }, { id: "a", row: 7 }],
  default: [{ level: z.string().default("low") }, {}],
  codec: [{ count: number }, { count: "7" }],
  wrong: [{ id: z.string() }, { id: 7 }],
};
for (const [name, [fields, structuredContent]] of Object.entries(tools)) {
  server.registerTool(name, { outputSchema: z.object(fields) }, () => ({ content: [], structuredContent }));
}
const [there, here] = InMemoryTransport.createLinkedPair();
const client = new Client({ name: "c", version: "1" });
await Promise.all([server.connect(there), client.connect(here)]);
await client.listTools();
for (const name of Object.keys(tools)) {
  const said = await client.callTool({ name, arguments: {} }).then(
    (result) => result.isError ? "the server refuses" : "accepted",
    (error) => error.message,
  );
  console.log(`${name}: ${said}`);
}
await client.close();
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
exact: accepted
unknown_key: Structured content does not match the tool's output schema: data must NOT have additional properties
default: Structured content does not match the tool's output schema: data must have required property 'level'
codec: Structured content does not match the tool's output schema: data/count must be number
wrong: the server refuses
TEXT

#!/usr/bin/env bash
# @modelcontextprotocol/server 2.4.0 with zod 4.6.7.
# One would guess: a tool registered with a zod object says its fields in the top-level `properties`
#   of the inputSchema that tools/list gives, as assistants' APIs want it, with or without an id on
#   the schema: `.meta({ id })` names it for OpenAPI.
# What happens: with an id on the outermost schema the fields go behind a reference. The tool is
#   advertised as { type: "object", $ref: "#/$defs/Named", $defs: {…} } and has no `properties`.
# Output seen:
#   plain: type,properties,required,$schema,additionalProperties
#   named: type,$schema,$ref,$defs
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
cat > look.mjs <<'JS'
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
const server = new McpServer({ name: "s", version: "1" });
const fields = { text: z.string() };
const run = () => ({ content: [] });
server.registerTool("plain", { inputSchema: z.strictObject(fields) }, run);
server.registerTool("named", { inputSchema: z.strictObject(fields).meta({ id: "Named" }) }, run);
const [there, here] = InMemoryTransport.createLinkedPair();
const client = new Client({ name: "c", version: "1" });
await Promise.all([server.connect(there), client.connect(here)]);
for (const { name, inputSchema } of (await client.listTools()).tools) {
  console.log(`${name}: ${Object.keys(inputSchema)}`);
}
await client.close();
JS
node look.mjs | tee seen
grep -q '^plain: .*properties' seen
grep '^named: ' seen | grep -q 'ref' && ! grep '^named: ' seen | grep -q 'properties'

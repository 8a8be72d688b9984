#!/usr/bin/env bash
# @modelcontextprotocol/server and client 2.4.0.
# One would guess: a resource is read at the address that resources/list gives; and an address that a
#   template made by expand() gives the server's reader the value that went in.
# What happens: the server writes the address it is asked for as new URL() does, and compares that
#   with the addresses as they were registered. One without a path, with a capital in its host or
#   with a dot segment is listed, and never found at what the list says, nor at any other spelling
#   the client may try. And a template encodes what it is given, but does not decode what it matches.
# Output seen:
#   listed https://example.org/help: found
#   listed https://example.org: Resource not found
#   listed https://Example.org/help/faq: Resource not found
#   listed https://example.org/help/./terms: Resource not found
#   name "Anna" -> notes://all/Anna: {"name":"Anna"}
#   name "Anna B/C" -> notes://all/Anna%20B%2FC: {"name":"Anna%20B%2FC"}
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
cat > look.mjs <<'JS'
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport, McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
const server = new McpServer({ name: "s", version: "1" });
const answer = ({ href }, text) => ({ contents: [{ uri: href, text }] });
for (const path of ["example.org/help", "example.org", "Example.org/help/faq", "example.org/help/./terms"]) {
  const uri = `https://${path}`;
  server.registerResource(uri, uri, {}, (url) => answer(url, "found"));
}
const template = new ResourceTemplate("notes://all/{name}", { list: undefined });
server.registerResource("notes", template, {}, (url, values) => answer(url, JSON.stringify(values)));
const [there, here] = InMemoryTransport.createLinkedPair();
const client = new Client({ name: "c", version: "1" });
await Promise.all([server.connect(there), client.connect(here)]);
const read = (uri) =>
  client.readResource({ uri }).then(({ contents }) => contents[0].text, ({ message }) => message.split(":")[0]);
for (const { uri } of (await client.listResources()).resources) console.log(`listed ${uri}: ${await read(uri)}`);
for (const name of ["Anna", "Anna B/C"]) {
  const uri = template.uriTemplate.expand({ name });
  console.log(`name "${name}" -> ${uri}: ${await read(uri)}`);
}
await client.close();
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
listed https://example.org/help: found
listed https://example.org: Resource not found
listed https://Example.org/help/faq: Resource not found
listed https://example.org/help/./terms: Resource not found
name "Anna" -> notes://all/Anna: {"name":"Anna"}
name "Anna B/C" -> notes://all/Anna%20B%2FC: {"name":"Anna%20B%2FC"}
TEXT

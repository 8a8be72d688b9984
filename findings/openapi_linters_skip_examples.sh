#!/usr/bin/env bash
# @stoplight/spectral-cli 6.16.3 (spectral:oas) and @redocly/cli 2.77.0 (recommended), OpenAPI 3.1.
# One would guess: a document that passes both linters' recommended rules, which have some for examples
#   by name, shows no example or default that its schema forbids.
# What happens: each looks at some of the places, and at some neither does.
#   - Spectral (oas3-valid-schema-example) reads `default` and `example`, which 3.1 calls deprecated, not
#     `examples`, which replaces it; and none of a schema that is only a const, an anyOf or an allOf;
#   - Redocly (no-invalid-schema-examples) reads both of them, but no `default` and no header's example;
#   - neither reads what stands beside a $ref, where 3.1 allows it and where generators that know
#     named schemas (zod-openapi) put it.
# Output seen (faults found, of one each):
#   examples: Spectral 0, Redocly 1
#   example: Spectral 1, Redocly 1
#   default: Spectral 1, Redocly 0
#   example of a const: Spectral 0, Redocly 1
#   example of an anyOf: Spectral 0, Redocly 1
#   example of a header: Spectral 1, Redocly 0
#   examples beside $ref: Spectral 0, Redocly 0
#   default beside $ref: Spectral 0, Redocly 0
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  @stoplight/spectral-cli@6.16.3 @redocly/cli@2.77.0 >/dev/null
echo 'extends: ["spectral:oas"]' > .spectral.yaml
cat > look.mjs <<'JS'
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
const named = { $ref: "#/components/schemas/Name" };
const schemas = {
  "examples": { type: "string", examples: [5] },
  "example": { type: "string", example: 5 },
  "default": { type: "string", default: 5 },
  "example of a const": { const: "a", example: 5 },
  "example of an anyOf": { anyOf: [{ type: "string" }, { type: "null" }], example: 5 },
  "example of a header": {},
  "examples beside $ref": { ...named, examples: [5] },
  "default beside $ref": { ...named, default: 5 },
};
const names = Object.keys(schemas);
const properties = Object.fromEntries(names.map((name, at) => [`case${at}`, schemas[name]]));
const header = `case${names.indexOf("example of a header")}`;
writeFileSync("api.json", JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Examples", version: "1" },
  paths: {},
  components: {
    schemas: { Name: { type: "string" }, All: { type: "object", properties } },
    headers: { [header]: { schema: { type: "string" }, example: 5 } },
  },
}));
const run = (tool, ...options) => {
  const { stdout } = spawnSync(`node_modules/.bin/${tool}`, ["lint", "api.json", "--format", "json", ...options]);
  return JSON.parse(String(stdout).match(/[[{][^]*[\]}]/)[0]);
};
const spectral = run("spectral").filter(({ code }) => /example/.test(code)).map(({ path }) => path.join("/"));
const redocly = run("redocly").problems.filter(({ ruleId }) => /example/.test(ruleId))
  .map(({ location: [{ pointer }] }) => pointer);
const count = (places, at) => new Set(places.map((place) => place.match(/case\d+/)?.[0])).has(`case${at}`) ? 1 : 0;
for (const [at, name] of names.entries()) {
  console.log(`${name}: Spectral ${count(spectral, at)}, Redocly ${count(redocly, at)}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
examples: Spectral 0, Redocly 1
example: Spectral 1, Redocly 1
default: Spectral 1, Redocly 0
example of a const: Spectral 0, Redocly 1
example of an anyOf: Spectral 0, Redocly 1
example of a header: Spectral 1, Redocly 0
examples beside $ref: Spectral 0, Redocly 0
default beside $ref: Spectral 0, Redocly 0
TEXT

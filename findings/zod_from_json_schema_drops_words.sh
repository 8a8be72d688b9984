#!/usr/bin/env bash
# zod 4.6.7, beside ajv 8.20.0 (JSON Schema 2020-12).
# One would guess: z.fromJSONSchema() refuses what it cannot express, as it does with `not`, `if` and
#   `dependentRequired` ("… not supported in Zod"), so a schema that it takes is the schema that one has.
# What happens: it silently leaves out what stands where it does not look, and lets wrong data through:
#   - `required` of a name that the same object has no `properties` for, which is how an allOf makes
#     optional fields of a $ref mandatory, and anyOf says "one of the two";
#   - all words beside a $ref, which 2020-12 allows and z.toJSONSchema() itself writes: a named schema
#     with a further check does not survive the way out and back in;
#   - `minItems` without `items`, words beside an `enum`, a limit without a `type`, and the schema of
#     `additionalProperties` beside `patternProperties`.
# Output seen (what each takes of data that the schema forbids):
#   not: zod not is not supported in Zod (except { not: {} } for never), ajv refuses
#   required in allOf: zod takes, ajv refuses
#   one of two in anyOf: zod takes, ajv refuses
#   minLength beside $ref: zod takes, ajv refuses
#   zod's own, out and back: zod takes, ajv refuses
#   minItems without items: zod takes, ajv refuses
#   minimum beside enum: zod takes, ajv refuses
#   minLength without type: zod takes, ajv refuses
#   additionalProperties: zod takes, ajv refuses
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline zod@4.6.7 ajv@8.20.0 >/dev/null
cat > look.mjs <<'JS'
import Ajv2020 from "ajv/dist/2020.js";
import { z } from "zod";
const $defs = {
  Person: { type: "object", properties: { name: { type: "string" }, mail: { type: "string" } } },
  Word: { type: "string" },
};
const mail = { required: ["mail"] }, name = { required: ["name"] }, person = { $ref: "#/$defs/Person" };
const out = z.toJSONSchema(z.object({ word: z.string().meta({ id: "Word" }).min(3) }));
const cases = {
  "not": [{ not: { type: "string" } }, "a"],
  "required in allOf": [{ $defs, allOf: [person, mail] }, { name: "Anna" }],
  "one of two in anyOf": [{ ...$defs.Person, anyOf: [mail, name] }, {}],
  "minLength beside $ref": [{ $defs, $ref: "#/$defs/Word", minLength: 3 }, "a"],
  "zod's own, out and back": [out, { word: "a" }],
  "minItems without items": [{ type: "array", minItems: 1 }, []],
  "minimum beside enum": [{ type: "integer", enum: [0, 1, 2], minimum: 1 }, 0],
  "minLength without type": [{ minLength: 3 }, "a"],
  "additionalProperties": [
    { type: "object", patternProperties: { "^x-": {} }, additionalProperties: { type: "string" } },
    { size: 5 },
  ],
};
const said = (takes) => takes ? "takes" : "refuses";
for (const [name, [schema, data]] of Object.entries(cases)) {
  let zod;
  try {
    zod = said(z.fromJSONSchema(schema).safeParse(data).success);
  } catch ({ message }) {
    zod = message;
  }
  console.log(`${name}: zod ${zod}, ajv ${said(new Ajv2020({ strict: false }).validate(schema, data))}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
not: zod not is not supported in Zod (except { not: {} } for never), ajv refuses
required in allOf: zod takes, ajv refuses
one of two in anyOf: zod takes, ajv refuses
minLength beside $ref: zod takes, ajv refuses
zod's own, out and back: zod takes, ajv refuses
minItems without items: zod takes, ajv refuses
minimum beside enum: zod takes, ajv refuses
minLength without type: zod takes, ajv refuses
additionalProperties: zod takes, ajv refuses
TEXT

#!/usr/bin/env bash
# openai 7.59.0 with zod 4.6.7.
# One would guess: zodResponseFormat() asks the model for what the zod schema reads, since parse()
#   hands the model's answer to that same schema: of a pipe or codec its input side.
# What happens: the strict schema describes the output side, and the answer is then read from the
#   input side. A model that follows the schema to the letter is always refused with a ZodError; one
#   that broke it would be accepted. It concerns z.stringbool(), z.codec() and transform().pipe();
#   the non-strict schema of the same helpers is made from the input side. A bare transform() is
#   refused when the format is made, so one would believe the rest to be checked.
# Output seen:
#   stringbool asks for boolean: true -> ZodError, "yes" -> true
#   codec asks for number: 7 -> ZodError, "7" -> 7
#   pipe asks for array: ["a","b"] -> ZodError, "a,b" -> ["a","b"]
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline openai@7.59.0 zod@4.6.7 >/dev/null
cat > look.mjs <<'JS'
import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
async function parsed(response_format, value) {
  const message = { role: "assistant", refusal: null, content: JSON.stringify({ value }) };
  const completion = { object: "chat.completion", choices: [{ index: 0, finish_reason: "stop", message }] };
  const client = new OpenAI({ apiKey: "none", maxRetries: 0, fetch: async () => Response.json(completion) });
  try {
    const { choices } = await client.chat.completions.parse({ model: "m", messages: [], response_format });
    return JSON.stringify(choices[0].message.parsed.value);
  } catch (error) {
    return error.constructor.name;
  }
}
async function look(name, schema, asked, read) {
  const format = zodResponseFormat(z.object({ value: schema }), name);
  const { type } = format.json_schema.schema.properties.value;
  const [first, second] = [await parsed(format, asked), await parsed(format, read)];
  console.log(`${name} asks for ${type}: ${JSON.stringify(asked)} -> ${first}, ${JSON.stringify(read)} -> ${second}`);
}
await look("stringbool", z.stringbool(), true, "yes");
await look("codec", z.codec(z.string(), z.number(), { decode: Number, encode: String }), 7, "7");
await look("pipe", z.string().transform((text) => text.split(",")).pipe(z.array(z.string())), ["a", "b"], "a,b");
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
stringbool asks for boolean: true -> ZodError, "yes" -> true
codec asks for number: 7 -> ZodError, "7" -> 7
pipe asks for array: ["a","b"] -> ZodError, "a,b" -> ["a","b"]
TEXT

#!/usr/bin/env bash
# jsonrepair 3.15.0.
# One would guess: a repair changes the notation and keeps the words: a text between single quotes, as
#   models write it in Python's manner, holds the apostrophes that it held; and what cannot be
#   repaired without a change of what it says is refused.
# What happens: an apostrophe inside single quotes is taken for a quotation mark that was not escaped,
#   and comes out as a double one. The JSON is valid and passes its schema, and the customer is sent
#   can"t. Between double quotes nothing happens to it, so tests rarely see it. Also a doubled comma
#   moves the rest of a list out of it; one level deeper it is refused.
# Output seen:
#   {'reply': 'You can't log in'} -> {"reply":"You can\"t log in"}
#   {'owners': 'the users' team', 'n': 2} -> {"owners":"the users\" team","n":2}
#   {"reply": 'It's done'} -> {"reply":"It\"s done"}
#   {"reply": "You can't log in",} -> {"reply":"You can't log in"}
#   ["a", "b",, "c"] -> [["a","b"],"c"]
#   {"tags": ["a", "b",, "c"]} -> Colon expected at position 24
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline jsonrepair@3.15.0 >/dev/null
cat > look.mjs <<'JS'
import { jsonrepair } from "jsonrepair";
const texts = [
  `{'reply': 'You can't log in'}`,
  `{'owners': 'the users' team', 'n': 2}`,
  `{"reply": 'It's done'}`,
  `{"reply": "You can't log in",}`,
  `["a", "b",, "c"]`,
  `{"tags": ["a", "b",, "c"]}`,
];
for (const text of texts) {
  let said;
  try {
    said = JSON.stringify(JSON.parse(jsonrepair(text)));
  } catch ({ message }) {
    said = message;
  }
  console.log(`${text} -> ${said}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
{'reply': 'You can't log in'} -> {"reply":"You can\"t log in"}
{'owners': 'the users' team', 'n': 2} -> {"owners":"the users\" team","n":2}
{"reply": 'It's done'} -> {"reply":"It\"s done"}
{"reply": "You can't log in",} -> {"reply":"You can't log in"}
["a", "b",, "c"] -> [["a","b"],"c"]
{"tags": ["a", "b",, "c"]} -> Colon expected at position 24
TEXT

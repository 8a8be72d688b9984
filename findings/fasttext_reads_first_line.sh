#!/usr/bin/env bash
# fasttext.wasm.js 1.0.0 (the language of a text, by Facebook's lid.176).
# One would guess: identify() names the language of the text it is given; or, as fastText's own
#   Python package does, refuses a text of several lines ("predict processes one line at a time").
# What happens: it reads up to the first line break and says nothing of it. A letter that begins
#   with a greeting on a line of its own has the language of the greeting, with high confidence,
#   and one that begins with an empty line is English at 0.12, the answer to an empty text.
# Output seen:
#   de 1.00 "Guten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat."
#   en 0.12 "\nGuten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat."
#   en 0.99 "Bonjour, I would like to know why my last invoice is twice as high as usual."
#   fr 0.90 "Bonjour,\nI would like to know why my last invoice is twice as high as usual."
#   en 0.12 ""
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline fasttext.wasm.js@1.0.0 >/dev/null
cat > look.mjs <<'JS'
import { getLIDModel } from "fasttext.wasm.js";
const model = await getLIDModel();
await model.load();
for (const text of [
  "Guten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat.",
  "\nGuten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat.",
  "Bonjour, I would like to know why my last invoice is twice as high as usual.",
  "Bonjour,\nI would like to know why my last invoice is twice as high as usual.",
  "",
]) {
  const { alpha2, possibility } = await model.identify(text);
  console.log(`${alpha2} ${possibility.toFixed(2)} ${JSON.stringify(text)}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
de 1.00 "Guten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat."
en 0.12 "\nGuten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat."
en 0.99 "Bonjour, I would like to know why my last invoice is twice as high as usual."
fr 0.90 "Bonjour,\nI would like to know why my last invoice is twice as high as usual."
en 0.12 ""
TEXT

#!/usr/bin/env bash
# minisearch 7.2.0.
# One would guess: the default tokenizer, which splits "by space or punctuation", finds each word
#   of a row pasted from a spreadsheet, and a word between backticks, bars or angle brackets.
# What happens: it splits at Unicode's Z and P classes and line breaks. A tab is a control character
#   (Cc), and ` | < > = + ^ ~ $ are symbols (S): none of them splits. "order<tab>refund" is one term
#   that only the same pair finds, and `deploy` is found with its backticks only. Prefix search hides
#   half of it: the first word of such a row is found, the others are not.
# Output seen (ids found):
#   refund: 1
#   refund with prefix: 1
#   order with prefix: 1,2
#   deploy: 1
#   failed: 1
#   status: 1
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline minisearch@7.2.0 >/dev/null
cat > look.mjs <<'JS'
import MiniSearch from "minisearch";
const index = new MiniSearch({ fields: ["text"] });
index.addAll([
  { id: 1, text: "order refund, deploy failed: status" },
  { id: 2, text: "order\trefund" },
  { id: 3, text: "run `deploy` again" },
  { id: 4, text: "<b>failed</b>" },
  { id: 5, text: "login|status" },
]);
const ids = (query, options) => index.search(query, options).map(({ id }) => id).sort();
console.log(`refund: ${ids("refund")}`);
console.log(`refund with prefix: ${ids("refund", { prefix: true })}`);
console.log(`order with prefix: ${ids("order", { prefix: true })}`);
for (const query of ["deploy", "failed", "status"]) console.log(`${query}: ${ids(query)}`);
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
refund: 1
refund with prefix: 1
order with prefix: 1,2
deploy: 1
failed: 1
status: 1
TEXT

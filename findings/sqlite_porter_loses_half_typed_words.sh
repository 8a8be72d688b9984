#!/usr/bin/env bash
# FTS5 of SQLite 3.53, in node:sqlite of deno 2.9.6 (npm).
# One would guess: a prefix query ("cancel"*), which is how a search box asks while one types, finds
#   each text that has a word which begins so, whatever the tokenizer; `porter` only adds its relatives.
# What happens: porter shortens the half-typed word by the rules for whole words, and shortens the word
#   in the text more. Where the stem in the index is shorter than what was typed, nothing begins so: the
#   text is found, is lost for some letters and comes back with the last one. Other beginnings are cut
#   ("billing"* asks for "bill"*) and find strangers. Without porter none of it happens.
# Output seen (the beginnings that do not find the only word of the text):
#   porter: cancellation: cancella cancellat cancellati cancellatio
#   porter: organization: organi organiz organiza organizat organizati organizatio
#   porter: settings: sett setti settin
#   porter: security: securi securit
#   porter: available: availa availab availabl
#   porter: password: none
#   porter: "billing"* finds billion
#   unicode61: none of them, "billing"* finds none
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > look.mjs <<'JS'
import { DatabaseSync } from "node:sqlite";
const words = ["cancellation", "organization", "settings", "security", "available", "password"];
for (const tokenizer of ["porter", "unicode61"]) {
  const db = new DatabaseSync(":memory:");
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = '${tokenizer}')`);
  const insert = db.prepare("INSERT INTO texts VALUES (?)");
  for (const word of [...words, "billion"]) insert.run(word);
  const find = db.prepare("SELECT text FROM texts WHERE texts MATCH ?");
  const found = (typed) => find.all(`"${typed}"*`).map(({ text }) => text);
  const beginnings = (word) => Array.from(word, (_, at) => word.slice(0, at + 1)).slice(2);
  const lost = words.map((word) => beginnings(word).filter((typed) => !found(typed).includes(word)));
  const billing = `"billing"* finds ${found("billing").join() || "none"}`;
  if (lost.flat().length === 0) {
    console.log(`${tokenizer}: none of them, ${billing}`);
    continue;
  }
  for (const [at, word] of words.entries()) {
    console.log(`${tokenizer}: ${word}: ${lost[at].join(" ") || "none"}`);
  }
  console.log(`${tokenizer}: ${billing}`);
}
JS
npx --yes deno@2.9.6 run --quiet look.mjs | tee seen
diff seen - <<'TEXT'
porter: cancellation: cancella cancellat cancellati cancellatio
porter: organization: organi organiz organiza organizat organizati organizatio
porter: settings: sett setti settin
porter: security: securi securit
porter: available: availa availab availabl
porter: password: none
porter: "billing"* finds billion
unicode61: none of them, "billing"* finds none
TEXT

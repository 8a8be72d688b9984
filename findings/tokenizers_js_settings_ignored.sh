#!/usr/bin/env bash
# @huggingface/tokenizers 0.2.0 (npm), beside tokenizers 0.23.3 (Python).
# One would guess: one tokenizer.json gives the same ids in both, or an error: a part that the
#   JavaScript does not know is refused ("Unknown PreTokenizer type: UnicodeScripts"), so what loads
#   is understood.
# What happens: parts are known by their name only, and some of their settings are not read. Where
#   the words are split no longer as in training, a model gets other ids, more of them, and nobody is
#   told; the truncation is not applied either, so a long text overruns the model's positions.
#   - Whitespace, the pre-tokenizer of the quick tour, takes letters with accents for punctuation;
#   - Punctuation always isolates, whatever its behavior says;
#   - Split with merged_with_next isolates;
#   - the continuing_subword_prefix of a BPE model is not put before letters: none is known;
#   - truncation and padding of the file are not read.
# Output seen:
#   Whitespace: Café au lait -> Python Café|au|lait, JavaScript Caf|é|au|lait
#   Punctuation: e-mail -> Python e-|mail, JavaScript e|-|mail
#   Split: a b -> Python a| b, JavaScript a| |b
#   prefix: abc -> Python abc, JavaScript a
#   truncation: a b a b -> Python a|b, JavaScript a|b|a|b
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline @huggingface/tokenizers@0.2.0 >/dev/null
python3 -m venv v >/dev/null
v/bin/pip install --quiet --disable-pip-version-check --no-deps tokenizers==0.23.3
cat > look.py <<'PY'
import json
from tokenizers import Tokenizer, models, pre_tokenizers as pre
def words(*known):
    return models.WordLevel({word: place for place, word in enumerate(("[UNK]", *known))}, unk_token="[UNK]")
def make(name, model, split, text, truncation=None):
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = split
    if truncation: tokenizer.enable_truncation(truncation)
    tokenizer.save(f"{name}.json")
    return {"name": name, "text": text, "python": tokenizer.encode(text).tokens}
merges = [("a", "##b"), ("ab", "##c")]
pieces = {piece: place for place, piece in enumerate(["a", "##b", "##c", "ab", "abc"])}
json.dump([
    make("Whitespace", words("Café", "Caf", "é", "au", "lait"), pre.Whitespace(), "Café au lait"),
    make("Punctuation", words("e-", "e", "-", "mail"), pre.Punctuation("merged_with_previous"), "e-mail"),
    make("Split", words("a", " b", " ", "b"), pre.Split(" ", "merged_with_next"), "a b"),
    make("prefix", models.BPE(pieces, merges, continuing_subword_prefix="##"), pre.WhitespaceSplit(), "abc"),
    make("truncation", words("a", "b"), pre.WhitespaceSplit(), "a b a b", 2),
], open("cases.json", "w"))
PY
v/bin/python look.py
cat > look.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
const read = (name) => JSON.parse(readFileSync(`${name}.json`, "utf8"));
for (const { name, text, python } of read("cases")) {
  const { tokens } = new Tokenizer(read(name), {}).encode(text);
  console.log(`${name}: ${text} -> Python ${python.join("|")}, JavaScript ${tokens.join("|")}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
Whitespace: Café au lait -> Python Café|au|lait, JavaScript Caf|é|au|lait
Punctuation: e-mail -> Python e-|mail, JavaScript e|-|mail
Split: a b -> Python a| b, JavaScript a| |b
prefix: abc -> Python abc, JavaScript a
truncation: a b a b -> Python a|b, JavaScript a|b|a|b
TEXT

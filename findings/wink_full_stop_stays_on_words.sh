#!/usr/bin/env bash
# wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1.
# One would guess: a word at the end of a sentence is the same token as in the middle of it, and the
#   full stop is a token of its own; and "I'm" is cut in two as "I've" and "you're" are.
# What happens: the model takes some of the commonest words for abbreviations and leaves the full stop
#   on them: "in." (inches), "no." (number), "sun.", "sat.", "ill.", "wash." and others. So "I can't
#   log in." has no word "in": its.normal and its.lemma say "in.", it is not a stop word, and a custom
#   entity "log in" is found in "I can't log in!", not in "I can't log in." As the sentence does end
#   there, sentences() looks right. And "I'm" stays whole where all its like are cut.
# Output seen (its.normal of the tokens without the stop words, all tokens, custom entities):
#   I can't log in today.: log today . | I ca n't log in today . | log in
#   I can't log in!: log ! | I ca n't log in ! | log in
#   I can't log in.: log in. | I ca n't log in. | none
#   The answer was no!: answer ! | The answer was no ! | no
#   The answer was no.: answer no. | The answer was no. | none
#   I've paid twice: paid twice | I 've paid twice | I have
#   I'm locked out: i'm locked | I'm locked out | none
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1 >/dev/null
cat > look.mjs <<'JS'
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
const nlp = winkNLP(model);
const patterns = ["log in", "no", "I have", "I am"];
nlp.learnCustomEntities(patterns.map((pattern) => ({ name: pattern, patterns: [pattern] })));
const texts = [
  "I can't log in today.", "I can't log in!", "I can't log in.", "The answer was no!", "The answer was no.",
  "I've paid twice", "I'm locked out",
];
const { normal, stopWordFlag, type } = nlp.its;
for (const text of texts) {
  const document = nlp.readDoc(text);
  const kept = document.tokens().filter((token) => !token.out(stopWordFlag)).out(normal);
  const entities = document.customEntities().out(type);
  console.log(`${text}: ${kept.join(" ")} | ${document.tokens().out().join(" ")} | ${entities.join() || "none"}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
I can't log in today.: log today . | I ca n't log in today . | log in
I can't log in!: log ! | I ca n't log in ! | log in
I can't log in.: log in. | I ca n't log in. | none
The answer was no!: answer ! | The answer was no ! | no
The answer was no.: answer no. | The answer was no. | none
I've paid twice: paid twice | I 've paid twice | I have
I'm locked out: i'm locked | I'm locked out | none
TEXT

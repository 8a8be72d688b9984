#!/usr/bin/env bash
# postal-mime 4.0.0, beside mailparser 3.14.2.
# One would guess: a reader of mail that joins the soft line breaks of format=flowed (RFC 3676)
#   takes the quote marks of the joined lines away, and does not join lines of different depth.
# What happens: postal-mime joins the lines as they stand. A quoted paragraph becomes one line with
#   ">" in the middle of its sentences, and a quote inside a quote runs into its answer, so whoever
#   tells quoted from new text by the start of a line is wrong. Unquoted paragraphs are right.
#   mailparser gets both right.
# Output seen:
#   postal-mime, plain: "My answer is long."
#   postal-mime, quote: "> He wrote a long > line here."
#   postal-mime, depth: "> inner >> deeper > outer again"
#   mailparser, plain: "My answer is long."
#   mailparser, quote: "> He wrote a long line here."
#   mailparser, depth: "> inner \n>> deeper \n> outer again"
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline postal-mime@4.0.0 mailparser@3.14.2 >/dev/null
cat > look.mjs <<'JS'
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
const head = "From: a@example.org\nSubject: s\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n";
const bodies = {
  plain: "My answer is \nlong.\n",
  quote: "> He wrote a long \n> line here.\n",
  depth: "> inner \n>> deeper \n> outer again\n",
};
const readers = { "postal-mime": (mail) => new PostalMime().parse(mail), mailparser: (mail) => simpleParser(mail) };
for (const [reader, read] of Object.entries(readers)) {
  for (const [name, body] of Object.entries(bodies)) {
    const { text } = await read((head + body).replaceAll("\n", "\r\n"));
    console.log(`${reader}, ${name}: ${JSON.stringify(text.trim())}`);
  }
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
postal-mime, plain: "My answer is long."
postal-mime, quote: "> He wrote a long > line here."
postal-mime, depth: "> inner >> deeper > outer again"
mailparser, plain: "My answer is long."
mailparser, quote: "> He wrote a long line here."
mailparser, depth: "> inner \n>> deeper \n> outer again"
TEXT

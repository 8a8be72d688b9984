#!/usr/bin/env bash
# preact-render-to-string 6.8.2 with preact 11.2.0, read by parse5 8.1.1, the HTML standard's parser.
# One would guess: a form that the server writes holds the values that it was given, as it does where
#   preact renders it in the browser (or react-dom on the server).
# What happens: two of them are lost in the string, and a form sent untouched changes them.
#   - <select value="b"> marks the option whose `value` attribute says b. An option without one, whose
#     value is its text by the standard, is never marked: the browser shows the first.
#   - A text that begins with a line break loses it in <textarea> and in <pre>: the parser skips one
#     line break behind these tags, so a writer has to double it.
# Output seen:
#   option with a value: selected b
#   option without one: selected none
#   textarea: "first" of "\nfirst"
#   pre: "first" of "\nfirst"
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  preact@11.2.0 preact-render-to-string@6.8.2 parse5@8.1.1 >/dev/null
cat > look.mjs <<'JS'
import { parseFragment } from "parse5";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
const parsed = (vnode) => parseFragment(renderToString(vnode)).childNodes[0];
const text = ({ childNodes }) => childNodes.map(({ value }) => value).join("");
function selected(options) {
  const marked = parsed(h("select", { value: "b" }, options)).childNodes
    .filter(({ attrs }) => attrs.some(({ name }) => name === "selected")).map(text);
  return marked.join() || "none";
}
const valued = ["a", "b"].map((value) => h("option", { value }, value));
const bare = ["a", "b"].map((value) => h("option", null, value));
console.log(`option with a value: selected ${selected(valued)}`);
console.log(`option without one: selected ${selected(bare)}`);
for (const tag of ["textarea", "pre"]) {
  console.log(`${tag}: ${JSON.stringify(text(parsed(h(tag, null, "\nfirst"))))} of "\\nfirst"`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
option with a value: selected b
option without one: selected none
textarea: "first" of "\nfirst"
pre: "first" of "\nfirst"
TEXT

#!/usr/bin/env bash
# preact 11.2.0 with preact-render-to-string 6.8.2, the newest of each; in the DOM of jsdom 26.1.0.
# One would guess: a component looks the same whether the server writes it as a string or the browser
#   renders it; both packages are of one project and meant for one another.
# What happens: preact 11 no longer adds "px" to numbers and never spelt SVG's names with hyphens
#   (preact/compat does both). The string renderer does, also without preact/compat. What is written
#   { width: 40 } or strokeWidth={2} is right as long as it comes from the server, and is gone as soon
#   as the browser renders the same component: on a page that only the client shows, or in a test of
#   the string a fault is not seen. The other way round { aspectRatio: 2 } and { scale: 2 } are right
#   in the browser, and void from the server: "2px" is no ratio and no scale, browsers drop it.
# Output seen:
#   width: server "width: 40px;", browser ""
#   aspectRatio: server "aspect-ratio: 2px;", browser "aspect-ratio: 2;"
#   scale: server "scale: 2px;", browser "scale: 2;"
#   strokeWidth: server stroke-width="2", browser strokeWidth="2"
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  preact@11.2.0 preact-render-to-string@6.8.2 jsdom@26.1.0 >/dev/null
cat > look.mjs <<'JS'
import { JSDOM } from "jsdom";
import { h, render } from "preact";
import { renderToString } from "preact-render-to-string";
const page = () => new JSDOM("<!doctype html><body></body>").window.document;
function look(name, vnode, shown) {
  const server = page(), browser = page();
  server.body.innerHTML = renderToString(vnode());
  globalThis.document = browser;
  render(vnode(), browser.body);
  console.log(`${name}: server ${shown(server.body)}, browser ${shown(browser.body)}`);
}
for (const [name, value] of [["width", 40], ["aspectRatio", 2], ["scale", 2]]) {
  look(name, () => h("div", { style: { [name]: value } }), ({ firstChild }) => `"${firstChild.style.cssText}"`);
}
look("strokeWidth", () => h("svg", null, h("path", { strokeWidth: 2 })), (body) => {
  const [{ name, value }] = body.querySelector("path").attributes;
  return `${name}="${value}"`;
});
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
width: server "width: 40px;", browser ""
aspectRatio: server "aspect-ratio: 2px;", browser "aspect-ratio: 2;"
scale: server "scale: 2px;", browser "scale: 2;"
strokeWidth: server stroke-width="2", browser strokeWidth="2"
TEXT

#!/usr/bin/env bash
# @hono/node-server 2.1.9 (also under deno 2.9.6).
# One would guess: new Response(blob) is sent with the type of the Blob, as the Fetch standard says and
#   as Node's and Deno's own Response do.
# What happens: the first request listener that is made puts a lighter Response in place of the global
#   one, which never asks a Blob for its type. A CSV, a PDF or an image from a Blob or File is sent as
#   text/plain, and with any header of one's own (a file name to save it under) without a type. What
#   the code itself reads depends on the order: clone() before .headers tells the true one. All is
#   right for URLSearchParams and FormData, and with { overrideGlobalObjects: false }.
# Output seen:
#   lighter: blob text/plain; charset=UTF-8, with a file name undefined, form application/x-www-form-urlencoded;charset=UTF-8
#   lighter: .headers text/plain; charset=UTF-8, clone().headers text/csv
#   own: blob text/csv, with a file name text/csv, form application/x-www-form-urlencoded;charset=UTF-8
#   own: .headers text/csv, clone().headers text/csv
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline @hono/node-server@2.1.9 hono@4.13.19 >/dev/null
cat > look.mjs <<'JS'
import { getRequestListener } from "@hono/node-server";
import { createServer, get } from "node:http";
const [name] = process.argv.slice(2);
const blob = new Blob(["a,b\n"], { type: "text/csv" });
const answers = {
  "/blob": () => new Response(blob),
  "/with a file name": () => new Response(blob, { headers: { "content-disposition": "attachment" } }),
  "/form": () => new Response(new URLSearchParams({ a: "b" })),
};
const listener = getRequestListener(({ url }) => answers[decodeURI(new URL(url).pathname)](), {
  overrideGlobalObjects: name === "lighter",
});
const server = createServer(listener).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const type = (path) =>
  new Promise((resolve) => {
    get({ ...server.address(), host: "127.0.0.1", path: encodeURI(path), agent: false }, (answer) => {
      answer.resume();
      resolve(answer.headers["content-type"]);
    });
  });
const types = [];
for (const path of Object.keys(answers)) types.push(`${path.slice(1)} ${await type(path)}`);
console.log(`${name}: ${types.join(", ")}`);
const read = (response) => response.headers.get("content-type");
console.log(`${name}: .headers ${read(new Response(blob))}, clone().headers ${read(new Response(blob).clone())}`);
server.close();
JS
for run in "node" "npx --yes deno@2.9.6 run --quiet --allow-all --node-modules-dir=manual"; do
  { $run look.mjs lighter; $run look.mjs own; } | tee seen
  diff seen - <<'TEXT'
lighter: blob text/plain; charset=UTF-8, with a file name undefined, form application/x-www-form-urlencoded;charset=UTF-8
lighter: .headers text/plain; charset=UTF-8, clone().headers text/csv
own: blob text/csv, with a file name text/csv, form application/x-www-form-urlencoded;charset=UTF-8
own: .headers text/csv, clone().headers text/csv
TEXT
done

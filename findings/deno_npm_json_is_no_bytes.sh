#!/usr/bin/env bash
# deno 2.9.6 (npm): a JSON file imported as bytes.
#
# One would guess that `with { type: "bytes" }` gives the bytes of any file, as
# `--unstable-raw-imports` promises, wherever the file comes from.
#
# What happens: it does for a JSON file of one's own, and for files of a package
# that end otherwise; for a JSON file of an npm package it stops with "Attempted
# to load JSON module without specifying "type": "json"", though a type is
# specified. `type: "text"` does the same.
#
# Seen: own.json 8 bytes, LICENSE of is-odd as bytes, package.json of is-odd an error.
#
# Fails when that changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
deno() { npx -y deno@2.9.6 "$@"; }
echo '{"a":1}' >own.json
echo '{ "imports": { "is-odd/": "npm:/is-odd@3.0.1/" }, "unstable": ["raw-imports"] }' >deno.json
program() { echo "import bytes from \"$1\" with { type: \"$2\" }; console.log(bytes.length);" >main.js; }
program ./own.json bytes
own=$(deno run main.js 2>/dev/null)
program is-odd/LICENSE bytes
license=$(deno run main.js 2>/dev/null || echo failed)
told=""
for type in bytes text; do
  program is-odd/package.json "$type"
  told+=$(deno run main.js 2>&1 | grep -o "without specifying" || true)
done
echo "own JSON: $own bytes; LICENSE of the package: $license; its JSON: $told"
[ "$own" = 8 ] && [[ $license =~ ^[0-9]+$ ]] && [ "$told" = "without specifyingwithout specifying" ]

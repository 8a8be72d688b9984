#!/usr/bin/env bash
# deno 2.9.6 (npm): what `deno task` downloads.
#
# One would guess that a task downloads what the program it runs imports: `deno
# run` fetches a package when a module that needs it is loaded.
#
# What happens: `deno task` first fetches every npm package that the import map
# of deno.json names, whether the task's program imports it or not, also where
# the task only echoes. A package that only tests use is paid for by whoever
# serves.
#
# Seen: `deno run main.js` with an empty DENO_DIR: 0 packages; `deno task hello`,
# which runs the same file: is-number and is-odd with what it needs.
#
# Fails when that changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >deno.json <<'JSON'
{ "imports": { "is-number": "npm:is-number@7.0.0", "is-odd": "npm:is-odd@3.0.1" },
  "tasks": { "hello": "deno run main.js" } }
JSON
echo 'console.log("hello");' >main.js
deno() { npx -y deno@2.9.6 "$@"; }
count() { find "$1/npm" -name package.json -path '*/is-*' 2>/dev/null | wc -l; }
DENO_DIR="$dir/run" deno run main.js >/dev/null 2>&1
DENO_DIR="$dir/task" deno task hello >/dev/null 2>&1
run=$(count "$dir/run")
task=$(count "$dir/task")
echo "packages after deno run: $run, after deno task: $task"
[ "$run" = 0 ] && [ "$task" -gt 0 ]

#!/usr/bin/env bash
# deno 2.9.6 (npm): what is downloaded where a lock file is there.
#
# One would guess that a lock file only says which version of a package is
# taken, and that a program downloads the packages which it imports.
#
# What happens: `deno run` of a program that imports one package fetches every
# npm package that the lock file names, and so does `deno task`, even of a task
# that only echoes and where the import map is a file of its own. Who serves a
# program pays for the packages of its tests, unless each has a lock file.
#
# Seen: with is-odd (which needs is-number) and is-plain-object in the lock and
# an empty DENO_DIR, 3 packages after `deno run` of a program that imports
# is-plain-object, 3 after `deno task`; 1 and 0 with `"lock": false`.
#
# Fails when that changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "imports": { "is-odd": "npm:is-odd@3.0.1", "is-plain-object": "npm:is-plain-object@5.0.0" } }' >import_map.json
task='"tasks": { "hello": "echo hello" }, "importMap": "./import_map.json"'
echo "{ $task }" >deno.json
echo 'import isOdd from "is-odd"; console.log(isOdd(3));' >odd.js
echo 'import { isPlainObject } from "is-plain-object"; console.log(isPlainObject({}));' >main.js
deno() { npx -y deno@2.9.6 "$@"; }
deno run odd.js >/dev/null 2>&1
deno run main.js >/dev/null 2>&1
[ -f deno.lock ]
count() { find "$1/npm" -name package.json -path '*/is-*' 2>/dev/null | wc -l; }
DENO_DIR="$dir/run" deno run main.js >/dev/null 2>&1
DENO_DIR="$dir/task" deno task hello >/dev/null 2>&1
echo "{ $task, \"lock\": false }" >deno.json
DENO_DIR="$dir/free_run" deno run main.js >/dev/null 2>&1
DENO_DIR="$dir/free_task" deno task hello >/dev/null 2>&1
counts="$(count run) $(count task) $(count free_run) $(count free_task)"
echo "packages after run and task: ${counts% * *}, without the lock: ${counts#* * }"
[ "$counts" = "3 3 1 0" ]

#!/usr/bin/env bash
# deno 2.9.6 (npm): messages posted to a module worker that is still loading.
#
# One would guess, from the HTML standard and from browsers and Node.js, that a
# message posted right after `new Worker()` waits until the worker's module has
# run and set `onmessage`: the port's queue is enabled only then.
#
# What happens: where the worker's module awaits something at its top level
# before it sets `onmessage` (an import, a file, a timer), messages posted
# meanwhile are delivered to nobody and are lost, without an error.
#
# Seen: posted 3 at once, received 0; posted 1 after the worker said "ready",
# received 1. So a worker has to say that it listens before it is given work.
#
# Fails when that changes.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >worker.js <<'JS'
await new Promise((resolve) => setTimeout(resolve, 300));
self.onmessage = ({ data }) => self.postMessage({ received: data });
self.postMessage({ ready: true });
JS
cat >main.js <<'JS'
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
let early = 0, late = 0;
worker.onmessage = ({ data }) => {
  if (data.ready) worker.postMessage("late");
  else if (data.received === "late") late++;
  else early++;
};
for (let n = 0; n < 3; n++) worker.postMessage("early");
await new Promise((resolve) => setTimeout(resolve, 1500));
worker.terminate();
console.log(`posted at once 3, received ${early}; posted after "ready" 1, received ${late}`);
JS
out=$(npx -y deno@2.9.6 run --allow-read=. main.js)
echo "$out"
[ "$out" = 'posted at once 3, received 0; posted after "ready" 1, received 1' ]

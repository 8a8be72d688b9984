#!/usr/bin/env bash
# cockatiel 4.0.0.
# One would guess: the signal given to execute() ends a retry's wait when it aborts, since the policy
#   promises to retry until "cancellation is requested"; and the work is not begun once more.
# What happens: the wait between two attempts is slept to its end, whatever the signal says, then the
#   work is called once more with the aborted signal, and the caller is told the work's own error. A
#   client that left after 50 ms holds its place for the whole back-off, and costs one more call. A
#   timeout around the retry gives the caller his answer in time, but sleeps and calls on behind him.
#   Also, an abort during a timeout policy is told as that timeout, long before it is due.
# Output seen:
#   retry every 600 ms, aborted at 50 ms: "down", slept all 600 ms: true, calls: 2, the last one aborted: true
#   timeout of 100 ms around it: TaskCancelledError, calls: 1, and later: 2
#   timeout of 5000 ms, aborted at 50 ms: "Operation timed out after 5000ms", due: false
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline cockatiel@4.0.0 >/dev/null
cat > look.mjs <<'JS'
import { ConstantBackoff, handleAll, retry, timeout, TimeoutStrategy, wrap } from "cockatiel";
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const abortIn = (ms) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};
const patient = retry(handleAll, { maxAttempts: 5, backoff: new ConstantBackoff(600) });
let calls = 0, aborted = false, began = 0;
function down({ signal }) {
  calls++;
  aborted = signal.aborted;
  throw new Error("down");
}
async function told(run) {
  calls = 0;
  began = performance.now();
  return await run().catch((error) => error);
}
const took = (ms) => performance.now() - began >= ms - 1;

const alone = await told(() => patient.execute(down, abortIn(50)));
console.log(
  `retry every 600 ms, aborted at 50 ms: "${alone.message}", slept all 600 ms: ${took(600)}, ` +
    `calls: ${calls}, the last one aborted: ${aborted}`,
);

const bounded = wrap(timeout(100, TimeoutStrategy.Aggressive), patient);
const late = await told(() => bounded.execute(down));
const first = calls;
await wait(2000);
console.log(`timeout of 100 ms around it: ${late.constructor.name}, calls: ${first}, and later: ${calls}`);

const long = timeout(5000, TimeoutStrategy.Aggressive);
const cut = await told(() => long.execute(() => new Promise(() => {}), abortIn(50)));
console.log(`timeout of 5000 ms, aborted at 50 ms: "${cut.message}", due: ${took(5000)}`);
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
retry every 600 ms, aborted at 50 ms: "down", slept all 600 ms: true, calls: 2, the last one aborted: true
timeout of 100 ms around it: TaskCancelledError, calls: 1, and later: 2
timeout of 5000 ms, aborted at 50 ms: "Operation timed out after 5000ms", due: false
TEXT

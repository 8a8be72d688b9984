#!/usr/bin/env bash
# cockatiel 4.0.0.
# One would guess: an error that the policy of a circuit breaker does not handle says nothing of the
#   server, in each state: handleWhen() leaves out a client's own abort, so that clients who leave open
#   no circuit, and they close none. The manual: "one successful half-open call closes the circuit".
# What happens: while the circuit is closed such an error counts for nothing, not even as a success that
#   ends a row of failures. In the half-open state it is a success: the client whose call was the probe
#   leaves a server that hangs, the circuit closes, and all calls go to the dead server again until
#   enough of them have failed. With halfOpenSampling it counts as one of the good trial calls.
# Output seen:
#   closed: down, left, down -> Open
#   half open: done -> Closed
#   half open: down -> Open
#   half open: left -> Closed
#   half open, 2 trial calls: left, left -> Closed
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline cockatiel@4.0.0 >/dev/null
cat > look.mjs <<'JS'
import { setTimeout as sleep } from "node:timers/promises";
import { CircuitState, circuitBreaker, ConsecutiveBreaker, handleWhen } from "cockatiel";
const calls = {
  done: () => "done",
  down: () => { throw new Error("down"); },
  // The server hangs, and the client leaves after 20 ms.
  left: ({ signal }) => sleep(60_000, null, { signal }),
};
async function look(name, failures, half, options = {}) {
  const breaker = new ConsecutiveBreaker(failures);
  const policy = circuitBreaker(handleWhen(({ name }) => name !== "AbortError"), { halfOpenAfter: 50, breaker, ...options });
  const call = (way) => policy.execute(calls[way], AbortSignal.timeout(way === "left" ? 20 : 60_000)).catch(() => {});
  if (name !== "closed") {
    await call("down");
    await sleep(100);
  }
  for (const way of half) await call(way);
  console.log(`${name}: ${half.join(", ")} -> ${CircuitState[policy.state]}`);
}
await look("closed", 2, ["down", "left", "down"]);
for (const way of ["done", "down", "left"]) await look("half open", 1, [way]);
const halfOpenSampling = { calls: 2, threshold: 0.5 };
await look("half open, 2 trial calls", 1, ["left", "left"], { halfOpenSampling });
process.exit();
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
closed: down, left, down -> Open
half open: done -> Closed
half open: down -> Open
half open: left -> Closed
half open, 2 trial calls: left, left -> Closed
TEXT

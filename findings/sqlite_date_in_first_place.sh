#!/usr/bin/env bash
# node:sqlite of deno 2.9.6 (npm).
# One would guess: a value that SQLite cannot hold, such as a Date, is refused with a TypeError
#   wherever it stands among the values of run(), get() and all().
# What happens: only from the second place on. In the first place every object that is no view of
#   bytes is taken for the bag of named parameters. A Date, a Map, a Temporal.Instant or an
#   ArrayBuffer has no keys of its own, so nothing of it is bound, the values behind it move one
#   column to the left, the last column becomes NULL, and run() reports one row changed. Node.js
#   26.10.0 does the same with all of them but the ArrayBuffer, which it stores as bytes.
# Output seen:
#   run(bytes view, "late"): at=1,2,3 text=late
#   run("late", Date): TypeError
#   run(Date, "late"): at=late text=null
#   run(Map, "late"): at=late text=null
#   run(Instant, "late"): at=late text=null
#   run(ArrayBuffer, "late"): at=late text=null
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > look.mjs <<'JS'
import { DatabaseSync } from "node:sqlite";
const db = new DatabaseSync(":memory:");
db.exec("CREATE TABLE events (at, text)");
function store(name, ...values) {
  db.exec("DELETE FROM events");
  try {
    db.prepare("INSERT INTO events (at, text) VALUES (?, ?)").run(...values);
    const { at, text } = db.prepare("SELECT at, text FROM events").get();
    console.log(`run(${name}): at=${at} text=${text}`);
  } catch (error) {
    console.log(`run(${name}): ${error.name}`);
  }
}
store('bytes view, "late"', Uint8Array.of(1, 2, 3), "late");
store('"late", Date', "late", new Date(0));
store('Date, "late"', new Date(0), "late");
store('Map, "late"', new Map([["at", 1]]), "late");
store('Instant, "late"', Temporal.Instant.fromEpochMilliseconds(0), "late");
store('ArrayBuffer, "late"', Uint8Array.of(1, 2, 3).buffer, "late");
JS
npx -y deno@2.9.6 run --no-lock look.mjs | tee seen
diff seen - <<'TEXT'
run(bytes view, "late"): at=1,2,3 text=late
run("late", Date): TypeError
run(Date, "late"): at=late text=null
run(Map, "late"): at=late text=null
run(Instant, "late"): at=late text=null
run(ArrayBuffer, "late"): at=late text=null
TEXT

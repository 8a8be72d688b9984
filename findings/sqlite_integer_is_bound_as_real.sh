#!/usr/bin/env bash
# node:sqlite of deno 2.9.6 (npm).
# One would guess: a whole number given to run(), get() or all() is an INTEGER of SQLite, as the same
#   number written in the statement is, and as it comes back: get() gives 5, never 5.0.
# What happens: every number is bound as a REAL. A column of affinity INTEGER hides it; where none is,
#   the decimal point stays: a TEXT column stores "5.0" and finds no "5", JSON holds 5.0, a division
#   keeps its fraction, and a path made of it is refused. A BigInt, or CAST(? AS INTEGER), is an
#   INTEGER. What db.function() gives back is REAL as well. Node.js 26.10.0 does the same, though its
#   table of types says that a number is an INTEGER or a REAL.
# Output seen:
#   statement                                     with 5   written  with 5n
#   SELECT typeof(?)                              real     integer  integer
#   SELECT ? / 2                                  2.5      2        2
#   SELECT 'page-' || ?                           page-5.0 page-5   page-5
#   SELECT json_array(?)                          [5.0]    [5]      [5]
#   SELECT '[0,1,2,3,4,5]' -> ('$[' || ? || ']')  error    5        5
#   SELECT count(*) FROM t WHERE code = ?         0        1        1
#   INSERT INTO t VALUES (?) RETURNING code       5.0      5        5
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > look.mjs <<'JS'
import { DatabaseSync } from "node:sqlite";
const statements = [
  "SELECT typeof(?)",
  "SELECT ? / 2",
  "SELECT 'page-' || ?",
  "SELECT json_array(?)",
  "SELECT '[0,1,2,3,4,5]' -> ('$[' || ? || ']')",
  "SELECT count(*) FROM t WHERE code = ?",
  "INSERT INTO t VALUES (?) RETURNING code",
];
function asked(statement, ...values) {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE t (code TEXT) STRICT; INSERT INTO t VALUES ('5')");
  try {
    return String(Object.values(db.prepare(statement).get(...values))[0]);
  } catch {
    return "error";
  }
}
const line = (statement, ...cells) =>
  console.log(`${statement.padEnd(45)} ${cells.map((cell) => cell.padEnd(8)).join(" ").trimEnd()}`);
line("statement", "with 5", "written", "with 5n");
for (const statement of statements) {
  line(statement, asked(statement, 5), asked(statement.replace("?", "5")), asked(statement, 5n));
}
JS
npx -y deno@2.9.6 run --no-lock look.mjs | tee seen
diff seen - <<'TEXT'
statement                                     with 5   written  with 5n
SELECT typeof(?)                              real     integer  integer
SELECT ? / 2                                  2.5      2        2
SELECT 'page-' || ?                           page-5.0 page-5   page-5
SELECT json_array(?)                          [5.0]    [5]      [5]
SELECT '[0,1,2,3,4,5]' -> ('$[' || ? || ']')  error    5        5
SELECT count(*) FROM t WHERE code = ?         0        1        1
INSERT INTO t VALUES (?) RETURNING code       5.0      5        5
TEXT

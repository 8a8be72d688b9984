#!/usr/bin/env bash
# postgres 3.4.9 (postgres.js), beside pg 8.23.1; PostgreSQL by @electric-sql/pglite 0.5.14.
# One would guess: a value goes to PostgreSQL as it is, and the server reads it by the column's type or
#   refuses it; and sql(rows) writes all that the rows hold, as sql(row) does.
# What happens: the client asks for the column's type and writes the value itself.
#   - Every value for a boolean that is not the JavaScript true becomes false: "true" from a form, a
#     query string or the environment, "t", "yes", 1. PostgreSQL takes them for true, and nothing is
#     refused, not even "maybe".
#   - sql(rows) takes the columns from the first row. What only later rows have is left out, without a
#     word; what only the first has is an error.
# Output seen:
#   "true": postgres false, pg true
#   "t": postgres false, pg true
#   "yes": postgres false, pg true
#   1: postgres false, pg true
#   "maybe": postgres false, pg invalid input syntax for type boolean: "maybe"
#   true: postgres true, pg true
#   the second row has more: [{"a":"1","b":null},{"a":"2","b":null}]
#   the first row has more: UNDEFINED_VALUE: Undefined values are not allowed
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  postgres@3.4.9 pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 >/dev/null
cat > look.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import pg from "pg";
import postgres from "postgres";
const db = await PGlite.create();
const port = 20000 + process.pid % 20000;
const server = new PGLiteSocketServer({ db, host: "127.0.0.1", port });
await server.start();
const place = { host: "127.0.0.1", port, user: "postgres", database: "postgres" };
const said = (work) => work.then((value) => value, ({ message }) => message);

const client = new pg.Client({ ...place, password: "x" });
await client.connect();
const values = ["true", "t", "yes", 1, "maybe", true];
const byPg = [];
for (const value of values) {
  byPg.push(await said(client.query("SELECT $1::boolean AS b", [value]).then(({ rows: [{ b }] }) => b)));
}
await client.end();

const sql = postgres({ ...place, max: 1 });
for (const [at, value] of values.entries()) {
  const byPostgres = await said(sql`SELECT ${value}::boolean AS b`.then(([{ b }]) => b));
  console.log(`${JSON.stringify(value)}: postgres ${byPostgres}, pg ${byPg[at]}`);
}
await sql`CREATE TABLE t (a text, b text)`;
const insert = async (rows) => JSON.stringify(await sql`INSERT INTO t ${sql(rows)} RETURNING *`);
console.log(`the second row has more: ${await said(insert([{ a: "1" }, { a: "2", b: "kept?" }]))}`);
console.log(`the first row has more: ${await said(insert([{ a: "1", b: "kept?" }, { a: "2" }]))}`);
process.exit();
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
"true": postgres false, pg true
"t": postgres false, pg true
"yes": postgres false, pg true
1: postgres false, pg true
"maybe": postgres false, pg invalid input syntax for type boolean: "maybe"
true: postgres true, pg true
the second row has more: [{"a":"1","b":null},{"a":"2","b":null}]
the first row has more: UNDEFINED_VALUE: Undefined values are not allowed
TEXT

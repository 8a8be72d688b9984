#!/usr/bin/env bash
# @electric-sql/pglite-socket 0.2.17 with @electric-sql/pglite 0.5.14, asked by pg 8.23.1.
# One would guess: several connections that the socket server takes are several sessions, as at any
#   PostgreSQL; or, if it can only be one, that what needs a session of its own is refused.
# What happens: all connections are one session, and its answers go to whoever asked last.
#   - A notification is sent to the connection that said NOTIFY, and the one that said LISTEN never
#     hears of it, though both statements succeed; nor does a listener of the PGlite itself.
#   - Two connections both get the same advisory lock, so a test of "only one instance does the work"
#     passes or fails for a reason of its own.
#   - SET on one connection holds on the other.
# Output seen:
#   heard: listener 0, notifier 1, own listener of PGlite 0
#   advisory lock: first true, second true
#   statement_timeout of the second after SET on the first: 7s
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline \
  @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 pg@8.23.1 >/dev/null
cat > look.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import pg from "pg";
const db = await PGlite.create();
const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 2 });
await server.start();
const port = Number(server.getServerConn().split(":").pop());
async function connected() {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password: "none" });
  await client.connect();
  return client;
}
const [first, second] = [await connected(), await connected()];
const heard = { first: 0, second: 0, own: 0 };
first.on("notification", () => heard.first++);
second.on("notification", () => heard.second++);
await db.listen("news", () => heard.own++);
await first.query("LISTEN news");
await second.query("NOTIFY news");
await first.query("SELECT 1");
await new Promise((resolve) => setTimeout(resolve, 1000));
console.log(`heard: listener ${heard.first}, notifier ${heard.second}, own listener of PGlite ${heard.own}`);
const lock = async (client) => (await client.query("SELECT pg_try_advisory_lock(1) AS got")).rows[0].got;
console.log(`advisory lock: first ${await lock(first)}, second ${await lock(second)}`);
await first.query("SET statement_timeout = '7s'");
const { rows: [{ statement_timeout }] } = await second.query("SHOW statement_timeout");
console.log(`statement_timeout of the second after SET on the first: ${statement_timeout}`);
await first.end();
await second.end();
await server.stop();
await db.close();
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
heard: listener 0, notifier 1, own listener of PGlite 0
advisory lock: first true, second true
statement_timeout of the second after SET on the first: 7s
TEXT

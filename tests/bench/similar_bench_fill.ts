/**
 * Fills a store with made gists: each some message's, with a third of its words
 * replaced, half of them with another message's meaning, for one of twenty products.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { termsOf } from "../../src/similar/terms.ts";
import type { Gist } from "../../src/triage/domain/gist.ts";

/** Takes rows of a table, many at a time. */
export interface Fill {
  rows(
    table: string,
    columns: readonly string[],
    rows: readonly (string | number)[][],
  ): Promise<void>;
  close(): Promise<void>;
}

const BATCH = 2_000;
/** Of a case that is there, and nothing more. */
const CASE_COLUMNS = [
  "case_id",
  "created_at",
  "first_intent",
  "intent",
  "confidence",
  "route",
  "review",
];
/** Numbers above those that the measured cases get. */
const FIRST = 1_000_000_000;

/** Writes so many gists and their terms. */
export async function fillGists(fill: Fill, gists: readonly Gist[], count: number): Promise<void> {
  const random = randomFrom(7);
  const words = [...new Set(gists.flatMap(({ words }) => words))];
  const pairs: [number, number][] = [];
  let batch: (string | number)[][] = [], made: (string | number)[][] = [];
  for (let at = 0; at < count; at++) {
    const gist = varied(gists, words, random);
    for (const term of termsOf(gist)) pairs.push([term, FIRST + at]);
    batch.push([FIRST + at, `made-${at}`, gist.version, JSON.stringify(gist)]);
    made.push([`made-${at}`, at, "bug_report", "bug_report", 1, "local", "none"]);
    if (batch.length < BATCH && at + 1 < count) continue;
    await fill.rows("gists", ["number", "case_id", "version", "gist"], batch);
    await fill.rows("cases", CASE_COLUMNS, made);
    batch = [], made = [];
  }
  pairs.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  for (let at = 0; at < pairs.length; at += BATCH) {
    await fill.rows("gist_terms", ["term", "number"], pairs.slice(at, at + BATCH));
  }
  await fill.close();
}

function varied(gists: readonly Gist[], words: readonly string[], random: () => number): Gist {
  const pick = () => gists[Math.floor(random() * gists.length)] ?? gists[0] as Gist;
  const gist = pick();
  const { meaning, regions } = random() < 0.5 ? gist : pick();
  const kept = gist.words.map((word) =>
    random() < 1 / 3 ? words[Math.floor(random() ** 2 * words.length)] ?? word : word
  );
  return {
    ...gist,
    product: `product ${Math.floor(random() ** 2 * 20)}`,
    words: [...new Set(kept)],
    meaning,
    regions,
  };
}

/** Fills an SQLite file. */
export function runSqlite(path: string): Fill {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF; BEGIN");
  return {
    rows(table, columns, rows) {
      const statement = database.prepare(
        `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${
          columns.map(() => "?").join(", ")
        })`,
      );
      for (const row of rows) statement.run(...row);
      return Promise.resolve();
    },
    close() {
      database.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
      return Promise.resolve();
    },
  };
}

/** Fills a PostgreSQL database. */
export function runPostgres(url: string): Fill {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  return {
    async rows(table, columns, rows) {
      const values = rows.map((_, row) =>
        `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(", ")})`
      );
      const overriding = table === "gists" ? " OVERRIDING SYSTEM VALUE" : "";
      await client.unsafe(
        `INSERT INTO ${table} (${columns.join(", ")})${overriding} VALUES ${values.join(", ")}`,
        rows.flat(),
      );
    },
    async close() {
      await client.unsafe("ANALYZE");
      await client.end();
    },
  };
}

/** Numbers in [0, 1), the same for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

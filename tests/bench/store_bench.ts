/**
 * Measures what sharing a commit brings: durable cases a second with one and
 * with 64 writers, against a commit for each case, in interleaved rounds; the
 * cost of an fsync on the same disk beside it. Prints; asserts nothing, because
 * disks differ and so do machines under load.
 *
 * `deno task bench:store [FOLDER]`; `INTAKE_TEST_POSTGRES` adds PostgreSQL.
 *
 * @module
 */
import type { DatabaseStore, DatabaseStoreOptions } from "../../src/store/database_store.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { openSqliteStore } from "../../src/store/sqlite_store.ts";
import { createDatabase, POSTGRES_URL } from "../store/postgres_server.ts";
import { sampleCase } from "../store/case_samples.ts";

const ROUNDS = 9;
const ROUND_MS = 600;
const MESSAGE = "The export button does nothing when I press it. ".repeat(20);

/** How the stores that are compared commit. */
const WAYS: Readonly<Record<string, DatabaseStoreOptions>> = {
  "a commit for each case": { batch_cases: 1 },
  "shared commits": {},
};

type Open = (options: DatabaseStoreOptions) => Promise<DatabaseStore>;

const folder = await Deno.makeTempDir({ ...(Deno.args[0] && { dir: Deno.args[0] }) });
await compare(
  "SQLite",
  (options) => openSqliteStore({ path: `${folder}/${crypto.randomUUID()}.sqlite`, ...options }),
);
if (POSTGRES_URL !== undefined) {
  const database = await createDatabase(POSTGRES_URL);
  await compare("PostgreSQL", (options) => openPostgresStore({ url: database.url, ...options }));
  await database.close();
}
await Deno.remove(folder, { recursive: true });

async function compare(name: string, open: Open): Promise<void> {
  const figures = new Map<string, number[]>();
  const fsyncs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fsyncs.push(fsyncMs());
    // Side by side and in turns: a disk remembers for a while what was asked of it before.
    const ways = Object.entries(WAYS);
    if (round % 2 === 1) ways.reverse();
    for (const writers of [1, 64]) {
      for (const [way, options] of ways) {
        const store = await open(options);
        const key = `${writers} ${way}`;
        figures.set(key, [...figures.get(key) ?? [], await casesPerSecond(store, writers)]);
        await store.close();
      }
    }
  }
  console.log(`${name}: one fsync ${median(fsyncs).toFixed(2)} ms (median of ${ROUNDS} rounds)`);
  for (const writers of [1, 64]) {
    const [eachWay = [], sharedWay = []] = Object.keys(WAYS).map((way) =>
      figures.get(`${writers} ${way}`) ?? []
    );
    const [each, shared] = [median(eachWay), median(sharedWay)];
    // Of the rounds: what else the machine does changes from one to the next.
    const ratio = median(sharedWay.map((value, round) => value / (eachWay[round] ?? NaN)));
    console.log(
      `  ${writers} ${writers === 1 ? "writer" : "writers"}: ${each.toFixed(0)} cases/s with a ` +
        `commit for each, ${shared.toFixed(0)} with shared commits, ratio ` +
        `${ratio.toFixed(2)} (wanted ${writers === 1 ? "1" : "4"})`,
    );
  }
}

/** Each writer sends its next case when the one before is on disk, as a connection does. */
async function casesPerSecond(store: DatabaseStore, writers: number): Promise<number> {
  const started = performance.now();
  let stored = 0;
  const writer = async () => {
    while (performance.now() - started < ROUND_MS) {
      await store.record(sampleCase({ message: MESSAGE, case_id: crypto.randomUUID() }));
      stored++;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return stored / ((performance.now() - started) / 1000);
}

/** Median time to have 4 KB on disk. */
function fsyncMs(): number {
  const file = Deno.openSync(`${folder}/fsync`, { write: true, create: true });
  const block = new Uint8Array(4_096);
  const times = Array.from({ length: 50 }, () => {
    const started = performance.now();
    file.writeSync(block);
    file.syncSync();
    return performance.now() - started;
  });
  file.close();
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * Measures what similar cases cost: how long it takes to find them among a
 * million cases, and how much longer storing a case takes with its gist, in
 * interleaved rounds. Prints; asserts nothing, because disks and loads differ.
 *
 * `deno task bench:similar [CASES]`; `INTAKE_TEST_POSTGRES` adds PostgreSQL.
 *
 * @module
 */
import process from "node:process";
// @ts-types="@std/types/uuid/v7.d.ts"
import { generate as newUuidV7 } from "@std/uuid/v7";
import { defaultCatalog } from "../../src/drafting/catalog/catalog_file.ts";
import { createLocalDrafter } from "../../src/drafting/local_drafter.ts";
import { readMessage } from "../../src/reading/read_message.ts";
import { createLocalScorer } from "../../src/scorer/local_scorer.ts";
import { makeGist } from "../../src/similar/make_gist.ts";
import type { DatabaseStore } from "../../src/store/database_store.ts";
import { openPostgresStore } from "../../src/store/postgres_store.ts";
import { openThreadedStore } from "../../src/store/threads/threaded_store.ts";
import { localAssessor } from "../../src/triage/assess.ts";
import type { NewCase } from "../../src/triage/domain/case.ts";
import { SIMILAR_LIMITS } from "../../src/triage/domain/similar.ts";
import { createTriage } from "../../src/triage/triage.ts";
import { fakeParts, memoryStore } from "../fakes.ts";
import { createDatabase, POSTGRES_URL } from "../store/postgres_server.ts";
import { type Fill, fillGists, runPostgres, runSqlite } from "./similar_bench_fill.ts";

const CASES = Number(Deno.args[0] ?? 1_000_000);
const QUERIES = 400;
const ROUNDS = 9;
const ROUND_MS = 500;
const MESSAGES = [
  ...lines("fixtures/same_matter.jsonl").map(({ message }) => message ?? ""),
  ...lines("fixtures/messages.jsonl").map(({ text }) => text ?? ""),
];

const scorer = createLocalScorer();
const cases = await casesOf(MESSAGES);
const gists = cases.flatMap(({ gist }) => gist ?? []);

const folder = await Deno.makeTempDir();
const path = `${folder}/cases.sqlite`;
await measure("SQLite", () => openThreadedStore({ path }), () => runSqlite(path));
if (POSTGRES_URL !== undefined) {
  const database = await createDatabase(POSTGRES_URL);
  const { url } = database;
  await measure("PostgreSQL", () => openPostgresStore({ url }), () => runPostgres(url));
  await database.close();
}
await Deno.remove(folder, { recursive: true });

async function measure(name: string, open: () => Promise<DatabaseStore>, fill: () => Fill) {
  await report(`${name}, empty`, open, false);
  const filling = performance.now();
  await fillGists(fill(), gists, CASES);
  console.log(`${name}: ${CASES} gists in ${((performance.now() - filling) / 1000).toFixed(0)} s`);
  await report(`${name}, ${CASES} cases`, open, true);
}

async function report(name: string, open: () => Promise<DatabaseStore>, finds: boolean) {
  const store = await open();
  if (finds) {
    const times: number[] = [];
    const processor: number[] = [];
    for (let at = 0; at < QUERIES + 20; at++) {
      const gist = gists[(at * 7919) % gists.length];
      if (gist === undefined) continue;
      const began = performance.now();
      const used = process.cpuUsage();
      await store.similar.similarToGist(gist, 5, SIMILAR_LIMITS.explained_probability);
      const { user, system } = process.cpuUsage(used);
      if (at < 20) continue;
      times.push(performance.now() - began);
      processor.push((user + system) / 1000);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(2);
    console.log(
      `${name}: found in ${at(0.5)} ms (median), ${at(0.95)} (95 %), ${at(0.99)} (99 %); ` +
        `processor time ${median(processor).toFixed(2)} ms (median)`,
    );
  }
  for (const writers of [1, 64]) {
    const ratios: { wall: number; processor: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? [false, true] : [true, false];
      const costs = new Map<boolean, Cost>();
      for (const kept of order) costs.set(kept, await storing(store, writers, kept));
      const [without, withGists] = [costs.get(false), costs.get(true)];
      if (without === undefined || withGists === undefined) continue;
      ratios.push({
        wall: withGists.wall_us / without.wall_us,
        processor: withGists.processor_us / without.processor_us,
      });
    }
    console.log(
      `${name}: ${writers} writing: storing takes ${
        median(ratios.map(({ wall }) => wall)).toFixed(2)
      } ` +
        `times what it takes without gists (wanted 1.15), ` +
        `${median(ratios.map(({ processor }) => processor)).toFixed(2)} times the processor time`,
    );
  }
  await store.close();
}

/** What a case costs, in microseconds. */
interface Cost {
  readonly wall_us: number;
  readonly processor_us: number;
}

async function storing(store: DatabaseStore, writers: number, kept: boolean): Promise<Cost> {
  const used = process.cpuUsage();
  const started = performance.now();
  let stored = 0;
  const writer = async () => {
    while (performance.now() - started < ROUND_MS) {
      const made = cases[(stored++ * 31) % cases.length];
      if (made === undefined) continue;
      const { gist = null, ...one } = made;
      const case_id = newUuidV7();
      await store.record({ ...one, case_id, identity: case_id, gist: kept ? gist : null });
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  const wall_us = (performance.now() - started) * 1000 / stored;
  const { user, system } = process.cpuUsage(used);
  return { wall_us, processor_us: (user + system) / stored };
}

/** The cases as the path of a message hands them to the store. */
async function casesOf(messages: readonly string[]): Promise<NewCase[]> {
  const { clock, options } = fakeParts();
  const catalog = defaultCatalog();
  const assessor = localAssessor({
    read: readMessage,
    scorer,
    drafter: createLocalDrafter(),
    makeGist,
    catalog: () => catalog,
    clock,
    options,
  });
  const made: NewCase[] = [];
  const store = {
    ...memoryStore(),
    record(newCase: NewCase) {
      made.push(newCase);
      return memoryStore().record(newCase);
    },
  };
  const triage = createTriage(fakeParts({ assessor, store }));
  for (const [at, message] of messages.entries()) {
    const request = { customer_id: `cust ${at}`, message, product: `product ${at % 20}` };
    await triage(request, new AbortController().signal);
  }
  return made;
}

function lines(file: string): { readonly message?: string; readonly text?: string }[] {
  return Deno.readTextFileSync(file).trim().split("\n").map((line) => JSON.parse(line));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

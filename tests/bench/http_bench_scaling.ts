/**
 * One process and two, on SQLite and on PostgreSQL: when does a second core
 * help? `INTAKE_TEST_POSTGRES` names the server, as for the tests.
 *
 * @module
 */
import postgres from "postgres";
import { DatabaseSync } from "node:sqlite";
import { measure } from "./http_bench_load.ts";
import { median } from "./http_bench_process.ts";
import { type RunningTarget, service, start } from "./http_bench_target.ts";

/** Connections of all processes together. */
const CONNECTIONS = 32;

/** Prints a row for each database and number of processes. */
export async function printScaling(folder: string, seconds: number, rounds: number): Promise<void> {
  const server = Deno.env.get("INTAKE_TEST_POSTGRES") ?? null;
  console.log(`### Two processes, 150 and 4,000 characters, ${CONNECTIONS} connections in all\n`);
  console.log(
    "| database | processes | characters | requests/s | of one | tickets, all distinct |",
  );
  console.log("| --- | --: | --: | --: | --: | --: |");
  await compare("SQLite", () => Promise.resolve(`${folder}/scaling-${crypto.randomUUID()}.sqlite`));
  if (server === null) console.log("\nPostgreSQL: INTAKE_TEST_POSTGRES names none, left out");
  else await compare("PostgreSQL", () => newDatabase(server));
  console.log();

  async function compare(name: string, open: () => Promise<string>): Promise<void> {
    const database = await open();
    const [one, two] = [await start(service(database)), await start(service(database))];
    if (one === null || two === null) return;
    for (const characters of [150, 4_000]) {
      const alone: number[] = [];
      const together: number[] = [];
      await load([one, two], characters, 2);
      for (let round = 0; round < rounds; round++) {
        alone.push(await load([one], characters, seconds));
        together.push(await load([one, two], characters, seconds));
      }
      const ratio = median(together.map((rate, round) => rate / (alone[round] ?? NaN)));
      const tickets = await countTickets(database);
      const row = (processes: number, rates: number[], of: number) =>
        console.log(
          `| ${name} | ${processes} | ${characters} | ${median(rates).toFixed(0)} | ` +
            `${of.toFixed(2)} | ${tickets} |`,
        );
      row(1, alone, 1);
      row(2, together, ratio);
    }
    await Promise.all([one.stop(), two.stop()]);
  }

  async function load(
    targets: readonly RunningTarget[],
    characters: number,
    seconds: number,
  ): Promise<number> {
    const measured = await Promise.all(
      targets.map(({ origin }, index) => {
        const connections = CONNECTIONS / targets.length;
        return measure(origin, { connections, characters, seconds }, `${folder}/${index}`);
      }),
    );
    return measured.reduce((sum, { requests_per_second }) => sum + requests_per_second, 0);
  }
}

/** Makes an empty database on the server; its URL. */
export async function newDatabase(server: string): Promise<string> {
  const name = `intake_bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = postgres(server, { max: 1 });
  await client.unsafe(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

async function countTickets(database: string): Promise<string> {
  const query = "SELECT count(ticket_id) AS tickets, count(DISTINCT ticket_id) AS distinct_ones " +
    "FROM cases";
  let row: Record<string, unknown> | undefined;
  if (database.startsWith("postgres")) {
    const client = postgres(database, { max: 1 });
    [row] = await client.unsafe(query);
    await client.end();
  } else {
    const opened = new DatabaseSync(database, { readOnly: true });
    [row] = opened.prepare(query).all();
    opened.close();
  }
  const same = Number(row?.tickets) === Number(row?.distinct_ones);
  return `${row?.tickets}, ${same ? "yes" : "NO"}`;
}

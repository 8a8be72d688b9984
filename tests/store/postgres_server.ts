/**
 * The real PostgreSQL server that tests may use: `INTAKE_TEST_POSTGRES` names it,
 * `.ci/postgres` starts one.
 *
 * @module
 */
import postgres from "postgres";

/** URL of the server; `undefined` where there is none. */
export const POSTGRES_URL: string | undefined = Deno.env.get("INTAKE_TEST_POSTGRES");

/** Says in one line why a test that needs the server is ignored. */
export const NO_POSTGRES = "(INTAKE_TEST_POSTGRES names no server; .ci/run starts one)";

/** A database of its own. */
export interface PostgresTestDatabase {
  readonly name: string;
  readonly url: string;
  /** Runs a statement in it. */
  run(statement: string): Promise<void>;
  /** Runs a statement on the server, outside it. */
  runOutside(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** Makes an empty database on the server. */
export async function createDatabase(serverUrl: string): Promise<PostgresTestDatabase> {
  const name = `intake_${crypto.randomUUID().replaceAll("-", "")}`;
  const runOutside = (statement: string) => run(serverUrl, statement);
  await runOutside(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    run: (statement) => run(url.href, statement),
    runOutside,
    close: () => runOutside(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

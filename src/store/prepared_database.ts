/**
 * A database whose schema is brought up to date before its first use. One that
 * is away when the service starts is prepared when it comes back.
 *
 * @module
 */
import { Failure } from "../triage/domain/failure.ts";
import {
  type Database,
  type Dialect,
  DISK_FULL,
  type Row,
  type Sql,
  type Value,
} from "./database.ts";
import { migrate, type Migration } from "./migration.ts";

/** A {@linkcode Database} with its schema up to date. */
export class PreparedDatabase implements Database {
  readonly dialect: Dialect;
  readonly #database: Database;
  readonly #migrations: readonly Migration[];
  #preparing: Promise<void> | null = null;
  #prepared = false;
  readonly #onState: (away: string | null) => void;
  /** Why the database is away; `null` while it is not. */
  #away: string | null = null;

  /** @param onState Hears why the database went away, once for each reason, and `null` when it is back. */
  constructor(
    database: Database,
    migrations: readonly Migration[],
    onState: (away: string | null) => void = () => {},
  ) {
    this.#onState = onState;
    this.#database = database;
    this.#migrations = migrations;
    this.dialect = database.dialect;
  }

  /**
   * Brings the schema up to date, once.
   *
   * @throws {Failure} `store_unavailable`: the next call tries again.
   * @throws {Error} If the database was made by a program too new for this one.
   */
  prepare(): Promise<void> {
    this.#preparing ??= migrate(this.#database, this.#migrations).then(
      () => {
        this.#prepared = true;
      },
      (error) => {
        this.#preparing = null;
        throw error;
      },
    );
    return this.#preparing;
  }

  async query<R = Row>(text: string, values?: readonly Value[]): Promise<R[]> {
    return await this.#watched(async () => {
      if (!this.#prepared) await this.prepare();
      return await this.#database.query<R>(text, values);
    });
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return await this.#watched(async () => {
      if (!this.#prepared) await this.prepare();
      return await this.#database.transaction(work);
    });
  }

  async #watched<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (!this.full) this.#becomes(null);
      return result;
    } catch (error) {
      if (error instanceof Failure && error.code === "store_unavailable") {
        this.#becomes(error.message);
      }
      throw error;
    }
  }

  /** Whether writes failed for want of space, and none of the size of a case has succeeded since. */
  get full(): boolean {
    return this.#away?.includes(DISK_FULL) ?? false;
  }

  /** Told where something of the size of a case was written. */
  wroteCase(): void {
    this.#becomes(null);
  }

  #becomes(away: string | null): void {
    if (away === this.#away) return;
    this.#away = away;
    this.#onState(away);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

/**
 * What was erased is still in the database's log until that is written back and
 * cut, which waits for whoever reads the file. So it is tried again, and known
 * how many erasures are not yet complete.
 *
 * @module
 */
import type { Database } from "./database.ts";

/** Keeps account of the copies that erasures leave behind. */
export class ErasedCopies {
  readonly #database: Database;
  #pending = 0;
  /** A process that was killed may have left copies that nobody counted. */
  #looked = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Erasures whose texts may still be in the log. */
  get pending(): number {
    return this.#pending;
  }

  /** Erases, then clears the log as far as can be. Gives what `erase` gives: the cases erased. */
  async following(erase: () => Promise<number>): Promise<number> {
    this.#pending++;
    // When it fails half-way, some are erased: it stays counted, and the next round clears the log.
    const erased = await erase();
    if (erased === 0) this.#pending--;
    else await this.clear();
    return erased;
  }

  /** Tries to clear the log, where there is anything to clear. */
  async clear(): Promise<void> {
    const { clearLog } = this.#database.dialect;
    if (this.#looked && this.#pending === 0) return;
    if (clearLog === null) {
      this.#pending = 0;
      return;
    }
    const meant = this.#pending;
    const [row] = await this.#database.query<{ busy: number }>(clearLog);
    if (row?.busy === 0) this.#pending -= meant;
    else if (!this.#looked) this.#pending++;
    this.#looked = true;
  }
}

/**
 * PostgreSQL as WebAssembly, over a socket: on any machine, with nothing to install.
 *
 * @module
 */
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A server that can go away and come back on its port with its data. */
export class PgliteServer {
  readonly database: PGlite;
  #socket: PGLiteSocketServer | null = null;
  #port: number;

  private constructor(database: PGlite, port: number) {
    this.database = database;
    this.#port = port;
  }

  /** A server that does not listen yet. */
  static async create(): Promise<PgliteServer> {
    const probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const { port } = probe.addr;
    probe.close();
    return new PgliteServer(await PGlite.create(), port);
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/postgres`;
  }

  /** Listens. */
  async comeBack(): Promise<void> {
    this.#socket = new PGLiteSocketServer({
      db: this.database,
      port: this.#port,
      host: "127.0.0.1",
    });
    await this.#socket.start();
  }

  /** Drops every connection and listens no more. */
  async goAway(): Promise<void> {
    await this.#socket?.stop();
    this.#socket = null;
  }

  async close(): Promise<void> {
    await this.goAway();
    await this.database.close();
  }
}

/**
 * The connections of a server and the answers on their way, so that each can be
 * told that it is the last one.
 *
 * @module
 */
import type { Server, ServerResponse } from "node:http";

/** Counts connections; says on answers whether theirs stays open. */
export class OpenConnections {
  readonly #answers = new Set<ServerResponse>();
  #open = 0;
  #closing: boolean;
  #onNone: (() => void)[] = [];

  /** @param keep Whether a connection stays open after an answer. */
  constructor(server: Server, keep: boolean) {
    this.#closing = !keep;
    server.on("connection", (socket) => {
      this.#open++;
      socket.once("close", () => {
        this.#open--;
        if (this.#open === 0) { for (const resolve of this.#onNone.splice(0)) resolve(); }
      });
    });
  }

  /** An answer is to be made. */
  answers(outgoing: ServerResponse): void {
    this.#answers.add(outgoing);
    outgoing.once("close", () => this.#answers.delete(outgoing));
    if (this.#closing) closeAfter(outgoing);
  }

  /** From now on each answer is its connection's last: those that are being made too. */
  closeAfterAnswers(): void {
    this.#closing = true;
    for (const outgoing of this.#answers) if (!outgoing.headersSent) closeAfter(outgoing);
  }

  /** Resolves when no connection is open, after `limit_ms` at the latest. */
  async none(limit_ms: number): Promise<void> {
    if (this.#open === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onNone.push(resolve);
    const timer = setTimeout(resolve, limit_ms);
    await promise;
    clearTimeout(timer);
  }
}

/** Says that the answer is its connection's last. */
export function closeAfter(outgoing: ServerResponse): void {
  outgoing.setHeader("connection", "close");
}

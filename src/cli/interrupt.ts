/**
 * Ctrl-C and SIGTERM for commands that work through a file: once finishes what
 * was begun, twice stops at once.
 *
 * @module
 */
import { EXIT } from "./command.ts";

/** Whether the user wants the work to stop. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives the signals back to the system. */
  close(): void;
}

/**
 * Begins to listen.
 *
 * @param tell Shows a line to the user.
 */
export function listenForInterrupt(tell: (line: string) => void): Interrupt {
  const controller = new AbortController();
  function onSignal(): void {
    if (controller.signal.aborted) Deno.exit(EXIT.interrupted);
    controller.abort();
    tell("stopping; what was begun is finished (again: at once)");
  }
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) Deno.addSignalListener(name, onSignal);
  return {
    signal: controller.signal,
    close() {
      for (const name of signals) Deno.removeSignalListener(name, onSignal);
    },
  };
}

/**
 * What every subcommand is: arguments in, exit code out.
 *
 * @module
 */

/** Exit codes of every command (docs/reference.md); the last as shells count it, 128 + SIGINT. */
export const EXIT = { done: 0, bad_lines: 1, bad_usage: 2, interrupted: 130 } as const;

/** A subcommand. Gets the arguments after its name, gives the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Arguments that cannot be used. Its message is one line for the user. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

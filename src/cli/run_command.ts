/**
 * Runs one command and says in a line what it could not use.
 *
 * @module
 */
import { ConfigError } from "../config.ts";
import { type Command, EXIT, UsageError } from "./command.ts";

/** Loads a command and runs it. Its exit code, also where arguments or settings cannot be used. */
export async function runCommand(
  name: string,
  load: () => Promise<Command>,
  args: readonly string[],
): Promise<number> {
  try {
    return await (await load())(args);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error;
    console.error(error.message.replaceAll(/^/gm, `intake ${name}: `));
    return EXIT.bad_usage;
  }
}

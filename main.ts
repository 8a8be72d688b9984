/**
 * Reads the subcommand and hands over.
 *
 * @module
 */
import { type Command, EXIT } from "./src/cli/command.ts";
import { runCommand } from "./src/cli/run_command.ts";

const HELP = `intake sorts customer messages into bugs, wishes and questions, and drafts the reply.

Usage: intake <command> [options]

  serve       answer over HTTP
  classify    classify the messages of an export, a mailbox or a pipe
  evaluate    measure the local scorer on labelled rows
  train       fit the scorer's weights
  key create  make an API key
  openapi     print the OpenAPI document
  mcp         let an assistant do it (Model Context Protocol)

intake <command> --help says more, intake --version which one this is.`;

/** Loaded on demand, so that no command waits for what it does not need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./src/cli/serve.ts")).serve,
  classify: async () => (await import("./src/cli/classify.ts")).classify,
  evaluate: async () => (await import("./src/cli/evaluate.ts")).evaluate,
  train: async () => (await import("./src/cli/train.ts")).train,
  key: async () => (await import("./src/cli/key.ts")).key,
  mcp: async () => (await import("./src/cli/mcp.ts")).mcp,
  openapi: async () => (await import("./src/cli/openapi.ts")).openapi,
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h") {
    console.log(HELP);
    return EXIT.done;
  }
  if (name === "--version") {
    console.log(`intake ${(await import("./src/cli/version.ts")).VERSION}`);
    return EXIT.done;
  }
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === undefined || load === undefined) {
    console.error(name === undefined ? HELP : `intake: unknown command ${JSON.stringify(name)}`);
    return EXIT.bad_usage;
  }
  return await runCommand(name, load, rest);
}

if (import.meta.main) Deno.exit(await main(Deno.args));

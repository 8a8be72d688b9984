/**
 * `mcp`: the tools for assistants over standard input and output.
 *
 * @module
 */
import { serveStdio } from "@modelcontextprotocol/server/stdio";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { composeServer } from "../compose/compose.ts";
import { readConfig } from "../config.ts";
import { parseScopes } from "../keys/api_key.ts";
import { SCOPES } from "../keys/scope.ts";
import { createMcpServer } from "../mcp/mcp_server.ts";
import { EXIT, UsageError } from "./command.ts";
import { VERSION } from "./version.ts";

const HELP = `Lets an assistant triage messages and work on cases, by the Model Context Protocol.

Usage: intake mcp [--scopes process+review]
Example: intake mcp --scopes process+read

  --scopes  what the assistant may do: ${SCOPES.join(", ")}, joined by +
            (default process+review)

It speaks on standard input and output and ends when its input does. Settings come from the
environment, as for serve; a running service offers the same at /mcp.`;

/** Who does what is done here, in the cases' history. */
const PERSON = "mcp";

/** Serves one assistant until it closes its end. */
export async function mcp(args: readonly string[]): Promise<number> {
  const flags = parseArgs([...args], {
    boolean: ["help"],
    string: ["scopes"],
    alias: { h: "help" },
    default: { scopes: "process+review" },
    unknown: (argument) => {
      throw new UsageError(`unknown argument ${argument}; see intake mcp --help`);
    },
  });
  if (flags.help) {
    console.log(HELP);
    return EXIT.done;
  }
  const scopes = parseScopes(flags.scopes ?? "");
  if (scopes === undefined) {
    throw new UsageError(
      `--scopes must be of ${SCOPES.join(", ")}, joined by +, got ${JSON.stringify(flags.scopes)}`,
    );
  }
  const service = await composeServer(readConfig(), { onNotice: (line) => console.error(line) });
  const parts = {
    ...service,
    similar: service.store.similar,
    statistics: service.store.statistics,
    matters: service.store.matters,
    rising: service.store.rising,
    version: VERSION,
    now: () => new Date(),
  };
  const caller = { name: PERSON, scopes, countMessage: () => Promise.resolve() };
  const ended = Promise.withResolvers<void>();
  const handle = serveStdio(() => {
    const server = createMcpServer(parts, caller);
    server.server.onclose = () => ended.resolve();
    return server;
  }, { onerror: (error) => console.error(`intake: ${error.message}`) });
  await ended.promise;
  await handle.close();
  await service.close();
  return EXIT.done;
}

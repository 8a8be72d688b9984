/**
 * `key create`: a new API key.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { issueApiKey, KEY_NAME, parseScopes } from "../keys/api_key.ts";
import { SCOPES } from "../keys/scope.ts";
import { EXIT, UsageError } from "./command.ts";

/** Help of the command. */
export const KEY_HELP = `Makes an API key. Prints the key, once, and the entry to configure.

Usage: intake key create --name NAME --scope SCOPE[+SCOPE]
Example: intake key create --name web-shop --scope process+read

  --name    who will hold it: letters, digits, "_", "." and "-", 64 at most
  --scope   process   send messages
            read      read cases
            review    claim and correct cases; includes read
            admin     everything, and erasing a customer

The key is kept nowhere. Put the entry into INTAKE_API_KEYS, after a comma if there
are others. To replace a key, add a second one of the same name, give it to its
holder, and take the first one out.`;

/** Makes and prints a key. */
export function key(args: readonly string[]): Promise<number> {
  const flags = parseArgs([...(args[0] === "create" ? args.slice(1) : args)], {
    boolean: ["help"],
    string: ["name", "scope"],
    alias: { h: "help" },
    unknown: (argument) => {
      throw new UsageError(`unknown argument ${argument}; the one command is: key create`);
    },
  });
  if (flags.help) {
    console.log(KEY_HELP);
    return Promise.resolve(EXIT.done);
  }
  const name = flags.name ?? "";
  if (!KEY_NAME.test(name)) {
    throw new UsageError(
      `--name: expected letters, digits, "_", "." and "-", 64 at most, got ${JSON.stringify(name)}`,
    );
  }
  const scopes = parseScopes(flags.scope ?? "");
  if (scopes === undefined) {
    throw new UsageError(
      `--scope: expected some of ${SCOPES.join("+")}, got ${JSON.stringify(flags.scope ?? "")}`,
    );
  }
  const { secret, entry } = issueApiKey(name, scopes);
  console.log(`key (shown only now):    ${secret}\nentry (INTAKE_API_KEYS): ${entry}`);
  return Promise.resolve(EXIT.done);
}

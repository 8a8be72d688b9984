/**
 * `openapi`: prints the OpenAPI document.
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { openApiDocument } from "../http/openapi/openapi.ts";
import { EXIT, UsageError } from "./command.ts";
import { VERSION } from "./version.ts";

/** Help of the command. */
export const OPENAPI_HELP =
  `Prints the OpenAPI 3.1 document of the HTTP service, the same as GET /openapi.json.

Usage: intake openapi
Example: intake openapi > openapi.json`;

/** Prints the document on standard output. */
export function openapi(args: readonly string[]): Promise<number> {
  const flags = parseArgs([...args], {
    boolean: ["help"],
    alias: { h: "help" },
    unknown: (argument) => {
      throw new UsageError(`unknown argument ${argument}`);
    },
  });
  console.log(flags.help ? OPENAPI_HELP : JSON.stringify(openApiDocument(VERSION), null, 2));
  return Promise.resolve(EXIT.done);
}

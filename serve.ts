/**
 * `main.ts serve` by itself: who serves does not fetch the packages of the
 * other commands.
 *
 * @module
 */
import { runCommand } from "./src/cli/run_command.ts";
import { serve } from "./src/cli/serve.ts";

if (import.meta.main) Deno.exit(await runCommand("serve", () => Promise.resolve(serve), Deno.args));

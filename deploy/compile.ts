/**
 * Runs `deno compile` with the arguments given, and says in one line what
 * became of it.
 *
 * @module
 */
const { success, stderr } = await new Deno.Command("deno", {
  args: ["compile", ...Deno.args],
  stdout: "inherit",
  stderr: "piped",
}).output();
const told = new TextDecoder().decode(stderr);
if (success) {
  // What is embedded, for who wants to see it.
  console.error(told.trimEnd());
} else {
  const [, url, why] = /error sending request for url \(([^)]+)\):?\s*([^\n]*)/.exec(told) ?? [];
  console.error(
    url === undefined
      ? `Cannot compile: ${/error: (.*)/.exec(told)?.[1] ?? told.trim().split("\n").at(-1)}`
      : `Cannot compile: could not fetch ${url} (${why}); a base binary that is at hand is named by DENORT_BIN`,
  );
  Deno.exit(1);
}

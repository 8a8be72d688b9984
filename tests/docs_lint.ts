/**
 * Checks that every export in src/ is documented: `deno doc --lint` without
 * the rules that ask for hand-written types beside every zod schema (a
 * schema's type is inferred, so that the two cannot drift apart) and for a
 * comment on fields whose name says it all.
 *
 * @module
 */
const files = [...walk("src")];
const { stderr, success } = await new Deno.Command("deno", {
  args: ["doc", "--lint", ...files],
  env: { NO_COLOR: "1" },
  stdout: "null",
  stderr: "piped",
}).output();
const report = new TextDecoder().decode(stderr);
const problems = report.split(/(?=^error)/m).filter((problem) => problem.startsWith("error["));
if (!success && problems.length === 0) {
  console.error(report);
  Deno.exit(1);
}
const undocumented = problems.filter((problem) =>
  problem.startsWith("error[missing-jsdoc]") && /\| export /.test(problem)
);
for (const problem of undocumented) console.error(problem.trimEnd());
console.log(`docs: ${files.length} files, ${undocumented.length} undocumented`);
Deno.exit(undocumented.length === 0 ? 0 : 1);

function* walk(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

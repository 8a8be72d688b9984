/**
 * The arguments that a task gives to `deno run`, so that tests and benches run
 * the service under the flags that everybody runs it under.
 *
 * @module
 */

/** "$(cat FILE.$SETTING 2>/dev/null || cat FILE.off)": what stands in the file where nothing is set. */
const FROM_FILE = /\$\(cat [^)]* \|\| cat ([^)\s]+)\)/g;

/** The arguments of a task of the source in `folder`, without the settings that a shell would add. */
export function taskArguments(task: string, folder = "."): string[] {
  const { tasks } = JSON.parse(Deno.readTextFileSync(`${folder}/deno.json`));
  return String(tasks[task].command).replace(/^.*deno run /, "")
    .replace(FROM_FILE, (_, file) => Deno.readTextFileSync(`${folder}/${file}`).trim())
    .split(" ");
}

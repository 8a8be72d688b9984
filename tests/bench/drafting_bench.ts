/**
 * Measures what reading and scoring, and drafting, take a message; with
 * `--base FOLDER` (a checkout of another build) both builds in turn in one run,
 * each in a process of its own with its own packages, on the same texts. The
 * least of all rounds is shown, in which others on the machine took least.
 * Prints; asserts nothing, because a machine under load would fail it.
 *
 * `deno run --allow-read --allow-run=deno tests/bench/drafting_bench.ts [--base FOLDER] [--rounds N]`
 *
 * @module
 */
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { benchTexts } from "./drafting_bench_build.ts";

/** Microseconds a message. */
interface Times {
  readonly read: number;
  readonly draft: number;
}

const ROOT = new URL("../../", import.meta.url).pathname;
const BUILD = new URL("./drafting_bench_build.ts", import.meta.url).pathname;

const { base, rounds = "12" } = parseArgs(Deno.args, { string: ["base", "rounds"] });
const rows = benchTexts();
const characters = rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length;
console.log(`${rows.length} messages of ${characters.toFixed(0)} characters on average`);

const here = startBuild(ROOT);
const there = base === undefined ? null : startBuild(Deno.realPathSync(base));
const own: Times[] = [], others: Times[] = [];
for (let round = 0; round < Number(rounds); round++) {
  if (there !== null) others.push(await there.round());
  own.push(await here.round());
}
await Promise.all([here.stop(), there?.stop()]);
const now = least(own);
console.log(
  `this build: reading and scoring ${now.read.toFixed(0)} µs, drafting ${now.draft.toFixed(0)} µs`,
);
if (there !== null) {
  const was = least(others);
  console.log(
    `${base}: reading and scoring ${was.read.toFixed(0)} µs, drafting ${
      was.draft.toFixed(0)
    } µs; ratios ${(now.read / was.read).toFixed(2)} and ${(now.draft / was.draft).toFixed(2)}`,
  );
}

/** Starts a build that measures a round whenever it is asked. */
function startBuild(folder: string) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-lock", "--allow-read", `--config=${folder}/deno.json`, BUILD, folder],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const asking = child.stdin.getWriter();
  const answers = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  return {
    async round(): Promise<Times> {
      await asking.write(new TextEncoder().encode("\n"));
      const { value } = await answers.read();
      if (value === undefined) throw new Error(`The build in ${folder} has ended`);
      return JSON.parse(value);
    },
    async stop(): Promise<void> {
      await asking.close();
      await child.status;
    },
  };
}

function least(times: readonly Times[]): Times {
  const fastest = (pick: (one: Times) => number) => Math.min(...times.map(pick));
  return { read: fastest(({ read }) => read), draft: fastest(({ draft }) => draft) };
}

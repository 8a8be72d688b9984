/**
 * How fast files are classified, by today's build and by the one before, and
 * how much memory that takes.
 *
 * @module
 */
import { bodies, NUMBER_MARK } from "./http_bench_bodies.ts";
import { residentMb } from "./http_bench_process.ts";
import { taskArguments } from "../task_arguments.ts";

/** One file classified. */
export interface BatchRun {
  readonly rows_per_second: number;
  readonly processor_us: number;
  /** Resident memory in the middle of the file and at its end, in MB. */
  readonly middle_mb: number;
  readonly most_mb: number;
}

/** How often memory is looked at. */
const LOOK_MS = 500;

/** Writes a CSV file of `rows` messages, none a repeat of another. */
export async function writeRows(path: string, rows: number): Promise<void> {
  const messages = bodies(150).map((body) => String(JSON.parse(body).message));
  const file = await Deno.open(path, { create: true, write: true, truncate: true });
  const writer = file.writable.getWriter();
  const encoder = new TextEncoder();
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await writer.write(encoder.encode("customer_id,message,product\n"));
  for (let at = 0; at < rows;) {
    let chunk = "";
    for (const end = Math.min(at + 1_000, rows); at < end; at++) {
      const message = (messages[at % messages.length] ?? "").replace(NUMBER_MARK, "");
      chunk += `customer-${at},${cell(message)},1440 Web Portal\n`;
    }
    await writer.write(encoder.encode(chunk));
  }
  await writer.close();
}

/** Classifies a file with the source in `folder`. */
export async function classifyFile(
  input: string,
  rows: number,
  folder: string,
  output: string,
): Promise<BatchRun> {
  const began = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...taskArguments("classify", folder),
      input,
      "--local",
      "--output",
      `${output}.jsonl`,
    ],
    cwd: folder,
    env: { INTAKE_DATABASE: `${output}.sqlite`, INTAKE_LLM: "off" },
    stdout: "null",
    stderr: "null",
  }).spawn();
  const memory: number[] = [];
  const looking = setInterval(() => memory.push(residentMb(child.pid)), LOOK_MS);
  let processor_ms = 0;
  const watching = setInterval(() => {
    const fields = readStat(child.pid);
    if (fields > 0) processor_ms = fields;
  }, 50);
  const { success } = await child.status;
  clearInterval(looking);
  clearInterval(watching);
  if (!success) throw new Error(`Cannot classify with the source in ${folder}`);
  return {
    rows_per_second: rows * 1000 / (performance.now() - began),
    processor_us: processor_ms * 1000 / rows,
    middle_mb: memory[Math.floor(memory.length / 2)] ?? NaN,
    most_mb: Math.max(...memory, 0),
  };
}

function readStat(pid: number): number {
  try {
    const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/**
 * `classify`: JSONL or CSV in, JSONL out, one line for each record, in order.
 *
 * @module
 */
import { CsvHeaderError } from "../batch/csv_records.ts";
import { inOrder } from "../batch/in_order.ts";
import { idOf, type InputRecord, toMessage } from "../batch/input_record.ts";
import { compose, type Service } from "../compose.ts";
import { readConfig } from "../config.ts";
import { toProblem } from "../http/problem.ts";
import { CLASSIFY_HELP, type ClassifyOptions, parseClassifyOptions } from "./classify_options.ts";
import { openInput, openOutput } from "./classify_files.ts";
import { EXIT, UsageError } from "./command.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { createProgress, type Progress, type Tally } from "./progress.ts";

/** Records under way at once: enough to share commits, few enough to stay in order cheaply. */
const CONCURRENT_RECORDS = 64;

/** Nobody goes away from a file. */
const NEVER = new AbortController().signal;

interface OutputLine {
  readonly text: string;
  /** For standard error; `null` when the line is good. */
  readonly complaint: string | null;
  readonly tally: Tally;
  /** Offset behind the record in the input, in bytes. */
  readonly end: number;
}

/** Classifies a file or standard input. */
export async function classify(args: readonly string[]): Promise<number> {
  const options = parseClassifyOptions(args);
  if (options === null) {
    console.log(CLASSIFY_HELP);
    return EXIT.done;
  }
  const config = readConfig();
  const inputFrom = await openInput(options, config.max_body_bytes);
  const output = await openOutput(options);
  const input = inputFrom(output.lines_present);
  const service = await openService(config, options);
  const progress = createProgress(input);
  const interrupt = listenForInterrupt(progress.interject);
  const lines = inOrder(input.records, (record) => outputLine(record, service, options), {
    max_items: CONCURRENT_RECORDS,
    signal: interrupt.signal,
  });
  let bad = 0;
  try {
    bad = await writeAll(lines, output.write, progress);
  } finally {
    progress.finish();
    interrupt.close();
    await output.close();
    await service.close();
  }
  if (interrupt.signal.aborted) {
    const how = options.output === null ? "" : ", --resume continues";
    console.error(`intake: interrupted; what was begun is written${how}`);
    return EXIT.interrupted;
  }
  return bad === 0 ? EXIT.done : EXIT.bad_lines;
}

/** Writes every line. The number of bad ones. */
async function writeAll(
  lines: AsyncIterable<OutputLine>,
  write: (line: string) => Promise<void>,
  progress: Progress,
): Promise<number> {
  let bad = 0;
  try {
    for await (const { text, complaint, tally, end } of lines) {
      await write(text);
      if (complaint !== null) {
        bad++;
        progress.interject(complaint);
      }
      progress.count(tally, end);
    }
  } catch (error) {
    if (error instanceof CsvHeaderError) throw new UsageError(error.message);
    // The reader of the pipe has left (`| head`): that is how it says enough.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
  return bad;
}

async function openService(
  config: Parameters<typeof compose>[0],
  options: ClassifyOptions,
): Promise<Service> {
  try {
    return await compose(config, {
      dry_run: options.dry_run,
      local: options.local,
      onNotice: (line) => console.error(`intake: ${line}`),
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function outputLine(
  { line, end, value }: InputRecord,
  service: Service,
  options: ClassifyOptions,
): Promise<OutputLine> {
  const id = idOf(value);
  try {
    const { answer, explanation } = await service.triage(toMessage(value), NEVER);
    return {
      text: JSON.stringify({ ...id, ...answer, ...(options.explain && { explanation }) }),
      complaint: null,
      tally: { type: answer.message_type, route: explanation.route },
      end,
    };
  } catch (thrown) {
    const problem = toProblem(thrown, `line-${line}`);
    const fields = problem.errors?.map(({ path, message }) => `${path} ${message}`).join("; ");
    return {
      text: JSON.stringify({ ...id, line, problem }),
      complaint: `line ${line}: ${problem.code}: ${fields ?? problem.detail}`,
      tally: null,
      end,
    };
  }
}

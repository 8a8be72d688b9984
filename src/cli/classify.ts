/**
 * `classify`: JSONL or CSV in, JSONL out, one line for each record, in order.
 *
 * @module
 */
// @ts-types="@std/types/async/pool.d.ts"
import { pooledMap } from "@std/async/pool";
import { idOf, type InputRecord, toMessage } from "../batch/input_record.ts";
import { compose, type Service } from "../compose.ts";
import { readConfig } from "../config.ts";
import { toProblem } from "../http/problem.ts";
import { CLASSIFY_HELP, type ClassifyOptions, parseClassifyOptions } from "./classify_options.ts";
import { openInput, openOutput } from "./classify_files.ts";
import { EXIT, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";

/** Records under way at once: enough to share commits, few enough to stay in order cheaply. */
const CONCURRENT_RECORDS = 64;
/** Exit code after Ctrl-C, as shells count it: 128 + SIGINT. */
const INTERRUPTED = 130;

interface OutputLine {
  readonly text: string;
  /** For standard error; `null` when the line is good. */
  readonly complaint: string | null;
  readonly tally: { readonly type: string; readonly route: string } | null;
}

/** Classifies a file or standard input. */
export async function classify(args: readonly string[]): Promise<number> {
  const options = parseClassifyOptions(args);
  if (options === null) {
    console.log(CLASSIFY_HELP);
    return EXIT.done;
  }
  const config = readConfig(Deno.env.get);
  const output = await openOutput(options);
  const input = await openInput(options, config.max_body_bytes, output.lines_present);
  const service = await openService(config, options);

  const interrupted = new AbortController();
  const onInterrupt = () => interrupted.abort();
  Deno.addSignalListener("SIGINT", onInterrupt);
  const progress = createProgress(input.read_share);
  let bad = 0;
  try {
    const lines = pooledMap(
      CONCURRENT_RECORDS,
      until(interrupted.signal, input.records),
      (record) => outputLine(record, service, options),
    );
    for await (const { text, complaint, tally } of lines) {
      await output.write(text);
      if (complaint !== null) {
        bad++;
        progress.interject(complaint);
      }
      progress.count(tally);
    }
  } catch (error) {
    // The reader of the pipe has left (`| head`): that is how it says enough.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  } finally {
    progress.finish();
    Deno.removeSignalListener("SIGINT", onInterrupt);
    await output.close();
    await service.close();
  }
  if (interrupted.signal.aborted) {
    console.error(
      "intake: interrupted; what was begun is written" +
        (options.output === null ? "" : ", --resume continues"),
    );
    return INTERRUPTED;
  }
  return bad === 0 ? EXIT.done : EXIT.bad_lines;
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

/** Ends with the records or when interrupted, even while a read from a pipe is pending. */
async function* until(
  signal: AbortSignal,
  records: AsyncIterable<InputRecord>,
): AsyncGenerator<InputRecord> {
  const iterator = records[Symbol.asyncIterator]();
  const interrupted = new Promise<null>((resolve) =>
    signal.addEventListener("abort", () => resolve(null), { once: true })
  );
  while (true) {
    const next = await Promise.race([iterator.next(), interrupted]);
    if (next === null || next.done) return;
    yield next.value;
  }
}

async function outputLine(
  { line, value }: InputRecord,
  service: Service,
  options: ClassifyOptions,
): Promise<OutputLine> {
  const id = idOf(value);
  try {
    const { answer, explanation } = await service.triage(
      toMessage(value),
      new AbortController().signal,
    );
    return {
      text: JSON.stringify({ ...id, ...answer, ...(options.explain && { explanation }) }),
      complaint: null,
      tally: { type: answer.message_type, route: explanation.route },
    };
  } catch (thrown) {
    const problem = toProblem(thrown, `line-${line}`);
    const fields = problem.errors?.map(({ path, message }) => `${path} ${message}`).join("; ");
    return {
      text: JSON.stringify({ ...id, line, problem }),
      complaint: `line ${line}: ${problem.code}: ${fields ?? problem.detail}`,
      tally: null,
    };
  }
}

/**
 * `classify`: an export in, an answer for each record out, in order.
 *
 * @module
 */
import { inOrder } from "../batch/in_order.ts";
import { InputError } from "../batch/input_error.ts";
import type { BatchRecord, Found } from "../batch/read_records.ts";
import type { Service } from "../compose/compose.ts";
import { type Config, environmentNames, readConfig, SETTING_NAMES } from "../config.ts";
import { unknownSettings } from "../unknown_settings.ts";
import { AnswerTable } from "./answer_csv.ts";
import { jsonLine } from "./answer_jsonl.ts";
import {
  CLASSIFY_HELP,
  type ClassifyOptions,
  FAILURES_ENDURED,
  MESSAGE_KEYS,
  parseClassifyOptions,
} from "./classify_options.ts";
import { EXIT, UsageError } from "./command.ts";
import { openInput } from "./input_file.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { type Outcome, problemText, workOn } from "./outcome.ts";
import { checkOutput, openOutput, type Output } from "./output_file.ts";
import { createProgress, type Progress } from "./progress.ts";
import { resumeFrom } from "./resume.ts";
import { Totals } from "./totals.ts";

/** Records under way at once: enough to share commits, few enough to stay in order cheaply. */
const CONCURRENT_RECORDS = 64;

/** What is read, written and counted in one run. */
interface Run {
  readonly options: ClassifyOptions;
  readonly totals: Totals;
  /** What the input turned out to be. */
  found: Found | null;
  /** `null` where the answers are JSON lines. */
  table: AnswerTable | null;
  /** Whether answers of an earlier run stand before these. */
  resumed: boolean;
}

/** Classifies a file or standard input. */
export async function classify(args: readonly string[]): Promise<number> {
  const options = parseClassifyOptions(args);
  if (options === null) {
    console.log(CLASSIFY_HELP);
    return EXIT.done;
  }
  try {
    return await run({ options, totals: new Totals(), found: null, table: null, resumed: false });
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(error.message);
    throw error;
  }
}

async function run(run: Run): Promise<number> {
  const { options, totals } = run;
  const config = readConfig();
  for (const line of unknownSettings(environmentNames(), SETTING_NAMES)) tell(line);
  const name = options.input ?? "standard input";
  const input = await openInput(options.input, {
    ...options,
    keys: MESSAGE_KEYS,
    max_row_bytes: config.max_body_bytes,
    onFound(found) {
      run.found = found;
      tell(`${name}: ${found.says}`);
    },
    onMissing: tell,
  });
  const plan = { path: options.output, input: options.input, force: options.force };
  await checkOutput({ ...plan, keep_bytes: options.resume ? 0 : null });
  const records = await begin(input.records, run);
  if (options.output_format === "csv") run.table = new AnswerTable(run.found, options.explain);
  const kept = await keptBytes(records, run);
  run.resumed = kept !== null && kept > 0;
  const service = await openService(config, options);
  const output = await openOutput({ ...plan, keep_bytes: kept });
  const progress = createProgress({ ...input, totals, start: run.resumed ? input.position() : 0 });
  const interrupt = listenForInterrupt(progress.interject);
  const outcomes = inOrder(records, (record) => workOn(record, service.triage), {
    max_items: CONCURRENT_RECORDS,
    signal: interrupt.signal,
  });
  let read = true;
  try {
    if (!run.resumed) await output.write(run.table?.header() ?? "");
    read = await writeAll(outcomes, run, output, progress);
  } finally {
    if (read) progress.finish();
    else progress.leave();
    interrupt.close();
    await output.close();
    await service.close();
  }
  if (interrupt.signal.aborted) {
    const how = options.output === null ? "" : ", --resume continues";
    tell(`interrupted; what was begun is written${how}`);
    return EXIT.interrupted;
  }
  return totals.failed === 0 ? EXIT.done : EXIT.bad_lines;
}

/** Reads so far ahead that it is known what the input is; a pipe is waited for no longer. */
async function begin(
  records: AsyncGenerator<BatchRecord>,
  run: Run,
): Promise<AsyncGenerator<BatchRecord>> {
  const most = run.options.output_format === "csv" ? FAILURES_ENDURED : 1;
  const ahead: BatchRecord[] = [];
  while (ahead.length === 0 || run.found === null && ahead.length < most) {
    const { done, value } = await records.next();
    if (done) break;
    ahead.push(value);
  }
  async function* all() {
    yield* ahead;
    yield* records;
  }
  return all();
}

/** Bytes of the output that stay; `null` where it begins anew. */
async function keptBytes(
  records: AsyncGenerator<BatchRecord>,
  run: Run,
): Promise<number | null> {
  const { output: path, resume } = run.options;
  if (path === null || !resume) return null;
  return await resumeFrom({
    path,
    records,
    table: run.table,
    inPlace: () => run.table !== null || (run.found?.plain_lines ?? true),
  });
}

/** Writes every line. Whether somebody read to the end. */
async function writeAll(
  outcomes: AsyncIterable<Outcome>,
  run: Run,
  output: Output,
  progress: Progress,
): Promise<boolean> {
  const { totals, options } = run;
  try {
    for await (const outcome of outcomes) {
      const text = run.table === null
        ? jsonLine(outcome, run.found, options.explain)
        : run.table.row(outcome);
      if (text !== null) await output.write(text);
      if (outcome.problem !== null) {
        progress.interject(`line ${outcome.record.line}: ${problemText(outcome.problem)}`);
      }
      totals.count(outcome, outcome.record.line);
      if (totals.failed >= FAILURES_ENDURED && totals.answered === 0 && !run.resumed) {
        throw new UsageError(
          `the first ${FAILURES_ENDURED} records all failed, so the rest is not read: ` +
            "is it what it was taken for? --format and --column say otherwise",
        );
      }
    }
  } catch (error) {
    // The reader of the pipe has left (`| head`): that is how it says enough.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
    return false;
  }
  return true;
}

function tell(line: string): void {
  console.error(`intake: ${line}`);
}

async function openService(
  config: Config,
  options: ClassifyOptions,
): Promise<Service> {
  // Not before it is known that there is something to classify.
  const { compose } = await import("../compose/compose.ts");
  try {
    return await compose(config, {
      dry_run: options.dry_run,
      local: options.local,
      onNotice: tell,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

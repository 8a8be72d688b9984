/**
 * Progress on standard error: a line that renews itself on a terminal, one
 * line a minute elsewhere.
 *
 * @module
 */
import { progressLine, type ProgressState } from "./progress_line.ts";

/** What was done with one record; `null` where it was bad. */
export type Tally = { readonly type: string; readonly route: string } | null;

/** Shows how far a batch is. */
export interface Progress {
  /** Counts a record; `end` is the offset behind it in the input, in bytes. */
  count(tally: Tally, end: number): void;
  /** Prints a line without tearing the progress line. */
  interject(line: string): void;
  finish(): void;
}

/** What progress is shown of. */
export interface ProgressOptions {
  /** Size of the input, in bytes; `null` where unknown. */
  readonly size: number | null;
  /** Where this run begins in the input, in bytes. Asked at the first record. */
  readonly start: () => number;
}

/** Where progress is shown. */
export interface Screen {
  /** Whether a line can be renewed. */
  readonly terminal: boolean;
  columns(): number;
  write(text: string): void;
}

/** How often progress is shown. */
export const PROGRESS_INTERVALS_MS = { terminal: 200, elsewhere: 60_000 } as const;

const CLEAR_LINE = "\r\x1b[2K";

/** Starts to show progress; `finish` ends it. */
export function createProgress(
  { size, start }: ProgressOptions,
  { terminal, columns, write }: Screen = STANDARD_ERROR,
): Progress {
  const started = performance.now();
  const types = new Map<string, number>();
  const routes = new Map<string, number>();
  let done = 0;
  let end = 0;

  function state(): ProgressState {
    const from = done === 0 ? 0 : start();
    return {
      done,
      seconds: (performance.now() - started) / 1000,
      share: size === null || size === 0 ? null : end / size,
      share_of_this_run: size === null || size <= from ? null : (end - from) / (size - from),
      types,
      routes,
    };
  }

  function show(): void {
    if (terminal) write(CLEAR_LINE + progressLine(state(), columns() - 1));
    else write(`intake: ${progressLine(state(), null)}\n`);
  }

  // By the clock and not by the record, so that a slow one does not look like a stop.
  const interval_ms = PROGRESS_INTERVALS_MS[terminal ? "terminal" : "elsewhere"];
  const timer = setInterval(show, interval_ms);
  return {
    count(tally, recordEnd) {
      done++;
      end = recordEnd;
      if (tally === null) return;
      types.set(tally.type, (types.get(tally.type) ?? 0) + 1);
      routes.set(tally.route, (routes.get(tally.route) ?? 0) + 1);
    },
    interject: (text) => write(`${terminal ? CLEAR_LINE : ""}intake: ${text}\n`),
    finish() {
      clearInterval(timer);
      if (!terminal || done === 0) return;
      show();
      write("\n");
    },
  };
}

/** Where the terminal does not say how wide it is. */
const USUAL_COLUMNS = 80;

const STANDARD_ERROR: Screen = {
  terminal: Deno.stderr.isTerminal(),
  columns() {
    try {
      return Deno.consoleSize().columns || USUAL_COLUMNS;
    } catch {
      return USUAL_COLUMNS;
    }
  },
  write(text) {
    try {
      Deno.stderr.writeSync(new TextEncoder().encode(text));
    } catch {
      // Nobody looks: the work itself goes on.
    }
  },
};

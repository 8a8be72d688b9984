/**
 * Progress on standard error: a line that renews itself on a terminal, one
 * line a minute elsewhere.
 *
 * @module
 */
import { progressLine, type ProgressState } from "./progress_line.ts";
import type { Totals } from "./totals.ts";

/** Shows how far a batch is. */
export interface Progress {
  /** Prints a line without tearing the progress line. */
  interject(line: string): void;
  /** Ends the showing, and says in one line what was done. */
  finish(): void;
  /** Ends it without a word. */
  leave(): void;
}

/** What progress is shown of. */
export interface ProgressOptions {
  readonly totals: Totals;
  /** Size of the input, in bytes; `null` where unknown. */
  readonly size: number | null;
  /** Where this run begins in the input, in bytes. */
  readonly start: number;
  /** How far it has come, in bytes. */
  readonly position: () => number;
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
  { totals, size, start, position }: ProgressOptions,
  { terminal, columns, write }: Screen = STANDARD_ERROR,
): Progress {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;

  function state(): ProgressState {
    const at = totals.done === 0 ? start : position();
    return {
      done: totals.done,
      seconds: seconds(),
      share: size === null || size === 0 ? null : at / size,
      share_of_this_run: size === null || size <= start ? null : (at - start) / (size - start),
      types: totals.types,
      routes: totals.routes,
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
    interject: (text) => write(`${terminal ? CLEAR_LINE : ""}intake: ${text}\n`),
    leave: () => clearInterval(timer),
    finish() {
      clearInterval(timer);
      if (terminal && totals.done > 0) {
        show();
        write("\n");
      }
      write(`intake: ${totals.summary(seconds())}\n`);
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

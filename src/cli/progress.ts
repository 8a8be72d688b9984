/**
 * Progress on standard error: a line that renews itself on a terminal, one
 * line a minute elsewhere.
 *
 * @module
 */

/** What was done with one record; `null` where it was bad. */
export type Tally = { readonly type: string; readonly route: string } | null;

/** Shows how far a batch is. */
export interface Progress {
  count(tally: Tally): void;
  /** Prints a line without tearing the progress line. */
  interject(line: string): void;
  finish(): void;
}

const TERMINAL_INTERVAL_MS = 200;
const FILE_INTERVAL_MS = 60_000;
const CLEAR_LINE = "\r\x1b[2K";

/** @param readShare Share of the input read so far, in [0, 1]; `null` where unknown. */
export function createProgress(readShare: () => number | null): Progress {
  const terminal = Deno.stderr.isTerminal();
  const interval_ms = terminal ? TERMINAL_INTERVAL_MS : FILE_INTERVAL_MS;
  const started = performance.now();
  const types = new Map<string, number>();
  const routes = new Map<string, number>();
  let done = 0;
  let shown = started;

  function line(now: number): string {
    const seconds = Math.max((now - started) / 1000, 0.001);
    const share = readShare();
    const parts = [`${done} done`, `${Math.round(done / seconds)}/s`];
    if (share !== null && share > 0) {
      parts.push(`${Math.floor(share * 100)}%`);
      parts.push(`${duration(seconds / share - seconds)} left`);
    }
    return [...parts, shares(types), shares(routes)].filter((part) => part !== "").join(" | ");
  }

  function show(now: number): void {
    shown = now;
    write(terminal ? CLEAR_LINE + line(now) : `intake: ${line(now)}\n`);
  }

  return {
    count(tally) {
      done++;
      if (tally !== null) {
        types.set(tally.type, (types.get(tally.type) ?? 0) + 1);
        routes.set(tally.route, (routes.get(tally.route) ?? 0) + 1);
      }
      const now = performance.now();
      if (now - shown >= interval_ms) show(now);
    },
    interject: (text) => write(`${terminal ? CLEAR_LINE : ""}intake: ${text}\n`),
    finish() {
      if (terminal && done > 0) write(`${CLEAR_LINE}${line(performance.now())}\n`);
    },
  };
}

function shares(counts: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${Math.round(100 * count / total)}%`).join(" ");
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}h${m}m` : m > 0 ? `${m}m${s}s` : `${s}s`;
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}

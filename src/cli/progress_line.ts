/**
 * One line that says how far a batch is.
 *
 * @module
 */

/** How far a batch is. */
export interface ProgressState {
  /** Records done in this run. */
  readonly done: number;
  /** Since the start of this run. */
  readonly seconds: number;
  /** Of the whole input, in [0, 1]; `null` where its size is not known. */
  readonly share: number | null;
  /** Of what this run has to do, in [0, 1]; `null` where that is not known. */
  readonly share_of_this_run: number | null;
  /** Records by type and by route. */
  readonly types: ReadonlyMap<string, number>;
  readonly routes: ReadonlyMap<string, number>;
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  bug_report: "bug",
  feature_request: "feature",
  general_inquiry: "inquiry",
  local_fallback: "fallback",
};

/** Fewest and most characters of the bar. */
const BAR = { min_characters: 6, max_characters: 30 } as const;

/**
 * Writes the line: share, bar, records, rate, remaining time, share by type, share by route.
 *
 * @param width Characters there are on the terminal; `null` writes no bar and cuts nothing.
 */
export function progressLine(state: ProgressState, width: number | null): string {
  const { done, seconds, share, share_of_this_run } = state;
  const rate = seconds > 0 ? done / seconds : 0;
  const counts = [`${done.toLocaleString("en")} done`, `${rateText(rate)}/s`];
  if (share_of_this_run !== null && share_of_this_run > 0) {
    counts.push(`${durationText(seconds / share_of_this_run - seconds)} left`);
  }
  const percent = share === null ? "" : `${Math.floor(100 * Math.min(share, 1))}%`.padStart(4);
  const parts = [counts.join(", "), shares(state.types), shares(state.routes)];
  const text = parts.filter((part) => part !== "").join(" | ");
  if (width === null) return [percent.trim(), text].filter((part) => part !== "").join(" | ");
  const room = Math.min(BAR.max_characters, width - percent.length - text.length - 2);
  const bar = share === null || room < BAR.min_characters ? "" : `${barOf(share, room)} `;
  return (percent === "" ? text : `${percent} ${bar}${text}`).slice(0, Math.max(width, 1));
}

function barOf(share: number, characters: number): string {
  const full = Math.floor(Math.min(share, 1) * characters);
  return "█".repeat(full) + "░".repeat(characters - full);
}

/** A rate without needless digits. */
export function rateText(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString("en");
}

/** Shares in percent, the largest first: `bug 60% inquiry 40%`. */
export function shares(counts: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${SHORT_NAMES[name] ?? name} ${Math.round(100 * count / total)}%`)
    .join(" ");
}

/** `1h2m`, `3m4s`, `5s`. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}h${m}m` : m > 0 ? `${m}m${s}s` : `${s}s`;
}

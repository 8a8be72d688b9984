/**
 * How many reports a desk usually gets at each hour of the week, in UTC: what is
 * usual on a Monday morning is an outbreak at night.
 *
 * @module
 */

/** An hour, in milliseconds. */
export const HOUR_MS = 60 * 60 * 1000;

const WEEK_HOURS = 7 * 24;

/**
 * An hour of the week counts as if the desk had got so many reports more at its
 * mean rate: a small desk has hours without any, which does not make one report strange.
 */
const PRIOR_REPORTS = 10;

/** A desk's usual week. */
export interface Rhythm {
  /** Reports expected from one time to another, both in milliseconds since 1970. */
  expected(from: number, to: number): number;
}

/**
 * Tells the rhythm from the past.
 *
 * @param counts Reports of each hour of the past, by hours since 1970; hours left out had none.
 * @param first First hour of the past.
 * @param end The hour behind its last.
 */
export function rhythmOf(
  counts: ReadonlyMap<number, number>,
  first: number,
  end: number,
): Rhythm {
  const reports = new Float64Array(WEEK_HOURS);
  const hours = new Float64Array(WEEK_HOURS);
  let all = 0;
  for (let hour = first; hour < end; hour++) {
    const count = counts.get(hour) ?? 0;
    all += count;
    reports[hour % WEEK_HOURS] = (reports[hour % WEEK_HOURS] ?? 0) + count;
    hours[hour % WEEK_HOURS] = (hours[hour % WEEK_HOURS] ?? 0) + 1;
  }
  const mean = all / Math.max(1, end - first);
  // The hours beside it are like it: a quarter, a half, a quarter.
  const smooth = (values: Float64Array, at: number) =>
    ((values.at((at - 1) % WEEK_HOURS) ?? 0) + 2 * (values[at] ?? 0) +
      (values[(at + 1) % WEEK_HOURS] ?? 0)) / 4;
  const rates = Float64Array.from(
    reports,
    (_, at) =>
      mean === 0
        ? 0
        : (smooth(reports, at) + PRIOR_REPORTS) / (smooth(hours, at) + PRIOR_REPORTS / mean),
  );
  return {
    expected(from, to) {
      let sum = 0;
      for (let at = from; at < to;) {
        const hour = Math.floor(at / HOUR_MS);
        const next = Math.min(to, (hour + 1) * HOUR_MS);
        sum += (rates[hour % WEEK_HOURS] ?? 0) * (next - at) / HOUR_MS;
        at = next;
      }
      return sum;
    },
  };
}

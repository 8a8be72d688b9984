/**
 * Whether reports of one thing come faster than its own past lets expect.
 *
 * A scan over windows that begin with a report and end now (Kulldorff, A spatial
 * scan statistic, 1997; in time alone: Wallenstein, A test for detection of
 * clustering over time, 1980), each held against the thing's share of the desk's
 * past and the desk's usual hours, by the negative binomial tail that holds for
 * counts of any size.
 *
 * @module
 */
import { negativeBinomialTail } from "./negative_binomial.ts";
import { HOUR_MS, type Rhythm } from "./rhythm.ts";

/** Named limits of the test. How they were chosen: docs/matters.md. */
export const RISING_LIMITS = {
  /** Longest stretch that a rise is looked for in, in hours. */
  window_hours: 8,
  /** What counts as the past, in days before that. */
  past_days: 28,
  /** Fewer reports are no outbreak, however rare the thing was. */
  least_reports: 4,
  /** Reports less probable than this are a rise. */
  alarm_below: 1e-6,
  /** A rise ends when the last hours are no less probable than this. */
  over_above: 0.01,
  /** Hours that are looked at for whether it is over. */
  over_hours: 2,
} as const;

/**
 * A thing of which nothing is known has half a report in so many of the desk's:
 * a gamma prior of shape one half, as Jeffreys' for a Poisson rate, and a mean of
 * one of 200 things.
 */
const PRIOR = { reports: 0.5, of: 100 } as const;

/** What is known of a thing's past. */
export interface Past {
  /** Its reports. */
  readonly reports: number;
  /** The whole desk's. */
  readonly desk_reports: number;
  readonly rhythm: Rhythm;
}

/** A rise that was found. */
export interface Rise {
  /** The first report of it, in milliseconds since 1970. */
  readonly onset: number;
  readonly reports: number;
  /** Reports that its past lets expect in that time. */
  readonly expected: number;
  /** How probable so many are, were nothing the matter. */
  readonly probability: number;
}

/**
 * Looks for a rise that goes on now; `null` where there is none.
 *
 * @param times When its reports came, in order, the last at most now; older ones than the window are left alone.
 * @param desk When the desk's reports came, likewise: a desk that gets more of everything has no outbreak of one thing.
 */
export function findRise(
  times: readonly number[],
  desk: readonly number[],
  now: number,
  past: Past,
): Rise | null {
  let found: Rise | null = null;
  const earliest = now - RISING_LIMITS.window_hours * HOUR_MS;
  for (let at = times.length - 1; at >= 0; at--) {
    const onset = times[at] ?? now;
    if (onset <= earliest) break;
    const reports = times.length - at;
    if (reports < RISING_LIMITS.least_reports) continue;
    const e = exposure(onset, now, desk, reports, past.rhythm);
    // The window begins with a report: that one was sure to be in it.
    const probability = tail(reports - 1, e, past);
    if (probability < RISING_LIMITS.alarm_below && probability < (found?.probability ?? 1)) {
      found = { onset, reports, expected: expectedOf(e, past), probability };
    }
  }
  return found;
}

/** Whether a rise is over: its last hours are nothing out of the ordinary. */
export function isOver(
  times: readonly number[],
  desk: readonly number[],
  now: number,
  past: Past,
): boolean {
  const from = now - RISING_LIMITS.over_hours * HOUR_MS;
  const reports = times.length - countBefore(times, from);
  return tail(reports, exposure(from, now, desk, reports, past.rhythm), past) >
    RISING_LIMITS.over_above;
}

/** The desk's reports to be expected in a stretch: by the hours of the week, or what others get now. */
function exposure(
  from: number,
  to: number,
  desk: readonly number[],
  own: number,
  rhythm: Rhythm,
): number {
  return Math.max(rhythm.expected(from, to), desk.length - countBefore(desk, from) - own);
}

function tail(least: number, exposure: number, { reports, desk_reports }: Past): number {
  const behind = PRIOR.of + desk_reports;
  return negativeBinomialTail(least, PRIOR.reports + reports, exposure / (behind + exposure));
}

function expectedOf(exposure: number, { reports, desk_reports }: Past): number {
  return exposure * (PRIOR.reports + reports) / (PRIOR.of + desk_reports);
}

/** How many of these times, which are in order, are before `limit`. */
function countBefore(times: readonly number[], limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Looks every minute for what rises, and notes it. Days of the past are counted
 * once and remembered for some hours.
 *
 * @module
 */
import type { PastCounts, RisingStore } from "../triage/domain/rising.ts";
import { findRising } from "./rising_finder.ts";
import { RISING_LIMITS } from "./rising.ts";
import { HOUR_MS, type Rhythm, rhythmOf } from "./rhythm.ts";

/** What the watch is made of. */
export interface RisingWatchParts {
  readonly rising: RisingStore;
  /** Whether stored cases are in their matters: before, nothing has a past. */
  readonly ready: () => boolean;
  /** Components that say nothing when they rise. */
  readonly catchAll: () => ReadonlySet<string>;
  readonly now: () => Date;
}

const PAUSE_MS = 60_000;
const NOT_READY_MS = 1_000;
const DAY_HOURS = 24;
/** Counts of a day are read again after this: cases are put together later, too. */
const REMEMBERED_MS = 6 * HOUR_MS;

type Counted = Awaited<ReturnType<RisingStore["counted"]>>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Makes the watch: each call looks once, and gives the pause before the next, in milliseconds. */
export function watchRising(
  { rising, ready, catchAll, now }: RisingWatchParts,
): () => Promise<number> {
  const days = new Map<number, { readonly counted: Counted; readonly read_at: number }>();
  let past: { readonly hour: number; readonly counts: PastCounts; readonly rhythm: Rhythm } | null =
    null;
  let looked_ms = 0;

  async function countsOf({ from, to }: Stretch, at: number): Promise<Counted> {
    const known = days.get(from);
    if (known !== undefined && known.read_at > at - REMEMBERED_MS) return known.counted;
    const counted = await rising.counted(from * HOUR_MS, to * HOUR_MS);
    if (to - from === DAY_HOURS) days.set(from, { counted, read_at: at });
    return counted;
  }

  async function pastUntil(end: number, at: number) {
    const first = end - RISING_LIMITS.past_days * DAY_HOURS;
    const all: Counted[number][] = [];
    for (const stretch of stretches(first, end)) all.push(...await countsOf(stretch, at));
    for (const day of days.keys()) if (day < first) days.delete(day);
    const counts = added(all);
    return { hour: end, counts, rhythm: rhythmOf(counts.hours, first, end) };
  }

  return async () => {
    if (!ready()) return NOT_READY_MS;
    const at = now().getTime();
    const window = Math.floor(at / HOUR_MS) - RISING_LIMITS.window_hours;
    if (past?.hour !== window) past = await pastUntil(window, at);
    const [arrivals, open, ended] = await Promise.all([
      rising.arrivals(window * HOUR_MS),
      rising.rising(),
      rising.ended(at - RISING_LIMITS.window_hours * HOUR_MS),
    ]);
    const { counts, rhythm } = past;
    const seen = {
      ...{ arrivals, past: counts, rhythm, now: at, open, ended, looked_ms },
      catch_all: catchAll(),
    };
    const { begun, over } = findRising(seen);
    await rising.note(begun, over);
    // Reports that were written a little late, or joined their matter, are looked at once more.
    looked_ms = at - 2 * PAUSE_MS;
    return PAUSE_MS;
  };
}

/** Whole days where they go, and what is left at both ends, in hours since 1970. */
function stretches(first: number, end: number): Stretch[] {
  const all: Stretch[] = [];
  for (let from = first; from < end;) {
    const to = Math.min(end, (Math.floor(from / DAY_HOURS) + 1) * DAY_HOURS);
    all.push({ from, to });
    from = to;
  }
  return all;
}

function added(counted: Counted): PastCounts {
  const hours = new Map<number, number>();
  const matters = new Map<string, number>();
  const components = new Map<string, number>();
  const add = <K>(counts: Map<K, number>, key: K | null, reports: number) => {
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + reports);
  };
  for (const { hour, matter_id, component, reports } of counted) {
    add(hours, hour, reports);
    add(matters, matter_id, reports);
    add(components, component, reports);
  }
  return { hours, matters, components };
}

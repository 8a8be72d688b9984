/**
 * Runs the watch over a simulated desk, a minute at a time, as the service does.
 *
 * @module
 */
import { HOUR_MS, type Rhythm, rhythmOf } from "../../src/matters/rhythm.ts";
import { RISING_LIMITS } from "../../src/matters/rising.ts";
import { findRising } from "../../src/matters/rising_finder.ts";
import type { Arrival, EndedRise, RisingThing, Thing } from "../../src/triage/domain/rising.ts";

/** A rise, and when it was found. */
export type Found = RisingThing & { readonly found_at: number };

const PAST_HOURS = RISING_LIMITS.past_days * 24;

/** All rises that are found from `begin` on, in milliseconds since 1970. */
export function watch(arrivals: readonly Arrival[], begin: number, step_ms = 60_000): Found[] {
  const hours = new Map<number, number>();
  const matters = new Map<string, number>();
  const components = new Map<string, number>();
  const count = (arrival: Arrival | undefined, by: 1 | -1) => {
    if (arrival === undefined) return;
    const add = <K>(counts: Map<K, number>, key: K | null) =>
      key !== null && counts.set(key, (counts.get(key) ?? 0) + by);
    add(hours, Math.floor(arrival.at / HOUR_MS));
    add(matters, arrival.matter_id);
    add(components, arrival.component);
  };
  const found: Found[] = [];
  let open: readonly Thing[] = [];
  let ended: readonly EndedRise[] = [];
  let [oldest, first, next, split] = [0, 0, 0, 0];
  let rhythm: Rhythm | null = null;
  const end = arrivals.at(-1)?.at ?? begin;
  for (let now = begin; now <= end; now += step_ms) {
    const before = next;
    while ((arrivals[next]?.at ?? Infinity) <= now) next++;
    const window = Math.floor(now / HOUR_MS) - RISING_LIMITS.window_hours;
    if (window !== split) {
      split = window;
      while ((arrivals[first]?.at ?? Infinity) < window * HOUR_MS) count(arrivals[first++], 1);
      while ((arrivals[oldest]?.at ?? Infinity) < (window - PAST_HOURS) * HOUR_MS) {
        count(arrivals[oldest++], -1);
      }
      rhythm = rhythmOf(hours, window - PAST_HOURS, window);
    }
    if (rhythm === null || next === before && open.length === 0) continue;
    const { begun, over } = findRising({
      arrivals: arrivals.slice(first, next),
      past: { hours, matters, components },
      rhythm,
      now,
      catch_all: new Set(["General"]),
      open,
      ended,
      looked_ms: now - step_ms,
    });
    found.push(...begun.map((each) => ({ ...each, found_at: now })));
    ended = [
      ...ended.filter(({ ended_at }) => ended_at > now - RISING_LIMITS.window_hours * HOUR_MS),
      ...over.map((thing) => ({ ...thing, ended_at: now })),
    ];
    open = [...open.filter((each) => !over.includes(each)), ...begun];
  }
  return found;
}

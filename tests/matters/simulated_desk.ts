/**
 * A desk that never was: messages come as a Poisson process with the rhythm of
 * days and weeks, on matters and components of very different rates, and
 * outbreaks are planted among them. The same seed gives the same messages.
 *
 * @module
 */
import { HOUR_MS } from "../../src/matters/rhythm.ts";
import type { Arrival } from "../../src/triage/domain/rising.ts";

/** An outbreak that is planted. */
export interface Outbreak {
  readonly at: number;
  readonly reports: number;
  readonly per_hour: number;
  /** A matter of the desk, or one that was never heard of. */
  readonly matter_id: string;
  readonly component: string;
}

/** What is simulated. */
export interface SimulatedDesk {
  readonly seed: number;
  readonly days: number;
  /** @default 1000 */
  readonly messages_a_day?: number;
  readonly outbreaks?: readonly Outbreak[];
}

const COMPONENTS = 40;
const MATTERS = 200;
/** Share of messages that belong to no matter. */
const ALONE = 0.3;

/** Numbers in [0, 1): mulberry32, https://github.com/bryc/code (public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Share of a day's messages by hour: little at night, most before and after noon. */
function ofDay(hour: number): number {
  return 0.15 + Math.max(0, Math.sin((hour - 6) / 15 * Math.PI)) * (hour >= 6 && hour < 21 ? 1 : 0);
}

const WEEKDAYS = [0.9, 0.5, 0.4, 1.3, 1.2, 1.1, 1];
/** Largest weight of an hour, and the mean of all. */
const HOURS = Array.from(
  { length: 168 },
  (_, hour) => ofDay(hour % 24) * (WEEKDAYS[Math.floor(hour / 24)] ?? 1),
);
const MEAN = HOURS.reduce((sum, each) => sum + each, 0) / HOURS.length;
const MOST = Math.max(...HOURS);

/** The matters' names, the most frequent first: the n-th gets the n-th part of the first (Zipf). */
export const matterName = (number: number) => `matter-${number}`;

/** The component of a matter. */
export const componentOf = (number: number) => `component-${number * 7 % COMPONENTS}`;

/** All messages, in time, from the beginning of 1970 on. */
export function simulate(
  { seed, days, messages_a_day = 1_000, outbreaks = [] }: SimulatedDesk,
): Arrival[] {
  const random = seeded(seed);
  const arrivals: Arrival[] = [];
  const until = days * 24 * HOUR_MS;
  const peak = messages_a_day / 24 / HOUR_MS * MOST / MEAN;
  const weights = Array.from({ length: MATTERS }, (_, number) => 1 / (number + 1));
  const all = weights.reduce((sum, each) => sum + each, 0);
  // Thinning: candidates at the highest rate, kept in proportion to the hour's (Lewis and Shedler, 1979).
  for (let at = 0; (at += -Math.log(1 - random()) / peak) < until;) {
    if (random() * MOST > (HOURS[Math.floor(at / HOUR_MS) % 168] ?? 0)) continue;
    if (random() < ALONE) {
      arrivals.push({
        at,
        matter_id: null,
        component: componentOf(Math.floor(random() * COMPONENTS)),
      });
      continue;
    }
    let left = random() * all;
    let number = 0;
    while ((left -= weights[number] ?? all) > 0) number++;
    arrivals.push({ at, matter_id: matterName(number), component: componentOf(number) });
  }
  for (const { at, reports, per_hour, matter_id, component } of outbreaks) {
    let time = at;
    for (let report = 0; report < reports; report++) {
      arrivals.push({ at: time, matter_id, component });
      time += -Math.log(1 - random()) / per_hour * HOUR_MS;
    }
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

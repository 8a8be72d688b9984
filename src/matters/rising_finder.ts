/**
 * Goes through what came in of late, matter by matter and component by
 * component, for what rises. A component does not rise for the reports of a
 * matter that does, or did of late: one outbreak is told once.
 *
 * @module
 */
import type {
  Arrival,
  EndedRise,
  PastCounts,
  RisingThing,
  Thing,
} from "../triage/domain/rising.ts";
import { findRise, isOver, type Past } from "./rising.ts";
import type { Rhythm } from "./rhythm.ts";

/** What is known when it is looked for what rises. */
export interface Watched {
  /** All that came in the window, in time. */
  readonly arrivals: readonly Arrival[];
  readonly past: PastCounts;
  readonly rhythm: Rhythm;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Components of what is of none, of many products at once: that they rise says nothing. */
  readonly catch_all: ReadonlySet<string>;
  /** What is known to rise; it is not found again. */
  readonly open: readonly Thing[];
  /** What rose of late and when that was over: reports until then begin no second rise. */
  readonly ended: readonly EndedRise[];
  /** Reports up to then have been looked at: only what got more since can have begun to rise. */
  readonly looked_ms: number;
}

/** What begins to rise, and what of that which is known to rise no longer does. */
export interface RisingChange {
  readonly begun: readonly RisingThing[];
  readonly over: readonly Thing[];
}

/** Looks once. */
export function findRising(watched: Watched): RisingChange {
  const { arrivals, past, rhythm, now, catch_all, open, ended, looked_ms } = watched;
  const desk = arrivals.map(({ at }) => at);
  const desk_reports = past.hours.values().reduce((sum, each) => sum + each, 0);
  const pastOf = (counts: ReadonlyMap<string, number>, name: string): Past => ({
    reports: counts.get(name) ?? 0,
    desk_reports,
    rhythm,
  });
  const begun: RisingThing[] = [];
  const begins = (kind: Thing["kind"], named: ReadonlyMap<string, number[]>) => {
    const counts = kind === "matter" ? past.matters : past.components;
    const known = namesOf(open, kind);
    const after = new Map(
      ended.filter((rise) => rise.kind === kind).map(({ name, ended_at }) => [name, ended_at]),
    );
    for (const [name, times] of named) {
      if (known.has(name) || (times.at(-1) ?? 0) < looked_ms) continue;
      const told = after.get(name) ?? 0;
      const untold = told === 0 ? times : times.filter((at) => at > told);
      const rise = findRise(untold, desk, now, pastOf(counts, name));
      if (rise !== null) begun.push({ kind, name, ...rise });
    }
  };
  const matters = timesBy(arrivals, ({ matter_id }) => matter_id);
  begins("matter", matters);
  const rising = namesOf([...open, ...begun, ...ended], "matter");
  const components = timesBy(
    arrivals,
    ({ component, matter_id }) =>
      component !== null && catch_all.has(component) || matter_id !== null && rising.has(matter_id)
        ? null
        : component,
  );
  begins("component", components);
  const over = open.filter(({ kind, name }) => {
    const times = (kind === "matter" ? matters : components).get(name) ?? [];
    const counts = kind === "matter" ? past.matters : past.components;
    return isOver(times, desk, now, pastOf(counts, name));
  });
  return { begun, over };
}

function namesOf(things: readonly Thing[], kind: Thing["kind"]): ReadonlySet<string> {
  return new Set(things.filter((thing) => thing.kind === kind).map(({ name }) => name));
}

function timesBy(
  arrivals: readonly Arrival[],
  nameOf: (arrival: Arrival) => string | null,
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const arrival of arrivals) {
    const name = nameOf(arrival);
    if (name === null) continue;
    const of = times.get(name);
    if (of === undefined) times.set(name, [arrival.at]);
    else of.push(arrival.at);
  }
  return times;
}

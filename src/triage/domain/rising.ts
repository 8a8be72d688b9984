/**
 * What rises: a matter or a component of which more is told than its own past
 * lets expect. Counts and times alone, no text of anybody's.
 *
 * @module
 */

/** A report, as far as counting goes. */
export interface Arrival {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly matter_id: string | null;
  readonly component: string | null;
}

/** Reports of the past: a customer who writes several times in an hour counts once. */
export interface PastCounts {
  /** Of the whole desk, by hours since 1970. */
  readonly hours: ReadonlyMap<number, number>;
  readonly matters: ReadonlyMap<string, number>;
  readonly components: ReadonlyMap<string, number>;
}

/** What can rise. */
export interface Thing {
  readonly kind: "matter" | "component";
  /** The matter's id or the component's name. */
  readonly name: string;
}

/** A thing that rises, when it was found. */
export interface RisingThing extends Thing {
  /** The first report of the rise, in milliseconds since 1970. */
  readonly onset: number;
  /** Reports from then until it was found. */
  readonly reports: number;
  /** Reports that its past let expect in that time. */
  readonly expected: number;
  /** How probable so many were, had nothing been the matter. */
  readonly probability: number;
}

/** A rise that is over. */
export interface EndedRise extends Thing {
  /** In milliseconds since 1970. */
  readonly ended_at: number;
}

/** A rise as people and receivers are told of it. */
export interface ToldRise extends RisingThing {
  readonly rising_id: string;
  readonly found_at: number;
  /** Of the matter, where it is one. */
  readonly ticket_id: string | null;
  readonly title: string | null;
}

/** Keeps what rises, and counts what it is told from. Every method throws `store_unavailable` while the store is away. */
export interface RisingStore {
  /** What came since then, in time, a customer once an hour for each thing. */
  arrivals(since: number): Promise<readonly Arrival[]>;
  /** What came from one time to another, counted by hour and thing. */
  counted(
    from: number,
    to: number,
  ): Promise<
    readonly {
      readonly hour: number;
      readonly matter_id: string | null;
      readonly component: string | null;
      readonly reports: number;
    }[]
  >;
  /** What rises now, the latest first. */
  rising(): Promise<readonly ToldRise[]>;
  /** What ended since then. */
  ended(since: number): Promise<readonly EndedRise[]>;
  /** Notes what begins to rise, once each, with its event; and what no longer does. */
  note(begun: readonly RisingThing[], over: readonly Thing[]): Promise<void>;
}

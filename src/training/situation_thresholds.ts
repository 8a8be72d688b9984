/**
 * From where on a situation is held to be grave, chosen on writers left out,
 * and what is seen then at how many false alarms.
 *
 * @module
 */
import type { SituationModel } from "../scorer/situation/situation_model.ts";
import { SHARE_OF_GRAVE } from "../scorer/situation/situation.ts";
import { isAboutLife, isGrave, type SituationName } from "../triage/domain/situation.ts";

/** A row of a writer left out, with the probabilities that others' rows give its situations. */
export interface JudgedRow {
  /** Its own situation, among the classes. */
  readonly target: number;
  /** Whether it is a customer's, of whose situation no more is known than that it is hardly grave. */
  readonly real: boolean;
  /** By class. */
  readonly shares: readonly number[];
}

/** The thresholds of a head. */
export type SituationThresholds = Pick<SituationModel, "grave_from" | "life_from" | "alone_from">;

/** Share of real messages left out that may be held grave by all grave situations together. */
const FALSE_ALARMS = 0.005;
/** What of that share may be held so by people in danger alone. */
const SHARE_OF_LIFE = 0.3;
/**
 * The same of situations by themselves: a person being asked for does no harm where it is not so; who
 * may harm themselves writes quietly, and what data is seen by whom is often told in passing.
 */
const SHARES_ALONE: Readonly<Partial<Record<SituationName, number>>> = {
  person_requested: 0.15,
  self_harm: 0.2,
  data_exposed: 0.1,
};
/** Writers' ordinary rows are traps for the most part: so many times as many of them may alarm. */
const TRAPS = 6;
/** What other shares would give, for people who choose. */
const TRADE = [0.001, 0.002, 0.003, 0.005, 0.01] as const;
/** Bins of the calibration error, as for the types. */
const BINS = 15;

/** Chooses thresholds, and measures what they give. */
export class SituationTrade {
  readonly #rows: readonly JudgedRow[];
  readonly #classes: readonly SituationName[];
  readonly #grave: readonly boolean[];
  readonly #life: readonly boolean[];

  constructor(rows: readonly JudgedRow[], classes: readonly SituationName[]) {
    this.#rows = rows;
    this.#classes = classes;
    this.#grave = classes.map(isGrave);
    this.#life = classes.map(isAboutLife);
  }

  /** Thresholds that a share of ordinary messages reaches. */
  thresholds(share = FALSE_ALARMS): SituationThresholds {
    return {
      grave_from: this.#reachedBy(share, this.#grave),
      life_from: this.#reachedBy(share * SHARE_OF_LIFE, this.#life),
      alone_from: Object.fromEntries(
        Object.entries(SHARES_ALONE).map(([name, part]) => [
          name,
          this.#reachedBy(share * part, this.#only(name)),
        ]),
      ),
    };
  }

  /** Figures for people. */
  figures(): Record<string, unknown> {
    const chosen = this.thresholds();
    return {
      ...this.#calibration(),
      ...this.#total(chosen),
      seen_by_situation: this.#seenBySituation(chosen),
      trade: TRADE.map((share) => this.#total(this.thresholds(share))),
    };
  }

  #only(name: string): readonly boolean[] {
    return this.#classes.map((one) => one === name);
  }

  #reachedBy(share: number, counted: readonly boolean[]): number {
    const reached = (real: boolean, part: number) => {
      const ordinary = this.#rows.filter((row) => row.real === real && !this.#grave[row.target])
        .map(({ shares }) => sumOf(shares, counted)).sort((a, b) => b - a);
      return ordinary[Math.floor(ordinary.length * part)] ?? 0.5;
    };
    return rounded(Math.max(reached(true, share), reached(false, share * TRAPS)));
  }

  /** The classes that are held at these thresholds, as the scorer holds them. */
  #held({ shares }: JudgedRow, thresholds: SituationThresholds): number[] {
    const { grave_from, life_from, alone_from } = thresholds;
    const groups = [
      { from: grave_from, counted: this.#grave },
      { from: life_from, counted: this.#life },
      ...Object.entries(alone_from).map(([name, from]) => ({ from, counted: this.#only(name) })),
    ];
    const reached = groups.find(({ from, counted }) => sumOf(shares, counted) >= from);
    if (reached === undefined) return [];
    const least = SHARE_OF_GRAVE * sumOf(shares, reached.counted);
    return shares.flatMap((share, at) => reached.counted[at] && share >= least ? [at] : []);
  }

  #total(thresholds: SituationThresholds): Record<string, number> {
    let grave = 0, seen = 0, any = 0, ordinary = 0, alarms = 0, real = 0, realAlarms = 0;
    for (const row of this.#rows) {
      const held = this.#held(row, thresholds);
      if (row.real) {
        real++;
        realAlarms += Number(held.length > 0);
      } else if (this.#grave[row.target]) {
        grave++;
        seen += Number(held.includes(row.target));
        any += Number(held.length > 0);
      } else {
        ordinary++;
        alarms += Number(held.length > 0);
      }
    }
    return {
      real_alarms: Math.round(realAlarms / Math.max(1, real) * 10_000) / 10_000,
      false_alarms: rounded(alarms / Math.max(1, ordinary)),
      seen: rounded(seen / Math.max(1, grave)),
      any_alarm: rounded(any / Math.max(1, grave)),
    };
  }

  #seenBySituation(thresholds: SituationThresholds): Record<string, number> {
    const counts = new Map<number, { rows: number; seen: number }>();
    for (const row of this.#rows) {
      if (!this.#grave[row.target]) continue;
      const { rows, seen } = counts.get(row.target) ?? { rows: 0, seen: 0 };
      const now = Number(this.#held(row, thresholds).includes(row.target));
      counts.set(row.target, { rows: rows + 1, seen: seen + now });
    }
    return Object.fromEntries(
      [...counts].map(([at, { rows, seen }]) => [this.#classes[at], rounded(seen / rows)]),
    );
  }

  /** How often the most probable is right, and how far that is from what is said. */
  #calibration(): { accuracy: number; calibration_error: number } {
    const said = new Float64Array(BINS), right = new Float64Array(BINS);
    const told = this.#rows.filter(({ real }) => !real);
    for (const { target, shares } of told) {
      const sure = Math.max(...shares);
      const bin = Math.min(BINS - 1, Math.floor(sure * BINS));
      said[bin] = (said[bin] ?? 0) + sure;
      right[bin] = (right[bin] ?? 0) + Number(shares[target] === sure);
    }
    const count = Math.max(1, told.length);
    const error = said.reduce((sum, of, bin) => sum + Math.abs(of - (right[bin] ?? 0)), 0);
    return {
      accuracy: rounded(right.reduce((sum, of) => sum + of, 0) / count),
      calibration_error: rounded(error / count),
    };
  }
}

function sumOf(shares: readonly number[], counted: readonly boolean[]): number {
  return shares.reduce((sum, share, at) => sum + (counted[at] ? share : 0), 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

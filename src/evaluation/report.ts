/**
 * Figures over all rows and by source, strict labels first, weak ones apart,
 * then the sources that have both as a whole.
 *
 * @module
 */
import {
  type CategoryFigures,
  type IntentFigures,
  measureCategories,
  measureIntents,
} from "./figures.ts";
import type { Outcome } from "./outcome.ts";

/** The figures of one set of rows. */
export interface Section {
  /** "all", or the source. */
  readonly name: string;
  /** How its rows were labelled; `both` where a source has strict and weak ones. */
  readonly map: "strict" | "weak" | "both";
  readonly rows: number;
  /** SHA-256 of the rows, shortened: figures compare only on the same rows. */
  readonly data: string;
  /** `null` where no row has a label. */
  readonly intents: IntentFigures | null;
  /** `null` where no inquiry has a category. */
  readonly categories: CategoryFigures | null;
}

/** A whole evaluation. */
export interface Report {
  /** "as shipped", or how training rows were kept apart from the rows measured. */
  readonly method: string;
  /** Version of the scorer's weights; `null` where each fold had its own. */
  readonly scorer: string | null;
  /** Strict, then weak, then both; "all" before its sources, where there are several. */
  readonly sections: readonly Section[];
}

/** How a report is put together. */
export interface ReportOptions {
  readonly method: string;
  readonly scorer: string | null;
  /** Confidence below which a row counts as escalated. */
  readonly escalate_below: number;
  /** Which section a row belongs to; by default its source's. */
  readonly sectionOf?: (outcome: Outcome) => string;
}

/** Characters of a fingerprint. */
const FINGERPRINT_CHARACTERS = 16;

/** Measures judged rows, all together and by section. */
export async function buildReport(
  outcomes: readonly Outcome[],
  options: ReportOptions,
): Promise<Report> {
  const sectionOf = options.sectionOf ?? (({ row }) => row.source);
  const byMap = Map.groupBy(outcomes, ({ row }) => row.map);
  const strict = Map.groupBy(byMap.get("strict") ?? [], sectionOf);
  const weak = Map.groupBy(byMap.get("weak") ?? [], sectionOf);
  const both = Map.groupBy(
    outcomes.filter((outcome) => strict.has(sectionOf(outcome)) && weak.has(sectionOf(outcome))),
    sectionOf,
  );
  const sections: Promise<Section>[] = [];
  for (const [map, byName] of [["strict", strict], ["weak", weak], ["both", both]] as const) {
    if (byName.size > 1) sections.push(measure("all", map, [...byName.values()].flat(), options));
    for (const name of [...byName.keys()].sort()) {
      sections.push(measure(name, map, byName.get(name) ?? [], options));
    }
  }
  return {
    method: options.method,
    scorer: options.scorer,
    sections: await Promise.all(sections),
  };
}

async function measure(
  name: string,
  map: Section["map"],
  outcomes: readonly Outcome[],
  options: ReportOptions,
): Promise<Section> {
  return {
    name,
    map,
    rows: outcomes.length,
    data: await fingerprint(outcomes),
    intents: measureIntents(outcomes, options.escalate_below),
    categories: measureCategories(outcomes),
  };
}

/** Does not depend on the order of rows: folds shuffle them. */
async function fingerprint(outcomes: readonly Outcome[]): Promise<string> {
  const rows = outcomes.map(({ row: { text, label, category } }) =>
    JSON.stringify([text, label ?? null, category ?? null])
  ).sort();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(rows.join("\n")));
  return new Uint8Array(digest).toHex().slice(0, FINGERPRINT_CHARACTERS);
}

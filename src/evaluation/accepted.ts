/**
 * The last accepted figures, and whether new ones fall behind them.
 *
 * @module
 */
import { z } from "zod";
import type { Report, Section } from "./report.ts";

/** By how much a figure may be worse before it counts as a fall: one point. */
export const TOLERANCE = 0.01;

/** What is kept of a section; `better` says which way is up. */
const FIGURES = {
  accuracy: { better: "higher", of: ({ intents }) => intents?.accuracy },
  macro_f1: { better: "higher", of: ({ intents }) => intents?.macro_f1 },
  accuracy_at_60: { better: "higher", of: ({ intents }) => intents?.accuracy_at_60 },
  ece: { better: "lower", of: ({ intents }) => intents?.ece },
  category_macro_f1: { better: "higher", of: ({ categories }) => categories?.macro_f1 },
  category_answered_share: { better: "higher", of: ({ categories }) => categories?.answered_share },
} as const satisfies Record<
  string,
  { better: "higher" | "lower"; of: (section: Section) => number | undefined }
>;

type FigureName = keyof typeof FIGURES;

const NAMES = Object.keys(FIGURES) as FigureName[];
const DECIMALS = 4;
/** Accepted figures are rounded; a fall of exactly one point is still within tolerance. */
const ROUNDING = 10 ** -DECIMALS;

const acceptedSection = z.strictObject({
  name: z.string(),
  map: z.enum(["strict", "weak", "both"]),
  rows: z.int(),
  data: z.string(),
  figures: z.partialRecord(z.enum(NAMES), z.number()),
});

/** Schema of `fixtures/evaluation.json`: by method, the sections' figures. */
export const acceptedFigures = z.record(z.string(), z.array(acceptedSection));

/** Accepted figures, by method. */
export type AcceptedFigures = z.infer<typeof acceptedFigures>;

/** A section whose figures were compared, or could not be. */
export interface Comparison {
  /** "messages strict", say. */
  readonly section: string;
  /** `new`: none accepted for these rows, because the section or its rows are new. */
  readonly state: "same" | "fell" | "new";
  /** Figures that are worse by more than {@linkcode TOLERANCE}. */
  readonly falls: readonly {
    readonly figure: string;
    readonly accepted: number;
    readonly measured: number;
  }[];
}

/** Compares each section with the figures accepted for the same rows. */
export function compare(report: Report, accepted: AcceptedFigures): Comparison[] {
  return report.sections.map((section) => {
    const before = accepted[report.method]?.find((entry) =>
      entry.name === section.name && entry.map === section.map && entry.data === section.data
    );
    const falls = NAMES.flatMap((figure) => {
      const was = before?.figures[figure];
      const is = FIGURES[figure].of(section);
      if (was === undefined || is === undefined) return [];
      const loss = FIGURES[figure].better === "higher" ? was - is : is - was;
      return loss > TOLERANCE + ROUNDING ? [{ figure, accepted: was, measured: is }] : [];
    });
    return {
      section: `${section.name} ${section.map}`,
      state: before === undefined ? "new" : falls.length > 0 ? "fell" : "same",
      falls,
    };
  });
}

/** The accepted figures with those of the report put in their place. */
export function accept(report: Report, accepted: AcceptedFigures): AcceptedFigures {
  const kept = (accepted[report.method] ?? []).filter((entry) =>
    !report.sections.some(({ name, map }) => name === entry.name && map === entry.map)
  );
  const entries = report.sections.map((section) => ({
    name: section.name,
    map: section.map,
    rows: section.rows,
    data: section.data,
    figures: Object.fromEntries(NAMES.flatMap((figure) => {
      const value = FIGURES[figure].of(section);
      return value === undefined ? [] : [[figure, Number(value.toFixed(DECIMALS))]];
    })),
  }));
  return { ...accepted, [report.method]: [...kept, ...entries] };
}

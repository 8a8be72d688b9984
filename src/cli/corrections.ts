/**
 * Reads what people said of stored cases, for `train --corrections` and
 * `evaluate --corrections`.
 *
 * @module
 */
import { openStore } from "../compose/compose.ts";
import { readConfig } from "../config.ts";
import type { LabelledRow } from "../evaluation/dataset.ts";
import type { CheckedRow } from "../evaluation/live_figures.ts";
import { UsageError } from "./command.ts";

/** A case that a person has looked at. */
export interface CorrectedCase extends CheckedRow {
  /** For training; `null` once the text is erased. */
  readonly row: LabelledRow | null;
}

/** The name by which corrected cases go among the sources of training rows. */
export const CORRECTIONS_SOURCE = "corrections";

/**
 * Reads all of them from the configured store, oldest first.
 *
 * @throws {UsageError} When the store cannot be read.
 */
export async function readCorrections(): Promise<CorrectedCase[]> {
  try {
    const store = await openStore(readConfig());
    try {
      const cases: CorrectedCase[] = [];
      for await (const { case_id, text, category, ...checked } of store.correctedRows()) {
        const row: LabelledRow | null = text === null ? null : {
          id: case_id,
          source: CORRECTIONS_SOURCE,
          text,
          label: checked.label,
          ...(category !== null && { category }),
          map: "strict",
        };
        cases.push({ ...checked, row });
      }
      return cases;
    } finally {
      await store.close();
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

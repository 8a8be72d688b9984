/**
 * Local scores of labelled messages by scorers that have not seen their source.
 *
 * @module
 */
import { readRows } from "../../src/evaluation/dataset.ts";
import { readCorpus } from "../../src/training/corpus.ts";
import { calibrated, fitCalibration } from "../../src/training/fit_calibration.ts";
import { leaveSourcesOut } from "../../src/training/held_out.ts";
import type { Known } from "./simulated_opinion.ts";

/** Sources whose authors are customers, not maintainers, and whose labels are not noise. */
const ABOUT_CUSTOMERS = (name: string) => !/^nlbse|^lanwuwei|^vu_reviews/.test(name);

/** Truth and local scores of every row of a source about customers. */
export async function heldOutScores(paths: readonly string[]): Promise<Known[]> {
  const corpus = readCorpus(await readRows(paths));
  const held_out = leaveSourcesOut(corpus, corpus.rows);
  const calibration = fitCalibration(held_out);
  return held_out.filter(({ name }) => ABOUT_CUSTOMERS(name)).flatMap(({ scored }) =>
    scored.flatMap((row) => {
      const { label } = row.row.row;
      return label === undefined ? [] : [{ label, local: calibrated(row, calibration) }];
    })
  );
}

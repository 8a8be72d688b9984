/**
 * How often verdicts were right against how sure they were said to be.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import { scaleLinear } from "d3-scale";
import type { ReliabilityBin } from "../quality_figures.ts";
import { percent } from "../words.ts";
import { AREA, Plot, round, ticksOf } from "./plot.tsx";

/** Height of the fullest bin's bar of counts, in pixels. */
const COUNT_HEIGHT = 40;
/** Least and most radius of a dot, in pixels. */
const DOT = { min: 3, max: 8 } as const;

/** Draws the reliability diagram. On the dashed line confidence is what it says. */
export function ReliabilityChart({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  const x = scaleLinear([0, 1], [AREA.left, AREA.right]);
  const y = scaleLinear([0, 1], [AREA.bottom, AREA.top]);
  const fullest = Math.max(1, ...bins.map((bin) => bin.cases));
  return (
    <Plot
      title="Reliability diagram; the numbers are in the table"
      x={{ name: "how sure", ticks: ticksOf(x, 5, percent) }}
      y={{ name: "how often right", ticks: ticksOf(y, 5, percent) }}
    >
      {bins.map(({ from, to, cases }) => (
        <rect
          class="volume"
          x={round(x(from) + 1)}
          width={round(x(to) - x(from) - 2)}
          y={round(AREA.bottom - cases / fullest * COUNT_HEIGHT)}
          height={round(cases / fullest * COUNT_HEIGHT)}
        />
      ))}
      <line class="ideal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {bins.filter((bin) => bin.cases > 0).map(({ confidence, right, cases }) => (
        <circle
          class="dot"
          cx={round(x(confidence))}
          cy={round(y(right))}
          r={round(DOT.min + (DOT.max - DOT.min) * Math.sqrt(cases / fullest))}
        />
      ))}
    </Plot>
  );
}

/**
 * How often the verdict is wrong among the cases the service is surest of.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import { scaleLinear } from "d3-scale";
// @ts-types="@d3/types/shape.d.ts"
import { line } from "d3-shape";
import type { RiskPoint } from "../quality_figures.ts";
import { percent } from "../words.ts";
import { AREA, Plot, round, ticksOf } from "./plot.tsx";

/** Draws the risk-coverage curve. */
export function RiskChart({ points }: { readonly points: readonly RiskPoint[] }) {
  const highest = Math.max(0.1, ...points.map((point) => point.risk));
  const x = scaleLinear([0, 1], [AREA.left, AREA.right]);
  const y = scaleLinear([0, highest], [AREA.bottom, AREA.top]).nice();
  const path = line<RiskPoint>(({ coverage }) => round(x(coverage)), ({ risk }) => round(y(risk)));
  return (
    <Plot
      title="Risk-coverage curve; the numbers are in the table"
      x={{ name: "share of cases, the surest first", ticks: ticksOf(x, 5, percent) }}
      y={{ name: "share wrong", ticks: ticksOf(y, 5, percent) }}
    >
      <path class="curve" d={path([...points]) ?? ""} />
    </Plot>
  );
}

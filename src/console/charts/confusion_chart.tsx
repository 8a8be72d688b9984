/**
 * What the service said against what people said.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import { scaleBand, scaleSqrt } from "d3-scale";
import { type Intent, INTENTS } from "../../triage/domain/intent.ts";
import { AREA, Plot, round } from "./plot.tsx";

const SHORT: Readonly<Record<Intent, string>> = {
  bug_report: "bug",
  feature_request: "feature",
  general_inquiry: "inquiry",
};
/** Opacity of the fullest cell: its number must stay readable. */
const MAX_OPACITY = 0.45;

/** Draws the confusion matrix. `cell` counts cases by what the service and what a person said. */
export function ConfusionChart(
  { cell }: { readonly cell: (first: Intent, verdict: Intent) => number },
) {
  const x = scaleBand([...INTENTS], [AREA.left + 16, AREA.right]).padding(0.06);
  const y = scaleBand([...INTENTS], [AREA.top, AREA.bottom]).padding(0.06);
  const cells = INTENTS.flatMap((first) =>
    INTENTS.map((verdict) => ({ first, verdict, cases: cell(first, verdict) }))
  );
  const opacity = scaleSqrt([0, Math.max(1, ...cells.map(({ cases }) => cases))], [0, MAX_OPACITY]);
  const middle = (at: number | undefined, width: number) => (at ?? 0) + width / 2;
  return (
    <Plot
      title="Confusion matrix; the numbers are in the table"
      x={{
        name: "people said",
        ticks: INTENTS.map((intent) => ({
          at: middle(x(intent), x.bandwidth()),
          text: SHORT[intent],
        })),
      }}
      y={{ name: "the service said", ticks: [] }}
    >
      {INTENTS.map((intent) => (
        <text
          x={AREA.left + 12}
          y={round(middle(y(intent), y.bandwidth()) + 4)}
          text-anchor="end"
        >
          {SHORT[intent]}
        </text>
      ))}
      {cells.map(({ first, verdict, cases }) => (
        <g>
          <rect
            class="cell"
            x={round(x(verdict) ?? 0)}
            y={round(y(first) ?? 0)}
            width={round(x.bandwidth())}
            height={round(y.bandwidth())}
            rx={6}
            fill-opacity={Math.max(0.06, Math.round(100 * opacity(cases)) / 100)}
          />
          <text
            class="on-cell"
            x={round(middle(x(verdict), x.bandwidth()))}
            y={round(middle(y(first), y.bandwidth()) + 5)}
            text-anchor="middle"
          >
            {cases}
          </text>
        </g>
      ))}
    </Plot>
  );
}

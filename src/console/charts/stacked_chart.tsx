/**
 * Amounts by day, the parts of each day on top of each other.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import { scaleBand, scaleLinear } from "d3-scale";
// @ts-types="@d3/types/shape.d.ts"
import { stack } from "d3-shape";
import { AREA, Plot, round, ticksOf } from "./plot.tsx";

/** One day's amounts, by part. */
export interface StackedDay<Part extends string> {
  readonly day: string;
  readonly amounts: Readonly<Record<Part, number>>;
}

/** What the chart shows. */
export interface StackedChartProps<Part extends string> {
  readonly title: string;
  readonly name: string;
  readonly days: readonly StackedDay<Part>[];
  /** In the order in which they are stacked; each is drawn in the colour of its name. */
  readonly parts: readonly Part[];
  /** Top of the y axis; left out, the highest day. */
  readonly highest?: number;
  readonly write: (amount: number) => string;
}

/** Dates written under the axis, at most. */
const MAX_DATES = 5;

/** Draws a bar for each day. */
export function StackedChart<Part extends string>(props: StackedChartProps<Part>) {
  const { title, name, days, parts, write } = props;
  const sums = days.map(({ amounts }) => parts.reduce((sum, part) => sum + amounts[part], 0));
  const highest = props.highest ?? Math.max(...sums, Number.MIN_VALUE);
  const x = scaleBand(days.map(({ day }) => day), [AREA.left, AREA.right]).padding(0.15);
  const y = scaleLinear([0, highest], [AREA.bottom, AREA.top]);
  if (props.highest === undefined) y.nice();
  const layers = stack<unknown, StackedDay<Part>, Part>().keys(parts)
    .value(({ amounts }, part) => amounts[part])([...days]);
  const step = Math.max(1, Math.ceil(days.length / MAX_DATES));
  return (
    <Plot
      title={title}
      x={{
        name: "day",
        ticks: days.filter((_, index) => index % step === 0).map(({ day }) => ({
          at: (x(day) ?? 0) + x.bandwidth() / 2,
          text: day.slice(5),
        })),
      }}
      y={{ name, ticks: ticksOf(y, 4, write) }}
    >
      {layers.map((layer) => (
        <g class={layer.key}>
          {layer.map(([from, to], index) => {
            const day = days[index]?.day ?? "";
            return to > from && (
              <rect
                x={round(x(day) ?? 0)}
                width={round(x.bandwidth())}
                y={round(y(to))}
                height={round(y(from) - y(to))}
              />
            );
          })}
        </g>
      ))}
    </Plot>
  );
}

/**
 * The plot that every chart is drawn in: a frame, a grid, two named axes.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import type { ScaleLinear } from "d3-scale";
import type { ComponentChildren } from "preact";

/** Size of a chart and its margins, in units of the drawing: pixels on a narrow screen. */
export const PLOT = { width: 340, height: 240, left: 56, right: 18, top: 10, bottom: 38 } as const;

/** Inner edges of the plot. */
export const AREA = {
  left: PLOT.left,
  right: PLOT.width - PLOT.right,
  top: PLOT.top,
  bottom: PLOT.height - PLOT.bottom,
} as const;

/** A tick with its text. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** What a plot shows. */
export interface PlotProps {
  /** Read to those who do not see the drawing: what it shows and where the numbers are. */
  readonly title: string;
  readonly x: { readonly name: string; readonly ticks: readonly Tick[] };
  readonly y: { readonly name: string; readonly ticks: readonly Tick[] };
  readonly children: ComponentChildren;
}

/** Draws the frame and, over it, the children. */
export function Plot({ title, x, y, children }: PlotProps) {
  return (
    <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} role="img" aria-label={title}>
      {y.ticks.map(({ at, text }) => (
        <g>
          <line class="grid" x1={AREA.left} x2={AREA.right} y1={round(at)} y2={round(at)} />
          <text x={AREA.left - 6} y={round(at + 4)} text-anchor="end">{text}</text>
        </g>
      ))}
      {x.ticks.map(({ at, text }) => (
        <text x={round(at)} y={AREA.bottom + 15} text-anchor="middle">{text}</text>
      ))}
      <text x={(AREA.left + AREA.right) / 2} y={PLOT.height - 4} text-anchor="middle">
        {x.name}
      </text>
      <text
        transform={`translate(11 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {y.name}
      </text>
      {children}
    </svg>
  );
}

/** The ticks of a scale, written by `text`. */
export function ticksOf(
  scale: ScaleLinear<number, number>,
  count: number,
  text: (value: number) => string,
): Tick[] {
  return scale.ticks(count).map((value) => ({ at: scale(value), text: text(value) }));
}

/** Tenths of a pixel are enough. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

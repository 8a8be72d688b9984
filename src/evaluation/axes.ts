/**
 * Axes for shares, in percent.
 *
 * @module
 */
// @ts-types="@d3/types/scale.d.ts"
import { scaleLinear } from "d3-scale";
import { label, round } from "./drawing.ts";

/** A plot area inside a drawing, in pixels. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where shares fall in a plot area. */
export interface Scales {
  x(share: number): number;
  y(share: number): number;
}

const GRID = "#dddddd";

/** Axes with their grid, ticks in percent and names. `highest` is the top of the y axis. */
export function axes(
  area: PlotArea,
  names: { readonly x: string; readonly y: string },
  highest = 1,
): { scales: Scales; svg: string } {
  const x = scaleLinear([0, 1], [area.left, area.left + area.width]);
  const y = scaleLinear([0, highest], [area.top + area.height, area.top]);
  const bottom = area.top + area.height;
  const lines = [
    ...x.ticks(5).map((tick) =>
      line(x(tick), area.top, x(tick), bottom) +
      label(x(tick), bottom + 14, "middle", percent(tick))
    ),
    ...y.ticks(5).map((tick) =>
      line(area.left, y(tick), area.left + area.width, y(tick)) +
      label(area.left - 5, y(tick) + 4, "end", percent(tick))
    ),
    label(area.left + area.width / 2, bottom + 30, "middle", names.x),
    `<g transform="translate(${area.left - 38} ${area.top + area.height / 2}) rotate(-90)">` +
    label(0, 0, "middle", names.y) + "</g>",
  ];
  return { scales: { x: (share) => x(share), y: (share) => y(share) }, svg: lines.join("\n") };
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ` +
    `stroke="${GRID}"/>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/**
 * Draws how often the answer is wrong among the rows one is surest of.
 *
 * @module
 */
// @ts-types="@d3/types/shape.d.ts"
import { line } from "d3-shape";
import { axes } from "./axes.ts";
import { drawing, label, round } from "./drawing.ts";
import type { Panel } from "./reliability_diagram.ts";
import type { RiskPoint } from "./risk_coverage.ts";

/** Colours that stay apart for the colour-blind (Okabe & Ito 2008, "Color Universal Design"). */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
  .concat(["#000000", "#8c6d31"]);
const AREA = { left: 56, top: 36, width: 440, height: 300 };
const LEGEND_WIDTH = 250;
/** The y axis ends at the next tenth above the worst risk. */
const TENTHS = 10;

/** An SVG file with one curve for each panel. */
export function riskCoverageDiagram(title: string, panels: readonly Panel[]): string {
  const risks = panels.flatMap(({ figures }) => figures.risk_coverage.map(({ risk }) => risk));
  const highest = Math.max(1, Math.ceil(Math.max(0, ...risks) * TENTHS)) / TENTHS;
  const frame = axes(AREA, { x: "share answered, the surest first", y: "share wrong" }, highest);
  const path = line<RiskPoint>(
    ({ coverage }) => round(frame.scales.x(coverage)),
    ({ risk }) => round(frame.scales.y(risk)),
  );
  const curves = panels.map(({ name, figures }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const dash = index < COLOURS.length ? "" : ' stroke-dasharray="5 3"';
    const y = AREA.top + 12 + index * 18;
    const x = AREA.left + AREA.width + 16;
    return [
      `<path d="${path([...figures.risk_coverage])}" fill="none" stroke="${colour}" ` +
      `stroke-width="2"${dash}/>`,
      `<line x1="${x}" y1="${y - 4}" x2="${x + 22}" y2="${y - 4}" stroke="${colour}" ` +
      `stroke-width="2"${dash}/>`,
      label(x + 28, y, "start", `${name} (${figures.rows} rows)`),
    ].join("\n");
  });
  return drawing(
    { width: AREA.left + AREA.width + LEGEND_WIDTH, height: AREA.top + AREA.height + 44, title },
    [label(10, 18, "start", title, ' font-size="14"'), frame.svg, ...curves].join("\n"),
  );
}

/**
 * Draws how often answers were right against how sure they were said to be
 * (Niculescu-Mizil & Caruana 2005, "Predicting Good Probabilities").
 *
 * @module
 */
import { axes, type PlotArea, type Scales } from "./axes.ts";
import { drawing, label, round } from "./drawing.ts";
import type { IntentFigures } from "./figures.ts";
import type { CalibrationBin } from "./calibration_error.ts";

/** Figures of one set of rows, under its name. */
export interface Panel {
  readonly name: string;
  readonly figures: IntentFigures;
}

const DOT = "#0072b2";
const GAP = "#d55e00";
const COLUMNS = 3;
const CELL = { width: 250, height: 270 };
const AREA = { left: 52, top: 40, width: 176, height: 180 };
/** Height that the fullest bin's row count has at the foot of a panel, in pixels. */
const COUNT_HEIGHT = 36;

/** An SVG file with one small diagram for each panel. */
export function reliabilityDiagram(title: string, panels: readonly Panel[]): string {
  const columns = Math.max(1, Math.min(COLUMNS, panels.length));
  const rows = Math.ceil(panels.length / columns);
  const cells = panels.map((panel, index) => {
    const left = index % columns * CELL.width;
    const top = 24 + Math.floor(index / columns) * CELL.height;
    return drawPanel(panel, { ...AREA, left: AREA.left + left, top: AREA.top + top });
  });
  return drawing(
    { width: columns * CELL.width, height: 24 + rows * CELL.height, title },
    [label(10, 18, "start", title, ' font-size="14"'), ...cells].join("\n"),
  );
}

function drawPanel({ name, figures }: Panel, area: PlotArea): string {
  const { scales, svg } = axes(area, { x: "confidence", y: "share right" });
  const fullest = Math.max(...figures.calibration.map((bin) => bin.rows));
  return [
    label(area.left, area.top - 20, "start", name, ' font-weight="bold"'),
    label(area.left, area.top - 6, "start", `${figures.rows} rows, ECE ${figures.ece.toFixed(3)}`),
    svg,
    ...figures.calibration.map((bin) => drawCount(bin, fullest, area, scales)),
    `<line x1="${area.left}" y1="${area.top + area.height}" x2="${area.left + area.width}" ` +
    `y2="${area.top}" stroke="#666666" stroke-dasharray="4 3"/>`,
    ...figures.calibration.filter((bin) => bin.rows > 0).map((bin) => drawBin(bin, scales)),
  ].join("\n");
}

/** A bar at the foot: how many rows the bin has. */
function drawCount(bin: CalibrationBin, fullest: number, area: PlotArea, { x }: Scales): string {
  const height = fullest === 0 ? 0 : bin.rows / fullest * COUNT_HEIGHT;
  if (height === 0) return "";
  return `<rect x="${round(x(bin.from))}" y="${round(area.top + area.height - height)}" ` +
    `width="${round(x(bin.to) - x(bin.from) - 1)}" height="${round(height)}" fill="#cccccc"/>`;
}

/** A dot where the bin is, and a line to where it should be. */
function drawBin({ confidence, accuracy, rows }: CalibrationBin, { x, y }: Scales): string {
  const [cx, cy, due] = [round(x(confidence)), round(y(accuracy)), round(y(confidence))];
  return `<line x1="${cx}" y1="${due}" x2="${cx}" y2="${cy}" stroke="${GAP}"/>` +
    `<circle cx="${cx}" cy="${cy}" r="4" fill="${DOT}">` +
    `<title>${rows} rows: ${accuracy.toFixed(3)} right at ${
      confidence.toFixed(3)
    }</title></circle>`;
}

/**
 * SVG text: what every diagram here is written with.
 *
 * @module
 */
const INK = "#333333";

/** A whole drawing, readable on light and dark pages, with a title for those who do not see it. */
export function drawing(
  { width, height, title }: { width: number; height: number; title: string },
  content: string,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
    `width="${width}" height="${height}" font-family="sans-serif" font-size="11" fill="${INK}">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    content,
    "</svg>\n",
  ].join("\n");
}

/** A text at a point. */
export function label(
  x: number,
  y: number,
  anchor: "start" | "middle" | "end",
  text: string,
  attributes = "",
): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${attributes}>` +
    `${escape(text)}</text>`;
}

/** Tenths of a pixel: files stay small and the same on every machine. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Text as XML: marks escaped, control characters (which XML forbids) left out. */
function escape(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

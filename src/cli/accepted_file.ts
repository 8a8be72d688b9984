/**
 * Where accepted figures are kept.
 *
 * @module
 */
import { type AcceptedFigures, acceptedFigures } from "../evaluation/accepted.ts";
import { UsageError } from "./command.ts";

/**
 * Reads accepted figures; none where there is no file.
 *
 * @throws {UsageError} When the file is not what this command writes.
 */
export async function readAccepted(path: string): Promise<AcceptedFigures> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return acceptedFigures.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${path} does not hold accepted figures`);
  }
}

/** Writes accepted figures, one section a line, so that a change reads well in a diff. */
export async function writeAccepted(path: string, figures: AcceptedFigures): Promise<void> {
  const methods = Object.entries(figures).map(([method, sections]) => {
    const lines = sections.map((section) => `    ${JSON.stringify(section)}`);
    return `  ${JSON.stringify(method)}: [\n${lines.join(",\n")}\n  ]`;
  });
  await Deno.writeTextFile(path, `{\n${methods.join(",\n")}\n}\n`);
}

/**
 * What a letter says of the pages it offers: their answers, in the catalogue's
 * own words.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";

/** The answers of pages as a paragraph, "" where the catalogue gives none. */
export function answerOf(resources: readonly Resource[]): string {
  const answered = resources.flatMap(({ title, answer }) => answer ? [{ title, answer }] : []);
  if (resources.length === 1) return answered.map(({ answer }) => `In short: ${answer}`).join("");
  return answered.map(({ title, answer }) => `${title}: ${answer}`).join("\n");
}

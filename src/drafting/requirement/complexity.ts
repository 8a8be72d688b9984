/**
 * How much work a wish looks like, by what it touches: the heaviest that the
 * wish itself names counts, then what the message speaks of. The words are in
 * rules/tables/effort.ts.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { ProductRequirement } from "../../triage/domain/reply.ts";

/** A stretch of the text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Low, Medium or High.
 *
 * @param sentences What of the message is drafted from.
 * @param wish The stretch that tells the wish, where one does.
 * @param components How many parts of the product it touches.
 */
export function estimateComplexity(
  sentences: readonly Sentence[],
  wish: Stretch | null,
  components: number,
): ProductRequirement["complexity_estimate"] {
  const named = new Set<string>(), told = new Set<string>();
  for (const { fired } of sentences) {
    for (const { rule, start, end } of fired) {
      told.add(rule);
      if (wish !== null && start >= wish.start && end <= wish.end) named.add(rule);
    }
  }
  if (named.has("effort/heavy")) return "High";
  if (named.has("effort/light")) return components > 2 ? "Medium" : "Low";
  if (named.has("effort/medium")) return components > 3 ? "High" : "Medium";
  return told.has("effort/heavy") || told.has("effort/medium") || components > 2 ? "Medium" : "Low";
}

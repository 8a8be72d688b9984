/**
 * The evidence that an explanation shows.
 *
 * @module
 */
import type { Product } from "./catalog.ts";
import { detailEvidence } from "./details.ts";
import type { Intent } from "./intent.ts";
import type { Evidence } from "./judgement.ts";
import { strangeLinks } from "./links.ts";

/**
 * What spoke for the intents and, for a bug, the details an engineer looks for.
 * A span that holds a link from elsewhere is left out: no such link leaves the
 * service, not even as a quotation.
 */
export function shownEvidence(
  spoken: readonly Evidence[],
  text: string,
  intent: Intent,
  product: Product,
): Evidence[] {
  const allowed = new Set(product.resources.map(({ url }) => url));
  return [...spoken, ...(intent === "bug_report" ? detailEvidence(text) : [])]
    .filter((evidence) => strangeLinks(evidence.text, allowed).length === 0);
}

/**
 * The evidence that an explanation shows.
 *
 * @module
 */
import type { Product } from "./domain/catalog.ts";
import { detailEvidence } from "./domain/details.ts";
import type { Intent } from "./domain/intent.ts";
import type { Evidence } from "./domain/judgement.ts";
import { strangeLinks } from "./text/links.ts";
import { inMessage, type OwnWords } from "./text/own_words.ts";

/**
 * What spoke for the intents and, for a bug, the details an engineer looks for,
 * each where it stands in the message as sent. A span that holds a link from
 * elsewhere is left out: no such link leaves the service, not even as a quotation.
 *
 * @param spoken Its offsets count characters of the own words.
 */
export function shownEvidence(
  spoken: readonly Evidence[],
  message: string,
  own: OwnWords,
  intent: Intent,
  product: Product,
): Evidence[] {
  const allowed = new Set(product.resources.map(({ url }) => url));
  return [...spoken, ...(intent === "bug_report" ? detailEvidence(own.text) : [])]
    .map((evidence) => {
      const { start, end } = inMessage(own, evidence.start, evidence.end);
      return { ...evidence, text: message.slice(start, end), start, end };
    })
    .filter((evidence) => strangeLinks(evidence.text, allowed).length === 0);
}

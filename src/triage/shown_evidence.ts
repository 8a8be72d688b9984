/**
 * The evidence that an explanation shows.
 *
 * @module
 */
import type { Product } from "./domain/catalog.ts";
import { detailEvidence } from "./domain/details.ts";
import type { Intent } from "./domain/intent.ts";
import type { Evidence } from "./domain/judgement.ts";
import { mayHoldLink, strangeLinks } from "./text/links.ts";
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
  return shownSpans(
    [...spoken, ...(intent === "bug_report" ? detailEvidence(own.text) : [])],
    message,
    own,
    product,
  );
}

/** Spans of the own words where they stand in the message as sent, but those with a link from elsewhere. */
export function shownSpans<Span extends { text: string; start: number; end: number }>(
  spans: readonly Span[],
  message: string,
  own: OwnWords,
  product: Product,
): Span[] {
  const shown = spans.map((span) => {
    const { start, end } = inMessage(own, span.start, span.end);
    return { ...span, text: message.slice(start, end), start, end };
  });
  if (!mayHoldLink(message)) return shown;
  const allowed = new Set(product.resources.map(({ url }) => url));
  return shown.filter(({ text }) => strangeLinks(text, allowed).length === 0);
}

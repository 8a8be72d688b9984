/**
 * What every part of a draft is made from: the request, the message taken
 * apart, and the names under which product and customer are spoken of.
 *
 * @module
 */
import type { DraftRequest } from "../triage/ports.ts";
import { internalWords } from "../triage/firewall.ts";
import { type MessageParts, partsOf } from "./message_parts.ts";
import { safeLine, safeProductName, withoutPersonalData } from "./safe_words.ts";

/** What a draft is made from. */
export interface DraftContext {
  readonly request: DraftRequest;
  readonly parts: MessageParts;
  /** The message as one line of plain text, without links and personal data. */
  readonly text: string;
  /** The product's name where it can be printed, else `null`. */
  readonly product: string | null;
  /** How the product is called in a sentence: "the app", "the web portal", its name. */
  readonly thing: string;
}

// Cues are looked for in this much of a message.
const TEXT_CHARACTERS = 4_000;
// Read a little further, so that no number is cut before it is known for what it is.
const OPENING_CHARACTERS = 4_400;
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/\bweb portal\b/i, "the web portal"],
  [/\bportal\b/i, "the portal"],
  [/\bapp\b/i, "the app"],
];

/** Prepares a draft. */
export function contextOf(request: DraftRequest): DraftContext {
  const { document, product_name } = request;
  const named = safeProductName(product_name);
  const product = named === null || internalWords(named, document.text).length > 0 ? null : named;
  const opening = withoutPersonalData(safeLine(document.text.slice(0, OPENING_CHARACTERS)));
  return {
    request,
    parts: partsOf(document, request.evidence, withoutPersonalData),
    text: opening.slice(0, TEXT_CHARACTERS),
    product,
    thing: THINGS.find(([pattern]) => pattern.test(product ?? ""))?.[1] ?? product ?? "the product",
  };
}

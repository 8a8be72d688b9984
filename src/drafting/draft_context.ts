/**
 * What every part of a draft is made from: the request, the message taken
 * apart, and the names under which product and customer are spoken of.
 *
 * @module
 */
import type { DraftRequest } from "../triage/ports.ts";
import { internalWords } from "../triage/firewall.ts";
import { sensitiveSpans } from "../triage/sensitive_text.ts";
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
  const whole = safeLine(document.text);
  // Looked for once in the whole; most messages hold none and no line is searched again.
  const personal = sensitiveSpans(whole).length > 0;
  const withoutPersonal = personal ? withoutPersonalData : (line: string) => line;
  return {
    request,
    parts: partsOf(document, request.evidence, withoutPersonal),
    text: withoutPersonal(whole.slice(0, TEXT_CHARACTERS)),
    product,
    thing: THINGS.find(([pattern]) => pattern.test(product ?? ""))?.[1] ?? product ?? "the product",
  };
}

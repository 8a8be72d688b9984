/**
 * What every part of a draft is made from: the request, the message taken
 * apart, and the names under which product and customer are spoken of.
 *
 * @module
 */
import type { DraftRequest } from "../../triage/domain/ports.ts";
import type { Sentence } from "../../triage/text/document.ts";
import { internalWords } from "../../triage/guard/firewall.ts";
import { UNNAMED_PRODUCT } from "../../triage/domain/message.ts";
import { excerptOf, joinedLines, type Show, showOf } from "./excerpt.ts";
import { type MessageParts, partsOf } from "./message_parts.ts";
import { Roles } from "./roles.ts";
import { SpanReader } from "./span_model.ts";
import { safeProductName } from "./safe_words.ts";

/** What a draft is made from. */
export interface DraftContext {
  readonly request: DraftRequest;
  /** The sentences that are drafted from, in order. */
  readonly sentences: readonly Sentence[];
  readonly parts: MessageParts;
  readonly show: Show;
  /** Its stretches: what fails, what is wished for, …. */
  readonly spans: SpanReader;
  /** What its clauses say: the fault, a step, the wish, its reason, …. */
  readonly roles: Roles;
  /** What is drafted from as one line of plain text, without links and personal data. */
  readonly text: string;
  /** The product's name where it can be printed, else `null`. */
  readonly product: string | null;
  /** How the product is called in a sentence: "the app", "the web portal", its name. */
  readonly thing: string;
}

const THINGS: readonly (readonly [RegExp, string])[] = [
  [/\bweb portal\b/i, "the web portal"],
  [/\bportal\b/i, "the portal"],
  [/\bapp\b/i, "the app"],
];

/** Prepares a draft. */
export function contextOf(request: DraftRequest): DraftContext {
  const { document, product_name } = request;
  const named = isUnnamed(product_name) ? null : safeProductName(product_name, request.product);
  const product = named === null || internalWords(named, document.text).length > 0 ? null : named;
  const show = showOf(document);
  const lines = excerptOf(document, request.intent, show);
  const sentences = lines.map(({ sentence }) => sentence);
  let text: string | null = null;
  return {
    request,
    show,
    sentences,
    spans: new SpanReader(sentences, request.evidence, request.intent),
    roles: new Roles(sentences, document.text, request.intent),
    parts: partsOf(document.own, lines, request.evidence),
    // Most drafts never ask for it.
    get text() {
      return text ??= joinedLines(lines);
    },
    product,
    thing: THINGS.find(([pattern]) => pattern.test(product ?? ""))?.[1] ?? spoken(product),
  };
}

function isUnnamed(product: string): boolean {
  return product.trim().toLowerCase() === UNNAMED_PRODUCT;
}

/** "the photo editor", but "Acme Studio" and "video conferencing". */
function spoken(product: string | null): string {
  if (product === null) return "the product";
  return /(?:^| )\p{Ll}[\p{L}-]*$/u.test(product) && !/^the\b|ing$/iu.test(product)
    ? `the ${product}`
    : product;
}

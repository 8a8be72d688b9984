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
import { excerptOf, joinedLines, type Line, type Show, showOf } from "./excerpt.ts";
import { type MessageParts, partsOf } from "./message_parts.ts";
import { Roles } from "./roles.ts";
import { SpanReader } from "./span_model.ts";
import { safeProductName } from "./safe_words.ts";

/** What a draft is made from. */
export class DraftContext {
  readonly request: DraftRequest;
  /** The sentences that are drafted from, in order. */
  readonly sentences: readonly Sentence[];
  readonly parts: MessageParts;
  readonly show: Show;
  /** Its stretches: what fails, what is wished for, …. */
  readonly spans: SpanReader;
  /** What its clauses say: the fault, a step, the wish, its reason, …. */
  readonly roles: Roles;
  /** The product's name where it can be printed, else `null`. */
  readonly product: string | null;
  /** How the product is called in a sentence: "the app", "the web portal", its name. */
  readonly thing: string;
  readonly #lines: readonly Line[];
  #text: string | undefined;

  /** Prepares a draft. */
  constructor(request: DraftRequest) {
    const { document, intent, evidence } = request;
    this.request = request;
    this.show = showOf(document);
    this.#lines = excerptOf(document, intent, this.show);
    this.sentences = this.#lines.map(({ sentence }) => sentence);
    this.spans = new SpanReader(this.sentences, evidence, intent);
    this.roles = new Roles(this.sentences, document.text, evidence, intent);
    this.parts = partsOf(document.own, this.#lines, evidence);
    this.product = printedProduct(request);
    this.thing = THINGS.find(([pattern]) => pattern.test(this.product ?? ""))?.[1] ??
      spoken(this.product);
  }

  /** What is drafted from as one line of plain text, without links and personal data; seldom asked for. */
  get text(): string {
    return this.#text ??= joinedLines(this.#lines);
  }
}

const THINGS: readonly (readonly [RegExp, string])[] = [
  [/\bweb portal\b/i, "the web portal"],
  [/\bportal\b/i, "the portal"],
  [/\bapp\b/i, "the app"],
];

function printedProduct({ document, product_name, product }: DraftRequest): string | null {
  const named = isUnnamed(product_name) ? null : safeProductName(product_name, product);
  return named === null || internalWords(named, document.text).length > 0 ? null : named;
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

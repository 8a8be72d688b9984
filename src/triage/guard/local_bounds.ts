/**
 * How far a model's judgement of single fields may stand from the local one:
 * no further than the customer's words allow.
 *
 * @module
 */
import type { Product } from "../domain/catalog.ts";
import type { InquiryCategory } from "../domain/reply.ts";
import { stem } from "./said_words.ts";

/** A level may be raised or lowered by so many steps. */
const LEVEL_STEPS_MAX = 1;

/** What must be spoken of for a category that the local scorer did not choose. */
const SPEAKS_OF: Readonly<Record<InquiryCategory, RegExp>> = {
  "Account Management":
    /\b(?:accounts?|log(?:ged|ging)?[ -]?(?:in|out|on)|logins?|sign(?:ed|ing)?[ -]?(?:in|up|out)|passwords?|profiles?|e-?mails?|usernames?|register\w*|members?\w*|delete my|verif\w+|two[- ]factor|subscri\w+|locked)\b/i,
  Billing:
    /\b(?:bill\w*|invoices?|charge[ds]?|pay\w*|paid|refund\w*|prices?|pricing|costs?|fees?|cards?|plans?|subscri\w+|money|receipts?|vat|tax|trial|discounts?|cancel\w*|renew\w*|upgrade\w*|downgrade\w*|[$€£]\s?\d|\d\s?[$€£])/i,
  "Usage Question":
    /\?|\b(?:how|where|what|which|whether|can i|is there|does|do i|is it possible|explain|instructions?|set ?up|use|using)\b/i,
  Other: /(?!)/,
};

/** Whether a level stands near enough to the local one. `levels` from low to high. */
export function isNearLevel<T>(drafted: T, local: T, levels: readonly T[]): boolean {
  return Math.abs(levels.indexOf(drafted) - levels.indexOf(local)) <= LEVEL_STEPS_MAX;
}

/** Whether a message speaks of a category, or the local scorer chose it. */
export function isCategoryOf(
  drafted: InquiryCategory,
  local: InquiryCategory,
  message: string,
): boolean {
  return drafted === local || SPEAKS_OF[drafted].test(message);
}

/** Whether a title says more than which product or page it is about, in the message's words. */
export function saysSomething(title: string, message: string, product: Product): boolean {
  const named = stemsOf([
    product.default_component,
    ...product.components.map(({ name }) => name),
    ...product.resources.map(({ title }) => title),
    "app portal website page product mobile web 1440 issue problem question request bug report feature help the a an of with in on for my and to",
  ].join(" "));
  const said = stemsOf(message);
  return [...stemsOf(title)].some((word) => !named.has(word) && said.has(word));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem));
}

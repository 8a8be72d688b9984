/**
 * What the sentences of a wish tell, each by its surest clause: what is wanted,
 * why and how it is today, what is not asked for. The roles tell a reason from
 * what is done today in half of the cases only, so both are one chapter.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";
import type { Role } from "../message/role_names.ts";
import type { Told } from "../message/roles.ts";
import { EXCERPT } from "../message/excerpt.ts";
import { withoutGreeting } from "../message/line_noise.ts";
import type { Statement } from "../message/message_parts.ts";
import type { Wish } from "./wish.ts";

/** What a sentence tells. */
export type Chapter = "wanted" | "why" | "not_wanted" | "background" | "beside";

const CHAPTERS: Readonly<Partial<Record<Role, Chapter>>> = {
  wish: "wanted",
  wish_detail: "wanted",
  reason: "why",
  today: "why",
  set_aside: "not_wanted",
  background: "background",
  works: "background",
  question: "background",
};
/** From there on 46 of 49 clauses said to be set aside are, of four writers; below 19 of 31. */
const SET_ASIDE_LEAST = 0.8;

const CLOSING = new Set(['"', "”"]);

/** What a sentence tells; the one that tells the wish tells that, whatever else it says. */
export function chapterOf({ sentence }: Statement, wish: Wish, { roles }: DraftContext): Chapter {
  if (sentence === null || sentence === wish.statement.sentence) return "wanted";
  const told = roles.toldIn(sentence);
  const surest = told.reduce<Told | null>(
    (best, told) => best === null || told.probability > best.probability ? told : best,
    null,
  );
  if (surest === null) return "beside";
  if (
    surest.role === "set_aside" &&
    (surest.probability < SET_ASIDE_LEAST || told.some(({ role }) => role !== "set_aside"))
  ) return "why";
  return CHAPTERS[surest.role] ?? "beside";
}

/** A sentence in the customer's own words, from its first to its last, without a greeting. */
export function saidIn(
  { sentence, phrase }: Statement,
  { show, request: { document: { text } } }: DraftContext,
): string {
  if (sentence === null) return phrase.text;
  const { start } = sentence;
  // A quotation is closed behind the mark that ends its sentence.
  const end = CLOSING.has(text[sentence.end] ?? "") ? sentence.end + 1 : sentence.end;
  return withoutGreeting(show(start, Math.min(end, start + EXCERPT.sentence_characters)));
}

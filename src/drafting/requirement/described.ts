/**
 * A requirement's description: what is wanted, why and how it is today, what is
 * not asked for, each in the customer's own sentences, whole and in order.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { sentence as asSentence, withInnerQuotes } from "../english/rewording.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { type Chapter, chapterOf, saidIn } from "./chapters.ts";
import type { Wish } from "./wish.ts";

const HEADINGS: readonly (readonly [chapter: Chapter, heading: string])[] = [
  ["why", "Why, and how it is today"],
  ["not_wanted", "Not asked for"],
];
const STATEMENTS_MAX = 12;
const ITEMS_MAX = 10;

/** The description of a requirement. */
export function describe(context: DraftContext, wish: Wish | null): string {
  const who = `A customer${context.product === null ? "" : ` of ${context.product}`}`;
  const text = wish === null
    ? context.text === "" ? `${who} has written.` : `${who} has written: ${quoted([context.text])}`
    : `${who} ${wish.sure ? "wants this" : "writes"}: ${chaptersOf(context, wish)}`;
  return closed(text, REPLY_LIMITS.description_characters);
}

/** At most `most` characters; a quotation that is cut is closed. */
function closed(text: string, most: number): string {
  const cut = cutAtWord(text, most);
  return cut.split("“").length === cut.split("”").length ? cut : `${cutAtWord(text, most - 1)}”`;
}

function chaptersOf(context: DraftContext, wish: Wish): string {
  const said = new Map<Chapter, string[]>();
  for (const statement of context.parts.statements.slice(0, STATEMENTS_MAX)) {
    // Items of lists follow by themselves.
    if (statement.sentence === null) continue;
    const told = chapterOf(statement, wish, context);
    const chapter = told === "background" ? "why" : told;
    said.set(chapter, [...said.get(chapter) ?? [], asSentence(saidIn(statement, context))]);
  }
  const others = HEADINGS.flatMap(([chapter, heading]) => {
    const sentences = said.get(chapter);
    return sentences === undefined ? [] : [`${heading}: ${quoted(sentences)}`];
  });
  const listed = context.parts.items.slice(0, ITEMS_MAX).map(({ phrase }) =>
    asSentence(phrase.text)
  );
  return [quoted([...said.get("wanted") ?? [], ...listed]), ...others].join(" ");
}

function quoted(sentences: readonly string[]): string {
  return `“${withInnerQuotes(sentences.join(" "))}”`;
}

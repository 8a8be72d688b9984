/**
 * Keeps error texts and codes, devices, systems and versions in a ticket's
 * title where there is room.
 *
 * @module
 */
import { detailsOf } from "../../triage/domain/details.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import type { Sentence } from "../../triage/text/document.ts";
import type { MessageParts } from "../message/message_parts.ts";

const QUOTED_ERROR =
  /\b(?:says?|error|message|shows?|fail\w*|actual|displays?|pops? up|gives? me|reads?)\b.{0,40}?(["“][^"“”]{3,50}["”])/i;
// "4.0.2 was fine", "2.7.5 used to find it": a version that is not at fault.
const WORKED =
  /\b(?:was|were|works?|worked|is|looks?|looked) (?:all )?(?:fine|ok|okay|correct|right|well|good|without|in|with|before|until)\b(?!.{0,40}\bn['’]t\b)|\bused to\b|\b(?:does|did|do|handles?|shows?) (?:it|this|that|them) (?:right|fine|well|correctly|properly)\b|^(?:on|in|with) (?:v|version )?\d[\d.]+\w* (?:it|they|all|everything)\b/i;
/** "Serial CR-90-11873", "confirmation FA-20-3318": a number of the thing, no code of an error. */
const NUMBER_OF_THING =
  /\b(?:serial|model|order|contract|customer|licen[cs]e|invoice|confirmation|booking|reservation|reference|ticket) (?:no\.? |number )?[A-Z]{1,4}-?\d/i;
const MAX = REPLY_LIMITS.title_characters;

/** The title with the details of the message, as far as there is room. */
export function withDetails(title: string, parts: MessageParts): string {
  const all = [
    ...parts.statements.filter(({ sentence }) => !isFine(sentence))
      .map((statement) => statement.phrase.text)
      .filter((text) => !WORKED.test(text) && !NUMBER_OF_THING.test(text)),
    parts.actual?.text ?? "",
  ].join("\n");
  const found = detailsOf(all);
  const code = found.find(({ kind }) => kind === "error_code")?.text;
  const result = code === undefined || holds(title, code) ? title : withCode(title, code, all);
  const details: string[] = [];
  for (const { kind, text } of found) {
    if (kind === "error_code" || holds(result, text)) continue;
    if (details.some((known) => known.includes(text))) continue;
    if (!fits(result, ` (${[...details, text].join(", ")})`)) break;
    details.push(text);
  }
  return details.length === 0 ? result : `${result} (${details.join(", ")})`;
}

function isFine(sentence: Sentence | null): boolean {
  return sentence?.fired.some(({ rule }) => FINE.has(rule)) ?? false;
}

const FINE = new Set(["noise/fine", "background/elsewhere"]);

/** The error as it was quoted, or its code alone. */
function withCode(title: string, code: string, text: string): string {
  const quoted = QUOTED_ERROR.exec(text)?.[1];
  for (const shown of [quoted?.includes(code) ? quoted : code, code]) {
    if (fits(title, `: ${shown}`)) return `${title}: ${shown}`;
  }
  return title;
}

function holds(title: string, detail: string): boolean {
  return title.toLowerCase().includes(detail.toLowerCase());
}

function fits(title: string, more: string): boolean {
  return title.length + more.length <= MAX;
}

/**
 * The lists of a message: numbered and bulleted lines, and lists inside of a
 * line.
 *
 * @module
 */
import { actionStart } from "../english/action_list.ts";
import { isCommand } from "../english/command.ts";
import { lowerFirst } from "../english/rewording.ts";
import { type Phrase, phraseOf } from "../english/words.ts";
import { safeLine, withoutPersonalData } from "./safe_words.ts";

/** An item of a list, without its number or bullet. */
export interface ListItem {
  readonly phrase: Phrase;
  readonly numbered: boolean;
  /** The line above the list, "" where there is none. */
  readonly heading: string;
  /** Which list of the message it belongs to, from 0. */
  readonly list: number;
  /** Where its line starts in the message. */
  readonly start: number;
}

/** Items read at most. */
export const ITEMS_MAX = 40;

const LIST_LINE =
  /^[ \t>]{0,8}(?:(\d{1,2})[.)][ \t]*(?=\D)|(?:step\s+)?(\d{1,2})[:)][ \t]+|[-*•–‣·+][ \t]+)(.{1,400})$/i;
// "- [x] I have searched the existing issues"
const CHECKBOX = /^\[[ xX]\]\s/u;
const INLINE_LIST =
  /(?:^|[\s:])(?:1[.)](?!\d)|\(1\))\s*\S.{1,200}?[\s.;,](?:2[.)](?!\d)|\(2\))\s*\S/su;
const INLINE_MARK = /(?:^|[\s:])\(?\d{1,2}[.)]\s+(?=\S)/gu;

/** What the lists of a text hold. */
export interface Lists {
  readonly items: readonly ListItem[];
  /** Stretches of the text that are list items, as offsets. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What the last item with an arrow leads to. */
  readonly outcome: Phrase | null;
}

const NO_LISTS: Lists = { items: [], ranges: [], outcome: null };
const ARROW = /^(.{3,200}?)\s*(?:[-=]+>|→|⇒)\s*(\S.{2,200})$/u;

/** Finds the lists of a text. */
export function listsOf(text: string): Lists {
  const itemPhrase = (content: string): Phrase => {
    const line = withoutPersonalData(safeLine(content));
    return phraseOf(isCommand(line) ? line : line.replace(/[\s.,;]+$/, ""));
  };
  if (!text.includes("\n") && !INLINE_LIST.test(text)) return NO_LISTS;
  const items: ListItem[] = [];
  const ranges: [number, number][] = [];
  let outcome: Phrase | null = null;
  // "scroll up -> crash": what was done, and what came of it.
  const doneOf = (content: string): string => {
    const arrow = ARROW.exec(content);
    if (arrow === null || actionStart(phraseOf(arrow[2] ?? "").words, 0) !== null) return content;
    outcome = itemPhrase(`${arrow[2]} when I ${lowerFirst(arrow[1] ?? "")}`);
    return arrow[1] ?? content;
  };
  let heading = "", inList = false, list = -1, at = 0;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    const inline = INLINE_LIST.test(line);
    const match = inline ? null : LIST_LINE.exec(line);
    const content = match?.[3];
    if (content !== undefined && CHECKBOX.test(content)) {
      ranges.push([start, at]);
      continue;
    }
    if (match !== null && content !== undefined && items.length < ITEMS_MAX) {
      if (!inList) list++;
      inList = true;
      const numbered = match[1] !== undefined || match[2] !== undefined;
      items.push({ phrase: itemPhrase(doneOf(content)), numbered, heading, list, start });
      ranges.push([start, at]);
      continue;
    }
    if (inline) {
      list++;
      const first = line.search(INLINE_MARK);
      heading = line.slice(0, first);
      for (const piece of line.slice(first).split(INLINE_MARK)) {
        if (piece.trim() === "" || items.length >= ITEMS_MAX) continue;
        items.push({ phrase: itemPhrase(doneOf(piece)), numbered: true, heading, list, start });
      }
      ranges.push([start + first, at]);
    } else if (line.trim() !== "") {
      heading = line.trim();
      inList = false;
    }
  }
  return { items, ranges, outcome };
}

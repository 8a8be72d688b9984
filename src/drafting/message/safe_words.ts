/**
 * Makes a customer's words fit to be shown again: plain text, no links that
 * are not ours, no personal data.
 *
 * @module
 */
import type { Product } from "../../triage/domain/catalog.ts";
import { letterFaults } from "../../triage/guard/firewall.ts";
import { LINK_MARK, strangeLinks, withoutStrangeLinks } from "../../triage/text/links.ts";
import { plainText } from "../../triage/text/plain_text.ts";
import type { SensitiveKind } from "../../masking/sensitive_pattern.ts";
import { sensitiveSpans } from "../../masking/sensitive_text.ts";

const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}\ufe0f\u20e3])+/gu;
// Several, a face or a gesture between words stand where a clause ends.
const CLAUSE_END =
  /(?<=\p{L}) ?(?:(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]?){2,6}|[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f92f}\u{1f970}-\u{1f97a}]\p{Emoji_Modifier}?) ?(?=[\p{L}\p{N}])/gu;
/** Not the stars in a pattern of files, "src/**". */
const MARKDOWN = /(?<!\/)\*\*(?!\/)|__|~~|```|`|^#{1,6}\s+|^>+\s?/gmu;
const MAY_BE_MARKDOWN = /[*_~`#>]/;
const REPEATED_MARKS = /([!?.,;:*_~=-])\1{2,}/gu;
const BLANKS = /\s+/gu;
const MANY_BLANKS = /[^\S ]| {2}/;
const MARKED_LINK = /\[[^[\]]{0,100}\]\(\[link\]\)|<?\[link\]>?/gu;
const STAND_INS: Readonly<Record<SensitiveKind, string>> = {
  EMAIL: "[e-mail address]",
  PHONE: "[phone number]",
  CARD: "[card number]",
  IBAN: "[account number]",
  IP: "[IP address]",
  KEY: "[key]",
  ID: "[ID number]",
};
const NOT_ORDINARY = /[^\x20-\x7e]/u;

// None of the rules below can match in a line of these with no marks run together.
const ORDINARY = /^[\w !"$%'()+,./:;=?@[\\\]{|}-]*$/;
const MARKS_TOGETHER = /[.:]\S|([!?,;=-])\1\1/;

function isSafe(text: string): boolean {
  return ORDINARY.test(text) && !text.includes("  ") && !text.includes("__") &&
    !text.includes(LINK_MARK) && !MARKS_TOGETHER.test(text);
}

/** One line of plain text, fit to be shown to the customer and in a ticket. */
export function safeLine(text: string): string {
  if (isSafe(text)) return text.trim();
  let line = plainText(text);
  line = withoutStrangeLinks(line);
  if (line.includes(LINK_MARK)) line = line.replace(MARKED_LINK, LINK_MARK);
  if (MAY_BE_MARKDOWN.test(line)) line = line.replace(MARKDOWN, "");
  if (NOT_ORDINARY.test(line)) line = line.replace(CLAUSE_END, " – ").replace(EMOJI, " ");
  line = line.replace(REPEATED_MARKS, (_run, mark: string) => mark === "." ? "..." : mark);
  return (MANY_BLANKS.test(line) ? line.replace(BLANKS, " ") : line).trim();
}

/** A text with a word in place of every e-mail address, number of a phone or card, and key. */
export function withoutPersonalData(text: string): string {
  const personal = personalIn(text);
  return personal.length === 0 ? text : without(personal, text, 0, text.length);
}

/** A stretch that is not shown, and what stands for it. */
interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly stand_in: string;
}

/** Personal data; in angle brackets with them. */
function personalIn(text: string): Hidden[] {
  return sensitiveSpans(text).map(({ kind, start, end }) => {
    const bracketed = text[start - 1] === "<" && text[end] === ">" ? 1 : 0;
    return { start: start - bracketed, end: end + bracketed, stand_in: STAND_INS[kind] };
  });
}

function lengthOf({ start, end }: Hidden): number {
  return end - start;
}

/** In order; what overlaps is one stretch, so that no half of either is shown. */
function joined(hidden: readonly Hidden[]): readonly Hidden[] {
  const result: Hidden[] = [];
  for (const next of hidden.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last === undefined || next.start >= last.end) {
      result.push(next);
      continue;
    }
    const { stand_in } = lengthOf(next) > lengthOf(last) ? next : last;
    result[result.length - 1] = { start: last.start, end: Math.max(last.end, next.end), stand_in };
  }
  return result;
}

function linksIn(text: string): Hidden[] {
  let end = 0;
  return strangeLinks(text).flatMap((link) => {
    const start = text.indexOf(link, end);
    // Written with look-alikes it is left to the line it stands in.
    if (start < 0) return [];
    end = start + link.length;
    return [{ start, end, stand_in: LINK_MARK }];
  });
}

// Read a little further and up to a blank, so that nothing is cut before it is known for what it is.
const BEYOND_CHARACTERS = 100;
const BEYOND_CHARACTERS_MAX = 1_000;

/**
 * Shows stretches of a text as safe lines without personal data. Links and what
 * is personal in its first `opening_characters` are looked for once, before it
 * is cut up, so that no half of one is shown.
 */
export function showable(
  text: string,
  opening_characters: number,
): (from: number, to: number) => string {
  const blank = text.indexOf(" ", opening_characters + BEYOND_CHARACTERS);
  const most = opening_characters + BEYOND_CHARACTERS_MAX;
  const opening = text.slice(0, blank < 0 ? most : Math.min(blank, most));
  const hidden = joined([...linksIn(opening), ...personalIn(opening)]);
  const show = (from: number, to: number) => {
    const raw = without(hidden, text, from, to);
    const line = safeLine(raw);
    // What markup had torn apart shows only now.
    return line === raw && to <= opening_characters ? line : withoutPersonalData(line);
  };
  // Each part of a draft asks for the same sentences.
  const shown = new Map<string, string>();
  return (from, to) => {
    const key = `${from}-${to}`;
    let line = shown.get(key);
    if (line === undefined) shown.set(key, line = show(from, to));
    return line;
  };
}

function without(
  hidden: readonly Hidden[],
  text: string,
  from: number,
  to: number,
): string {
  let result = "", at = from;
  for (const { start, end, stand_in } of hidden) {
    if (end <= at || start >= to) continue;
    // What began before was told of there.
    if (start >= from) result += text.slice(at, start) + stand_in;
    at = end;
  }
  return at >= to ? result : result + text.slice(at, to);
}

const NAME_CHARACTERS = 60;
const NAME_LIKE = /[\p{L}\p{N}]/u;
const MARKS = /["<>{}[\]\\|`]/g;

// Products are few: their names are remembered, and all forgotten where somebody makes them up.
const NAMES_REMEMBERED = 500;
const remembered = new Map<string, string | null>();

/**
 * The product's name, fit to be printed; `null` where what the client sent
 * does not look like a name, or would be a fault in a letter. Internal words
 * ("Team Planner") are not judged: whether the customer uses them is another matter.
 */
export function safeProductName(name: string, product: Product): string | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  if (remembered.size >= NAMES_REMEMBERED) remembered.clear();
  const line = withoutPersonalData(safeLine(name)).replace(MARKS, "").trim();
  const fits = line !== "" && line.length <= NAME_CHARACTERS && NAME_LIKE.test(line) &&
    line === name.trim().replace(BLANKS, " ") &&
    letterFaults(line, { message: "", product }).every(({ code }) => code === "internal_word");
  const safe = fits ? line : null;
  remembered.set(name, safe);
  return safe;
}

/**
 * Makes a customer's words fit to be shown again: plain text, no links that
 * are not ours, no personal data.
 *
 * @module
 */
import type { Product } from "../triage/catalog.ts";
import { letterFaults } from "../triage/firewall.ts";
import { LINK_MARK, withoutStrangeLinks } from "../triage/links.ts";
import { plainText } from "../triage/plain_text.ts";
import {
  type SensitiveKind,
  type SensitiveSpan,
  sensitiveSpans,
} from "../triage/sensitive_text.ts";

const NO_LINKS: ReadonlySet<string> = new Set();
const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}\ufe0f\u20e3])+/gu;
const MARKDOWN = /\*\*|__|~~|```|`|^#{1,6}\s+|^>+\s?/gmu;
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
};
const NOT_ORDINARY = /[^\x20-\x7e]/u;

// None of the rules below can match in a line of these with no marks run together.
const ORDINARY = /^[\w !"$%'()+,./:;=?@[\\\]{|}-]*$/;
const MARKS_TOGETHER = /[.:]\S|([!?,;=-])\1\1/;

function isSafe(text: string): boolean {
  return ORDINARY.test(text) && !text.includes("  ") && !text.includes("__") &&
    !MARKS_TOGETHER.test(text);
}

/** One line of plain text, fit to be shown to the customer and in a ticket. */
export function safeLine(text: string): string {
  if (isSafe(text)) return text.trim();
  let line = plainText(text);
  line = withoutStrangeLinks(line, NO_LINKS);
  if (line.includes(LINK_MARK)) line = line.replace(MARKED_LINK, LINK_MARK);
  if (MAY_BE_MARKDOWN.test(line)) line = line.replace(MARKDOWN, "");
  if (NOT_ORDINARY.test(line)) line = line.replace(EMOJI, " ");
  line = line.replace(REPEATED_MARKS, (_run, mark: string) => mark === "." ? "..." : mark);
  return (MANY_BLANKS.test(line) ? line.replace(BLANKS, " ") : line).trim();
}

/** A text with a word in place of every e-mail address, number of a phone or card, and key. */
export function withoutPersonalData(text: string): string {
  const spans = sensitiveSpans(text);
  return spans.length === 0
    ? text
    : without(spans.map((span) => hiddenAt(span, text)), text, 0, text.length);
}

const LINK_CHARACTERS = 200;
const LEADING = /\S*$/u;
const TRAILING = /^[^\s<>"'`\])}]*/u;
const LINK_START = /:\/\/|^mailto:/i;

/** A stretch that is not shown, and what stands for it. */
interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly stand_in: string;
}

/** A number or an address inside of a link goes with the link, and in angle brackets with them. */
function hiddenAt({ kind, start, end }: SensitiveSpan, text: string): Hidden {
  const stand_in = STAND_INS[kind];
  if (text[start - 1] === "<" && text[end] === ">") {
    return { start: start - 1, end: end + 1, stand_in };
  }
  const before = LEADING.exec(text.slice(Math.max(0, start - LINK_CHARACTERS), start))?.[0] ?? "";
  const from = start - before.length;
  if (!LINK_START.test(text.slice(from, end))) return { start, end, stand_in };
  const after = TRAILING.exec(text.slice(end, end + LINK_CHARACTERS))?.[0] ?? "";
  return { start: from, end: end + after.length, stand_in: LINK_MARK };
}

// Read a little further, so that no number is cut before it is known for what it is.
const BEYOND_CHARACTERS = 100;

/**
 * Shows stretches of a text as safe lines without personal data. What stands in
 * its first `opening_characters` is looked for once, before it is cut up.
 */
export function showable(
  text: string,
  opening_characters: number,
): (from: number, to: number) => string {
  const opening = text.slice(0, opening_characters + BEYOND_CHARACTERS);
  const spans = sensitiveSpans(opening).map((span) => hiddenAt(span, opening));
  return (from, to) => {
    const raw = without(spans, text, from, to);
    const line = safeLine(raw);
    // What markup had torn apart shows only now.
    return line === raw && to <= opening_characters ? line : withoutPersonalData(line);
  };
}

function without(
  spans: readonly Hidden[],
  text: string,
  from: number,
  to: number,
): string {
  let result = "", at = from;
  for (const { start, end, stand_in } of spans) {
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

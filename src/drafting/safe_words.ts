/**
 * Makes a customer's words fit to be shown again: plain text, no links that
 * are not ours, no personal data.
 *
 * @module
 */
import { LINK_MARK, withoutStrangeLinks } from "../triage/links.ts";
import { plainText } from "../triage/plain_text.ts";
import { type SensitiveKind, sensitiveSpans } from "../triage/sensitive_text.ts";

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

/** One line of plain text, fit to be shown to the customer and in a ticket. */
export function safeLine(text: string): string {
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
  if (spans.length === 0) return text;
  let result = "", end = 0;
  for (const span of spans) {
    result += text.slice(end, span.start) + STAND_INS[span.kind];
    end = span.end;
  }
  return result + text.slice(end);
}

const NAME_CHARACTERS = 60;
const NAME_LIKE = /[\p{L}\p{N}]/u;

/**
 * The product's name, fit to be printed; `null` where what the client sent
 * does not look like a name.
 */
export function safeProductName(name: string): string | null {
  const line = withoutPersonalData(safeLine(name)).replace(/["<>{}[\]\\|`]/gu, "").trim();
  if (line === "" || line.length > NAME_CHARACTERS || !NAME_LIKE.test(line)) return null;
  return line !== name.trim().replace(BLANKS, " ") ? null : line;
}

/**
 * Finds links in text, however they are written, so that no address leaves the
 * service that is not in the product catalogue.
 *
 * @module
 */

/** Stands where a link of the customer's was. */
export const LINK_MARK = "[link]";

const NO_LINKS: ReadonlySet<string> = new Set();

// Endings of bare host names. Endings that are mostly file names in messages
// ("report.md", "run.sh", "app.py", "main.rs") are left out.
const HOST_ENDINGS = "com|org|net|info|biz|edu|gov|io|dev|ai|co|tv|gg|ly|eu|uk|de|fr|es|nl|ch|se|" +
  "dk|fi|pl|cz|pt|ie|ru|ua|cn|jp|kr|br|mx|au|nz|za|xyz|shop|site|online|club|store|blog|tech|cloud|" +
  "example|onion";
// Endings that are words too ("it broke.No idea"): they need a path behind them.
const WORD_ENDINGS =
  "app|it|at|no|in|me|to|us|be|ca|cc|top|link|click|live|page|wiki|news|test|int|invalid|local";

// What an address may go on with: a bracket begins what somebody put behind it
// ("evil.com[card number]"), except around a host of numbers ("http://[::1]/").
const REST = "[^\\s<>\"'`[\\])}]";
// Every quantifier is bounded: the time stays linear in the length of the text.
const LINK = new RegExp(
  "(?:" +
    `(?<![a-z])[a-z][a-z0-9+-]{1,15}:(?:\\/|\\\\){2}(?:\\[[\\da-f:.]{2,45}\\]${REST}*|${REST}+)` + // any scheme://
    `|:\\/\\/${REST}+` + // what was glued to its scheme
    `|\\b(?:javascript|vbscript|data(?=:[a-z]{1,20}\\/)|mailto|tel|sms|file):${REST}+` +
    `|\\bwww\\d?\\.${REST}+` +
    `|(?<![\\w@./-])(?:[\\w-]{1,63}\\.){1,6}(?:(?:${HOST_ENDINGS})(?![\\w-]|\\.\\w)(?::\\d{1,5})?` +
    `(?:[/?#]${REST}*)?|(?:${WORD_ENDINGS})(?::\\d{1,5})?\\/${REST}*)` +
    `|(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?\\/${REST}*` +
    ")",
  "gi",
);
// A dot or a colon must be there for any of the above; most texts end here.
const MAY_HOLD_LINK =
  /[a-z0-9]\.[a-z\d]|:\/|:\\|(?:javascript|vbscript|data|mailto|tel|sms|file|www\d?)[:.]/i;
// A dot or colon with something behind it: one look that most texts end at.
const MARK_INSIDE = /[.:][^\s]/;
// Look-alikes that browsers fold into the plain marks.
const LOOK_ALIKE = /[\uff0e\u3002\uff61\uff1a\uff0f\u2024]/gu;
const HOLDS_LOOK_ALIKE = /[\uff0e\u3002\uff61\uff1a\uff0f\u2024]/;
const PLAIN: Readonly<Record<string, string>> = {
  "\uff0e": ".",
  "\u3002": ".",
  "\uff61": ".",
  "\u2024": ".",
  "\uff1a": ":",
  "\uff0f": "/",
};
const ROUNDS_MAX = 8;
const TRAILING_MARKS = /[.,;:!?]+$/u;

/** Whether a text may hold a link; where it may not, no part of it may. */
export function mayHoldLink(text: string): boolean {
  const folded = fold(text);
  return MARK_INSIDE.test(folded) && MAY_HOLD_LINK.test(folded);
}

/** The links of a text that are not among the allowed ones, in order. */
export function strangeLinks(
  text: string,
  allowed: ReadonlySet<string> = NO_LINKS,
): readonly string[] {
  if (!mayHoldLink(text)) return [];
  const found: string[] = [];
  for (const link of fold(text).match(LINK) ?? []) {
    const bare = link.replace(TRAILING_MARKS, "");
    if (!allowed.has(bare)) found.push(bare);
  }
  return found;
}

/** The text with every link that is not allowed replaced by {@linkcode LINK_MARK}. */
export function withoutStrangeLinks(
  text: string,
  allowed: ReadonlySet<string> = NO_LINKS,
): string {
  if (!MARK_INSIDE.test(text) && !HOLDS_LOOK_ALIKE.test(text)) return text;
  let result = text;
  // Taking one link out may lay another bare ("a.com.http://b.com").
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const replaced = replaceOnce(result, allowed);
    if (replaced === result) break;
    result = replaced;
  }
  return result;
}

function replaceOnce(text: string, allowed: ReadonlySet<string>): string {
  const folded = fold(text);
  if (!MAY_HOLD_LINK.test(folded)) return text;
  let changed = false;
  const replaced = folded.replace(LINK, (link) => {
    const bare = link.replace(TRAILING_MARKS, "");
    if (allowed.has(bare)) return link;
    changed = true;
    return LINK_MARK + link.slice(bare.length);
  });
  return changed ? replaced : text;
}

function fold(text: string): string {
  if (!HOLDS_LOOK_ALIKE.test(text)) return text;
  return text.replace(LOOK_ALIKE, (mark) => PLAIN[mark] ?? mark);
}

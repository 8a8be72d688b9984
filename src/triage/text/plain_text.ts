/**
 * Makes plain text of whatever a client sent: no control or direction marks,
 * no markup, one blank between words.
 *
 * @module
 */

// C0 and C1 controls (line feed and tab stay for now), soft hyphen, direction
// marks and isolates, invisible operators, tag characters, noncharacters.
const INVISIBLE =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
// deno-lint-ignore no-control-regex
const LINE_MARKS = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/gu;
// Joiners shape words of several scripts and emoji; next to ASCII they only hide something.
const JOINERS = /[\u200c\u200d]{2,}/gu;
const HIDING_JOINER = /(?<=[\u0020-\u007e])[\u200c\u200d]|[\u200c\u200d](?=[\u0020-\u007e])/gu;
const TAG = /<\/?[a-z][^<>]{0,200}>|<!--[^<>]{0,200}-->/giu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
};
const ENTITY = /&(?:amp|lt|gt|quot|#39|apos|nbsp);/gu;
// What none of the rules above can match in: printable ASCII without "<" and "&".
const ALREADY_PLAIN = /^[\n\x20-\x25\x27-\x3b\x3d-\x7e]*$/u;

/** The text without control characters, direction marks and markup; line breaks stay. */
export function plainText(text: string): string {
  if (ALREADY_PLAIN.test(text)) return text;
  const visible = text.toWellFormed().replace(LINE_MARKS, "\n").replace(INVISIBLE, "")
    .replace(JOINERS, "").replace(HIDING_JOINER, "");
  if (!visible.includes("<") && !visible.includes("&")) return visible;
  return visible.replace(TAG, " ").replace(ENTITY, (entity) => ENTITIES[entity] ?? entity)
    .replace(TAG, " ");
}

/** Whether a text holds control characters or direction marks. */
export function holdsInvisible(text: string): boolean {
  return text.search(INVISIBLE) !== -1;
}

/**
 * At most `max_characters` of a text, cut between words, never inside a
 * character. A text without blanks is cut where it must.
 */
export function cutAtWord(text: string, max_characters: number): string {
  if (text.length <= max_characters) return text;
  const head = text.slice(0, max_characters + 1);
  const blank = head.lastIndexOf(" ");
  const cut = blank > 0 ? head.slice(0, blank) : text.slice(0, max_characters);
  // A lone half of a character at the end is dropped.
  return cut.replace(/[\ud800-\udbff]$/, "").replace(/[\s,;:–—-]+$/u, "");
}

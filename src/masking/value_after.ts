/**
 * What stands after the word that announces a secret: how a value is tied to it ("=", ":", "is",
 * "to" or nothing), and from where to where the value goes.
 *
 * @module
 */
import type { SecretWordClass } from "./secret_words.ts";

/** How a value is tied to the word before it. */
export type Tie = "assigned" | "colon" | "said" | "set" | "bare";

const ASSIGNED =
  /\s{0,2}(?:=>|:=|={1,3}|->|→|⇒)\s{0,2}|>(?=[^\s<>]{3,200}<\/)|\s{0,1}:\s{0,2}(?=\\{1,3}["'])|\s{0,1}:(?=["'`])|["']?[\s,]{1,12}-?\s?["']?value["']?\s?[:=]\s?/iy;
const COLON = /\s{0,2}:(?!:)\s{0,3}|\s-\s(?=\S{6})/y;
const SAID =
  /,?\s(?:(?<=salasana\p{L}{0,4},?\s)on|теперь|jetzt|is|was|are|as|ist|lautet|war|est|c'est|était|es|era|é|foi|è|jest|to|är|var|er|je|este|это|είναι|là|adalah|ialah|هي|هو|है|คือ|עדיין|היא)(?:\s(?:now|still|currently|jetzt|immer noch|noch immer|maintenant|toujours|ahora|todavía|agora|adesso|nu|nog steeds|теперь|teraz))?\s?:?\s{1,3}|\s?(?:は|是|为|為|는|은|가|이)\s?:?\s?/uy;
// "changed my password to …", which a plain word may follow too.
const SET = /\s(?:to|a|para|auf|in|à|en|naar|på|til|till|na|на|alla|con)\s{1,2}/uy;
const BARE = /,? {1,2}[(#]?/y;
const QUOTED = /(?<mark>\\{0,3}["'`])(?<value>[^\n]{2,200}?)\k<mark>/y;
const DIGIT_GROUPS = /\d{2,4}(?:[ -]\d{2,4}){1,3}(?![\w.,:/-]\d|\d|\p{L})/uy;
const UNQUOTED = /[^\s"`<>\u3000-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{3,400}/uy;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;
const TRAILING = /(?:[.,;:!?)\]}'|]+|\\[nrt].*)$/;
// What begins the next setting of a line.
const NEXT_SETTING = /[,;&]["'{]?[\w.-]{1,40}["']?[:=]|;|(?<![\w+=])\/\/|<\//;
/** What ties a value to the word before it, the strongest first; each pattern is sticky. */
export const TIES: readonly (readonly [Tie, RegExp])[] = [
  ["assigned", ASSIGNED],
  ["said", SAID],
  ["set", SET],
  ["colon", COLON],
  ["bare", BARE],
];

/** Where a sticky pattern that begins at `at` ends; `at` itself: it does not begin there. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Reads the value that begins at `from`, quoted or up to a blank; `null`: there is none. */
export function readValue(
  text: string,
  from: number,
  secret: SecretWordClass,
): { start: number; end: number; quoted: boolean } | null {
  QUOTED.lastIndex = from;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    const value = quoted.groups?.["value"] ?? "";
    // "« value »" has a blank on both sides.
    const mark = quoted.groups?.["mark"] ?? "";
    const start = from + mark.length + (value.length - value.trimStart().length);
    return { start, end: start + value.trim().length, quoted: true };
  }
  // A quotation that has no end within the line.
  const start = /["'`(]/.test(text[from] ?? "") ? from + 1 : from;
  if (secret === "pin") {
    const end = endOf(DIGIT_GROUPS, text, start);
    if (end > start) return { start, end, quoted: false };
  }
  UNQUOTED.lastIndex = start;
  const match = UNQUOTED.exec(text);
  if (match === null || ADDRESS.test(match[0])) return null;
  const next = match[0].search(NEXT_SETTING);
  const cut = next > 2 ? match[0].slice(0, next) : match[0];
  const value = cut.replace(TRAILING, "").replace(secret === "pin" ? /[#*]$/ : "", "");
  return value.length < 3 ? null : { start, end: start + value.length, quoted: false };
}

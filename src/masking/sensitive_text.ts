/**
 * Finds personal data and secrets in text: email addresses, phone and card
 * numbers, IBANs, IP addresses, national numbers and keys. Numbers are checked,
 * not only shaped, because messages are full of versions, orders and dates.
 *
 * The time is linear in the length of the text: every pattern is bounded.
 *
 * @module
 */
import { findAnnounced } from "./announced_secret.ts";
import { fold, type FoldedText, holdsUnseen } from "./folded_text.ts";
import { NATIONAL_ID_PATTERNS } from "./national_id.ts";
import { NUMBER_PATTERNS } from "./number_patterns.ts";
import { SECRET_PATTERNS } from "./secret_patterns.ts";
import type { SensitiveKind, SensitivePattern, SensitiveSpan } from "./sensitive_pattern.ts";
import { glanceAt } from "./sensitive_signs.ts";
import { signsOf } from "./text_signs.ts";

/** How far back a word may stand that says what a number is, in characters. */
const CONTEXT_CHARACTERS = 60;

const PATTERNS: readonly SensitivePattern[] = [
  ...SECRET_PATTERNS,
  ...NUMBER_PATTERNS.filter(({ kind }) => kind === "EMAIL" || kind === "IBAN" || kind === "CARD"),
  ...NATIONAL_ID_PATTERNS,
  ...NUMBER_PATTERNS.filter(({ kind }) => kind === "IP" || kind === "PHONE"),
];

/** Numbers of one text looked up in the numbering plans: each takes a millisecond. */
const LOOKUPS_MAX = 20;

/** A value this long is looked for elsewhere too; shorter ones are words by chance. */
const REPEAT_CHARACTERS_MIN = 6;

/** Finds everything sensitive in a text, in order; spans do not overlap. */
export function sensitiveSpans(text: string): readonly SensitiveSpan[] {
  const spans: SensitiveSpan[] = [];
  findIn(fold(text), spans);
  // Nothing seen between two numbers may part them as well as join them.
  if (holdsUnseen(text)) findIn(fold(text, "blank"), spans);
  return spans.sort((a, b) => a.start - b.start);
}

function findIn(folded: FoldedText, spans: SensitiveSpan[]): void {
  const { text } = folded;
  const glance = glanceAt(text);
  if (glance === null) return;
  const add = (kind: SensitiveKind, from: number, to: number): void => {
    const start = folded.startOf(from), end = folded.endOf(to);
    if (spans.every((span) => end <= span.start || span.end <= start)) {
      spans.push({ kind, start, end });
    }
  };
  const secrets = new Set<string>();
  const addSecret = (start: number, end: number) => {
    add("KEY", start, end);
    secrets.add(text.slice(start, end));
  };
  const signs = signsOf(text, glance.lower);
  const lookups = { left: LOOKUPS_MAX };
  let announced = false;
  for (const { kind, needs, regex, check, head, by_group } of PATTERNS) {
    // What a shape proves goes first, then what a word announces, then the rest.
    if (!announced && kind !== "KEY") {
      announced = true;
      if (glance.announces) findAnnounced(text, addSecret);
    }
    if (!needs(signs)) continue;
    // Not matchAll: it copies the pattern on every call.
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      const candidate = match.groups?.["value"] ?? match[0];
      const start = match.index + match[0].length - candidate.length;
      const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
      const value = head === undefined ? candidate : head(candidate, before);
      if (value === null || check !== undefined && !check(value, before, lookups)) {
        if (by_group) regex.lastIndex = start + candidate.search(/\d(?!\d)/) + 1;
        continue;
      }
      if (by_group) regex.lastIndex = start + value.length;
      if (kind === "KEY") addSecret(start, start + value.length);
      else add(kind, start, start + value.length);
    }
  }
  // A secret that was announced once may stand elsewhere unannounced.
  for (const secret of secrets) {
    addRepeats(text, secret, (at) => add("KEY", at, at + secret.length));
  }
}

function addRepeats(text: string, value: string, add: (at: number) => void): void {
  if (value.length < REPEAT_CHARACTERS_MIN) return;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    if (!/\w/.test(text[at - 1] ?? "") && !/\w/.test(text[at + value.length] ?? "")) add(at);
  }
}

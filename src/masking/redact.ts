/**
 * Masks personal data and secrets before text leaves the process, and gives
 * them back in what comes in return.
 *
 * @module
 */
import type { SensitiveKind, SensitiveSpan } from "./sensitive_pattern.ts";
import { sensitiveSpans } from "./sensitive_text.ts";

/** A masked value with the way back. */
export interface Masked<T> {
  readonly value: T;
  /** How many different originals were masked. */
  readonly count: number;
  /** Puts the originals back into every string of a value of any shape. */
  restore<R>(value: R): R;
}

/** A text is looked through so often at most. */
const PASSES_MAX = 4;

const PLACEHOLDER = /\[(?:EMAIL|PHONE|CARD|IBAN|IP|KEY|ID)_(\d{1,6})\]/g;

/** Whether a text holds a placeholder, known or made up. */
export function holdsPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}

/** Masks a text: see {@linkcode maskAll}. */
export function mask(text: string): Masked<string> & { readonly text: string } {
  const masked = maskAll(text);
  return { ...masked, text: masked.value };
}

/**
 * Masks every string of a value of any shape with stable placeholders such as
 * `[EMAIL_1]`: the same original, the same placeholder. Masking what is masked
 * changes nothing.
 */
export function maskAll<T>(value: T): Masked<T> {
  const placeholders = new Map<string, string>();
  const originals = new Map<string, string>();
  let last = highestNumber(value);

  function placeholderFor(kind: SensitiveKind, original: string): string {
    const known = placeholders.get(original);
    if (known !== undefined) return known;
    const placeholder = `[${kind}_${++last}]`;
    placeholders.set(original, placeholder);
    originals.set(placeholder, original);
    return placeholder;
  }

  const masked = mapStrings(value, (text) => {
    let result = text;
    // What stood against something masked may only show once that is gone.
    for (let pass = 0; pass < PASSES_MAX; pass++) {
      const spans = sensitiveSpans(result).filter((span) => !isMasked(result, span));
      if (spans.length === 0) break;
      result = replaceSpans(result, spans, placeholderFor);
    }
    return result;
  });
  return {
    value: masked,
    count: originals.size,
    restore: (given) =>
      originals.size === 0 ? given : mapStrings(
        given,
        (text) => restoreIn(text, originals),
      ),
  };
}

/** Whether a stretch cuts a placeholder, or is nothing but placeholders and marks. */
function isMasked(text: string, { start, end }: SensitiveSpan): boolean {
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (start < to && from < end && (from < start || end < to)) return true;
  }
  const stretch = text.slice(start, end);
  return holdsPlaceholder(stretch) && !/[\p{L}\p{N}]{3}/u.test(stretch.replace(PLACEHOLDER, ""));
}

/** What was masked around something masked gives that back too. */
function restoreIn(text: string, originals: ReadonlyMap<string, string>): string {
  let result = text;
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    const restored = result.replace(PLACEHOLDER, (found) => originals.get(found) ?? found);
    if (restored === result) break;
    result = restored;
  }
  return result;
}

function replaceSpans(
  text: string,
  spans: readonly SensitiveSpan[],
  placeholderFor: (kind: SensitiveKind, original: string) => string,
): string {
  let end = 0;
  let result = "";
  for (const span of spans) {
    const original = text.slice(span.start, span.end);
    result += text.slice(end, span.start) + placeholderFor(span.kind, original);
    end = span.end;
  }
  return result + text.slice(end);
}

/** Numbering starts after what the text itself holds: "[EMAIL_1]" typed by a customer stays that. */
function highestNumber(value: unknown): number {
  let highest = 0;
  mapStrings(value, (text) => {
    for (const [, number] of text.matchAll(PLACEHOLDER)) {
      highest = Math.max(highest, Number(number));
    }
    return text;
  });
  return highest;
}

function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return map(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)]),
  ) as T;
}

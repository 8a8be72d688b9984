/**
 * Cuts a message into stretches that decided something and stretches that did not.
 *
 * @module
 */
import type { Evidence } from "../triage/domain/judgement.ts";
import type { SetAside } from "../triage/text/own_words.ts";

/** A stretch of the message; `evidence` is `null` where nothing spoke. */
export interface Stretch {
  readonly text: string;
  readonly evidence: Evidence | null;
  /** What the stretch is, where it was not judged; else `null`. */
  readonly aside: SetAside["kind"] | null;
  /** Whether it spoke clearly softer than the loudest one. */
  readonly soft: boolean;
}

/** Share of the highest weight below which evidence did not matter: it is not shown. */
const SHOWN_FROM = 0.4;
/** Share of the highest weight below which evidence is soft. */
const SOFT_BELOW = 0.6;

/**
 * Cuts the message along the evidence that mattered, in whole words; put together, the stretches
 * are the message. Where spans overlap, the one with the higher weight is shown.
 */
export function highlight(
  message: string,
  evidence: readonly Evidence[],
  asides: readonly SetAside[] = [],
): Stretch[] {
  const loudestFirst = evidence
    .filter(({ start, end }) => 0 <= start && start < end && end <= message.length)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const loudest = Math.abs(loudestFirst[0]?.weight ?? 0);
  const shown: Evidence[] = [];
  for (const each of loudestFirst) {
    if (Math.abs(each.weight) < SHOWN_FROM * loudest) break;
    const span = { ...each, ...wholeWords(message, each) };
    if (shown.every(({ start, end }) => span.end <= start || end <= span.start)) shown.push(span);
  }
  const isSoft = ({ weight }: Evidence) => Math.abs(weight) < SOFT_BELOW * loudest;
  const plain = (from: number, to: number): Stretch[] =>
    cutAsides(from, to, asides).map(({ start, end, aside }) => ({
      text: message.slice(start, end),
      evidence: null,
      aside,
      soft: false,
    }));
  const stretches: Stretch[] = [];
  let at = 0;
  for (const span of shown.toSorted((a, b) => a.start - b.start)) {
    if (at < span.start) stretches.push(...plain(at, span.start));
    stretches.push({
      text: message.slice(span.start, span.end),
      evidence: span,
      aside: null,
      soft: isSoft(span),
    });
    at = span.end;
  }
  if (at < message.length) stretches.push(...plain(at, message.length));
  return stretches;
}

/** A letter, a digit, a mark on one, or an apostrophe: what stands inside a word. */
const IN_WORD = /[\p{L}\p{N}\p{M}'’]/u;

/** The span with the words whole that it begins and ends in. */
function wholeWords(
  message: string,
  { start, end }: Pick<Evidence, "start" | "end">,
): { start: number; end: number } {
  const inWord = (at: number) => IN_WORD.test(message.charAt(at));
  let [first, last] = [start, end];
  while (first > 0 && inWord(first) && inWord(first - 1)) first--;
  while (last < message.length && inWord(last - 1) && inWord(last)) last++;
  return { start: first, end: last };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly aside: SetAside["kind"] | null;
}

/** A stretch cut where what was not judged begins and ends. */
function cutAsides(from: number, to: number, asides: readonly SetAside[]): Cut[] {
  const cuts: Cut[] = [];
  let at = from;
  for (const { start, end, kind } of asides) {
    const first = Math.max(start, at);
    const last = Math.min(end, to);
    if (last <= first) continue;
    if (at < first) cuts.push({ start: at, end: first, aside: null });
    cuts.push({ start: first, end: last, aside: kind });
    at = last;
  }
  if (at < to) cuts.push({ start: at, end: to, aside: null });
  return cuts;
}

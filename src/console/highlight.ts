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

/** Share of the highest weight below which evidence is soft. */
const SOFT_BELOW = 0.35;

/**
 * Cuts the message along its evidence; put together, the stretches are the
 * message. Where spans overlap, the one with the higher weight is shown.
 */
export function highlight(
  message: string,
  evidence: readonly Evidence[],
  asides: readonly SetAside[] = [],
): Stretch[] {
  const loudestFirst = evidence
    .filter(({ start, end }) => 0 <= start && start < end && end <= message.length)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const shown: Evidence[] = [];
  for (const span of loudestFirst) {
    if (shown.every(({ start, end }) => span.end <= start || end <= span.start)) shown.push(span);
  }
  const loudest = Math.abs(loudestFirst[0]?.weight ?? 0);
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

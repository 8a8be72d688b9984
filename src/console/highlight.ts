/**
 * Cuts a message into stretches that decided something and stretches that did not.
 *
 * @module
 */
import type { Evidence } from "../triage/judgement.ts";

/** A stretch of the message; `evidence` is `null` where nothing spoke. */
export interface Stretch {
  readonly text: string;
  readonly evidence: Evidence | null;
  /** Whether it spoke clearly softer than the loudest one. */
  readonly soft: boolean;
}

/** Share of the highest weight below which evidence is soft. */
const SOFT_BELOW = 0.35;

/**
 * Cuts the message along its evidence; put together, the stretches are the
 * message. Where spans overlap, the one with the higher weight is shown.
 */
export function highlight(message: string, evidence: readonly Evidence[]): Stretch[] {
  const loudestFirst = evidence
    .filter(({ start, end }) => 0 <= start && start < end && end <= message.length)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const shown: Evidence[] = [];
  for (const span of loudestFirst) {
    if (shown.every(({ start, end }) => span.end <= start || end <= span.start)) shown.push(span);
  }
  const loudest = Math.abs(loudestFirst[0]?.weight ?? 0);
  const isSoft = ({ weight }: Evidence) => Math.abs(weight) < SOFT_BELOW * loudest;
  const plain = (text: string): Stretch => ({ text, evidence: null, soft: false });
  const stretches: Stretch[] = [];
  let at = 0;
  for (const span of shown.toSorted((a, b) => a.start - b.start)) {
    if (at < span.start) stretches.push(plain(message.slice(at, span.start)));
    stretches.push({
      text: message.slice(span.start, span.end),
      evidence: span,
      soft: isSoft(span),
    });
    at = span.end;
  }
  if (at < message.length) stretches.push(plain(message.slice(at)));
  return stretches;
}

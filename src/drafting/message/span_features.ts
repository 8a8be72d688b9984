/**
 * What is seen of a stretch of words before it is judged, by name: the words
 * at its ends and around them, those inside, its length, its sentence. Every
 * feature belongs to one end, to one word or to the length, so that all
 * stretches of a sentence are scored from sums.
 *
 * | name | is |
 * | --- | --- |
 * | `sX`, `s2X Y`, `SP`, `S2P Q` | it starts with word X (then Y), a part of speech P (then Q) |
 * | `pX`, `p2W X`, `pSX P` | in front of it stands X (before it W), and it starts with P |
 * | `eX`, `EP` | it ends with word X, part of speech P |
 * | `nX`, `n2X Y`, `NP` | behind it stands X (then Y), part of speech P |
 * | `wX`, `WP`, `w-`, `rG` | it holds X, a P, a negated word, the start of what a rule of group G finds |
 * | `L3` | its length |
 * | `q0`, `qe`, `?`, `\|`, `b2`, `v2` | its sentence: place, last, question, own line, evidence; `i…`: it starts inside |
 *
 * @module
 */
import type { SpanSentence } from "./span_sentence.ts";

const LENGTH_BUCKETS = [1, 2, 3, 5, 8, 12, 17, 24] as const;

/** Name of the feature that a length in words is. */
export function lengthFeature(words: number): string {
  return `L${LENGTH_BUCKETS.findLastIndex((least) => words >= least)}`;
}

/** Features of a stretch that starts with a word. */
export function startFeatures({ lemmas, tags, place }: SpanSentence, at: number): string[] {
  const first = lemmas[at] ?? "", left = lemmas[at - 1] ?? "", tag = tags[at] ?? "";
  return [
    `s${first}`,
    `s2${first} ${lemmas[at + 1] ?? ""}`,
    `S${tag}`,
    `S2${tag} ${tags[at + 1] ?? ""}`,
    `p${left}`,
    `p2${lemmas[at - 2] ?? ""} ${left}`,
    `pS${left} ${tag}`,
    ...(at === 0 ? place : place.map((feature) => `i${feature}`)),
  ];
}

/** Features of a stretch that ends with a word. */
export function endFeatures({ lemmas, tags }: SpanSentence, at: number): string[] {
  const right = lemmas[at + 1] ?? "";
  return [
    `e${lemmas[at] ?? ""}`,
    `E${tags[at] ?? ""}`,
    `n${right}`,
    `n2${right} ${lemmas[at + 2] ?? ""}`,
    `N${tags[at + 1] ?? ""}`,
  ];
}

/** Features of a stretch that holds a word. */
export function insideFeatures(
  { lemmas, tags, negated, rules }: SpanSentence,
  at: number,
): string[] {
  const features = [`w${lemmas[at] ?? ""}`, `W${tags[at] ?? ""}`];
  if (negated[at]) features.push("w-");
  if (rules[at]) features.push(`r${rules[at]}`);
  return features;
}

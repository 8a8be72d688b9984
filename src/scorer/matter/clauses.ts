/**
 * Where a sentence goes on with another matter: "…, and is there a price for
 * schools?", "…, though a dark mode would be nice".
 *
 * @module
 */

const QUESTION =
  "(?:what|when|where|how|which|who|whom|whose|why|is|are|do|does|did|can|could|may|might|must|will|would|should|shall|has|have)(?:n't)? (?:the|a|an|i|you|we|it|there|they|he|she|this|that|these|those|my|our|your|one|any\\w*|some\\w*|else|many|much|long|often|far|about|do|does|is|are|can|to|day|date|time|\\w+ (?:is|are|do|does|can|must|should|will|would|may))\\b";
const WISH =
  "(?:(?:please )?(?:let|add|give|make|allow|offer|bring|consider)\\b|(?:i|we)(?:'d| would) (?:\\w+ )?(?:like|love|be|wish|ask|welcome)\\b|(?:it|that|this)(?:'d| would)\\b|if (?:you|it|there|ever)\\b|(?:a|an|some|more|another|the option|being able|having)\\b[^,.;!?]{2,70}\\b(?:would|could|'d|is what|were)\\b|\\w+[^,.;!?]{0,60} would (?:be|make|help|save|please|spare)\\b)";
const CONJUNCTION = "and|but|yet|also|plus|or|so|though|because|seeing that|given that";
const BREAK = "(?:[;–—]|,? - |,)";
const JOINT = new RegExp(
  `(?:${BREAK} +(?:(?:${CONJUNCTION}) +)*| +(?:(?:${CONJUNCTION}) +)+)(?=${QUESTION})|` +
    `(?:${BREAK}? +(?:and|but|yet|also|plus|though|or)(?: also| then)?|[;–—]) +(?=${WISH})|` +
    `, (?:but|yet|only|though|and|while|because|since|seeing that|given that) +|[;–—] +`,
  "giu",
);
/** Fewer words are no matter of their own. */
const LEAST_WORDS = 2;
const CLAUSES_MAX = 4;

/** A clause, by its offsets in the sentence. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** The clauses of a sentence that may be matters of their own; one where there is no joint. */
export function clausesOf(sentence: string): readonly Clause[] {
  const text = sentence.replaceAll("’", "'");
  const clauses: Clause[] = [];
  let start = 0;
  JOINT.lastIndex = 0;
  for (let match = JOINT.exec(text); match !== null; match = JOINT.exec(text)) {
    const end = match.index, after = end + match[0].length;
    if (clauses.length === CLAUSES_MAX - 1) break;
    if (wordsIn(text.slice(start, end)) < LEAST_WORDS) continue;
    if (wordsIn(text.slice(after)) < LEAST_WORDS) continue;
    clauses.push({ start, end });
    start = after;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

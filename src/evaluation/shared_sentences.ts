/**
 * How much letters repeat each other: the share of pairs that have a whole
 * sentence in common.
 *
 * @module
 */

const SENTENCE_END = /\n+|(?<=[.!?]["”]?)\s+/u;
/** A page and its address: it is the same for everybody who asks the same. */
const LIST_LINE = /^- /;

/** The sentences of a letter. */
export function sentencesIn(letter: string): ReadonlySet<string> {
  return new Set(
    letter.split(SENTENCE_END).map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== "" && !LIST_LINE.test(sentence)),
  );
}

/** Pairs of letters, and how many of them share a whole sentence. */
export function sharedSentencePairs(
  letters: readonly string[],
): { readonly pairs: number; readonly sharing: number } {
  const all = letters.map(sentencesIn);
  let sharing = 0;
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(0, at)) {
      if (!one.isDisjointFrom(other)) sharing++;
    }
  }
  return { pairs: all.length * (all.length - 1) / 2, sharing };
}

/**
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework:
 * BM25 and Beyond"): what a plain full-text search would find, to measure by.
 *
 * @module
 */

const K1 = 1.2;
const B = 0.75;

/** Scores of every text as a query against every other. */
export function bm25(texts: readonly string[]): Float64Array[] {
  const words = texts.map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const within = words.map((list) => {
    const counts = new Map<string, number>();
    for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const documents = new Map<string, number>();
  for (const counts of within) {
    for (const word of counts.keys()) documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  const mean = words.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  const idf = (word: string) => {
    const having = documents.get(word) ?? 0;
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  };
  return within.map((query) =>
    Float64Array.from(within, (counts, at) => {
      const length = K1 * (1 - B + B * (words[at]?.length ?? 0) / mean);
      let score = 0;
      for (const word of query.keys()) {
        const count = counts.get(word) ?? 0;
        if (count > 0) score += idf(word) * count * (K1 + 1) / (count + length);
      }
      return score;
    })
  );
}

/** The string of `possibleWords` that is nearest to `givenWord` by edit distance. */
export declare function closestString(
  givenWord: string,
  possibleWords: readonly string[],
  options?: { readonly caseSensitive?: boolean },
): string;

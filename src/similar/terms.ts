/**
 * The terms under which a case is found by others like it: its rarest words,
 * its codes, the regions of meaning that it lies in, and its product. A term is
 * a number; the word cannot be read from it.
 *
 * @module
 */
import type { Gist } from "../triage/domain/gist.ts";

/** A term of a case, and how much sharing it says. */
export interface Term {
  readonly term: number;
  readonly weight: number;
}

/** Words that a case is found by. */
const WORDS = 3;
/** Regions that it is found by. */
const REGIONS = 2;
/** Codes that it is found by. */
const CODES = 2;
/** Sharing one code says as much as sharing two rare words. */
const CODE_WEIGHT = 4;
/** Of the nearest region; of each further one half as much. */
const REGION_WEIGHT = 2;
/** That it is of the same product and new. */
const PRODUCT_WEIGHT = 0.01;

/**
 * The terms of a case; none where nothing was understood of it. Erasing works them out anew: a
 * change of what is made of a gist needs another version of gists.
 */
export function termsOf(gist: Gist): readonly Term[] {
  const { product, words, rarities, codes, regions } = gist;
  if (words.length === 0 && codes.length === 0) return [];
  const rarest = words.map((word, at) => ({ word, weight: rarities[at] ?? 0 }))
    .sort((one, other) => other.weight - one.weight).slice(0, WORDS);
  const terms: Term[] = [{ term: productTerm(product), weight: PRODUCT_WEIGHT }];
  const add = (kind: string, text: string, weight: number) =>
    terms.push({ term: hashOf(`${product}\n${kind}\n${text}`), weight });
  for (const { word, weight } of rarest) add("word", word, weight);
  for (const code of codes.slice(0, CODES)) add("code", code, CODE_WEIGHT);
  regions.slice(0, REGIONS).forEach((region, at) =>
    add("region", String(region), REGION_WEIGHT / 2 ** at)
  );
  return [...new Map(terms.map((term) => [term.term, term])).values()];
}

/** The term of all cases of a product. */
export function productTerm(product: string): number {
  return hashOf(product);
}

/** A whole number below 2 ** 53: cyrb53 of bryc (public domain), two mixed streams of 32 bits. */
function hashOf(text: string): number {
  let one = 0xdeadbeef, other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

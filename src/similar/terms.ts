/**
 * The terms under which a case is found by others like it: its product, the
 * regions of meaning that it lies in, its code. A term is a number; nothing can
 * be read from it. A case is kept under few, since each costs a page of the
 * store's log, and looked for under more.
 *
 * @module
 */
import type { Gist } from "../triage/domain/gist.ts";

/** A term that is looked for, and how much sharing it says. */
export interface SearchTerm {
  readonly term: number;
  readonly weight: number;
}

/** Regions that a case is kept under. It is looked for in all that its gist names. */
const KEPT_REGIONS = 2;
const KEPT_CODES = 1;
/** Sharing a code says as much as sharing the nearest region. */
const CODE_WEIGHT = 2;
const REGION_WEIGHT = 2;
/** Each region weighs less than the one before by this factor. */
const FURTHER = 0.8;
/** That it is of the same product and new. */
const PRODUCT_WEIGHT = 0.01;

/**
 * The terms that a case is kept under; none where nothing was understood of it. Erasing works
 * them out anew: whoever changes them changes the version of gists too.
 */
export function termsOf(gist: Gist): readonly number[] {
  const { product, codes, regions } = gist;
  if (isEmpty(gist)) return [];
  return [
    ...new Set([
      productTerm(product),
      ...codes.slice(0, KEPT_CODES).map((code) => codeTerm(product, code)),
      ...regions.slice(0, KEPT_REGIONS).map((region) => regionTerm(product, region)),
    ]),
  ];
}

/** The terms under which cases like this one are looked for. */
export function searchTermsOf(gist: Gist): readonly SearchTerm[] {
  const { product, codes, regions } = gist;
  if (isEmpty(gist)) return [];
  return [
    { term: productTerm(product), weight: PRODUCT_WEIGHT },
    ...codes.map((code) => ({ term: codeTerm(product, code), weight: CODE_WEIGHT })),
    ...regions.map((region, at) => ({
      term: regionTerm(product, region),
      weight: REGION_WEIGHT * FURTHER ** at,
    })),
  ];
}

/** The term of all cases of a product. */
export function productTerm(product: string): number {
  return hashOf(product);
}

function codeTerm(product: string, code: string): number {
  return hashOf(`${product}\ncode\n${code}`);
}

function regionTerm(product: string, region: number): number {
  return hashOf(`${product}\nregion\n${region}`);
}

function isEmpty({ words, codes }: Gist): boolean {
  return words.length === 0 && codes.length === 0;
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

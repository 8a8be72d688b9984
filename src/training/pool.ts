/**
 * Which sources share texts: they are one pool, never on two sides of a split.
 *
 * @module
 */

/** maalej2016, marc_jha2017 and shah2018 share hundreds of reviews. */
const APP_POOL = new Set(["maalej2016", "marc_jha2017", "shah2018"]);

/** The pool that a source belongs to. */
export function poolOf(source: string): string {
  if (APP_POOL.has(source)) return "app";
  return source.startsWith("hint3") ? "hint3" : source;
}

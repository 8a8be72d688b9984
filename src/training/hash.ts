/**
 * Gives the same text the same number everywhere, for choices that must not
 * depend on chance or on the order of files.
 *
 * @module
 */

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

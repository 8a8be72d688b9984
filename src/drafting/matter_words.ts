/**
 * By which words a sentence shows what matter it is about.
 *
 * @module
 */

/** A wish is told. */
export const WISHING =
  /\b(?:would (?:\w+ )?be|['’]d be|would (?:\w+ )?(?:like|love|help)|['’]d (?:like|love)|i wish|could you|can you|please (?:add|let|make|allow|give|offer)|suggest\w*|feature|add (?:an?|the)|it['’]d|how about)\b/i;

/** A fault is told. */
export const FAILING =
  /\b(?:crash\w*|freez\w*|froze\w*|hangs?|errors?|fail\w*|broken|stuck|wrong|missing|gone|not work\w*|nothing|never|cannot|can not|stopped|slow|lost)\b|n['’]t\b/i;

/**
 * By which words a sentence shows what matter it is about.
 *
 * @module
 */

/** A wish is told. */
export const WISHING =
  /\b(?:would (?:\w+ )?be|['’]d be|would (?:\w+ )?(?:like|love|help)|['’]d (?:like|love|rather)|i wish|could you|can you|please (?:add|let|make|allow|give|offer)|suggest\w*|feature|add (?:an?|the)|it['’]d|how about)\b/i;

/** A fault is told. */
export const FAILING =
  /\b(?:crash\w*|freez\w*|froze\w*|hangs?|errors?|fail\w*|broken|stuck|wrong(?! one)|missing|gone|not work\w*|nothing|never|cannot|can not|stopped|slow|lost)\b|n['’]t\b/i;

/** A device, a system or a version is named. */
export const DEVICE =
  /\b(?:android|ios|iphone|ipad|pixel|galaxy|samsung|huawei|xiaomi|windows|mac|macos|macbook|linux|ubuntu|chrome|firefox|safari|edge|opera|brave|version|v\d|\d+\.\d+\.\d+|app \d|firmware|x86_64|arm64|connector \d|browser \d)/i;

/** What a wish is worth is told: money, people, time. */
export const WORTH =
  /\b(?:pay|otherwise|so that|because|by hand|without it|hours|\d{2,} (?:\w+ ){0,2}(?:people|members|users|customers|vehicles|students|pupils|patients))\b/i;

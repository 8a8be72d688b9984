/**
 * By which words a message says that something fails, misbehaves or makes
 * somebody angry.
 *
 * @module
 */

const FAILED =
  /\b(?:crash\w*|freez\w*|froze\w*|errors?|fail\w*|broken?|stuck|wrong|missing|gone|not work\w*|(?:will|does|did) not|never|cannot|can not|stopped|lost|nobody|no reply|blank|empty|twice|doubled|duplicat\w*|vanish\w*|disappear\w*|hangs?|slow|(?:too|is|are|was|arrived|hours?|minutes|days) late|missed|refus\w*|declined|charged|overcharged|deleted|bounc\w*|reject\w*|dropped|hurts?|awful|useless|impossible|mislabel\w*|raw|without asking|hidden|skips|skipped|crackl\w*|drifts?|unfair|unacceptable|ridiculous|explanation|third time|fourth time|second time (?:this|in|running|now)|no longer (?!drops?|crash|freez|hangs?|fails?|stutters?|lags?|flicker)|out of order|instead of|thr(?:ow(?:s|ing)?|ew) me|keeps? \w+ing|comes? back|ordered .{3,40} (?:but|and|&) (?:got|this is|received)|(?:does|did|ca|can|wo|could|is|are|was|were|has|have|had)n['’]t(?! complaining))\b|^why (?:does|do|is|are|did)\b/i;

const MISDOES =
  /\b(?:nothing|bang(?:s|ing)?|rattl\w*|squeak\w*|buzz\w*|leak\w*|smell\w*|cut(?:s|ting)? out|(?:switch|turn)(?:es|s|ing) (?:itself )?off|drop(?:s|ping) off|rounds|shift\w*|replaced|slip(?:s|ping)?|shak(?:es|ing)|overheat\w*|smok\w+|does not|do not|did not|is not|are not|was not|instead|by itself|called off|jam(?:s|med)?|[EF]\d{1,3}|explod\w*|burst|shatter\w*|banned|is flat|tone flat|as mine|delivered to|don['’]t understand|bald|shear(?:ed|s)|snap(?:ped|s)|clean (?:off|through)|no (?:\w+ ){1,2}(?:anywhere|at all|in (?:it|there|the))|c[ao]me(?:s)? (?:off|loose|apart)|f[ae]ll(?:s)? (?:off|apart)|puddles?|jumps?|go(?:es)? past|gr[ae]yed|itself (?:on|off)|scratched|cracked|torn|stain\w*|dirty|stops? (?:with|at|after|before|working)|stays)\b/i;

/** What worked, is whole, or never was done: the words of failing in it tell of no fault. */
const WORKED =
  /\bto empty\b|\bnothing(?: is|['’]s| was)? (?:broken|wrong|missing|amiss)\b|\b(?:i|we)(?:['’]ve| have)? stopped \w+ing\b|\bnothing to do with\b|\bnobody (?:else )?(?:had|could|can) (?:found|find|fix\w*|solved?|seen?)\b|\b(?:it |this |that )?(?:did(?:n['’]t| not) do (?:this|that|it)|did (?:this|that|it) never|never did (?:this|that|it)|never (?:happened|had (?:this|that|any)))\b|\b(?:i|we)(?:['’]ve| have|['’]d| had)? never (?!(?:got|get|had|receiv|arriv|been|heard|saw|seen|asked|ordered|agreed|signed|came)\w*)\w+/gi;

/** A text without what in it says that something worked. */
export function withoutWorked(text: string): string {
  return text.replace(WORKED, " ");
}

/** Whether a thing does what it should not, in words that no list of faults holds. */
export function misdoes(text: string): boolean {
  return MISDOES.test(text);
}

const ANGRY =
  /\b(?:can['’]?t|cannot) believe (?:you|that|this|it)\b|\b(?:ridiculous|unacceptable|outrag\w+|disgrace\w*|fed up|furious|appalling|shameful|fuming|rip-?off|let me get this straight)\b|\b(?:third|fourth|fifth|sixth|seventh) (?:time|week|month)\b|!!!/i;

/** Whether somebody is angry, whatever else the message is. */
export function isAngry(text: string): boolean {
  return ANGRY.test(text);
}

/** Whether words say that something fails. */
export function saysThatItFails(text: string): boolean {
  return FAILED.test(text);
}

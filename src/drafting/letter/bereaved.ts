/**
 * Whether somebody whom the customer was close to has died.
 *
 * @module
 */

const PERSON =
  "(?:husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|partner|fianc[eé]e?|baby|child|twin|grand(?:mother|father|ma|pa|son|daughter)|nan|gran|aunt|uncle|niece|nephew|friend|parents?)";
const PET = "(?:dog|puppy|cat|kitten|horse|pony|rabbit|pet)";
const DIED = new RegExp(
  `\\b(?:my|our|his|her|their) (?:\\p{L}+ ){0,2}?${PERSON}(?:['’]s)?,?(?: \\p{L}+,?)? (?:has |had |just |sadly |suddenly |recently )*(?:died|passed (?:away|on)|is (?:dead|gone now)|was killed)\\b|\\blost (?:my|our) (?:late )?${PERSON}\\b(?! in (?:the )?(?:game|match))|\\b(?:my|our) (?:\\p{L}+ ){0,2}?${PET},?(?: \\p{L}+,?)? (?:has |had |just |sadly )*(?:died|passed away|(?:was|had to be|been) put (?:to sleep|down))\\b|\\b(?:had|have) (?:\\p{L}+ ){1,3}put to sleep\\b|\\b(?:my|our)\\b[^.!?]{0,40} (?:was|were|had to be|been) put (?:to sleep|down)\\b|\\b(?:my|our) (?:\\p{L}+ ){0,2}?${PERSON}['’]s funeral\\b|\\bburied (?:him|her)\\b|\\b(?:he|she) (?:died|passed away|did(?:n['’]t| not) make it)\\b|\\b(?:the|my|our) (?:probate|executor)\\b`,
  "iu",
);

/** Somebody close has died. */
export function isBereaved(text: string): boolean {
  return DIED.test(text);
}

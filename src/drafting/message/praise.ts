/**
 * Praise that a letter can be glad of, and what only looks like it.
 *
 * @module
 */

const PRAISE =
  /\b(?:lovely work|thank(?:s| you)(?! in advance)|thank-you|love|great|awesome|amazing|best(?! (?:fob|price|regards|wishes|practice|offer))|shout-?out|kudos|hats off|good job|brilliant|fantastic|excellent|wonderful|splendid|well done|fastest|perfect|compliment[is]|suit me fine|cried at the finish|just a (?:line|word|note) to (?:say|thank)|happiness)\b/i;
/** Said well of somebody in the words of no list: for their boss, or against all expectation. */
const THANKS =
  /\b(?:(?:not|isn['’]t|aren['’]t) complaining\b(?! about)|(?:his|her|their|your) (?:boss|manager)s? (?:knows?|hears?|should (?:know|hear))|(?:make|making) sure (?:his|her|their) (?:boss|manager)|past (?:his|her|their) shift|not (?:one|a single) (?:blister|fault|complaint|problem|leak|crash|hitch)|credit where|thank (?:her|him|them) (?:for|from)|(?:deserves?|needs?) (?:to be said|saying)|went (?:out of (?:his|her|their) way|above and beyond|the extra mile)|could(?:n['’]t| not) have been (?:kinder|nicer|better|more helpful)|(?:deserves?|give (?:him|her|them)) an? (?:raise|medal|bonus|pay rise))\b/i;
const SAID = /["“][^"“”\n]{1,60}["”]/g;
const ASKING =
  /\?|(?:^|[.!:;] )(?:where|which|what)\b|\b(?:how (?:do|can|much)|how to(?<!\b(?:showed|taught|told|explained)\b[^.!?]{0,30}how to)|can i|do i|is it|could you|please (?!pass|tell (?:him|her|them|everyone)|say|give (?:him|her|them)|keep))\b/i;

/** Praise that is none: "Oh great, another update that wipes my playlist." */
const SARCASM =
  /\boh,? (?:great|wow|nice|wonderful|brilliant)\b|\bthank(?:s| you) for nothing\b|\blove how\b.{2,60}\bnow\b|\bcongratulations on\b|\banother (?:update|morning|day|week) of\b|\b(?:great|super|nice|wonderful)[.!] another\b|\bgeniuses\b|\b(?:great|good|nice|fine|super) (?:job|work),? (?:on |at )?(?:breaking|ruining|deleting|losing|killing|wrecking|destroying|crashing|removing|hiding)\b|\bnot[.!]*$/i;

/** Wants to sell us something. */
const OFFER =
  /\bwe(?:['’]re| are) (?:an? )?(?:leading|producer|manufacturer|supplier)|\b(?:fob price|our offer|free audit|first page of google)\b/i;

/** Whether a message only praises, and means it. */
export function isPraise(message: string): boolean {
  // What a screen said is no word of theirs: “Collected, thank you”.
  const text = message.replace(SAID, "");
  return (PRAISE.test(text) || THANKS.test(text)) && !asksSomething(text) && !SARCASM.test(text) &&
    !OFFER.test(text);
}

/** Whether somebody is spoken well of, whatever else the message says. */
export function isThanks(text: string): boolean {
  return THANKS.test(text) && !SARCASM.test(text);
}

/** Whether a message praises what it does not like. */
export function isIronic(text: string): boolean {
  return SARCASM.test(text);
}

/** Whether a message asks for something. */
export function asksSomething(text: string): boolean {
  return ASKING.test(text);
}

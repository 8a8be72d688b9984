/**
 * What stands around a fault without being one: stars, what was tried against
 * it, what the customer did or owns.
 *
 * @module
 */
import { actionStart, opensWithAction } from "../english/action_list.ts";
import { baseForm } from "../english/base_form.ts";
import { type Phrase, posOf, type Word } from "../english/words.ts";

const STARS =
  /^[★☆\s]*(?:(?:one|two|three|four|five|zero|[0-5])(?: out of (?:five|5)|\/5)?[ -]stars?\b|[★☆])/iu;
const REMEDY =
  /^(?:(?:i|we)(?:['’]ve| have)? )?(?:already |a |the )?(?:(?:factory|hard|full) )?(?:re-?set|re-?start|re-?boot|re-?install|power[- ]cycl|unplug|update|clear)\w*\b.{0,60}\b(?:done|twice|already|difference|help\w*|change[ds]?|nothing|same|no luck|as (?:per|you)|new (?:firmware|version))\b/i;
const NO_DIFFERENCE =
  /(?:^|[:,] |\b(?:made|makes?|making) )(?:no|any|a|the slightest) (?:difference|change|luck|effect|success)\W*$/i;
/** "After updating the plugin:" leads up to what stands below. */
const LEFT_OPEN = /:$/;
const OWNED =
  /^(?:my name is|(?:see|please see|have a look) below|(?:the )?(?:screen ?shots?|files?|photos?|receipts?|logs?)\b.{0,20}\b(?:attached|enclosed)|attached (?:are|is|you|two|three|the|a)\b|forwarded message|(?:my )?(?:phone|tablet|device|laptop|computer) is an? |on behalf of|(?:order|ref\w*|case|ticket|confirmation)(?: (?:no\.?|number))? ?[#:]? ?[A-Z]*\d[\d-]*\W*$|[\w -]{2,20}user here\b)/i;
/** Says why of what stands before: "for “repeated non-payment”". */
const FRAGMENT = /^(?:for|because|bc) [^,]{3,40}$/;
const TO_US =
  /^(?:i|we) (?:get|got|have|see|understand) (?:it|that), (?:thank you|thanks)\b|^(?:not proposing|worrying to|(?:just )?(?:an? )?small note)\b|^(?:please )?(?:un-?ban|fix|refund|give|put|restore|help|call|tell) (?:me|us|my|our|it|this|that)\b|^(?:i|we)(?:['’]m| am|['’]ve| have)? ?(?:don['’]t want|do not want|telling you|want to (?:start|begin)|want to report|don['’]t propose|do not know what|pay you|(?:have )?been on the phone|thought (?:nothing|so|it)|figured|said|hate|needn['’]t)\b/i;

const remembered = new WeakMap<Phrase, number>();

/** What it costs a sentence to be about something else than the fault: 0 where it is not. */
export function backgroundCost(phrase: Phrase, tells_of_failing: boolean): number {
  // A draft asks for its title, its steps and its component.
  let aside = remembered.get(phrase);
  if (aside === undefined) remembered.set(phrase, aside = asideCost(phrase.text));
  if (aside > 0) return aside;
  return !tells_of_failing && !RESULT.test(phrase.text) && isDeed(phrase) ? COST.deed : 0;
}

function asideCost(text: string): number {
  if (STARS.test(text)) return COST.stars;
  if (REMEDY.test(text) || NO_DIFFERENCE.test(text) || LEFT_OPEN.test(text)) return COST.remedy;
  return FRAGMENT.test(text) || OWNED.test(text) || TO_US.test(text) ? COST.aside : 0;
}

const COST = { stars: 8, remedy: 4, aside: 3, deed: 2 } as const;

/** "I set bedtime at 7.30pm", "Left the garage at 10:52": what was done before it failed. */
function isDeed(phrase: Phrase): boolean {
  const first = phrase.words[0]?.lower ?? "";
  return first === "i" || first === "we" || first === "i've"
    ? actionStart(phrase.words, 0) !== null || isPast(phrase.words[1])
    : isPast(phrase.words[0]) && !isNoun(phrase.words[1]) || opensWithAction(phrase);
}

/** What came of a deed follows in the same sentence. */
const RESULT =
  /(?:,|\band|\bbut)\s+(?:(?:but|and|then|now) )?(?:it|its|the|my|our|your|nothing|no|only|on|in|at|when|page|there)\b|:\s/i;
/** A verb that tells of something done, not of something suffered: "left", not "charged". */
function isPast(word: Word | undefined): boolean {
  const lower = word?.lower ?? "";
  const base = baseForm(lower);
  return base !== lower && posOf(word) === "VERB" && !/(?:ing|s)$/u.test(lower) &&
    !SUFFERED.test(lower);
}

/** "Exported files come out blue": the files do, nobody did. */
function isNoun(word: Word | undefined): boolean {
  return posOf(word) === "NOUN" || posOf(word) === "PROPN";
}

const SUFFERED =
  /^(?:charged|billed|logged|locked|kicked|thrown|signed|banned|blocked|suspended|lost|stuck|broken|removed|deleted|rejected|refused|ignored|stopped|crashed|failed|frozen|got|told|saved|spent|cut|put|set|disappeared)$/;

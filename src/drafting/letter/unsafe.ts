/**
 * Whether a thing may hurt somebody, or somebody is hurt already.
 *
 * @module
 */
import type { DraftContext } from "../message/draft_context.ts";

/** From here on a wish is one, whatever danger it speaks of. */
const WISHED_FROM = 0.3;

const UNSAFE =
  /\b(?:is|are|was|it) (?:it |this |that )?(?:dangerous|unsafe|safe to)\b|\boverheat\w*|\b(?:too|burning|extremely|so|really) hot (?:to|that|it|i|you)\b|\ballergic to\b[^]*\b(?:has|had|contains?|with) \b[^]*\bin it\b|\bbrown water\b|\bwater (?:is|was|runs|has been|comes out|came out) (?:\w+ )?(?:brown|yellow|orange|cloudy)\b|\bcan (?:we|i|you) (?:still )?drink\b|\b(?:case|plug|cable|socket|charger) (?:has |have )?melted\b|\bsmell(?:s|ed)? (?:of )?(?:burn\w*|gas|smoke|scorch\w*)|\b(?:sparks?|sparking|smok(?:es|ing))\b(?! (?:alarm|detector|free|area))|\belectric shocks?\b|\bbatter(?:y|ies) (?:is |are |has |have )?(?:swollen|swelling|bulg\w*|leaking)\b|\bwrong (?:medicine|medication|drug|dose|dosage|tablets)\b|\bhose (?:\w+ ){0,2}(?:stretched|burst|loose|leak\w*)|\bbald tyres?\b|\bin (?:my|her|his|our|their) (?:\w+['’]s )?mouth\b|\bblades? (?:keeps?|still|goes on|runs?|turns?|spins?)\b|\bchok(?:e|ed|es|ing)\b|\bswallowed\b|\bexplod(?:ed|es|ing)\b|\bshattered\b|\bfire brigade\b|\bflew off\b|\bbrake fluid\b|\bbrakes? [^.!?]{0,40}(?:fail\w*|nothing|gone|back to the (?:grip|bar)|not work)\b/i;

const HURT_NOW =
  /\b(?:scalp|skin|eyes?|eyelids?|face|lips?|tongue|throat|hands?|arms?|chest|mouth) (?:is|are|feels?|feel|has|have|was|were)? ?(?:\w+ )?(?:on fire|burning|burns?|swollen|swelling|numb|blister\w*)\b|\b(?:can['’]?t|cannot|hard to|trouble|struggling to) breath(?:e|ing)\b|\b(?:in|about the) pain\b|\btoothache\b|\bstill bleeding\b|\bunconscious\b/i;
const IN_THE_PAST = /\b(?:by noon|yesterday|last (?:week|month|year)|ago)\b/i;

/** Whether somebody says that they are hurt or unwell now. */
export function isHurtNow(text: string): boolean {
  return HURT_NOW.test(text) && !IN_THE_PAST.test(text);
}

/** Whether words themselves say that a thing is dangerous. */
export function saysUnsafe(text: string): boolean {
  return UNSAFE.test(text);
}

/** Whether a fault may hurt somebody. */
export function isHazard(
  { sentences, text, request: { intent, situation } }: DraftContext,
): boolean {
  return (intent !== "feature_request" || situation.name !== "wish" ||
    situation.probability < WISHED_FROM) &&
    (UNSAFE.test(text) ||
      sentences.some(({ fired }) => fired.some(({ rule }) => rule.startsWith("harm/safety"))));
}

/**
 * How much work a wish looks like, by what it touches. A table; the heaviest
 * that fits counts.
 *
 * @module
 */
import type { ProductRequirement } from "../../triage/domain/reply.ts";

const HEAVY =
  /\b(?:integrat\w+|single sign-on|sso|saml|microsoft accounts?|google accounts?|sign-in with|native (?:\w+ )?(?:client|app)|(?:apple )?watch app|linux client|desktop (?:app|client)|api|webhooks?|real[- ]?time|live|offline|sync\w*|voice|speech|recogni\w+|ocr|scan\w*|captions?|translat\w+|multi-?currency|currenc(?:y|ies)|encrypt\w+|masking|ai|machine learning|predict\w*|two-factor|2fa|wear os|smart ?watch|car ?play|android auto|bank|payment provider|fuel cards?|marketplace|multi-?player|2 player|video|cmyk|territor(?:y|ies)|handwrit\w+|swim tracking|alpine clubs|push a set|bluetooth|pedals?|waiting list|column-level)\b/i;
const MEDIUM =
  /\b(?:export\w*|import\w*|report\w*|spreadsheet|csv|gpx|pdf|bulk|batch|all at once|several|together|schedul\w+|recurr\w+|calendar|reminders?|notif\w+|alerts?|shar\w+|roles?|permission\w*|access|profiles?|search\w*|filter\w*|merge|split|history|statistics|summary|dashboard|chart|curve|graph|template|automatic\w*|auto\w*|two-way|map|photos?|attach\w*|upload|backup|undo|rename|tags?|invite|currency|interval|plans?|invoice|layout|landscape|tabs?|goals?|mode|quarterly)\b/i;
const LIGHT =
  /\b(?:dark (?:mode|theme)|night mode|theme|colou?r\w*|font|text size|larger type|button|label|icon|sort\w*|order of|default|toggle|switch to turn|checkbox|option to (?:hide|turn|disable)|rename|ringtones?|sounds?|wording|tooltip|shortcut|limit of|number of|preview|birthdays?|text size|purchase order number)\b/i;

/** Low, Medium or High. */
export function estimateComplexity(
  topic: string,
  text: string,
  components: number,
): ProductRequirement["complexity_estimate"] {
  if (HEAVY.test(topic)) return "High";
  if (LIGHT.test(topic)) return components > 2 ? "Medium" : "Low";
  if (MEDIUM.test(topic)) return components > 3 ? "High" : "Medium";
  if (HEAVY.test(text) || MEDIUM.test(text) || components > 2) return "Medium";
  return "Low";
}

/**
 * What within a situation a letter must tell apart: who is in danger, whether a
 * doctor was seen, whether money is short or somebody has died.
 *
 * @module
 */
import { isAboutLife, SITUATIONS } from "../../triage/domain/situation.ts";
import { isBereaved } from "./bereaved.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { isHazard, isTrouble } from "./trouble.ts";
import type { DraftContext } from "../message/draft_context.ts";

/** What is told apart within a situation; "any" alone where nothing is. */
export const ASPECTS_BY_SITUATION: {
  readonly [Name in LetterSituation]?: readonly LetterState["aspect"][];
} = {
  self_harm: ["any", "for_another", "unsure"],
  danger: ["any", "hazard", "unsure"],
  injury: ["any", "treated", "unsure"],
  fault: ["any", "hazard"],
  plain: ["any", "trouble", "hazard"],
  account_security: ["any", "bank", "unsure"],
  data_exposed: ["any", "unsure"],
  security_report: ["any", "unsure"],
  vulnerable_customer: ["any", "bereaved", "hardship"],
  solved: ["any", "withdrawn", "no_fault", "unsure"],
  praise: ["any", "thanks"],
  automatic: ["any", "unsure"],
  wish: ["any", "many"],
};

/** Where life, an account or data are at stake help is named at once; from here on the whole letter is about it. */
const SURE_FROM = 0.8;
const OTHERS =
  /\b(?:my|our|his|her|their|a|an|the|one of my|this|another) (?:[\p{L}-]+ ){0,2}(?:brother|sister|friend|son|daughter|eldest|youngest|lass|nan|granddaughter|grandson|nephew|niece|cousin|wife|husband|partner|girlfriend|boyfriend|ex|guildmate|flatmate|roommate|housemate|colleague|student|pupil|girl|boy|lad|user|member|man|woman|customer|patient|neighbour|neighbor|kid|child|teenager|classmate|player|streamer|poster|person|employee|tenant|passenger|subscriber)s?\b/iu;
const THEY = /\b(?:he|she|they|him|her|his|their|them)(?:['’]s)?\b/gi;
const DOES =
  /\b(?:brother|sister|friend|son|daughter|eldest|youngest|nephew|niece|cousin|wife|husband|partner|girlfriend|boyfriend|guildmate|flatmate|roommate|housemate|colleague|student|pupil|girls?|boy|lad|guy|user|member|man|woman|customer|patient|neighbou?r|kid|child|teenager|classmate|player|streamer|client|tenant|mr|mrs|he|she)(?:['’]?s)?\b[^.!?]{0,40}\b(?:said|says|wrote|writes|posted|posts|posting|sent|sends|goes by|gave away|cutting|hurting|harming|talks?|talking|threaten\w*|submitted|going to|not answering|missing|cut|telephoned|farewell|goodbye|note|pick up|phone is off)\b/i;
/** Of somebody else so often, it is about them. */
const THEY_MANY = 4;

/** Somebody is worried about another; where that is not sure, the letter speaks to the writer. */
function isForAnother(text: string): boolean {
  const they = text.match(THEY)?.length ?? 0;
  if (OWN_LIFE.test(text)) return DOES.test(text) && they >= THEY_MANY;
  return DOES.test(text) || OTHERS.test(text) && they >= 2;
}

/** Said of oneself. */
const OWN_LIFE =
  /\b(?:i|i['’]?m|i['’]?ve|i['’]?ll|me)\b[^.!?]{0,30}\b(?:die|dead|alive|kill|suicid\w*|end(?:ing)? (?:it|my life|things)|be here|be about|be around|hurting|hurt my|harm\w*|cut(?:ting)? my|go on|carry on|carry it|disappear|strength|way out|bridge|give up|not stay|my mind|pills|no later|trust myself|sure)\b|\b(?:my (?:own )?life|myself|without me)\b/i;
/** More than one person would use it. */
const MANY =
  /\b(?:company|school|teams?|club|practice|clinic|hospital|university|department|office|colleagues|staff|employees|our (?:people|users|customers|members|drivers|pupils|students|patients|clients)|\d{2,} (?:people|users|members|drivers|vehicles|pupils|students|patients))\b/i;
const BANK =
  /\b(?:bank|iban|payout|(?:credit|debit|bank|my|our|his|her|their) cards?|card (?:number|details)|pin|transferr?ed|withdraw\w*|wallet|sim)\b/i;
const TREATED =
  /\b(?:doctors?|gp|hospital|clinic|a ?& ?e|er|emergency room|paramedics?|ambulance|surger\w+|surgeon|stitch\w*|x-ray|physio|nurse|dentist|vet|steroid|diagnos\w+|treated|operat\w+|signed off|ward|icu|biopsy)\b/i;
const HAZARD =
  /\b(?:smok\w+|gas|smell\w*|burn\w*|fire|flames?|spark\w*|shocks?|electrocut\w*|brak\w+|batter(?:y|ies)|explo\w+|overheat\w*|melt\w*|hot|steer\w*|autosteer|pedal|accelerat\w+|locked in|trapped|carbon monoxide|leak\w*|fumes|wheel|blade|swell\w*|swollen|lift|elevator|stuck inside|alarm|brakes?|charger|socket|fell|collaps\w*|dos(?:e|age)|insulin|oxygen|pump)\b/i;
const BEREAVED =
  /\b(?:died|dies|passed (?:away|on)|passed in|death|dead|deceased|late (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner)|funeral|probate|widow\w*|bereave\w*|executor|lost (?:my|our) (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner|baby)|coroner|did(?:n['’]t| not) make it|(?:is|has) gone now|buried|was killed|were killed)\b/i;
const HARDSHIP =
  /\b(?:(?:can['’]?t|cannot|can not|unable to|struggling to|no longer) (?:pay|afford|keep up)|lost my job|made redundant|redundancy|laid off|in debt|debts?|arrears|food ?bank|behind (?:with|on)|payment (?:plan|holiday)|instal+ments?|universal credit|benefits|heat or eat|skint|broke|bailiffs?|bankrupt\w*|no money|hours (?:cut|down)|frozen them all)\b/i;

/** Written for before they are sure: what is safe to do is then said with an "if". */
const BEFORE_SURE: ReadonlySet<LetterSituation> = new Set<LetterSituation>([
  ...SITUATIONS.filter(isAboutLife),
  "account_security",
  "data_exposed",
  "security_report",
]);

/** What within the situation the letter must tell apart. */
export function aspectOf(
  situation: LetterSituation,
  context: DraftContext,
): LetterState["aspect"] {
  const { text, request } = context;
  if (BEFORE_SURE.has(situation) && request.situation.probability < SURE_FROM) return "unsure";
  switch (situation) {
    case "fault":
      return isHazard(context) ? "hazard" : "any";
    case "plain":
      return isHazard(context) ? "hazard" : isTrouble(context) ? "trouble" : "any";
    case "self_harm":
      return isForAnother(text) ? "for_another" : "any";
    case "account_security":
      return BANK.test(text) ? "bank" : "any";
    case "injury":
      return TREATED.test(text) ? "treated" : "any";
    case "wish":
      return MANY.test(text) ? "many" : "any";
    case "automatic":
      return request.document.own.author === "machine" ? "any" : "unsure";
    case "danger":
      return HAZARD.test(text) ? "hazard" : "any";
    case "vulnerable_customer":
      return isBereaved(text) || BEREAVED.test(text)
        ? "bereaved"
        : HARDSHIP.test(text)
        ? "hardship"
        : "any";
    case "solved":
    case "praise": {
      const { state } = request.document.own;
      if (state === "open") return situation === "solved" ? "unsure" : "any";
      return state === "solved" ? "any" : state;
    }
    default:
      return "any";
  }
}

/**
 * The situation as a letter sees it: one that fits the reply's type, and what
 * within it must be told apart.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";
import type { SituationName } from "../../triage/domain/situation.ts";
import type { LetterSituation, LetterState } from "./letter_state.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isPraise } from "../message/praise.ts";

/** Situations that any type of reply may be in; of the others a ticket knows only its own. */
const OF_ANY_TYPE: ReadonlySet<SituationName> = new Set<SituationName>([
  "self_harm",
  "danger",
  "injury",
  "account_security",
  "data_exposed",
  "security_report",
  "privacy_request",
  "money",
  "legal",
  "vulnerable_customer",
  "accessibility",
]);
const ORDINARY: Readonly<Record<Exclude<Intent, "general_inquiry">, LetterSituation>> = {
  bug_report: "fault",
  feature_request: "wish",
};

/** The situation that decides the letter. */
export function letterSituation({ request, text }: DraftContext): LetterSituation {
  const { intent, situation: { name, grave }, review, document: { own } } = request;
  if (grave && OF_ANY_TYPE.has(name)) return name;
  if (intent === "bug_report" && name === "outage") return name;
  if (intent === "general_inquiry" && own.author === "machine") return "automatic";
  if (intent === "general_inquiry" && own.author === "advertiser") return "unsolicited";
  if (review.reasons.includes("language_not_supported")) return "foreign";
  if (intent !== "general_inquiry") return OF_ANY_TYPE.has(name) ? name : ORDINARY[intent];
  if (own.state !== "open" && !grave) return own.state === "thanks" ? "praise" : "solved";
  if (review.reasons.includes("nothing_understood")) return "nothing";
  const praises = isPraise(text);
  if (name === "praise") return praises ? name : "policy";
  // A desk that closes what is still open does harm: only the reader says that it is settled.
  if (name === "solved" || name === "automatic" || name === "unsolicited") return "policy";
  if (name === "nothing") return "policy";
  return praises && (name === "how_to" || name === "policy") && request.category === "Other"
    ? "praise"
    : name;
}

const OTHERS =
  /\b(?:my|our|his|her|their|a|an|the|one of my|this|another) (?:[\p{L}-]+ ){0,2}(?:brother|sister|friend|son|daughter|nephew|niece|cousin|wife|husband|partner|girlfriend|boyfriend|ex|guildmate|flatmate|roommate|housemate|colleague|student|pupil|girl|boy|lad|user|member|man|woman|customer|patient|neighbour|neighbor|kid|child|teenager|classmate|player|streamer|poster|person|employee|tenant|passenger|subscriber)s?\b/iu;
const THEY = /\b(?:he|she|they|him|her|his|their|them)(?:['’]s)?\b/i;
/** Said of oneself. */
const OWN_LIFE =
  /\b(?:i|i['’]?m|i['’]?ve|i['’]?ll|me|my)\b[^.!?]{0,30}\b(?:die|dead|alive|kill|suicid\w*|end(?:ing)? (?:it|my life|things)|be here|be about|be around|hurting|hurt my|harm\w*|cut(?:ting)? my|go on|carry on|carry it|disappear|strength|way out|bridge|goodbye|give up|my mind|pills|no later|trust myself|sure)\b|\b(?:my (?:own )?life|myself|without me)\b/i;
const HAZARD =
  /\b(?:smok\w+|gas|smell\w*|burn\w*|fire|flames?|spark\w*|shocks?|electrocut\w*|brak\w+|batter(?:y|ies)|explo\w+|overheat\w*|melt\w*|hot|steer\w*|autosteer|pedal|accelerat\w+|locked in|trapped|carbon monoxide|leak\w*|fumes|wheel|blade|swell\w*|swollen|lift|elevator|stuck inside|alarm|brakes?|charger|socket|fell|collaps\w*|dos(?:e|age)|insulin|oxygen|pump)\b/i;
const BEREAVED =
  /\b(?:died|dies|passed (?:away|on)|passed in|death|dead|deceased|late (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner)|funeral|probate|widow\w*|bereave\w*|executor|lost (?:my|our) (?:wife|husband|father|mother|mum|dad|son|daughter|brother|sister|partner|baby)|coroner|(?:is|has) gone now|buried)\b/i;
const HARDSHIP =
  /\b(?:(?:can['’]?t|cannot|can not|unable to|struggling to|no longer) (?:pay|afford|keep up)|lost my job|made redundant|redundancy|laid off|in debt|debts?|arrears|food ?bank|behind (?:with|on)|payment (?:plan|holiday)|instal+ments?|universal credit|benefits|heat or eat|skint|broke|bailiffs?|bankrupt\w*|no money|hours (?:cut|down)|frozen them all)\b/i;

/** What within the situation the letter must tell apart. */
export function aspectOf(
  situation: LetterSituation,
  { text, request }: DraftContext,
): LetterState["aspect"] {
  switch (situation) {
    case "self_harm":
      return !OWN_LIFE.test(text) && OTHERS.test(text) && THEY.test(text) ? "for_another" : "any";
    case "danger":
      return HAZARD.test(text) ? "hazard" : "any";
    case "vulnerable_customer":
      return BEREAVED.test(text) ? "bereaved" : HARDSHIP.test(text) ? "hardship" : "any";
    case "solved":
    case "praise": {
      const { state } = request.document.own;
      return state === "open" || state === "solved" ? "any" : state;
    }
    default:
      return "any";
  }
}

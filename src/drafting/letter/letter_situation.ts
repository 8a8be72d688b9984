/**
 * The situation as a letter sees it: one that is likely enough to write for,
 * else `plain`, in which only what is true in any is said.
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";
import { isAboutLife, type SituationName } from "../../triage/domain/situation.ts";
import { tells } from "./aspect_words.ts";
import { isBereaved } from "./bereaved.ts";
import { holdsWordsOf } from "./borne_out.ts";
import { knownGround } from "./ground.ts";
import type { LetterSituation } from "./letter_state.ts";
import { isQuestion } from "./telling_statement.ts";
import { saysThatItFails, withoutWorked } from "./failing_words.ts";
import { isFragment } from "./broken_off.ts";
import { isForSomebodyElse } from "./misdirected.ts";
import { isHurtNow } from "./unsafe.ts";
import { opensWithWish } from "./wish_opening.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { asksSomething, isIronic, isPraise } from "../message/praise.ts";
import { WISHING } from "../message/signals.ts";

const ANY: readonly Intent[] = ["bug_report", "feature_request", "general_inquiry"];
const INQUIRY: readonly Intent[] = ["general_inquiry"];
/** Which types of reply a letter in a situation belongs to where not to any. */
const TYPES: { readonly [Name in LetterSituation]?: readonly Intent[] } = {
  nothing: INQUIRY,
  unsolicited: INQUIRY,
  automatic: INQUIRY,
  foreign: INQUIRY,
};

/** Which types of reply a letter in a situation belongs to. */
export function typesOf(situation: LetterSituation): readonly Intent[] {
  return TYPES[situation] ?? ANY;
}

/** How often, how long, to whom: it is about how somebody was served. */
const COMPLAINT =
  /\b(?:complain\w*|tickets?|(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)) (?:time|message|mail|e-?mail|letter|report|try|attempt)|manager|supervisor|director|ignored|no (?:reply|answer|response)|nobody (?:answers|replies|reacts|came)|fobbed|chatbot|support|service|correspondence|survey|apologi[sz]e|on record|promised|weeks|months)\b/i;

/**
 * From this probability on a letter is written for a situation: below it, another is more likely,
 * and the letter says only what is true in any.
 */
const WRITTEN_FOR_FROM = 0.5;
/** Where a needless letter would startle or mislead, more. */
const STARTLING_FROM = 0.65;
const STARTLING: ReadonlySet<SituationName> = new Set<SituationName>([
  "legal",
  "privacy_request",
  "press",
  "money",
  "vulnerable_customer",
]);
/** A wish that is put as one, in a request, needs less. */
const WISHED_FROM = 0.25;
/** A fault or a wish in a reply of another type takes this much. */
const AGAINST_TYPE_FROM = 0.8;
/** A wish that is asked for as one, in the reply to a question, takes less. */
const ASKED_FOR_FROM = 0.6;
/** Without a word of praise it takes this much: nobody who was hurt is thanked for a kind word. */
const PRAISE_FROM = 0.85;
/** What only the words themselves can tell, never how likely it is. */
const BY_WORDS: ReadonlySet<SituationName> = new Set<SituationName>([
  "nothing",
  "automatic",
  "unsolicited",
]);

/** The situation that decides the letter. */
export function letterSituation(context: DraftContext): LetterSituation {
  const { request: { intent, situation: { name, probability, grave } }, text } = context;
  const likely = probability >= writtenFrom(context);
  const fits = name !== "escalation" || intent === "general_inquiry" || COMPLAINT.test(text);
  if (isBereaved(text) && !(isAboutLife(name) && probability >= CERTAIN_FROM)) {
    return "vulnerable_customer";
  }
  if (name !== "self_harm" && tells("watched", text)) return "danger";
  if (!isAboutLife(name) && intent !== "feature_request" && isHurtNow(text)) return "injury";
  // A person must look at it as that, and the words say how low they are.
  if (!isAboutLife(name) && isDisheartened(context)) return "self_harm";
  if (grave && likely && fits && isBorneOut(context)) return name;
  if (isForSomebodyElse(context)) return "plain";
  if (!grave && intent !== "general_inquiry" && isFragment(text)) return "plain";
  if (intent === "bug_report" && !grave && isWishAfterAll(context)) return "wish";
  return (intent === "general_inquiry" ? withoutMatter(context, grave) : null) ??
    (likely && fits ? ordinary(context) : null) ?? unlikely(context);
}

/**
 * From which probability on the situation is written for. Where life is at stake at once; but what
 * is wished for near an illness or a danger is seldom about one.
 */
function writtenFrom({ request: { intent, situation: { name } } }: DraftContext): number {
  if (isAboutLife(name)) {
    return intent === "feature_request" && name !== "self_harm" ? AGAINST_TYPE_FROM : 0;
  }
  return STARTLING.has(name) ? STARTLING_FROM : WRITTEN_FOR_FROM;
}

/** A message to which nothing, or only a word, is to be answered. */
function withoutMatter(
  context: DraftContext,
  grave: boolean,
): LetterSituation | null {
  const { request: { review: { reasons }, document: { own } } } = context;
  if (own.author === "machine") return "automatic";
  if (own.author === "advertiser") return "unsolicited";
  if (reasons.includes("language_not_supported")) return "foreign";
  if (own.state !== "open" && !grave) return own.state === "thanks" ? "praise" : "solved";
  if (reasons.includes("nothing_understood") || isFragment(context.text)) return "nothing";
  // An offer is one only where a person is told so: nobody else's message is waved through.
  return reasons.includes("unsolicited") ? "unsolicited" : null;
}

/** A likely situation, unless the message itself speaks against it. */
function ordinary(context: DraftContext): LetterSituation | null {
  const { request: { situation: { name, probability } }, text } = context;
  if (BY_WORDS.has(name)) return null;
  if (name === "how_to" || name === "policy") return wantsAnswer(context) ? name : null;
  if (!isBorneOut(context)) return null;
  if (name === "fault" || name === "wish") return isOfType(context) ? name : null;
  if (name !== "praise") return name;
  const meant = isPraise(text) || probability >= CERTAIN_FROM ||
    probability >= PRAISE_FROM && !saysThatItFails(text);
  return meant && !isIronic(text) && !asksSomething(text) ? name : null;
}

/** Whether a fault or a wish is one by its type too, or so likely that the type counts less. */
function isOfType({ request: { intent, situation: { name, probability } } }: DraftContext) {
  if (intent === (name === "fault" ? "bug_report" : "feature_request")) return true;
  // A bug report asks for steps; a wish never does.
  if (intent === "bug_report") return false;
  return probability >= (name === "wish" ? ASKED_FOR_FROM : AGAINST_TYPE_FROM);
}

/** It is read by a person for fear of self-harm, though another matter leads. */
function isDisheartened({ request: { review: { reasons } }, text }: DraftContext): boolean {
  return reasons.includes("self_harm") && tells("low", text);
}

/** A report that is none: it opens with a wish, or surely is one and nothing in it fails. */
function isWishAfterAll(context: DraftContext): boolean {
  const { request: { situation: { name, probability } }, text } = context;
  return opensWithWish(context) ||
    name === "wish" && probability >= AGAINST_TYPE_FROM && WISHING.test(text) &&
      !saysThatItFails(text);
}

/** "Brilliant plans. But the GPS …": praise that leads up to something. */
const BUT = /\b(?:but|however|otherwise|only thing|except|apart from|one thing)\b/i;

/** What would make it better still: a wish, however glad. */
const WOULD = /\b(?:would (?!recommend)|could|should (?!hear|know)|if only|wish|missing|miss)\b/i;

/** Praise and no word of what is missing or fails. */
function onlyPraises({ text, sentences }: DraftContext): boolean {
  return isPraise(text) && !saysThatItFails(withoutWorked(text)) && !BUT.test(text) &&
    !sentences.some(({ fired }) => fired.some(({ rule }) => AMISS.test(rule)));
}

const AMISS = /^(?:harm|fault|wish)\//;
const DOWN = /\b(?:down|out|offline|off)\b/i;
const MANY =
  /\b(?:nobody|no one|everyone|everybody|all (?:of )?(?:our|us|the)|(?:whole|entire) (?!family)|\d{2,} (?:\p{L}+ )?(?:people|users|pupils|students|staff|customers|patients|drivers|members|guests|seats|tills)|several|many|staff|pupils|kids|customers|colleagues|users|department|office|school|ward|team|shops?|branch|others|neighbou?rs?|street|town|too|also)\b/iu;

/** Held to be so from here on, whatever the words; from a little less on where little speaks against it. */
const CERTAIN_FROM = 0.9;
const LIKELY_FROM = 0.65;

/**
 * Their letters speak of payments and of publication: to whom none of it concerns, that is worse
 * than a plain letter, so that without a word of it they take this much. Of what is true of the
 * others words tell less: they are put in too many ways.
 */
const NAMES_BUSINESS: ReadonlySet<SituationName> = new Set<SituationName>([
  "money",
  "press",
]);
const UNSAID_FROM = 0.99;

/** Below this, words of an account alone are no sign that it is in other hands. */
const SURE_FROM = 0.8;
const TAKEN_OVER =
  /\b(?:hack\w*|some(?:body|one)(?! will)|stolen|stole|thief|phish\w*|passwords?|not (?:by )?me|unknown|never (?:asked|made|ordered|did)|did ?n['’]t (?:do|ask|order|request|make)|scam\w*|fake|changed|link|codes?|sign-?in|new device|pin)\b/i;

function isOperated(text: string, product: string | null): boolean {
  const ground = knownGround(text, product);
  return ground === "screen" || ground === "thing";
}

/** Whether the words bear out a situation that is only likely. */
function isBorneOut(
  { request: { situation: { name, probability } }, text, sentences, product }: DraftContext,
) {
  if (probability >= (NAMES_BUSINESS.has(name) ? UNSAID_FROM : CERTAIN_FROM)) return true;
  const fired = (rules: RegExp) =>
    sentences.some((sentence) => sentence.fired.some(({ rule }) => rules.test(rule)));
  switch (name) {
    case "outage":
      return MANY.test(text) && (saysThatItFails(text) || DOWN.test(text));
    case "fault":
      return saysThatItFails(text) || fired(/^(?:harm|fault)\//) ||
        probability >= LIKELY_FROM && isOperated(text, product);
    case "wish":
      return WISHING.test(text) || fired(/^wish\//) ||
        probability >= LIKELY_FROM && !isPraise(text);
    default:
      return holdsWordsOf(name, text) &&
        (name !== "account_security" || probability >= SURE_FROM || TAKEN_OVER.test(text));
  }
}

/** What praise is taken for where it is not seen. */
const LIKE_PRAISE: ReadonlySet<SituationName> = new Set<SituationName>([
  "how_to",
  "praise",
  "wish",
  "policy",
  "solved",
]);

/** Where no situation is likely: a wish or a question that is put as one, else what is always true. */
function unlikely(context: DraftContext): LetterSituation {
  const { request: { intent, situation, category }, sentences, text } = context;
  const { name, probability } = situation;
  if (intent === "feature_request") {
    if (onlyPraises(context) && !asksSomething(text) && !WOULD.test(text)) return "praise";
    const asked = sentences.some(({ fired }) => fired.some(({ rule }) => rule === "wish/asked"));
    const wished = name === "wish" && probability >= WISHED_FROM && asked;
    return wished || opensWithWish(context) ? "wish" : "plain";
  }
  if (onlyPraises(context) && !asksSomething(text)) {
    if (intent === "bug_report" || category === "Other" && LIKE_PRAISE.has(name)) return "praise";
  }
  if (intent === "bug_report") return "plain";
  return wantsAnswer(context) ? "policy" : "plain";
}

const REQUEST =
  /\b(?:i(?:['’]d| would) like to know|(?:let|tell) (?:me|us) know|(?:explain|tell me|tell us|show me) (?:how|what|why|where|which|when)|to know (?:if|whether|how|what|when|where|why|which)|(?:wondering|wonder) (?:if|whether|how))\b/i;

/** Asks for something to be done, not to be told: no page answers that. */
const ERRAND =
  /^(?:(?:please|so|and|hi|hello)[,:]? )?(?:could|can|would|will) (?:you|someone|somebody|anyone|one of you)(?: please| kindly| possibly)? (?!(?:tell|say|explain|confirm|let|help|show|point|advise|give me (?:a |an )?(?:price|quote|idea|answer))\b)/i;

/** Whether something is asked that can be answered. */
export function wantsAnswer({ text, parts }: DraftContext): boolean {
  return REQUEST.test(text) ||
    parts.statements.some((one) => isQuestion(one) && !ERRAND.test(one.phrase.text));
}

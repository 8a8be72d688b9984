/**
 * Whether something went wrong for a customer, whatever else the message is.
 *
 * @module
 */
import type { SituationName } from "../../triage/domain/situation.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { isPraise } from "../message/praise.ts";
import { WISHING } from "../message/signals.ts";

const NO_FAULT = /\b(?:not a bug|no bug|prefer|suggestion|idea)\b/i;
/** Likely enough to be sorry for. */
const LIKELY_FROM = 0.5;
const PLEASANT: ReadonlySet<SituationName> = new Set<SituationName>(["praise", "solved"]);
/** What a letter repeats of a message of which nothing is sure. */
const FIRST_STATEMENTS = 3;
const FAILED =
  /\b(?:crash\w*|freez\w*|froze\w*|errors?|fail\w*|broken?|stuck|wrong|missing|gone|not work\w*|(?:will|does|did) not|never|cannot|can not|stopped|lost|nobody|no reply|blank|empty|twice|doubled|duplicat\w*|vanish\w*|disappear\w*|hangs?|slow|(?:too|is|are|was|arrived|hours?|minutes|days) late|missed|refus\w*|charged|overcharged|deleted|bounc\w*|reject\w*|dropped|hurts?|awful|useless|impossible|mislabel\w*|raw|without asking|hidden|skips|skipped|crackl\w*|drifts?|unfair|unacceptable|ridiculous|explanation|third time|fourth time|no longer (?!drops?|crash|freez|hangs?|fails?|stutters?|lags?|flicker)|out of order|instead of|thr(?:ow(?:s|ing)?|ew) me|keeps? \w+ing|comes? back|ordered .{3,40} (?:but|and|&) (?:got|this is|received)|(?:does|did|ca|can|wo|could|is|are)n['’]t)\b|^why (?:does|do|is|are|did)\b/i;

const MISDOES =
  /\b(?:nothing|bang(?:s|ing)?|rattl\w*|squeak\w*|buzz\w*|leak\w*|smell\w*|cut(?:s|ting) out|(?:switch|turn)(?:es|s|ing) (?:itself )?off|drop(?:s|ping) off|rounds|shift\w*|replaced|slip(?:s|ping)?|shak(?:es|ing)|overheat\w*|smok\w+|does not|do not|did not|is not|are not|was not|instead|by itself|called off|jam(?:s|med)?|[EF]\d{1,3}|explod\w*|burst|shatter\w*|banned|is flat|tone flat|as mine|delivered to|don['’]t understand|bald|scratched|cracked|torn|stain\w*|dirty|stops? (?:with|at|after|before|working)|stays)\b/i;

/** Whether a thing does what it should not, in words that no list of faults holds. */
export function misdoes(text: string): boolean {
  return MISDOES.test(text);
}

const UNSAFE =
  /\b(?:is|are|was|it) (?:it |this |that )?(?:dangerous|unsafe|safe to)\b|\boverheat\w*|\b(?:too|burning|extremely|so|really) hot (?:to|that|it|i|you)\b|\ballergic to\b[^]*\b(?:has|had|contains?|with) \b[^]*\bin it\b|\bbrown water\b|\bcan (?:we|i|you) (?:still )?drink\b|\b(?:case|plug|cable|socket|charger) (?:has |have )?melted\b|\bsmell(?:s|ed)? (?:of )?(?:burn\w*|gas|smoke|scorch\w*)|\b(?:sparks?|sparking|smok(?:es|ing))\b(?! (?:alarm|detector|free|area))|\belectric shocks?\b|\bbatter(?:y|ies) (?:is |are |has |have )?(?:swollen|swelling|bulg\w*|leaking)\b|\bwrong (?:medicine|medication|drug|dose|dosage|tablets)\b|\bhose (?:\w+ ){0,2}(?:stretched|burst|loose|leak\w*)|\bbald tyres?\b|\bin (?:my|her|his|our|their) (?:\w+['’]s )?mouth\b|\bblades? (?:keeps?|still|goes on|runs?|turns?|spins?)\b|\bchok(?:e|ed|es|ing)\b|\bswallowed\b|\bexplod(?:ed|es|ing)\b|\bshattered\b|\bfire brigade\b|\bflew off\b|\bbrake fluid\b|\bbrakes? [^.!?]{0,40}(?:fail\w*|nothing|gone|back to the (?:grip|bar)|not work)\b/i;

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

/** Whether something went wrong: in a report always, unless it praises or wishes; nobody who praises is pitied. */
export function isTrouble({ parts: { statements }, text, request }: DraftContext): boolean {
  if (isPraise(text) || isPleasant(request)) return false;
  if (isAngry(text)) return true;
  // Who wishes for something is not pitied for what is missing.
  if (request.intent === "feature_request" && WISHING.test(text)) return false;
  const { name, probability } = request.situation;
  if (name === "fault" && probability >= LIKELY_FROM && !NO_FAULT.test(text)) return true;
  if (request.intent === "bug_report") return !isErrand(statements[0]?.phrase.text ?? "");
  if (request.intent === "feature_request") {
    return !NO_FAULT.test(text) && (MISHAP.test(text) || failsEarly(statements));
  }
  return statements.slice(0, FIRST_STATEMENTS).some(({ phrase }) =>
    saysThatItFails(phrase.text) || misdoes(phrase.text)
  );
}

/** Whether a question comes of something that went wrong: "You've cancelled my flight." */
export function asksAfterTrouble({ parts: { statements }, text, request }: DraftContext): boolean {
  return request.situation.probability < LIKELY_FROM && !isPraise(text) &&
    statements.slice(0, FIRST_STATEMENTS).some(({ phrase, question }) =>
      !question && DONE_TO_THEM.test(phrase.text)
    );
}

const DONE_TO_THEM =
  /\byou(?:['’]ve| have)? (?:just )?(?:cancelled|charged|lost|forgot|moved|closed|blocked|banned|sent (?:me |us )?the wrong)\b|\b(?:i['’]?m|i am|got|been|^) ?banned\b|\b(?:arrived|came) with (?:the wrong |\d|another )|\blocked door\b|\b(?:never|nobody|no one) (?:came|arrived|answer(?:s|ed)|called|picks? up)\b|\b(?:it|app|page|form|link|button) (?:does(?:n['’]t| not)|won['’]t|will not) (?:work|open|load)\b|\bstill (?:not|no|nothing)\b/i;

const WISHED_FROM = 0.3;

/** What nobody wishes for, in whatever reply it came. */
const MISHAP =
  /\b(?:explod\w+|burst|shatter\w*|banned|tone flat|as mine|delivered to|broken|smash\w*|overbooked|an apology|nobody (?:offered|came|called))\b/i;

function failsEarly(statements: DraftContext["parts"]["statements"]): boolean {
  return statements.slice(0, FIRST_STATEMENTS).some(({ phrase }) => saysThatItFails(phrase.text));
}

/** Something to be done or told, and nothing that went wrong. */
function isErrand(text: string): boolean {
  if (SENT_FOR.test(text) || ASKED_FOR.test(text) && !saysThatItFails(text) && !misdoes(text)) {
    return true;
  }
  return (ERRAND.test(text) || text.endsWith("?")) && !saysThatItFails(text);
}

const ASKED_FOR =
  /\bplease (?:skip|pause|send|change|update|cancel|add|move|book|stop|end|close|delete|put|use|deliver|resend|confirm)\b/i;
const SENT_FOR =
  /^(?:could|can|would|will) (?:you|somebody|someone) (?:please |kindly )?(?:send|make|give|change|update|cancel|confirm|add|move|book|issue|resend)\b/i;
const ERRAND = /^(?:please |kindly )?(?:cancel|delete|change|update|send|close|stop|end)\b/i;

/** Sure enough that nobody is pitied. */
const PLEASANT_FROM = 0.5;

function isPleasant({ situation: { name, probability } }: DraftContext["request"]): boolean {
  return PLEASANT.has(name) && probability >= PLEASANT_FROM;
}

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

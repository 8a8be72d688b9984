/**
 * Plans a letter before it is worded: what was understood, who takes it up,
 * what comes next, what the one question is.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { Intent } from "../../triage/domain/intent.ts";
import { questionFor } from "./asked_by_situation.ts";
import { isSoftware } from "./ground.ts";
import { LetterFacts } from "./letter_facts.ts";
import { LetterSlots } from "./letter_slots.ts";
import { aspectOf } from "./aspect.ts";
import { letterSituation, wantsAnswer } from "./letter_situation.ts";
import { isAngry, saysThatItFails } from "./failing_words.ts";
import type { LetterState } from "./letter_state.ts";
import type { Drafted } from "./matter.ts";
import { urgencyOf } from "./urgency.ts";
import type { LetterPlan } from "./word_letter.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { choiceBy } from "../english/rewording.ts";
import type { Harm } from "../ticket/harm.ts";

const AHEAD: ReadonlySet<Harm> = new Set<Harm>([
  "safety",
  "security",
  "outage",
]);
const LOST: ReadonlySet<Harm> = new Set<Harm>(["data_loss", "total_loss"]);
/** What somebody loses that was theirs: "the help is gone" is no loss of data. */
const OWN_DATA =
  /\b(?:data|files?|photos?|pictures?|notes?|chapters?|work|messages?|mails?|folders?|history|backups?|entries|records?|results|progress|documents?|recordings?|playlists?)\b/i;
/** Words that give a reason. */
const REASON =
  /\b(?:because|so that|in order to|otherwise|at the moment|right now|currently|every|each|hours?|minutes|by hand|keep \w+ing|last (?:week|month|year)|have to|costs?|cannot|impossible|instead|as (?:i|we)|since (?:i|we)|for (?:my|our)|my|our)\b|n['’]t\b/i;
const WORDING =
  /\b(?:typo|spell\w*|misspel\w*|spelt|wording|grammar|translat\w*|letter|comma|word)\b/i;
const PAYMENT =
  /\b(?:charg(?:ed?|es|ing)|debited|billed|invoices?d?|overcharged|refund\w*|payment|paid|deducted|took|taken|bought|purchased)\b/i;
/** We hold the account: no phone and no steps tell us why. */
const ACCOUNT_HELD =
  /\baccounts?\b.{0,25}\b(?:frozen|banned|suspended|blocked|locked|disabled)|\b(?:i['’]?m|i am|got|been) banned|profile was removed/i;
/** Somebody does something on a screen. */
const OPERATED =
  /\b(?:click\w*|tap(?:s|ped|ping)?|press\w*|buttons?|screens?|pages?|open(?:s|ed|ing)?|crash\w*|log(?:ged|ging)? ?(?:in|out)|sign(?:ed|ing)? ?(?:in|out)|upload\w*|download\w*|export\w*|import\w*|install\w*|search\w*|scroll\w*|menu|settings?|error|frozen|freez\w*|loads?|loading|spins?|sync\w*|select\w*|type|typed|enter(?:ed)?)\b/i;
/** Of what is printed, driven or delivered nobody knows steps. */
const NAMES_SOFTWARE =
  /\b(?:apps?|software|program(?:me)?|website|web ?page|browser|log-?in|update)\b/i;
/** Something that comes by itself did not. */
const NOT_SENT =
  /\b(?:alarms?|alerts?|notifications?|reminders?|e-?mails?|codes?|sms|texts?|letters?|parcels?|orders?|deliver(?:y|ies)|packages?|technician|driver|refund|payout|deposit)\b[^.!?]{0,40}\b(?:not (?:been )?(?:sent|released|arriv\w*|deliver\w*|come|go|went|show\w*|received)|never (?:comes?|came|arrives?|arrived|sent|went|shows?|showed)|did(?:n['’]?t| not) (?:come|arrive|go|show|ring)|has(?:n['’]?t| not) (?:come|arrived|been)|late|missing|nowhere)\b/i;
/** It comes by itself or at its times: nobody does anything for it. */
const BY_ITSELF =
  /\b(?:by itself|by themselves|on its own|at random|randomly|now and then|out of nowhere|(?:every|each) (?:morning|afternoon|evening|night|day|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|overnight|drains?|overheats?|whole of|everybody|everyone|nobody|none of us|all of (?:us|our)|as do|neither|(?:sees?|gets?|has|have) the same|webhooks?|cron|(?:ever )?since (?:about |around |approx\.? )?\d{1,2}[:.]\d\d)\b/i;
/** Up to here next to nothing was told but the matter itself; from there on all that there is. */
const TELLING_CHARACTERS = { little: 80, much: 320 } as const;
const CONDITION = /\b(?:when|whenever|if|every|each|after|while|once|only|always)\b/i;
/** Says by what it comes about. */
const LED =
  /\b(?:when|whenever|whatever|whichever|no matter|as soon as|(?:every|each) time|after|stop(?:s|ped)? at (?:\w+ )?\d+|(?:every|each|any|all) (?:\w+ ){1,2}(?:with|that|over|under|above|longer|containing))\b/i;

/** Plans the letter. */
export function planLetter(context: DraftContext, drafted: Drafted): LetterPlan {
  const { request, text } = context;
  const situation = letterSituation(context);
  const facts = new LetterFacts(text);
  const steps = (drafted.ticket?.ticket.reproduction_steps.length ?? 0) > 0;
  const aspect = aspectOf(situation, context);
  const state: LetterState = {
    type: request.intent,
    situation,
    aspect,
    review: request.review.required,
    steps: steps && isFollowable(context, drafted),
    asks: questionFor(situation, {
      text,
      facts,
      steps,
      product: context.product,
      quiet: isQuiet(context, situation, aspect),
      operated: OPERATED.test(text),
      led: LED.test(text) || (drafted.ticket?.symptom?.trigger ?? null) !== null,
      trouble: request.intent === "bug_report" &&
        (situation !== "plain" ||
          aspect === "trouble" && (isSoftware(context.product) || NAMES_SOFTWARE.test(text)) &&
            (OPERATED.test(text) || saysThatItFails(text))),
      telling: tellingOf(context, drafted, facts),
      ...limits(text, drafted.ticket?.weighed.harm),
    }),
    pages: pagesOf(drafted.resources),
    wants_answer: wantsAnswer(context),
    mood: moodOf(context),
    ahead: drafted.ticket !== undefined &&
      (AHEAD.has(drafted.ticket.weighed.harm) ||
        LOST.has(drafted.ticket.weighed.harm) && OWN_DATA.test(text)),
    reasoned: (drafted.requirement?.reasoned ?? false) && REASON.test(text),
    other: otherOf(context),
  };
  return {
    state,
    slots: new LetterSlots(context, drafted, state, facts),
    pick: choiceBy(request.document.text),
  };
}

/** Nothing is asked where it is not sure what to ask of, or where somebody could be hurt. */
function isQuiet(
  { request: { review: { reasons } } }: DraftContext,
  situation: LetterState["situation"],
  aspect: LetterState["aspect"],
): boolean {
  if (NOT_ASKED.has(aspect) || situation !== "danger" && aspect === "hazard") return true;
  return situation === "plain" && reasons.some((reason) => reason !== "low_margin");
}

const NOT_ASKED: ReadonlySet<LetterState["aspect"]> = new Set<LetterState["aspect"]>([
  "unsure",
  "misdirected",
  "locked_out",
]);

/** More than one step, or a thing done on a screen that brings it about: what was done once cannot be followed. */
function isFollowable({ text }: DraftContext, { ticket }: Drafted): boolean {
  const count = ticket?.ticket.reproduction_steps.length ?? 0;
  return OPERATED.test(text) && (count > 1 || EACH_TIME.test(text));
}

const EACH_TIME = /\b(?:when|whenever|if|every ?time|each time|as soon as|once|always)\b/i;

/** How much was told beside the matter itself. */
function tellingOf({ text, parts, request }: DraftContext, drafted: Drafted, facts: LetterFacts) {
  const { ticket, requirement } = drafted;
  const tried = facts.tried !== null;
  if (text.length > TELLING_CHARACTERS.much || tried && parts.statements.length > 2) return "much";
  // Whoever has no time has none for questions.
  if (BY_ITSELF.test(text) || urgencyOf(text) !== null) return "much";
  // Of what may have been misread nothing is asked.
  if (request.review.reasons.includes("low_margin")) return "some";
  const led = tried || CONDITION.test(text) || (ticket?.symptom?.trigger ?? null) !== null ||
    (requirement?.reasoned ?? false);
  return led || parts.statements.length > 1 || text.length > TELLING_CHARACTERS.little
    ? "some"
    : "little";
}

/** What makes steps and devices worth no question: nobody operates anything. */
function limits(text: string, harm: Harm | undefined) {
  const operated = OPERATED.test(text);
  const payment = (harm === "money" || !operated) && PAYMENT.test(text);
  const held = harm === "blocked" && ACCOUNT_HELD.test(text);
  const unsent = NOT_SENT.test(text);
  const wording = harm === "cosmetic" && WORDING.test(text);
  return { held, everywhere: payment || held || unsent || wording };
}

function pagesOf(resources: readonly Resource[] = []): LetterState["pages"] {
  return resources.length === 0 ? "none" : resources.length === 1 ? "one" : "several";
}

function moodOf({ request: { review: { reasons } }, text }: DraftContext): LetterState["mood"] {
  if (reasons.includes("language_not_supported")) return "foreign";
  if (reasons.includes("escalation") || isAngry(text)) return "upset";
  if (reasons.includes("person_requested")) return "wants_person";
  return reasons.includes("low_margin") ? "unsure" : "calm";
}

const OTHERS: readonly Intent[] = ["bug_report", "feature_request", "general_inquiry"];

function otherOf({ request: { intent, secondary } }: DraftContext): LetterState["other"] {
  return OTHERS.find((other) => other !== intent && secondary.includes(other)) ?? "none";
}

/**
 * The letter to a customer who reports a fault.
 *
 * @module
 */
import { TICKET_ID_MARK } from "../../triage/domain/reply.ts";
import type { DraftedTicket } from "../ticket/bug_ticket.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { Harm } from "../ticket/harm.ts";
import { canBeWoven, joined, quoted, wordsIn, wovenClause } from "./letter.ts";
import { DEVICE } from "../message/signals.ts";
import { otherMatter } from "./other_matter.ts";
import { listed, lowerFirst, oneOf } from "../english/rewording.ts";
import { posOf } from "../english/words.ts";

const ANGRY = [
  "You have every reason to be annoyed, and we are sorry. Thank you for writing all the same.",
  "We are sorry that this has cost you so much patience. It should not have come to this.",
  "This is not the experience you should have with us, and we are sorry for it.",
] as const;
const GRAVE = [
  "Thank you for telling us straight away. We are sorry, and we take this seriously.",
  "We are sorry about what happened to you, and grateful that you wrote to us at once.",
  "This should not happen, and we are sorry that it did. Thank you for letting us know.",
] as const;
const PLAIN = [
  "Thank you for reporting this, and sorry for the trouble.",
  "Thanks for taking the time to describe what goes wrong.",
  "We are sorry that this gets in your way, and thank you for telling us.",
  "Thank you for your message. That is not how it should work.",
  "Sorry for the inconvenience, and thanks for letting us know about it.",
  "Thank you for getting in touch. We can see why this is a nuisance.",
] as const;
const UNDERSTOOD = [
  "As we understand it, ",
  "From your message we take it that ",
  "What we have noted is that ",
  "You write that ",
] as const;
const NAMED = [
  "We have noted it as ",
  "We have written it down as ",
  "In short, we understand it as ",
] as const;
const RECORDED = [
  `Your report has the number ${TICKET_ID_MARK}; please mention it if you write to us again.`,
  `It is recorded as ${TICKET_ID_MARK}, a number to keep at hand if you write again.`,
  `We have opened ${TICKET_ID_MARK} for it, so that you can refer to it at any time.`,
] as const;
const WITH_STEPS = [
  "The people who look after this part will follow the steps you gave and look for the cause.",
  "Next, we follow the same steps that you describe until we see what you see.",
  "With your description we can try the same thing ourselves, and that comes next.",
] as const;
const WITHOUT_STEPS = [
  "The people who look after this part will look into it next.",
  "It is now with the people who look after this part, and they will look for the cause.",
  "Next, one of us will try to see the same thing and find out where it comes from.",
] as const;
const CLOSING = [
  "We will write to you once we know more.",
  "You will hear from us when we have found the cause.",
  "We will let you know what we find.",
] as const;

const ERROR_TOLD = /\b(?:errors?|error message|warning|exception|pop-?up)\b/i;
const ERROR_GIVEN =
  /["“„'][^"“”„]{3,}["”']|\b(?:error |code |http |status )?\(?[A-Z]*-?\d{3,5}\)?|[A-Z]{3,}_[A-Z_]+|\b(?:4\d\d|5\d\d)\b/u;

const WORDING =
  /\b(?:typo|spell\w*|misspel\w*|spelt|wording|grammar|translat\w*|letter|comma|word)\b/i;
const PAYMENT =
  /\b(?:charg(?:ed?|es|ing)|debited|billed|invoices?d?|overcharged|refund\w*|payment|paid|deducted|took|taken|bought|purchased)\b/i;
const PAYMENT_NAMED =
  /#\d|\b(?:order|invoice|receipt|payment)\s*(?:no\.?|number)?\s*[:#]?\s*[A-Z]{0,4}-?\d|\b\d{1,2}[./]\d{1,2}\b|\b(?:yesterday|today|january|february|march|april|may \d|june|july|august|september|october|november|december)\b|\b\d{4}-\d{2}-\d{2}\b/i;

/** We hold the account: no phone and no steps tell us why. */
const ACCOUNT_HELD =
  /\baccounts?\b.{0,25}\b(?:frozen|banned|suspended|blocked|locked|disabled)|\b(?:i['’]?m|i am|got|been) banned|profile was removed/i;

const LETTER_WORDS_MAX = 115;
const GRAVE_HARMS: ReadonlySet<string> = new Set([
  "safety",
  "security",
  "data_loss",
  "total_loss",
  "outage",
]);

/** Writes the letter. */
export function bugLetter(context: DraftContext, drafted: DraftedTicket): string {
  const { request } = context;
  const { ticket, weighed } = drafted;
  const key = request.document.text;
  const gave = ticket.reproduction_steps.length > 0;
  const angry = request.review.reasons.includes("escalation");
  const grave = GRAVE_HARMS.has(weighed.harm) || weighed.harm === "money";
  const opening = oneOf(angry ? ANGRY : grave ? GRAVE : PLAIN, key, 1);
  const recorded = oneOf(RECORDED, key, 3);
  const ask = missing(context, gave, weighed.harm);
  const coming = oneOf(gave ? WITH_STEPS : WITHOUT_STEPS, key, 4);
  const closing = oneOf(CLOSING, key, 5) + personLine(context);
  const next = [coming, hurry(weighed, ticket.priority), closing].filter((part) => part !== "")
    .join(" ");
  const said = clauseOf(context, drafted) ?? titleOf(context, drafted);
  const full = [`${opening} ${said} ${recorded}`, `${ask}${also(context, drafted)}`.trim(), next];
  if (full.reduce((sum, text) => sum + wordsIn(text), 0) <= LETTER_WORDS_MAX) return joined(full);
  return joined([
    `${opening} ${titleOf(context, drafted)} ${recorded}`,
    `${ask}${alsoBriefly(context)}`.trim(),
    `${coming} ${closing}`,
  ]);
}

/** What was understood, as a clause of the customer's. */
function clauseOf(context: DraftContext, { symptom }: DraftedTicket): string | null {
  const said = symptom?.statement;
  if (symptom === null || said === undefined || said.question) return null;
  const { text, words } = said.phrase;
  // "I add a photo the app crashes": without a mark between them two clauses cannot stand together.
  const run = symptom.trigger !== null && /^(?:i|we)\b/i.test(text) &&
    !/[,;]|\b(?:and|but|when|if|after|as soon as|every time)\b/i.test(text);
  if (run || !isWhole(text)) return null;
  const clause = wovenClause(text, context);
  if (clause === null) return null;
  const key = context.request.document.text;
  return `${oneOf(UNDERSTOOD, key, 2)}${lowerFirst(clause, posOf(words[0]))}.`;
}

/** What was understood, by the ticket's title. */
function titleOf(context: DraftContext, { ticket }: DraftedTicket): string {
  const title = quoted(ticket.title, context);
  const plain = ticket.title.replace(/["“”:()!?]/g, "");
  if (title === null || !canBeWoven(plain)) {
    const where = context.product === null ? "" : ` with ${context.product}`;
    return `We understand that something does not work as it should${where}.`;
  }
  return `${oneOf(NAMED, context.request.document.text, 2)}${title}.`;
}

function hurry({ harm, urgent }: DraftedTicket["weighed"], priority: string): string {
  if (GRAVE_HARMS.has(harm)) return "Because of what is at stake, it goes ahead of other reports.";
  return urgent || priority === "Urgent"
    ? "Because you are held up by it, it goes ahead of other reports."
    : "";
}

/** A sentence with subject and verb: one that can stand after "you write that". */
function isWhole(text: string): boolean {
  if (/^(?:please|kindly|stop|fix)\b/i.test(text)) return false;
  return /^(?:the|a|an|my|our|your|i|we|it|this|that|these|those|there|when|whenever|if|after|every|each|all|some|no|nothing|nobody|one|two|three|half|in|on|at|since|as|once|while)\b/i
    .test(text) ||
    /^[\p{Lu}\p{N}][\p{L}\p{N}'-]*(?: [\p{L}\p{N}'-]+){0,4}? (?:is|are|was|were|has|have|does|doesn't|do|don't|did|didn't|can|can't|cannot|won't|will|shows?|fails?|stops?|crash(?:es)?|keeps?|says?|takes?|lags?|never|no longer|arrives?|comes?|goes|gets?|loses?|freezes?|hangs?)\b/u
      .test(text);
}

function missing(
  { text, request, product }: DraftContext,
  gaveSteps: boolean,
  harm: Harm,
): string {
  const wanted: string[] = [];
  // A demand under the law wants an answer, not a phone's version.
  if (request.review.reasons.includes("legal_or_privacy")) return "";
  if (harm === "blocked" && ACCOUNT_HELD.test(text)) {
    return "To find it, we need to know which account it is about; a reply with the name it runs under is enough, but never send passwords or codes.";
  }
  const wording = harm === "cosmetic" && WORDING.test(text);
  // A wrong word is wrong everywhere; what was charged does not depend on a phone.
  const everywhere = wording || harm === "money" && PAYMENT.test(text);
  if (harm === "money" && everywhere) {
    if (!PAYMENT_NAMED.test(text)) wanted.push("the day of the payment or the number of the order");
  } else if (!gaveSteps && harm !== "cosmetic") wanted.push("the steps that lead to it");
  if (!everywhere && !DEVICE.test(text)) wanted.push(deviceQuestion(product ?? "", text));
  if (ERROR_TOLD.test(text) && !ERROR_GIVEN.test(text)) {
    wanted.push("the exact wording of the message on the screen");
  }
  const key = request.document.text;
  if (wanted.length === 0) {
    return oneOf(
      [
        "You have given us what we need to begin, so there is nothing else you have to send.",
        "Your description is complete enough for us to start; you need not send anything else.",
      ],
      key,
      6,
    );
  }
  return oneOf(
    [
      `To find the cause, we still need to know ${listed(wanted)}.`,
      `It would help us a lot if you could tell us ${listed(wanted)}.`,
      `Could you still tell us ${listed(wanted)}? A reply to this message is enough.`,
    ],
    key,
    6,
  );
}

function deviceQuestion(product: string, text: string): string {
  if (/\bportal|web|site\b/i.test(product) || /\b(?:browser|website|web page)\b/i.test(text)) {
    return "the browser and its version";
  }
  if (/\bapp|mobile\b/i.test(product)) {
    return "the phone or tablet and the version of the app";
  }
  return "the device and version you use";
}

function alsoBriefly({ request }: DraftContext): string {
  return request.secondary.includes("feature_request")
    ? " We have also noted the wish in your message."
    : request.secondary.includes("general_inquiry")
    ? " We will answer your question as well."
    : "";
}

/** The other matter in the customer's terms. */
function also(context: DraftContext, { symptom }: DraftedTicket): string {
  const { secondary } = context.request;
  if (secondary.includes("feature_request")) {
    const wish = otherMatter(context, symptom?.statement, "feature_request");
    return wish === null
      ? alsoBriefly(context)
      : ` We have noted your wish along with it: ${wish}.`;
  }
  if (!secondary.includes("general_inquiry")) return "";
  const question = otherMatter(context, symptom?.statement, "general_inquiry");
  return question === null
    ? alsoBriefly(context)
    : ` We will answer your question as well: ${question}`;
}

function personLine({ request }: DraftContext): string {
  const { reasons } = request.review;
  if (reasons.includes("language_not_supported")) {
    return " A person will read your message in its own language, so that nothing in it is missed.";
  }
  if (reasons.includes("legal_or_privacy")) {
    return " A person who is responsible for questions of law and privacy will also read your message and answer it.";
  }
  if (reasons.includes("refund_requested")) {
    return " A person will also look at the payment and decide about it.";
  }
  if (reasons.includes("person_requested")) {
    return " One of us will also get in touch with you in person.";
  }
  return "";
}

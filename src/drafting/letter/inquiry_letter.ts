/**
 * The letter to a customer who asks, thanks, complains or wants a person.
 *
 * @module
 */
import type { Resource } from "../../triage/domain/catalog.ts";
import type { ReviewReason } from "../../triage/domain/review.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { joined, quoted } from "./letter.ts";
import type { Statement } from "../message/message_parts.ts";
import { otherMatter } from "./other_matter.ts";
import { asksSomething, isPraise } from "../message/praise.ts";
import { oneOf, sentence } from "../english/rewording.ts";

interface Wording {
  readonly opening: readonly [string, ...string[]];
  readonly next: readonly [string, ...string[]];
}

/** What we say by the reason why a person looks; the first reason that is listed here counts. */
const BY_REASON: readonly (readonly [ReviewReason, Wording])[] = [
  ["language_not_supported", {
    opening: ["Thank you for your message.", "Thank you for writing to us."],
    next: [
      "We cannot read your language automatically, so a person will read your message and answer it. There is nothing else you need to do for the moment. If you would like to add something, such as a number or a name that belongs to it, simply reply to this message, in your own language or in English; both are fine.",
      "Our automatic reading does not know your language well enough. A person will therefore read your message, in full, and write back to you. You can add to it at any time by replying here, in your own language or in English, whichever you prefer. You do not have to translate anything, and you need not send your message again.",
    ],
  }],
  ["nothing_understood", {
    opening: ["Thank you for getting in touch.", "Thank you for your message."],
    next: [
      "We could not make out from it what you need, so a person will look at it. It would help us if you could reply with a few words: which product it is about, what you wanted to do, and what happened instead. If it was sent by accident, you do not have to do anything.",
      "Unfortunately we cannot tell from it how we may help. Could you reply and tell us what you wanted to do, where you were in the product, and what happened or what you would like to know? A person will read it. If your message went out by mistake, simply ignore this one, and nothing more will come of it.",
    ],
  }],
  ["account_security", {
    opening: [
      "Thank you for telling us at once; we take this seriously.",
      "Thank you for writing. Your account's safety comes first here.",
    ],
    next: [
      "A person will look at your account and write to you. Until then, please change your password from a device that you trust, change it also wherever else you use the same one, and do not send us passwords or codes: we will never ask you for them. Please also tell us in a reply what looked strange to you and when you noticed it.",
      "One of us will check your account and get back to you. In the meantime, please set a new password from a device that is surely yours, and leave everything you have received as it is, so that we can look at it. Never send passwords or codes by message; we do not ask for them. If you notice anything else, reply here.",
    ],
  }],
  ["legal_or_privacy", {
    opening: ["Thank you for your message.", "Thank you for raising this with us."],
    next: [
      "Questions of law and privacy are answered by a person here, not automatically. Someone who is responsible for them will read what you wrote and reply to you. If there is anything that belongs to it, such as a reference number or a document that we should know of, please mention it in a reply; please do not send copies of identity papers unless we ask for them.",
      "Because this touches on your rights, a person will deal with it. You will get an answer in writing from someone who is responsible for such matters. If you have a reference number or a letter that this is about, please mention it in a reply, so that we can bring the two together.",
    ],
  }],
  ["refund_requested", {
    opening: [
      "Thank you for writing to us about your payment.",
      "Thank you for your message; we understand that you want this settled.",
    ],
    next: [
      "A person will look at the payment and decide about your request, and will then write to you with the outcome. We cannot tell you the decision in advance. To find the payment quickly, it helps to know its day, its amount and the name it was booked under; please do not send full card or account numbers.",
      "Your request is now with someone who can look into the payment, and you will hear what was decided and why. If you have the number of the invoice or receipt at hand, or the day and amount of the payment, please reply with it. Card or account numbers are not needed, so please leave them out.",
    ],
  }],
  ["escalation", {
    opening: [
      "We are sorry that you have had such trouble with us.",
      "You expected better from us, and we are sorry that you did not get it.",
    ],
    next: [
      "A person will read your message from beginning to end and answer you, not a machine. If there are earlier messages or a case number that this is about, please mention them in a reply, so that you do not have to tell everything again. And if one thing matters more to you than the rest, tell us which; that is where we will start.",
      "Your message goes to a person who can do something about it and who will write back to you. It helps to know what you would see as a good way out of this, and whether there is an earlier case that belongs to it; a short reply is enough. You will not have to explain it all from the start.",
    ],
  }],
  ["person_requested", {
    opening: ["Thank you for your message.", "Thank you for getting in touch."],
    next: [
      "You would like to deal with a person, and that is how it will be: one of us will read what you wrote and get in touch with you. To bring you to the right one straight away, it helps to know in a sentence or two what it is about and how you would like to be reached. A reply to this message is enough.",
      "One of us will get in touch with you personally. If there is anything that we should know beforehand, such as what it is about, or the times at which you are best reached, please reply to this message and we will pass it on, so that you do not have to start from the beginning.",
    ],
  }],
];

/** Where the customer's words are not repeated: we did not understand them, or they were said in anger. */
const QUOTES_NOTHING: ReadonlySet<ReviewReason> = new Set<ReviewReason>([
  "language_not_supported",
  "nothing_understood",
  "escalation",
]);

const PRAISED = [
  "Thank you for taking the time to write this. It made our day, and we will pass it on to everyone who works on the product; they hear much more about what goes wrong than about what goes well. There is nothing you need to do. Should anything ever not work as you would like, or should you miss something, simply write to us again and tell us about it.",
  "How kind of you to tell us. We will hand your words on to the people who built this and who look after it, because nothing cheers them up more than hearing that it works well for somebody. You need not do anything else. If you ever have a question or an idea, write to us again; we are glad to hear from you.",
  "Thank you very much for these words. We share messages like yours with all who work on the product, and they will be delighted. No reply is needed, of course. If there is something that would make it even better for you, or something that gets in your way one day, we would be glad to hear about that too.",
] as const;

const TOLD = [
  "Thank you for getting in touch.",
  "Thank you for writing to us.",
  "Thank you for your message.",
] as const;
const ASKED = ["Thank you for your question.", "Thanks for asking.", ...TOLD] as const;

const WITH_PAGES = [
  "If that does not answer it, reply to this message and we will take it from there; it helps to say at which point you got stuck.",
  "Should your question still be open after reading it, just reply here and tell us what is missing, and we will answer it for you.",
] as const;

const WITHOUT_PAGES = [
  "We have no help page on this that we could point you to, so we will look it up and write back to you with an answer. You need not do anything else for now.",
  "Our help pages do not cover this, so we will find out for you and write to you with an answer. There is nothing else that you have to do meanwhile.",
] as const;

/** Where nothing is asked and nothing wanted: we do not promise an answer to look up. */
const NOTHING_ASKED = [
  "We have read it, and we will pass it on to the people whom it concerns. If it calls for an answer, one of them will write to you. There is nothing that you have to do meanwhile.",
  "We will hand it on to those who can do something with it, and write back to you where an answer is needed. You need not do anything else for now.",
] as const;

const BY_CATEGORY = {
  "Account Management":
    "If it is about one account in particular, please tell us in a reply which one it is, but never send passwords or codes.",
  "Billing":
    "If it is about one payment or invoice in particular, its number and its day help us to find it; please leave out card and account numbers.",
  "Usage Question":
    "It also helps us to know where in the product you are and which device or browser you use; a short reply is enough.",
  "Other":
    "If there is something that we should know about your situation, please add it in a short reply.",
} as const;

/** What a person says who wants something: the sentence worth quoting. */
const REQUEST =
  /\b(?:please|i(?:['’]d| would) like|we(?:['’]d| would) like|i want|we want|i need|we need|delete|cancel|refund|send me|call|speak|talk|let (?:me|us) know|to know (?:if|whether|how|what|when|where|why|which))\b/i;
const PAID =
  /\b(?:charg(?:ed?|es|ing)|debited|billed|deducted|paid|pay|taken|took|bought|ordered|cancell?ed|invoiced?|renewed|subscription)\b/i;
const DEMAND =
  /\b(?:(?:want|need|demand|give me|send me|get|have|like) (?:\w+ ){0,3}(?:back|refund\w*)|or i(?:['’]ll| will)? (?:call|dispute|go|sue)|lawyer|refund me|please refund)\b/i;
/** A question that only the sentence before makes clear. */
const LEANING =
  /^(?:how|why|when|what)?\??$|^.{0,30}$|\b(?:it|this|that|these|those|they|them|her|him|one)\b/i;
const QUOTED_CHARACTERS = 190;

/** Writes the letter. */
export function inquiryLetter(context: DraftContext, resources: readonly Resource[]): string {
  const { request, text } = context;
  const key = request.document.text;
  const { reasons } = request.review;
  const reason = BY_REASON.find(([known]) => reasons.includes(known));
  if (reason !== undefined) {
    const [name, { opening, next }] = reason;
    const ask = QUOTES_NOTHING.has(name) ? "" : asked(context);
    return joined([`${oneOf(opening, key, 1)}${ask}`, oneOf(next, key, 2), pages(resources, key)]);
  }
  if (request.category === "Other" && isPraise(text)) {
    const more = also(context);
    // Of praise alone nothing is made that was not surely said.
    return joined([oneOf(PRAISED, key, 1) + (more.includes("“") ? more : "")]);
  }
  const asks = asksSomething(text) || context.parts.statements.some(({ question }) => question);
  const opening = oneOf(asks ? ASKED : TOLD, key, 1);
  const closing = BY_CATEGORY[request.category];
  const answer = asks || REQUEST.test(text) ? WITHOUT_PAGES : NOTHING_ASKED;
  const next = resources.length > 0 ? oneOf(WITH_PAGES, key, 3) : oneOf(answer, key, 3);
  return joined([
    `${opening}${asked(context)}`,
    pages(resources, key),
    `${next}${also(context)} ${closing}`,
  ]);
}

/** What the customer asked, in their words; with the sentence before where it leans on that. */
function asked(context: DraftContext): string {
  const { statements } = context.parts;
  const question = statements.find(isQuestion) ?? paymentMatter(context) ??
    statements.find((statement) => REQUEST.test(statement.phrase.text)) ??
    statements.find(({ phrase }) => phrase.words.length > 2) ?? statements[0];
  if (question === undefined) return "";
  const text = question.phrase.text;
  const before = statements[question.index - 1]?.phrase.text;
  const whole = before !== undefined && LEANING.test(text) ? `${sentence(before)} ${text}` : text;
  const words = quoted(whole, context, QUOTED_CHARACTERS) ??
    quoted(text, context, QUOTED_CHARACTERS);
  if (words === null) return "";
  if (isQuestion(question)) return ` You ask: ${words}`;
  return ` You write: ${words}${/[!?]”$/u.test(words) ? "" : "."}`;
}

/** "What I'd like is …" asks nothing. */
function isQuestion({ question, phrase }: Statement): boolean {
  return question && !/^what (?:i|we)\b/i.test(phrase.text);
}

/** Who wants money back is quoted with what happened, not with the demand. */
function paymentMatter({ request, parts }: DraftContext): Statement | undefined {
  if (!request.review.reasons.includes("refund_requested")) return undefined;
  const told = parts.statements.filter(({ phrase }) =>
    PAID.test(phrase.text) && !DEMAND.test(phrase.text)
  );
  return told.find(({ phrase }) => /\d/.test(phrase.text)) ?? told[0];
}

function pages(resources: readonly Resource[], key: string): string {
  if (resources.length === 0) return "";
  const lines = resources.map(({ title, url }) => `- ${title}: ${url}`).join("\n");
  const lead = resources.length === 1
    ? oneOf(
      [
        "This page should help:",
        "You will find this explained here:",
        "Please have a look at this page:",
      ],
      key,
      4,
    )
    : oneOf(
      [
        "These pages should help:",
        "You will find this explained here:",
        "Please have a look at these pages:",
      ],
      key,
      4,
    );
  return `${lead}\n${lines}`;
}

function also(context: DraftContext): string {
  const { secondary } = context.request;
  const kind = secondary.includes("bug_report")
    ? "bug_report"
    : secondary.includes("feature_request")
    ? "feature_request"
    : null;
  if (kind === null) return "";
  const question = context.parts.statements.find((statement) => statement.question);
  const matter = otherMatter(context, question, kind);
  const named = matter === null ? "." : `: ${matter}.`;
  return kind === "bug_report"
    ? ` You also mention something that does not work; we have noted that as well${named}`
    : ` We have also noted the wish in your message${named}`;
}

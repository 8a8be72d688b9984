/**
 * Sentences for questions and errands: how something is done, what the rules
 * are, where an order is, what is to be ended or changed.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;
const PAGED = { pages: ["one", "several"] } as const;
const UNPAGED = { pages: ["none"] } as const;

/** Questions, and errands that somebody does for the customer. */
export const INQUIRY_ROWS: readonly SentenceRow[] = [
  ...rowsOf("question", { situation: ["how_to", "policy"] }, [
    ["opening", "Thank you for [asking|your question]: {question}"],
    ["opening", "You [ask|would like to know]: {question}"],
    ["opening", "[Thank you|Thanks] for your message; you write: {told}"],
    ["opening", "[Thank you|Thanks] for [asking|your question]: {told}"],
    ["opening", "You [write|tell us]: {told}"],
    ["opening", "Thank you for your question."],
    [
      "advice",
      "If it cannot wait, a pharmacist or a doctor near you can tell you sooner than we can.",
      [],
      { aspect: ["health"] },
    ],
    [
      "advice",
      "Where somebody's health hangs on it, please do not wait for us: a doctor or a pharmacist near you can say it at once.",
      [],
      { aspect: ["health"] },
    ],
    [
      "next",
      "If [that|it] doesn't answer your question, [reply here|write back] and tell us [what is missing|at which point you got stuck], and we'll take it from there.",
      ["invites"],
      { ...PAGED, ...UNREAD },
    ],
    [
      "next",
      "Should your question still be open [after that|after reading it], [just reply here|a short reply is enough]; [say what is missing|tell us how far you came].",
      ["invites"],
      { ...PAGED, ...UNREAD },
    ],
    [
      "next",
      "[If you need more than is written there|If something is left open], reply to this message and [we answer it for you|we look into your case].",
      ["invites"],
      { ...PAGED, ...UNREAD },
    ],
    ["next", "A person will also read your question and [answer what is left open|write to you].", [
      "person",
      "answer",
    ], { ...PAGED, ...READ }],
    [
      "next",
      "We'll [find out|look it up] for you and [write to you with the answer|send you the answer|write back to you].",
      ["answer"],
      { ...UNPAGED, ...UNREAD },
    ],
    [
      "next",
      "You'll get [an answer|the answer] from us [as soon as we've looked it up|once we've asked the people who know].",
      ["answer"],
      { ...UNPAGED, ...UNREAD },
    ],
    [
      "next",
      "The people who know about it will [answer it|find the answer], and [we'll send it to you here|you'll have it in writing].",
      ["answer"],
      { ...UNPAGED, ...UNREAD },
    ],
    [
      "next",
      "[We're passing it to the people who know|It goes to the people who know the answer], and [you'll hear from us|we'll write to you with what they say].",
      ["answer"],
      { ...UNPAGED, ...UNREAD },
    ],
    [
      "next",
      "A person will [read your question and answer it|look at your question and write to you].",
      ["person", "answer"],
      { ...UNPAGED, ...READ },
    ],
    [
      "next",
      "Your question goes to a person who can answer it[, and you'll hear from them|; they will write to you].",
      ["person", "answer"],
      { ...UNPAGED, ...READ },
    ],
  ]),
  ...rowsOf("order_status", { situation: ["order_status"] }, [
    [
      "opening",
      "We're sorry that you're waiting [for this|and have to ask]: {told}",
      ["sorry"],
    ],
    ["opening", "We're sorry that you have to wait[ and ask|]: {told}", ["sorry"]],
    [
      "opening",
      "We understand that you're waiting, and that you would like to know where it stands.",
    ],
    ["known", "[We look it up by|We go by] {given}."],
    [
      "ask",
      "If you have its number at hand, please reply with it: [we find it sooner|it is found sooner] that way.",
      ["asks"],
      { asks: ["order"] },
    ],
    [
      "ask",
      "With its number, as it stands in the confirmation, we find it sooner; a short reply is enough.",
      ["asks"],
      { asks: ["order"] },
    ],
    ["next", "We [will look it up|look it up now] and write to you with where it stands.", [
      "answer",
    ], UNREAD],
    [
      "next",
      "We'll find out how far it is and tell you[; a day for it we can name only then|].",
      ["answer"],
      UNREAD,
    ],
    [
      "next",
      "A person will find out where it stands and write to you.",
      ["person", "answer"],
      READ,
    ],
  ]),
  ...rowsOf("cancel", { situation: ["cancel"] }, [
    ["opening", "You would like to cancel, and that is how we've understood you: {told}"],
    ["opening", "We've received your cancellation: {told}"],
    ["opening", "We've received your message that you would like to cancel."],
    ["known", "It is about {given}, as we understand it."],
    ["known", "We look it up under {given}."],
    ["ask", "Which contract or order is it about? Its number is enough.", ["asks"], {
      asks: ["contract"],
    }],
    [
      "ask",
      "To find the right one, we need the number of the contract or order, or the name it runs under.",
      ["asks"],
      { asks: ["contract"] },
    ],
    [
      "next",
      "We'll look at it and confirm to you in writing what ends and when; until you have that, please do not take it as done.",
      ["answer"],
      UNREAD,
    ],
    [
      "next",
      "You'll get a confirmation in writing with the day on which it ends; this letter is not yet that confirmation.",
      ["answer"],
      UNREAD,
    ],
    ["next", "A person will look at it and confirm to you in writing what ends and when.", [
      "person",
      "answer",
    ], READ],
  ]),
  ...rowsOf("change_details", { situation: ["change_details"] }, [
    ["opening", "You would like your details changed: {told}"],
    ["opening", "Thank you for telling us what has changed: {told}"],
    ["opening", "You write to us about a change: {question}"],
    ["opening", "We understand that {clause}, and that your details should follow."],
    ["opening", "We understand that some of your details are to be changed."],
    ["known", "We look it up under {given}."],
    [
      "ask",
      "Which account or contract does it belong to? Its number is enough; please never send passwords or codes.",
      ["asks"],
      { asks: ["account"] },
    ],
    [
      "ask",
      "To change the right one, we need the number or the name under which it runs; please leave out passwords and card numbers.",
      ["asks"],
      { asks: ["account"] },
    ],
    [
      "next",
      "We'll see to it and confirm the change to you; until then the old details stay in force.",
      ["answer"],
      UNREAD,
    ],
    [
      "next",
      "You'll get a confirmation once it is changed; this letter is not yet that confirmation.",
      ["answer"],
      UNREAD,
    ],
    ["next", "A person will see to it and confirm the change to you.", ["person", "answer"], READ],
  ]),
  ...rowsOf("pages", {
    type: ["general_inquiry"],
    situation: [
      "how_to",
      "policy",
      "order_status",
      "cancel",
      "change_details",
      "account_security",
      "privacy_request",
      "refund",
      "accessibility",
      "fault",
      "money",
      "plain",
    ],
  }, [
    [
      "pages",
      "[This page should help|You'll find it explained here|Please have a look at this page|This is the page on it]:\n{page}",
      ["pages"],
      { pages: ["one"] },
    ],
    [
      "pages",
      "[These pages should help|You'll find it explained here|Please have a look at these pages|These are the pages on it]:\n{page}",
      ["pages"],
      { pages: ["several"] },
    ],
  ]),
];

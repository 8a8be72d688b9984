/**
 * Sentences on money and law: what it is about by number, day and amount, and
 * who decides; nothing is promised before it is decided.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;

/** Money that is missing, money wanted back, and claims under the law. */
export const MONEY_AND_LAW_ROWS: readonly SentenceRow[] = [
  ...rowsOf("money", { situation: ["money"] }, [
    ["opening", "We are sorry that {bad}.", ["sorry"]],
    ["opening", "It is not right that {bad}, and we are sorry about it.", ["sorry"]],
    ["opening", "We are sorry about this trouble with money; we understand that {clause}.", [
      "sorry",
    ]],
    ["opening", "We understand that {clause}, and that you want it put right."],
    ["opening", "Thank you for your message; you write that {clause}."],
    ["opening", "We are sorry about this, and we look into what happened: {told}", ["sorry"]],
    ["opening", "We are sorry for the worry that this gives you: {told}", ["sorry"]],
    ["opening", "We take this seriously, and we are sorry about it: {told}", ["sorry"]],
    [
      "opening",
      "We understand that something is wrong with a payment, and we are sorry for the worry.",
      ["sorry"],
    ],
    [
      "opening",
      "We understand that money is not where it should be, and that you want it put right.",
    ],
    ["known", "[We look it up by|To find it, we go by] {given}."],
    ["known", "We look for it by {given}."],
    ["advice", "Please leave out card and account numbers in whatever you send us.", [], {
      asks: ["payment"],
    }],
    ["ask", "Could you tell us the day of the payment or the number of the order or invoice?", [
      "asks",
    ], { asks: ["payment"] }],
    [
      "ask",
      "To find it, we need the day of the payment or the number of the order[; a short reply is enough|].",
      ["asks"],
      { asks: ["payment"] },
    ],
    ["ask", "Which day was it paid or due, or what is its number? One of the two is enough.", [
      "asks",
    ], { asks: ["payment"] }],
    [
      "next",
      "A person looks into it and writes to you with what they find[ and with what follows from it|].",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It is now with a person who can find out what happened; they will tell you[ that, and what follows from it| what it was].",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "A person will go through it, [find out what happened|see what went wrong] and write to you[ about what follows from it|].",
      ["person", "answer"],
      READ,
    ],
    ["next", "We look at it and write to you with what we find.", ["answer"], UNREAD],
    ["next", "We will look into it and tell you what happened.", ["answer"], UNREAD],
    [
      "record",
      "[It is recorded as|Your report has the number] {id}.",
      [],
      TICKETED,
    ],
    ["record", "We have opened {id} for it.", [], TICKETED],
  ]),
  ...rowsOf("refund", { situation: ["refund"] }, [
    ["opening", "We've read what you ask for: {told}"],
    ["opening", "Thank you for telling us what you would like from us: {told}"],
    ["opening", "We've got your message; you write: {told}"],
    ["opening", "Thank you for your message. We have read what you ask us for."],
    ["known", "[We look it up by|To find it, we go by] {given}."],
    ["known", "We look for it by {given}."],
    [
      "ask",
      "Could you reply with the number of the order, or the day on which you paid?",
      ["asks"],
      { asks: ["order"] },
    ],
    [
      "ask",
      "To find it quickly, we need the number of the order or the receipt[; card and account numbers are not needed|].",
      ["asks"],
      { asks: ["order"] },
    ],
    [
      "next",
      "A person will look at it, and you will hear what comes of it and why. We cannot tell you that in advance.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "A person takes up what you ask for and writes to you with the outcome, which we cannot know in advance.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It is now with a person who can decide about it; until then we cannot say how it will turn out.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "We will look at what you ask for and write to you with the outcome, which we cannot tell you in advance.",
      ["answer"],
      UNREAD,
    ],
  ]),
  ...rowsOf("legal", { situation: ["legal"] }, [
    ["opening", "We have received your message and take note of what you state in it."],
    [
      "opening",
      "Thank you for your message; we understand that you are asserting a legal claim or reserve the right to do so.",
    ],
    ["opening", "We confirm that we have received your message on a legal matter."],
    ["understood", "You write: {told}"],
    ["understood", "You write that {clause}."],
    ["known", "It is matched with {given}."],
    ["known", "It is kept here together with {given}."],
    [
      "next",
      "Such matters are answered by a person who is responsible for them; they will read your message in full and reply to you in writing.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "A person who is responsible for legal matters will read it and answer you in writing; this letter takes no position on it.",
      ["person", "answer"],
      READ,
    ],
    [
      "next",
      "It is passed on to those who answer legal matters; this letter takes no position on it.",
      ["passed_on"],
      UNREAD,
    ],
    ["record", "[It is recorded as|Its number with us is] {id}.", [], TICKETED],
  ]),
];

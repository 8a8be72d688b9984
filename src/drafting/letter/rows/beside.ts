/**
 * Sentences that stand beside any letter: its number where the situation has
 * no words of its own for it, the rest of a long message, how soon it matters.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
/** What is wanted is also said back where somebody is in need, hurt or exposed. */
const WITH_WANT = [
  "injury",
  "vulnerable_customer",
  "data_exposed",
  "account_security",
  "privacy_request",
  "person_requested",
] as const;
/** Where the letter is about what was written, sentence by sentence. */
const ABOUT_MATTERS = [
  "plain",
  "fault",
  "wish",
  "how_to",
  "policy",
  "money",
  "refund",
  "cancel",
  "change_details",
  "order_status",
  "outage",
  "accessibility",
  "escalation",
] as const;

/** Here too somebody may be short of time. */
const HASTY = [
  "press",
  "account_security",
  "legal",
  "privacy_request",
  "vulnerable_customer",
  "person_requested",
] as const;

/** Numbers, what is wanted and what hangs on it, the rest of a message, and haste. */
export const BESIDE_ROWS: readonly SentenceRow[] = [
  ...rowsOf("number", {
    ...TICKETED,
    situation: [
      "plain",
      "press",
      "person_requested",
      "refund",
      "cancel",
      "change_details",
      "order_status",
      "how_to",
      "policy",
      "praise",
      "solved",
    ],
  }, [
    ["record", "Your message has the number {id}[ with us|]."],
    ["record", "Its number [with us |]is {id}."],
    ["record", "It's kept [with us |]as {id}[, in case you write to us again|]."],
    ["record", "If you write to us about it again, please mention {id}."],
    ["record", "We've [noted|recorded] it as {id}[, a number to keep at hand|]."],
  ]),
  ...rowsOf("rest", { situation: ABOUT_MATTERS }, [
    ["rest", "We've read {rest}[ with the same care|, too]."],
    [
      "rest",
      "[Whoever takes it up reads|The people who take it up read] {rest}[ before they answer|].",
    ],
    ["rest", "With it goes {rest}[, word for word|]."],
  ]),
  ...rowsOf("wanted", { situation: [...ABOUT_MATTERS, ...WITH_WANT] }, [
    [
      "rest",
      "[You also write|You tell us as well]: {want} [That is noted with it|It is read together with the rest].",
    ],
    ["rest", "We've also [read|noted] what you ask of us: {want}"],
    ["rest", "What you ask of us [goes with it|is kept with it, word for word]: {want}"],
  ]),
  ...rowsOf("ending", { asks: ["ending"] }, [
    [
      "ask",
      "Your message [breaks off|seems to break off] before its end; please [send us the rest in a reply|reply with what is missing].",
      ["asks"],
    ],
    [
      "ask",
      "The end of your message did not reach us; could you [send it in a reply|write the rest in a reply]?",
      ["asks"],
    ],
  ]),
  ...rowsOf("reach", {
    situation: [
      "injury",
      "person_requested",
      "escalation",
      "vulnerable_customer",
      "money",
      "plain",
      "fault",
    ],
    review: [true],
  }, [
    ["close", "We've noted {reach}."],
    ["close", "[With it goes|It is kept with] {reach}."],
  ]),
  ...rowsOf("urgency", { situation: [...ABOUT_MATTERS, ...HASTY] }, [
    ["urgency", "We've seen [how soon it matters to you|that time is short]: {deadline}"],
    ["urgency", "[You have little time|Time is short], and that is noted with it: {deadline}"],
    ["urgency", "[It matters soon|You need it soon], and that goes with it: {deadline}"],
    [
      "urgency",
      "We've seen that it matters soon ({urgency}), and that [is noted with it|goes with it].",
    ],
    [
      "urgency",
      "[You have little time|You need it soon] ({urgency}), and that's noted with it.",
    ],
    ["urgency", "[That time is short|How soon you need it] ({urgency}) is noted with it."],
  ]),
];

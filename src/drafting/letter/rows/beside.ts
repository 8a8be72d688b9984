/**
 * Sentences that stand beside any letter: its number where the situation has
 * no words of its own for it, the rest of a long message, how soon it matters.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const TICKETED = { type: ["bug_report", "feature_request"] } as const;
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

/** Numbers, the rest of a message, and haste. */
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
    ["record", "It is kept [with us |]as {id}[, in case you write to us again|]."],
    ["record", "If you write to us about it again, please name {id}."],
    ["record", "We have [noted|recorded] it as {id}[, a number to keep at hand|]."],
  ]),
  ...rowsOf("rest", { situation: ABOUT_MATTERS }, [
    ["rest", "We have [kept|noted] {rest} with it[ in full|]."],
    ["rest", "We have noted {rest}[, too| as well]."],
    ["rest", "We [go by|take in] {rest} as well."],
    ["rest", "With it [goes|we keep] {rest}."],
  ]),
  ...rowsOf("urgency", { situation: [...ABOUT_MATTERS, "press", "account_security"] }, [
    ["urgency", "We have seen [how soon it matters to you|that time is short]: {urgency}."],
    ["urgency", "That time [is short|presses] is noted with it: {urgency}."],
    ["urgency", "You need it soon, and that is noted: {urgency}."],
  ]),
];

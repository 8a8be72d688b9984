/**
 * Sentences that stand beside any letter: its number where the situation has
 * no words of its own for it, what is missing of it, how soon it matters.
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

/** Here too somebody may be short of time. */
const HASTY = [
  "press",
  "account_security",
  "legal",
  "privacy_request",
  "vulnerable_customer",
  "person_requested",
] as const;

/** Numbers, the end of a message, who is to be called, and haste. */
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
    ["record", "We've [noted|recorded] it as {id}."],
  ]),
  ...rowsOf("steps", { asks: ["steps"] }, [
    [
      "ask",
      "Do you know which steps lead to it? [A short reply is enough|A few words are enough]; if it comes by itself, we go by what you wrote.",
      ["asks"],
    ],
    [
      "ask",
      "Could you send us the steps that lead to it, if you know any[, in their order|]?",
      ["asks"],
    ],
    [
      "ask",
      "If something you do brings it about, could you write us the steps[, one after the other|]?",
      ["asks"],
    ],
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
    review: [true],
  }, [
    ["close", "We've noted {reach}."],
    ["close", "[With it goes|It is kept with] {reach}."],
  ]),
  ...rowsOf("urgency", { situation: [...ABOUT_MATTERS, ...HASTY] }, [
    [
      "urgency",
      "We've seen that it matters soon ({urgency}).",
    ],
    [
      "urgency",
      "[You have little time|You need it soon] ({urgency}), and we've noted that.",
    ],
    ["urgency", "We've noted that time is short ({urgency})."],
  ]),
];

/**
 * Sentences for letters that would be curt without them. They ask for nothing
 * that may not exist: where nothing can be said that matters, nothing is said.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const OPEN = { asks: ["nothing"] } as const;

/** What a short letter adds. */
export const MORE_ROWS: readonly SentenceRow[] = [
  ...rowsOf("more_question", {
    situation: ["how_to", "policy", "press", "accessibility"],
    pages: ["none"],
    ...OPEN,
  }, [
    [
      "more",
      "If you would like to add something, [a reply to this message is enough|simply reply to this message]; it is put with your question.",
      ["invites"],
    ],
    [
      "more",
      "Should we have read your question wrongly, [tell us in a reply|a short reply is enough], and we'll [answer the right one|begin from there].",
      ["invites"],
    ],
    [
      "more",
      "You can [reply to this message|write to us here] at any time if [there is more to it|you want to add something].",
      ["invites"],
    ],
    [
      "more",
      "If more questions come up, [put them in a reply|just reply to this message], and they are answered [together|along with it].",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_errand", {
    situation: ["order_status", "cancel", "change_details", "refund", "money"],
  }, [
    [
      "more",
      "If something about it changes meanwhile, [tell us in a reply|a short reply is enough]; both are then read together.",
      ["invites"],
    ],
    ["more", "Please leave out card numbers, passwords and codes in whatever you send us.", [], {
      situation: ["order_status"],
    }],
    [
      "more",
      "You can add to it at any time [by replying here|in a reply to this message], so that nothing has to be told twice.",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_report", { situation: ["fault", "outage"], ...OPEN }, [
    [
      "more",
      "If it stops or changes meanwhile, [tell us in a reply|a line in a reply helps]; it is put with your report.",
      ["invites"],
    ],
    [
      "more",
      "If you would like to add something, [a reply to this message is enough|simply reply to this message]; it is read together with your report.",
      ["invites"],
    ],
  ]),
  ...rowsOf("more_wish", { situation: ["wish"] }, [
    [
      "more",
      "You can add to it at any time in a reply to this message; it is [put with what you wrote|kept beside it].",
      [],
    ],
    [
      "more",
      "If an example says it better, [send it in a reply|a reply with it is welcome]; it is [put with what you wrote|kept beside it].",
      [],
    ],
  ]),
  ...rowsOf("more_any", {
    situation: [
      "account_security",
      "data_exposed",
      "security_report",
      "privacy_request",
      "legal",
      "escalation",
      "vulnerable_customer",
      "person_requested",
      "plain",
    ],
  }, [
    [
      "more",
      "Whatever you want to add can come in a reply to this message; it is put with what you wrote.",
      [],
    ],
    [
      "more",
      "If something is missing, [a reply to this message is enough|simply reply to this message]; it's put with what you wrote.",
      [],
    ],
  ]),
];

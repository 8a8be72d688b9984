/**
 * Sentences for who may harm themselves, is worried about somebody who may, or
 * has lost heart: sympathy and help, and nothing else.
 *
 * @module
 */
import { rowsOf, type SentenceRow } from "../sentence_row.ts";

const READ = { review: [true] } as const;
const UNREAD = { review: [false] } as const;

/** Who may harm themselves. */
export const SELF_HARM_ROWS: readonly SentenceRow[] = rowsOf("self_harm", {
  situation: ["self_harm"],
}, [
  [
    "opening",
    "Thank you for telling us this, and we are [very sorry|so sorry] that things are this hard for you.",
    ["sorry", "grave"],
    { aspect: ["any"] },
  ],
  [
    "opening",
    "It is good that you wrote this to somebody, and we are sorry that you are carrying so much.",
    ["sorry", "grave"],
    { aspect: ["any"] },
  ],
  [
    "opening",
    "We have read every word that you wrote, and we are so sorry that it has come to this for you.",
    ["sorry", "grave"],
    { aspect: ["any"] },
  ],
  [
    "opening",
    "Thank you for writing to us about somebody you are worried about; [it was right not to wait|you were right to speak up].",
    ["grave"],
    { aspect: ["for_another"] },
  ],
  [
    "opening",
    "You are worried that somebody may harm themselves, and it is good that you did not keep it to yourself.",
    ["grave"],
    { aspect: ["for_another"] },
  ],
  [
    "advice",
    "If you might act on these thoughts, please call your local emergency number now, or go to the nearest hospital; somebody is there at every hour.",
    ["grave"],
    { aspect: ["any"] },
  ],
  [
    "advice",
    "Please do not stay alone with this: call your local emergency number if you are in danger, or ask somebody near you to come and stay with you.",
    ["grave"],
    { aspect: ["any"] },
  ],
  [
    "advice",
    "If they may be in danger now, please call the local emergency number of the place where they are, and tell them what you have seen; they can reach somebody faster than we can.",
    ["grave"],
    { aspect: ["for_another"] },
  ],
  [
    "opening",
    "We are sorry that things are so hard for you just now, and it is good that you wrote to somebody.",
    ["sorry", "grave"],
    { aspect: ["low"] },
  ],
  [
    "opening",
    "We are sorry that it weighs on you like this; thank you for telling us, it was right to write.",
    ["sorry", "grave"],
    { aspect: ["low"] },
  ],
  [
    "advice",
    "Please do not stay alone with it: talk to somebody near you today. If it gets too much, call your local emergency number; somebody is there at every hour.",
    ["grave"],
    { aspect: ["low"] },
  ],
  [
    "advice",
    "You do not have to carry it alone: please tell somebody whom you trust how you are, today. At every hour you can also call your local emergency number.",
    ["grave"],
    { aspect: ["low"] },
  ],
  ["opening", "Thank you for writing to us; we have read your message with care: {told}", [
    "grave",
  ], { aspect: ["unsure"] }],
  ["opening", "Thank you for writing to us; we have read your message with care.", ["grave"], {
    aspect: ["unsure"],
  }],
  ["opening", "Thank you for telling us this.", ["grave"], { aspect: ["unsure"] }],
  [
    "advice",
    "If it's a hard time for you or somebody near you, please talk to a person you trust; at every hour your local emergency number is there for anybody in danger. If we've read too much into what you write, please forgive us.",
    ["grave"],
    { aspect: ["unsure"] },
  ],
  [
    "advice",
    "Should you or somebody near you be going through a hard time, please don't stay alone with it; where anybody is in danger, your local emergency number is there at every hour. Should we have read more into it than you meant, please forgive us.",
    ["grave"],
    { aspect: ["unsure"] },
  ],
  ["crisis", "{crisis}", ["grave"]],
  [
    "next",
    "A person here reads all of it before the ordinary messages and writes back to you.",
    ["person", "answer"],
    { ...READ, aspect: ["unsure"] },
  ],
  [
    "next",
    "A person here will read your message and write back to you. We may not see it at once, so please do not wait for us to get help.",
    ["person", "answer"],
    { ...READ, aspect: ["any", "for_another", "low"] },
  ],
  [
    "next",
    "Somebody here, not a machine, will read what you wrote and answer you; please let others help you in the meantime and do not wait for us.",
    ["person", "answer"],
    { ...READ, aspect: ["any", "for_another", "low"] },
  ],
  [
    "next",
    "We may not see your message in time to help, so please do not wait for an answer from us.",
    [],
    UNREAD,
  ],
  [
    "record",
    "So that nobody has to look for it, your message has the number {id}.",
    [],
    { type: ["bug_report"] },
  ],
]);

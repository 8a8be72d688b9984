/**
 * The letter to a customer whose matter is settled, and to one who offers
 * something: it takes note, asks for nothing and opens no ticket.
 *
 * @module
 */
import type { MatterState } from "../../triage/text/own_words.ts";
import { joined } from "./letter.ts";
import { oneOf } from "../english/rewording.ts";

const SETTLED: Readonly<Record<Exclude<MatterState, "open">, readonly [string, ...string[]]>> = {
  solved: [
    "It is good to hear that it works for you again. Thank you for telling us; nothing more is needed from you.",
    "Thank you for letting us know. We are glad that this is solved, and there is nothing left for you to do.",
    "That is good news, thank you for writing. We consider the matter solved.",
  ],
  withdrawn: [
    "Thank you for letting us know. Nothing further will be done about it, and you need not do anything either.",
    "Thank you for the word; then we will leave it at that.",
  ],
  thanks: [
    "Thank you for your kind words. They are passed on to the people who look after this, and they will be delighted.",
    "How kind of you to write. We pass your words on to those who earned them.",
    "Thank you very much. It is good to hear that you are happy with it.",
  ],
  no_fault: [
    "Thank you for telling us. It is good to hear that it runs so well for you.",
    "That is lovely to hear, thank you. We pass it on to the people who look after it.",
  ],
};

const WRITE_AGAIN: Readonly<Record<Exclude<MatterState, "open">, string>> = {
  solved: "Should it come back, just reply here and we will take it up again.",
  withdrawn: "Should you need us after all, just reply here.",
  thanks: "",
  no_fault: "",
};

const UNSOLICITED =
  "Thank you for your message. We pass offers on to the people they may concern; if there is interest, they will get in touch with you.";

/** Writes the letter on a settled matter. */
export function settledLetter(state: Exclude<MatterState, "open">, key: string): string {
  return joined([[oneOf(SETTLED[state], key, 1), WRITE_AGAIN[state]].join(" ").trim()]);
}

/** The letter to somebody with an offer. */
export function offerLetter(): string {
  return UNSOLICITED;
}

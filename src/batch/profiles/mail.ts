/**
 * Mail, from a file or a mailbox, and JSON of mails with the same keys.
 *
 * RFC 5322, section 3.6.5: "Re: " marks a subject that was carried on from another message. One
 * that is passed on ("Fwd: ") stays: nothing else may say what it is about.
 *
 * @module
 */
import { firstText, has, type Profile, titled } from "./profile.ts";

const CARRIED_ON = /^\s*(?:re|aw|sv)\s*(?:\[\d+\])?\s*:/i;

/** Messages of a mailbox. */
export const MAIL: Profile = {
  name: "messages",
  message_from: "subject and text, id from Message-ID",
  recognises: (row) => has(row, "from", "subject", "text"),
  read(row) {
    const subject = firstText(row.subject);
    return {
      id: row.id,
      customer_id: row.from,
      message: titled(subject !== null && CARRIED_ON.test(subject) ? null : subject, row.text),
    };
  },
};

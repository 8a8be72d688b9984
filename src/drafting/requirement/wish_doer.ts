/**
 * Who is to do what a wish tells, by the words in front of its verb.
 *
 * @module
 */
import type { Token } from "../../triage/text/document.ts";
import { lower } from "../english/lower.ts";
import { WISH_WORDS } from "./wish_words.ts";

const SUBJECT_WORDS_MAX = 6;

/** "could colleagues | offer a duty": others do it, not we. */
export function isOthers(tokens: readonly Token[], verb: number): boolean {
  const subject = invertedSubject(tokens, verb);
  return subject !== null && !/^(?:i|we|you|u|there|it)\b/.test(subject);
}

/** Who does it, by the words in front: "i" of "if I could mute", "the app" of "I'd like the app to". */
export function subjectBefore(tokens: readonly Token[], first: number): string | null {
  let at = first - 1;
  while (WISH_WORDS.fillers.has(lower(tokens[at])) && lower(tokens[at]) !== "to") at--;
  const joint = lower(tokens[at]);
  if (joint === "lemme") return "i";
  if (WISH_WORDS.me.has(joint)) return WISH_WORDS.letting.has(lower(tokens[at - 1])) ? "i" : null;
  if (joint === "to" && /^(?:going|planning|plan)$/.test(lower(tokens[at - 1]))) return null;
  // "parents should be able to see": who should.
  if (
    joint === "to" && lower(tokens[at - 1]) === "able" &&
    WISH_WORDS.modals.has(lower(tokens[at - 3]))
  ) {
    at -= 3;
  }
  if (!WISH_WORDS.modals.has(joint) && joint !== "to") return null;
  // "the seat map ought to say"
  if (joint === "to" && lower(tokens[at - 1]) === "ought") at--;
  let from = at;
  while (
    from > 0 && at - from < SUBJECT_WORDS_MAX && !WISH_WORDS.boundary.has(lower(tokens[from - 1]))
  ) {
    from--;
  }
  // "could you": the subject stands behind the modal.
  const subject = tokens.slice(from, at).map(({ text }) => text).join(" ").toLowerCase();
  if (lower(tokens[at]) === "to") {
    if (/\bkind\b|\b(?:suggestion|idea|proposal|wish|request) (?:is|would be)$/.test(subject)) {
      return null;
    }
    return subject === "" ||
        /\b(?:i|we|me|us|able|way|option|nice|great|good|lovely|possible|handy|helpful|useful|need|have|cool|plans|chance|possibility|ability|help)\b/
          .test(subject)
      ? "i"
      : subject;
  }
  return subject === "" ? null : subject;
}

/** "could the launcher collect …": who stands between the modal and the verb. */
export function invertedSubject(tokens: readonly Token[], verb: number): string | null {
  for (let at = verb - 1; at >= Math.max(0, verb - SUBJECT_WORDS_MAX); at--) {
    const word = lower(tokens[at]);
    if (WISH_WORDS.boundary.has(word)) return null;
    if (!WISH_WORDS.modals.has(word) && word !== "n't" && word !== "not") continue;
    const subject = tokens.slice(at + 1, verb).map(({ text }) => text)
      .filter((text) => !WISH_WORDS.fillers.has(text.toLowerCase())).join(" ").toLowerCase();
    return subject === "" || /\b(?:to|possible|it)\b/.test(subject) ? null : subject;
  }
  return null;
}

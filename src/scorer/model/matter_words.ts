/**
 * Words by which a sentence or a clause is told to be a wish, a question or a
 * fault, whatever the scorer makes of it alone: "a bookmark would be ace",
 * "our auditor asks if …", "stops at 99 percent".
 *
 * @module
 */
import type { Intent } from "../../triage/domain/intent.ts";

const WISH =
  /\b(?:would|'d|could) (?:also |really |surely |only )?(?:be|make|help|save|please|spare|prevent|look|have (?:prevented|saved|helped|told)|serve|suit|love|like|welcome|appreciate)\b|\b(?:wish|longing|dream of|ideas? box|for (?:later|the future|your list)|suggest\w*|let (?:me|us|people|users|one|customers|them|members)|add|could (?:there|we|you|it|they) (?:be|have|get)|should (?:be able|have|let)|be able to|bring back|nice to have|count me in|grateful for)\b/iu;
const ASKED =
  /\?\s*$|\b(?:asks? (?:if|whether|for)|wonder\w*|let me know|tell me|i'd like to know|please say|need to know)\b/iu;
/** "Why does it …?" tells a fault. */
const ASKED_WHY = /^(?:and |so )?(?:why|how come|what's wrong)\b/iu;
const FAULT =
  /\b(?:not|never|no longer|nothing|instead|wrong|twice|again and again|every time|each time|always|vanish\w*|disappear\w*|gone|lost|missing|empty|blank|stuck|crash\w*|freez\w*|froze|fail\w*|error|exception|refus\w*|reject\w*|skip\w*|stops?|turns? (?:itself )?(?:off|on)|by (?:it|them)sel(?:f|ves)|swap\w*|double\w*|drops?|dropped|hangs?|broken|rattl\w*|typos?|glitch\w*|misspel\w*|dead link|upside down|negative|infinity|undefined|spinning|loop\w*|although|since (?:the|last|yesterday|monday|tuesday|friday|spring|\d|your|this|i entered)|rather than|too (?:early|late)|late|shows?|showing|says|reads|reports)\b|n't\b/iu;

/** Whether the words of a segment tell an intent. */
export function tells(intent: Intent, text: string, question: boolean): boolean {
  const said = text.replaceAll("’", "'").trim();
  switch (intent) {
    case "bug_report":
      return !question && FAULT.test(said);
    case "feature_request":
      return WISH.test(said);
    case "general_inquiry":
      return ASKED.test(said) && !ASKED_WHY.test(said);
  }
}

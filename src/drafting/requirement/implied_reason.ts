/**
 * Reasons that follow from what is told: what it is wanted instead of, what
 * somebody wants to do, what happens without it.
 *
 * @module
 */
import { baseForm } from "../english/base_form.ts";
import { lowerFirst } from "../english/rewording.ts";
import { isGerund } from "../english/verb_forms.ts";
import { customerAs, tidyReason } from "./reason_clause.ts";
import { cutWish } from "./wish_meaning.ts";

const INSTEAD =
  /\b(?:instead of|rather than)\s+((?:me|us|my|our)\s+)?((?:(?!\b(?:would|could|will)\b)[^,(]){4,})/i;
const SHORT_GERUND = /^(?:going|doing|using)$/i;
const GOAL =
  /(?:^|[,;]\s|\b(?:and|so|because|but) )(i|we)(?:['’]d| would)? (?:want|like|love|need|prefer) to (?!see a\b|have a\b|(?:say|mention|thank|tell|start by|hear|know|ask|point|add that|express|report|let you)\b)(.{4,})$/i;
const OTHERS_GOAL =
  /^((?:my|our|the) [\w'-]+(?: (?!(?:i|we|you)\b)[\w'-]+){0,2}?|she|he|they) (?:wants?|needs?|would like) to (.{4,})$/i;
const THREAT =
  /^(?:(otherwise|or else)[,:]?\s+(.{8,})|(without (?:it|that|this))[,:]?\s+(.*\b(?:won['’]?t|will not|can['’]?t|cannot|will|['’]ll|have to|has to)\b.*)|(?:.*\band )?((?:i|we|our|my|the)\b[^,]{3,80}\b(?:won['’]?t|will not|can['’]?t|cannot)\b.* without (?:it|that|this)))$/i;

/**
 * "instead of putting it in one folder": what it puts an end to.
 *
 * @param done_by_customer Whether what is wished is; the product's "sending it back" is no toil of theirs.
 */
export function insteadOf(own: string, done_by_customer: boolean): string | null {
  const [, mine, ended = ""] = INSTEAD.exec(own) ?? [];
  const doing = isGerund(ended.split(" ", 1)[0]?.toLowerCase() ?? "");
  if (doing && mine === undefined && !done_by_customer) return null;
  const reason = ended === "" ? null : notInstead(cutWish(ended));
  return reason === null ? null : tidyReason(reason);
}

/** "we want to ride together": what it is for. */
export function fromGoal(text: string): string | null {
  const match = OTHERS_GOAL.exec(text);
  if (match !== null) {
    return tidyReason(`${lowerFirst(match[1] ?? "")} can ${beforeBut(match[2] ?? "")}`);
  }
  const goal = GOAL.exec(text);
  return goal === null
    ? null
    : tidyReason(`${customerAs(goal[1])} can ${beforeBut(goal[2] ?? "")}`);
}

/** "otherwise our security department won't approve it" */
export function fromThreat(text: string): string | null {
  const [, otherwise, follows, without, happens, bound] = THREAT.exec(text) ?? [];
  if (bound !== undefined) return `because ${lowerFirst(tidyReason(bound))}`;
  const [start, outcome] = [otherwise ?? without, follows ?? happens];
  return start === undefined || outcome === undefined
    ? null
    : `because ${start.toLowerCase()} ${lowerFirst(tidyReason(outcome))}`;
}

/** "instead of putting it in one folder", "instead of just 5 minutes before". */
function notInstead(text: string): string | null {
  const [start = "", ...rest] = text.split(" ");
  if (start.toLowerCase() === "having" && rest[0] === "to") {
    return `I no longer have ${rest.join(" ")}`;
  }
  if (isGerund(start.toLowerCase()) || SHORT_GERUND.test(start)) {
    return `I no longer have to ${
      [
        SHORT_GERUND.test(start) ? start.toLowerCase().slice(0, -3) : baseForm(start.toLowerCase()),
        ...rest,
      ].join(" ")
    }`;
  }
  if (/^(?:at|in|on|by|with|from|via|through|over)\b/i.test(text)) {
    return `I no longer have to do it ${text}`;
  }
  return /^(?:just |only |merely )?(?:an?|my|our|one|two|three|four|five|six|ten|several|\d+)\b/i
      .test(text)
    ? `I no longer have to make do with ${text.replace(/^(?:just|only|merely)\s+/i, "")}`
    : null;
}

function beforeBut(text: string): string {
  return text.replace(/,? but\b.*$/i, "");
}

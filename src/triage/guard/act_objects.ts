/**
 * What an act of ours is done to: a report is kept and passed on to colleagues,
 * an answer is given; never a thing of the product, never money.
 *
 * @module
 */
import { CASE, STAFF } from "./letter_words.ts";
import type { Brought } from "./brought.ts";
import { isSensitiveWord } from "./sensitive_words.ts";

/** What will be done: never to the product, never money. */
export function comingStands(head: string, after: string): boolean {
  if (
    /^(?:share|pass|forward|hand|send|give|bring|tell|read)s?$/.test(head) &&
    !recipientStands(after)
  ) return false;
  if (
    /^(?:add|share|give|put|send|write|make|take|get|keep|bring|find|set|start|begin|open|create|process|handle|treat|solve|mark|confirm|leave|do|want|have|raise|like|love|say|think|know)s?$/
      .test(head)
  ) {
    return BOUND[head.replace(/s$/, "")]?.test(after) ?? CASE_OBJECT.test(after);
  }
  return !/^(?:go|come)(?:es)?$/.test(head) || /^(?:through|over|back|to (?:the|our))/.test(after);
}

/** A report, or what stands for it. */
export const CASE_OBJECT =
  /^(?:it|this|that|these|both|them|note|your (?:\w+ ){0,4}?(?:report|request|message|feedback|idea|suggestion|question|details?|answer|reply|note|wish|concern|comments?|points?|words|description|case|information|input|proposal|inquiry|ticket)|the (?:\w+ )?(?:details?|information|answer|ticket|report|request|matter|question|case|description|issue|point))\b/;

const BOUND: Readonly<Record<string, RegExp>> = {
  give:
    /^(?:it|this|you (?:an?|the|our|a full|more) (?:\w+ )?(?:answer|reply|update|date|information|response|wrong)|your)/,
  share: /^(?:it|this|your|any|what|more|the (?:details?|outcome)|with you)/,
  send:
    /^(?:you (?:an?|our|the) (?:\w+ )?(?:answer|reply|update|message|response|note)|an? (?:\w+ )?(?:answer|reply|update))/,
  write: /^(?:to you|back|you|again|here|with)/,
  make: /^(?:sure|certain|a note|note|use of (?:it|your))/,
  take:
    /^(?:a |an |another |your |this |that |it |every|care of (?:your (?:question|message|request))|note|into)/,
  get: /^(?:back|in touch|to the bottom|a (?:clear|full)|your)/,
  keep:
    /^(?:you (?:posted|updated|informed|in the loop|up to)|an? (?:eye|note|record)|track|your|this|it|everything|the)/,
  bring: /^(?:this|it|your)\b/,
  find: /^(?:out|what|the (?:cause|reason)|where|how)/,
  know: /^(?:more|whether|what|how|it)/,
  want: /^to\b/,
  like: /^to\b/,
  love: /^to\b/,
  have: /^(?:a look|more|an?|it|this|someone|somebody|the (?:details|answer))/,
  say: /^(?:more|that|so|whether|in)/,
  think: /^(?:of|about|it)/,
  start: /^(?:by|with) (?:looking|reading|your|the)/,
  set: /^(?:it|this) (?:down|out)/,
};

/** "Recorded it", "passed your request on to the desk": a report is what was kept. */
export function keptStands(head: string, rest: readonly string[], brought: Brought): boolean {
  const after = rest.join(" ");
  if (
    SENT.test(head) &&
    (!recipientStands(after) || /^(?:it |this |them |that )?to you\b/.test(after))
  ) return false;
  if (/^(?:got|gotten|taken|took|had|left|made|begun|started|began|set|brought)$/.test(head)) {
    return /^(?:your|it|this|note|a note|down|these|that|care to|all|up (?:an?|your)|in (?:your|the)|a (?:record|ticket|copy)|the (?:details|liberty)|every)\b/
      .test(after);
  }
  for (const word of rest) {
    if (CASE.has(word) || /^(?:down|how|where|as|under|exactly|with)$/.test(word)) return true;
    if (
      !/^(?:a|an|the|your|our|all|of|every|new|full|exact|whole|short|own|entire|feature|bug|support|clear|detailed|technical|formal|internal|following|two|separate|kind|dedicated|original|corresponding|s|on|along|now)$/
        .test(word) && !(brought.has(word) && !isSensitiveWord(word))
    ) return false;
  }
  return rest.length === 0;
}

const SENT =
  /^(?:sent|handed|passed|forwarded|shared|given|delivered|relayed|transferred|gave|told|directed|routed|escalated)$/;

/** Whether those to whom something is passed are colleagues; other verbs pass nothing. */
export function recipientStands(after: string, verb = "sent"): boolean {
  if (!SENT.test(verb)) return true;
  const match = /\b(?:to|with|before|on to|over to) (.*)$/.exec(after);
  if (match === null) return true;
  const first = (match[1] ?? "").split(" ").slice(0, 7);
  return first.some((word) => STAFF.has(word)) &&
      !/\b(?:other|your|press|police|public)\b/.test(first.join(" ")) ||
    /^(?:one|those|whoever|us|you|them|be|help|see|find|look|check|understand|make|that|where|the (?:right|next|proper) (?:place|step|hands))\b/
      .test(first.join(" "));
}

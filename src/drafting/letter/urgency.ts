/**
 * Until when something matters to a customer, in their own words: "tomorrow",
 * "by Friday", "at midnight".
 *
 * @module
 */

import { isShouted } from "../english/headline.ts";

const DAY =
  "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)";
const DAYS =
  `(?:today|tonight|tomorrow|midnight|noon|this (?:afternoon|evening|weekend)|(?:this |next )?${DAY}|(?:the )?\\d{1,2}(?:st|nd|rd|th)|the weekend)`;
const WHEN =
  `(?:today|tonight|tomorrow(?: (?:morning|afternoon|evening|night))?|midnight|noon|this (?:afternoon|evening|weekend)|(?:on |this |next )?${DAY}(?: (?:morning|noon|afternoon|evening|night))?|(?:the )?\\d{1,2}(?:st|nd|rd|th)|(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.]\\d{2})? ?(?:am|pm|o['’]clock)|at (?:\\d{1,2}(?:[:.]\\d{2})?|four|five|six|seven|eight|nine|ten|noon)|(?:the )?end of (?:the |this )?(?:day|week|month|quarter)|the weekend|christmas|easter)`;
/** What is still to come, and when. */
const AHEAD = new RegExp(
  [
    `\\b(?:(?:flies|fly|flying|sails?|departs?|leaving|due|deadline|expires?) (?:is |due )*)((?:(?:at|on|by) )?${WHEN}(?: (?:tomorrow|tonight|today))?)\\b`,
    `\\b((?:by|before) (?:the )?${WHEN})\\b`,
    `\\b(?:need|must|have to|has to) [^.!?]{2,40}? (on (?:the )?(?:${DAY}|\\d{1,2}(?:st|nd|rd|th)))\\b`,
    `(?:opens?|starts?|begins?|closes?|leaves?|is|are|due) ((?:on )?(?:this |next )?${DAY} at (?:\\d{1,2}(?:[:.]\\d{2})?|noon|six|seven|eight|nine|ten))\\b`,
    `(?:leaves|departs) (at (?:\\d{1,2}(?:[:.]\\d{2})?|noon|four|five|six|seven|eight|nine|ten))\\b`,
    `(?:is|are|['’]s|leave|leaves|leaving|starts?|due|opens?|begins?|land|fly|flying) (in (?:\\d{1,2}|an?|two|three|four|five|six|a few) (?:hours?|minutes|days?))\\b`,
    `\\b(?:i['’]?m|i am|we['’]?re|we are) \\w+ing (in (?:an?|half an|\\d{1,2}|two|three|four|five|six) (?:hours?|minutes))\\b`,
    `\\b((?:by|before) \\d{1,2}[:.]\\d{2})\\b`,
    `\\b(today,? (?:by|before) (?:noon|midnight|\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?))\\b`,
    `\\b((?:flight|train|exam|wedding|funeral|party|concert|appointment|interview|birthday|deadline|meeting|launch|show|service|surgery|operation|deadline)(?: is|['’]s)?(?: at| on| by| due| for)* (?!at )${DAYS})\\b`,
  ].join("|"),
  "gi",
);
const PAST =
  /\b(?:was|were|since|until|till|came|promised|ago|last|yesterday|every|each|took|paid|stopped|open|closed?) [^.!?]{0,24}$/i;
/** Around "by Friday" something says that it is needed then. */
const NEEDED =
  /\b(?:need\w*|must|have to|has to|fix\w*|leaving|deadline|due|exam|wants?|please|ready|in time|unless|can you|could you|answers?|confirm\w*|expect|nothing|last chance|or (?:we|i|you))\b/i;
const NEEDED_CHARACTERS = { before: 90, after: 40 } as const;
const PRESSING = /\b(?:urgent(?:ly)?(?! (?:care|treatment))|asap|running out of time)\b/i;
/** In capitals, or with somebody to come. */
const AT_ONCE =
  /\bNOW\b|\b(?:need (?:someone|somebody|help)|do something|stop it|act|block it) now\b/;
const NOT_PRESSING =
  /\b(?:no|not|isn['’]t|nothing|neither|without)\b[^.!?]{0,16}\b(?:urgent|hurry|rush|pressing|panic)\b|\bno (?:hurry|rush|panic)\b/i;

/** "On the 4th floor" names no day: behind one stands its month, a mark or a small word. */
const BEHIND_DAY =
  "of|and|or|at|in|for|to|so|but|we|i|it|by|with|if|as|when|then|because|the|my|our|this|next";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*";
const DAY_OF_MONTH = `\\d{1,2}(?:st|nd|rd|th)(?! (?!(?:${BEHIND_DAY}|${MONTH})\\b)\\w)`;
/** "Friday week" is not Friday. */
const WEEK_ON = new RegExp(`\\b(?:today|tonight|tomorrow|${DAY}) week\\b`, "gi");

/** A day named in a sentence that speaks of what is to come: "We file on the 7th." */
const COMING = new RegExp(
  `\\b((?:on|from) (?:the )?(?:(?:this |next )?${DAY}|${DAY_OF_MONTH}|first)|(?:(?:by|before|until|at \\d{1,2}(?:[:.]\\d{2})?) )?(?:tonight|tomorrow)(?: (?:morning|noon|afternoon|evening|night|at \\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?))?|today)\\b(?!['’]s)`,
  "gi",
);
const TO_COME =
  /\b(?:is|are|will|needs?|must|have to|has to|like to|want|going|due|starts?|closes?|files?|renews?|ships?|visiting|leav(?:e|es|ing)|fly|opens?|before|trip|moving|moves?|drop(?:s|ping)|please|ends?)\b|['’](?:s|re|ll|d)\b|^(?:we|i) \w+ $/i;
const GONE =
  /\b(?:was|were|came|had|has|have|went|got|did|took|ordered|arrived|bought|started|stopped|changed|moved|happened|said|told|broke|fell|since|last|every|each|paid|synced|closed|\w{3,}ed)\b|['’]ve\b/i;
/** "I have an audit on Monday" is to come. */
const HAVING = /\b(?:have|has|['’]ve got|have got) (?:an?|the|my|our) (?:\w+ ){1,3}$/i;
const NEEDED_TODAY =
  /\b(?:need|must|have to|has to|like to|want|please|before|ends?|due|can|could)\b/i;
const ASKS = /^(?:are|is|do|does|did|can|will|what|how|when|where|which|who|why)\b/i;
const QUOTED = /["'“‘]$/u;

function comingIn(text: string): string | null {
  COMING.lastIndex = 0;
  for (let found = COMING.exec(text); found !== null; found = COMING.exec(text)) {
    const when = found[1] ?? "";
    const from = Math.max(
      0,
      ...[". ", "! ", "? ", "; "].map((end) => text.lastIndexOf(end, found.index) + 1),
    );
    const before = text.slice(from, found.index).trimStart();
    if (QUOTED.test(before)) continue;
    // Nothing is told of tomorrow but what is to come.
    if (/\btomorrow\b/i.test(when)) return `“${when}”`;
    const isSaid = ASKS.test(before) || GONE.test(before.replace(HAVING, ""));
    const pattern = when.toLowerCase() === "today" ? NEEDED_TODAY : TO_COME;
    if (!isSaid && (pattern.test(before) || HAVING.test(before))) return `“${when}”`;
  }
  return null;
}

/** When it matters; `null` where nothing says that time is short. */
export function urgencyOf(message: string): string | null {
  if (NOT_PRESSING.test(message)) return null;
  const text = message.replace(WEEK_ON, "in a week");
  // Not matchAll: it copies the pattern on every call.
  AHEAD.lastIndex = 0;
  for (let found = AHEAD.exec(text); found !== null; found = AHEAD.exec(text)) {
    const when = found.slice(1).find((one) => one !== undefined) ?? "";
    if (!PAST.test(text.slice(0, found.index + 1)) && isNeeded(when, text, found.index)) {
      return `“${when}”`;
    }
  }
  const pressing = PRESSING.exec(text);
  if (pressing !== null) return `“${pressing[0]}”`;
  return comingIn(text) ?? (AT_ONCE.test(text) && !isShouted(text) ? "“now”" : null);
}

function isNeeded(when: string, text: string, at: number): boolean {
  if (!/^(?:by|before)\b/i.test(when)) return true;
  const from = Math.max(0, at - NEEDED_CHARACTERS.before);
  return NEEDED.test(text.slice(from, at + when.length + NEEDED_CHARACTERS.after));
}

/**
 * What bothers a customer today, as what a wish would put an end to: "I no
 * longer have to scroll through fifty tabs".
 *
 * @module
 */
import { baseForm } from "../english/base_form.ts";
import { lowerFirst } from "../english/rewording.ts";

const NOW =
  "right now|at (?:the moment|present)|as it is|currently|today|now|rn|otherwise|so far|until now";
const LABOUR = new RegExp(
  `(?:^(?:(?:${NOW})[,:]?\\s+)?|\\band (?:(?:${NOW})[,:]?\\s+|(?=(?:i|we) (?:(?:currently|now) |.*\\b(?:by hand|manually|on paper|one by one)\\b))))(i|we)(['’]d| would)?\\s+(?:currently |now |always |still |just )?(have to|must|need to|spend|keep|convert|copy|type|move|build|ring|poll|print|scroll|enter|write|send|check|click|search|export|import|calculate|count|track|fill|call|make|run|update|maintain|end up|lose|forget)\\b\\s*(.{3,})$`,
  "i",
);
const DRUDGERY = new RegExp(
  `\\b(?:by hand|manual(?:ly)?|one at a time|one by one|spreadsheet|again|by phone|on paper|script|ev(?:e)?ry time|each time|${NOW})\\b`,
  "i",
);
const OFTEN = /\b(?:every|each|before|nightly|weekly|daily|hours?|minutes?|seconds)\b/i;
const OBLIGED = /^have to$/i;
const BOTHER =
  /^((?:\p{L}{3,}ing|the|my|our|every|all|each|having|a|an|this|people|half|it)\b[^,.;]{1,60}?)\s(costs?|takes?(?=.*\b(?:minutes?|hours?|days?|weeks?|long|ages|forever|time|clicks?|steps?|me|us)\b)|blinds?|hurts?|annoys?|wastes?|confuses?|requires?|eats?|breaks?|prevents?|rejects?|refuses?|drives?)\s(.{3,})$/iu;
const INNER_CLAUSE =
  /\s(?:i|we|you|he|she|they|that|which|who|if|when|not|no|never|to|is|are|was|were)$|n['’]t\b|\b(?:not|no|never)\b/i;
const TOO =
  /^((?:the|my|our|every|all|each|a|an|this|it)\b[^,.;]{1,60}?)\s(is|are)\s(too \w+.{0,60}|tedious.{0,60}|spread over.{0,60}|cluttered.{0,60})$/i;
const TIME_WORDS = /\s*\b(?:right now|at the moment|at present|currently|for now|today|now)\b\s*/gi;

/** The end of the drudgery or the bother that a sentence tells of; `null` where it tells none. */
export function fromPain(text: string): string | null {
  const labour = LABOUR.exec(text);
  if (labour !== null) return fromLabour(text, labour);
  for (const pattern of [BOTHER, TOO]) {
    const match = pattern.exec(text);
    if (match === null || INNER_CLAUSE.test(match[1] ?? "")) continue;
    const [, subject = "", verb = "", rest = ""] = match;
    const words = pattern === TOO ? [verb, "no longer"] : ["no longer", verb];
    return [lowerFirst(subject), ...words, rest].join(" ");
  }
  return null;
}

function fromLabour(text: string, labour: RegExpExecArray): string | null {
  const [, subject, would, verb = "", rest = ""] = labour;
  const obliged = /^(?:have to|must|need to)$/i.test(verb);
  // A need alone may be a wish, a thing done daily a pleasure.
  if (!DRUDGERY.test(text) && !(OBLIGED.test(verb) && OFTEN.test(text))) return null;
  if (would !== undefined && !obliged) return null;
  const bare = rest.replace(TIME_WORDS, " ").replace(
    /,? (?:which|but|and (?:a|the|my|our|it|he|she|half|some|then|people))\b.*$/i,
    "",
  ).trim().replace(/^to /i, "");
  const what = obliged ? bare : `${baseForm(verb.toLowerCase())} ${bare}`;
  const who = subject?.toLowerCase() === "we" ? "we" : "I";
  return `${who} ${would === undefined ? "no longer" : "do not"} have to ${what}`;
}

/**
 * Turns questions and first-person sentences into plain statements: "why does
 * the total show 0" into "the total shows 0", "I keep getting logged out" into
 * "getting logged out".
 *
 * @module
 */
import { stripLead } from "./lead_in.ts";
import { gerund, thirdPerson } from "./verb_forms.ts";
import { phraseOf } from "./words.ts";

const WHY =
  /^why (?:on earth |the hell )?(do|does|did|would|has|have|is|are|am|was|were|can(?=\s)|can['’]?t|can not|cannot|doesn['’]?t|don['’]?t|won['’]?t|isn['’]?t|aren['’]?t|hasn['’]?t)\s+/i;
const WHY_TOLD = /^why (?=(?:i|we|the|my|our|it|every|all|some)\b)/i;
const WHERE_GONE =
  /^where (?:have|has|did|are|is) ((?:all )?(?:the |my |our )?.{3,50}?) (?:gone|go|disappeared to|disappeared|vanished)\b.*$/i;
const SUPPOSED = /^(?:is|are) (it|(?:the|my|our|this) .{2,40}?) supposed to (\w+) /i;
const FIRST_PERSON =
  /^(?:i|we)(?:\s+(?:just|still|also|now|then|always|only|simply|constantly|really|suddenly|even))*\s+(?=(?:can(?:['’]?t|not| not)?|cannot|could(?:n['’]?t| not)|am|['’]?m|are|have not|haven['’]?t|have no|do(?:n['’]?t| not)|did(?:n['’]?t| not)|no longer|never|lost|was|were)\b)/i;
const GERUND_OF_FIRST =
  /^(?:i|we)(?:\s+(?:just|still|also|now|then|always|only|simply|constantly|suddenly|even))*\s+(keep|get|see|receive|end up|land|find|hear|have)\b|^()(get|keep|land|end up|receive)\b/i;
const BEING = /^(?:am|['’]m|are|was|were) (?=\w{2,}(?:ing|ed)\b|not able|unable|being|stuck)/i;
/** "Oh great, another update that …": said with a sigh. */
const SIGH =
  /^(?:oh,? |wow,? |well,? |ah,? )?(?:great|nice|wonderful|fantastic|brilliant|awesome|lovely|perfect|congrats|congratulations|bravo|wow|amazing|good job|well done)(?: (?:job|work|one))?[,!.…]+\s+(?=\S+ \S+ \S)/i;
const IM =
  /^(?:i['’]m|we['’]re|im) (?=\w+ing\b|not able|unable|stuck|locked|banned|blocked|charged|billed)/i;
const IT_BEEN = /^(?:only )?it['’]?s (?:been (?=\w+ing\b)|(?=only\b))/i;
const HAVING_DONE = /^(?:i|we)(?:['’]ve| have)?\s+(?=\w+ed\b)/i;
const PRAISED_FIRST =
  /\b(?:love|great|amazing|brilliant|best|nice|works?|fine|good|perfect|fantastic|adore|solid|beautiful|enjoy|happy|fan|lovely|recommend|pleased|my (?:mistake|fault))\b/i;
const MAY_TURN = /\bbut\b|[,;.:] /i;
const TURN =
  /(?::|,\s+and(?= it\b)|[,;.]\s+(?:but|only|just|except(?: that)?|however|sadly|unfortunately)|\s+but)[,\s]+(?=\S.{12})/i;
const BACKGROUND =
  /^(?:i|we)(?:['’]m| am|['’]re| are|['’]ve| have) (?!not\b|no\b|unable|stuck|locked|being|trying to).{3,60}?[,\s]+(?:and|but)\s+(?=(?:the|it|my|our|all|no|nothing|your|every)\b.{8})/i;
const VERBS_ASKED = new Set(
  ("show say give get take crash freeze keep log send open close load stop fail change turn look come go play save sync count charge ask tell throw jump return " +
    "display appear disappear delete create move add start end print export import need require want use draw drain hang spin lose forget make put kick refuse reject ignore repeat miss drop")
    .split(" "),
);
/** "got a green tick, and on the next day only four weeks exist": what looked well first. */
const REASSURED =
  /^(?:got|get|see|saw|received) (?:an? |the )?(?:\w+ ){0,2}(?:tick|confirmation|message|mail|receipt|success\w*)(?:,? (?:and|but|yet|then)|,)\s+(?=.{12})/i;
/** "The address is right, and every driver gets sent elsewhere": what is right first. */
const RIGHT_SO_FAR =
  /^.{3,60}?\b(?:is|are|was|were|looks?) (?:right|correct|fine|ok|okay)\b.{0,60}?,\s+(?:and|but|yet)\s+(?=(?:the|my|our|every|all|no|nothing|it|your)\b.{12})/i;
/** "standing at the gate and the barcode is a grey square" */
const PLACED =
  /^(?:(?:i['’]?m|i am|we['’]re|we are) )?(?:standing|sitting|waiting|stuck) (?:at|outside)\b.{3,40}?(?:,| and)\s+(?=\S+ \S+ \S)/i;
const HOW_WRONG =
  /^how (?:come )?(is|are|was|were) (.{2,40}?) (wrong|missing|late|gone|full|empty|overdue)\b/i;
/** "who's the man in the picture, because that is not my porch" */
const ASKED_AS =
  /^(?:who|what|where|why|how)\b.{4,60}?\b(?:bc|because|cause|cuz|since) (?:that|this|it|those|these)(?:['’]s| (?:is|are)) (?=not\b)/i;
const LAST_CLAUSE =
  /,\s+(?:and|but|yet)\s+((?:the|my|our|no|nothing|nobody|none|it|there)\b[^,;]{10,})$/i;
const FAILING =
  /\b(?:never|not|no|nothing|nobody|none|cannot|fails?|crash\w*|wrong|gone|lost|empty|missing|stuck|freezes|error|only)\b|n['’]t\b/i;
/** "Paid for two bags on your site and at the airport there was no bag": what came of it. */
const DEED_FIRST =
  /^(?:(?:i|we)(?:['’]ve)? )?(?:paid|bought|\w{3,}ed)\b.{10,80}?,? and (?=(?:on|at|in|then|now|the|my|it|there|nothing|no|only)\b.{15})/i;
const LONG_CHARACTERS = 80;
const SUBJECT_WORDS_MAX = 7;

/** The clause that says what fails, as a statement without "I". */
export function asStatement(text: string): string {
  let rest = stripLead(failingPart(text));
  // "A waiter takes an order, presses SEND, …, and the order never reaches the kitchen."
  const last = rest.length > LONG_CHARACTERS ? LAST_CLAUSE.exec(rest) : null;
  if (last !== null && FAILING.test(last[1] ?? "") && !FAILING.test(rest.slice(0, last.index))) {
    rest = last[1] ?? rest;
  }
  if (rest.length > LONG_CHARACTERS) rest = rest.replace(DEED_FIRST, "");
  rest = askedAsTold(rest);
  const doing = GERUND_OF_FIRST.exec(rest);
  // "GET /members returns an empty list" names a request.
  if (doing !== null && !/^[A-Z]{3}/u.test(doing[0])) {
    const after = rest.slice(doing[0].length).trim();
    const verb = (doing[1] ?? doing[3] ?? "").toLowerCase();
    // "I keep getting logged out": the second verb says it all.
    if (verb === "keep" && /^\w+ing\b/i.test(after)) return after;
    const [first = "", ...others] = verb.split(" ");
    return [gerund(first), ...others, after].join(" ");
  }
  return rest.replace(FIRST_PERSON, "").replace(BEING, "").replace(IM, "").replace(IT_BEEN, "")
    .replace(HAVING_DONE, "");
}

/** A sentence without what was well before the fault. */
export function failingPart(text: string): string {
  return afterPraise(text.replace(SIGH, "")).replace(BACKGROUND, "").replace(REASSURED, "")
    .replace(RIGHT_SO_FAR, "").replace(PLACED, "");
}

/** "I love it, but the GPS draws …": what stands behind the turn is the fault. */
export function afterPraise(text: string): string {
  const turn = MAY_TURN.test(text) ? TURN.exec(text) : null;
  if (turn === null) return text;
  const before = text.slice(0, turn.index);
  return PRAISED_FIRST.test(before) && !FAILING.test(before.replace(/\bdon['’]t\b/i, ""))
    ? text.slice(turn.index + turn[0].length)
    : text;
}

function askedAsTold(text: string): string {
  const gone = WHERE_GONE.exec(text);
  if (gone !== null) return `${gone[1]} gone`;
  const supposed = SUPPOSED.exec(text);
  if (supposed !== null) {
    const [all, subject = "", verb = ""] = supposed;
    const who = /^it$/i.test(subject) ? "" : `${subject} `;
    return `${who}${thirdPerson(verb.toLowerCase())} ${text.slice(all.length)}`;
  }
  if (/^(?:who|what|where|why|how)\b/i.test(text)) {
    const plain = text.replace(HOW_WRONG, "$2 $1 $3").replace(ASKED_AS, "");
    if (plain !== text) return plain;
  }
  const asked = WHY.exec(text);
  if (asked === null) return text.replace(WHY_TOLD, "");
  const rest = text.slice(asked[0].length);
  const verb = (asked[1] ?? "").toLowerCase();
  if (/n['’]?t$|not$/u.test(verb)) {
    const pronoun = /^(?:i|we|it|they)\s+/i.exec(rest);
    return pronoun === null ? negated(rest, verb) : `${verb} ${rest.slice(pronoun[0].length)}`;
  }
  // "why can I see it": that it can be done is the point.
  if (verb === "can") return rest.replace(/^(\S+)/, "$1 can");
  return verb === "does" || verb === "would" ? inThirdPerson(rest) : rest;
}

/** "the export work" with "doesn't" becomes "the export doesn't work". */
function negated(rest: string, verb: string): string {
  const { words } = phraseOf(rest);
  for (const word of words.slice(1, SUBJECT_WORDS_MAX)) {
    if (VERBS_ASKED.has(word.lower) || word.lower === "work") {
      return `${rest.slice(0, word.start)}${verb} ${rest.slice(word.start)}`;
    }
  }
  return rest;
}

function inThirdPerson(rest: string): string {
  const { words } = phraseOf(rest);
  for (const word of words.slice(1, SUBJECT_WORDS_MAX)) {
    if (VERBS_ASKED.has(word.lower)) {
      return `${rest.slice(0, word.start)}${thirdPerson(word.lower)}${rest.slice(word.end)}`;
    }
  }
  return rest;
}

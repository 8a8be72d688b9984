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
const IM =
  /^(?:i['’]m|we['’]re|im) (?=\w+ing\b|not able|unable|stuck|locked|banned|blocked|charged|billed)/i;
const IT_BEEN = /^(?:only )?it['’]?s (?:been (?=\w+ing\b)|(?=only\b))/i;
const HAVING_DONE = /^(?:i|we)(?:['’]ve| have)?\s+(?=\w+ed\b)/i;
const VERBS_ASKED = new Set(
  ("show say give get take crash freeze keep log send open close load stop fail change turn look come go play save sync count charge ask tell throw jump return " +
    "display appear disappear delete create move add start end print export import need require want use draw drain hang spin lose forget make put kick refuse reject ignore repeat miss drop")
    .split(" "),
);
const HOW_WRONG =
  /^how (?:come )?(is|are|was|were) (.{2,40}?) (wrong|missing|late|gone|full|empty|overdue)\b/i;
/** "who's the man in the picture, because that is not my porch" */
const ASKED_AS =
  /^(?:who|what|where|why|how)\b.{4,60}?\b(?:bc|because|cause|cuz|since) (?:that|this|it|those|these)(?:['’]s| (?:is|are)) (?=not\b)/i;
const SUBJECT_WORDS_MAX = 7;

/** The clause that says what fails, as a statement without "I". */
export function asStatement(text: string): string {
  const rest = askedAsTold(stripLead(text));
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

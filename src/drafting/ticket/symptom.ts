/**
 * Finds the clause that says best what fails: the one that most likely has
 * that role, from where it begins to where it ends.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { opensWithAction, readActions } from "../english/action_list.ts";
import { STEPS_HEADING } from "./listed_steps.ts";
import { backgroundCost } from "../message/background.ts";
import type { Show } from "../message/excerpt.ts";
import type { Role } from "../message/role_names.ts";
import { logit, type Roles, type Told } from "../message/roles.ts";
import type { SpanReader } from "../message/span_model.ts";
import type { MessageParts, Statement } from "../message/message_parts.ts";
import { withoutEnd } from "../english/text_end.ts";
import { type Split, splitTrigger } from "../message/triggers.ts";
import { lowerFirst } from "../english/rewording.ts";
import { gapBefore, isEnclosed, part, type Phrase, phraseOf, posOf } from "../english/words.ts";

/** The clause that says what fails, split at its trigger. */
export interface Symptom extends Split {
  readonly statement: Statement;
  /** Its sentence, from where it comes to the fault to where it goes on to other things. */
  readonly told: Phrase;
  /** What speaks for it, in the model's logits. */
  readonly score: number;
}

/**
 * What speaks for a sentence beside the likeliest of its clauses, as a logit;
 * `span` is what a logit of the span model counts beside that. Chosen on 104
 * faults of writers d and e of fixtures/told.jsonl, with weights of the other
 * three: the clause that they marked made 67 of the titles, 64 by the roles
 * alone, and 52 before clauses had roles.
 */
const BONUS = {
  first: 0.8,
  harm: 1.5,
  heading: 2,
  labelled: 4,
  span: 0.4,
  /** "Open it, switch to miles, press Back: miles": what was done, with hardly a word of what came. */
  steps: -2,
} as const;
const FAULTS_LOOKED_AT = 8;
/** Tried one after the other until one makes a title. */
const SYMPTOMS = 3;
/** Of a sentence in which the span model sees no stretch. */
const NOT_SEEN = -20;
const HEADING_WORDS_MIN = 4;
/** Says what is shown, not what is wrong with it. */
const SHOWN = /^[\w ]{0,24}\b(?:says?|said|shows?) (?!nothing|no\b|wrong|error|0\b)[\w ]+[.!]?$/i;
const MAIN_WORDS_MIN = 3;
const MAIN_CHARACTERS = 16;
const CONTINUED_WORDS = 6;
const TURNED_WORDS = 12;

/** What may be the symptom of a message, best first; none where it says nothing. */
export function* findSymptoms(
  parts: MessageParts,
  roles: Roles,
  spans: SpanReader,
  show: Show,
): Generator<Symptom, void> {
  const faults = roles.likeliest("fault", FAULTS_LOOKED_AT);
  const stretches = spans.best("fault", FAULTS_LOOKED_AT);
  const ranked = parts.statements.map((statement) => {
    const { sentence } = statement;
    const fault = faults.find((one) => one.sentence === sentence);
    const seen = stretches.find((one) => one.sentence === sentence)?.score ?? NOT_SEEN;
    const score = logit(fault?.probability ?? 0) + BONUS.span * seen + bonus(statement) +
      (statement.phrase === parts.actual ? BONUS.labelled : 0);
    // "The hook parcel.updated is never sent": the second half speaks for the whole.
    const before = parts.statements[statement.index - 1];
    const told = before !== undefined && isGlued(before, statement) ? before : statement;
    return { statement: told, fault: told === statement ? fault : undefined, score };
  }).sort((one, other) => other.score - one.score);
  if (ranked.length === 0) {
    const phrase = parts.actual ?? parts.items[0]?.phrase;
    if (phrase !== undefined) {
      yield { statement: listed(phrase), told: phrase, score: 0, ...splitTrigger(phrase) };
    }
    return;
  }
  for (const { statement, fault, score } of ranked.slice(0, SYMPTOMS)) {
    const whole = continued(statement, parts);
    const known = fault !== undefined && whole === statement.phrase;
    const told = known ? aroundFault(whole, fault, roles, show) : whole;
    const split = known
      ? splitAround(told, withoutEnd(show(fault.start, fault.end)))
      : splitTrigger(told);
    yield { statement, told, score, ...split };
  }
}

/** A sentence from where it comes to the fault, up to where it goes on to other things. */
function aroundFault(phrase: Phrase, fault: Told, { told }: Roles, show: Show): Phrase {
  const { sentence } = fault;
  const parts = told.filter((part) => part.sentence === sentence);
  const at = parts.findIndex(({ start, end }) => start <= fault.start && fault.end <= end);
  const lead = parts.findLastIndex((part, before) =>
    before < at && !LEADS_TO.has(part.role) && part.probability > SURELY && !isCondition(part)
  );
  const tail = parts.find((part, behind) =>
    behind > at && TAIL.has(part.role) && part.probability > SURELY
  );
  const first = parts[lead + 1];
  const from = lead < 0 || first === undefined || !opensOwn(first)
    ? -1
    : placeOf(phrase, first, show);
  const to = tail === undefined ? -1 : placeOf(phrase, tail, show);
  return from <= 0 && to <= 0 ? phrase : part(phrase, Math.max(from, 0), to > 0 ? to : undefined);
}

/** "if you drag a hut": whatever its role, it leads to what follows. */
function isCondition({ sentence, first }: Told): boolean {
  const [one, two] = sentence.tokens.slice(first, first + 2).map(({ normal }) => normal);
  return TRIGGERS.has(one ?? "") || one === "but" && TRIGGERS.has(two ?? "");
}

/** The word of a phrase with which a clause begins; -1 where it is not found. */
function placeOf({ text, words }: Phrase, { start, end }: Told, show: Show): number {
  const said = withoutEnd(show(start, end));
  const at = said === "" ? -1 : text.indexOf(said);
  return at < 0 ? -1 : words.findIndex((word) => word.end > at);
}

/** Whether a clause begins with a subject of its own, not with the verb of the one before it. */
function opensOwn({ sentence, first, last }: Told): boolean {
  const word = sentence.tokens.slice(first, last + 1)
    .find(({ pos, text }) => !JOINING.has(pos) && /\p{L}|\p{N}/u.test(text));
  return word !== undefined && !VERBAL.has(word.pos);
}

const JOINING: ReadonlySet<string> = new Set(["CCONJ", "SCONJ", "ADV", "PUNCT"]);
const VERBAL: ReadonlySet<string> = new Set(["VERB", "AUX", "PART"]);
/** What belongs to a fault in front of it. */
const LEADS_TO: ReadonlySet<Role> = new Set<Role>(["fault", "detail", "step"]);
const TAIL: ReadonlySet<Role> = new Set<Role>(["consequence", "feeling", "courtesy"]);
const SURELY = 0.5;

function bonus({ phrase, heading, index, sentence }: Statement): number {
  const harm = sentence?.fired.some(({ rule }) => rule.startsWith("harm/")) ?? false;
  return (harm ? BONUS.harm : 0) + (isListOfSteps(phrase) ? BONUS.steps : 0) +
    (index === 0 ? BONUS.first : 0) +
    (heading && phrase.words.length >= HEADING_WORDS_MIN ? BONUS.heading : 0);
}

const STEPS_MIN = 3;
const TOLD_WORDS_MIN = 3;

function isListOfSteps(phrase: Phrase): boolean {
  const colon = phrase.text.indexOf(": ");
  if (colon > 0 && STEPS_HEADING.test(phrase.text.slice(0, colon))) return true;
  const { actions, end } = opensWithAction(phrase) ? readActions(phrase) : { actions: [], end: 0 };
  return actions.length >= STEPS_MIN && phrase.words.length - end < TOLD_WORDS_MIN;
}

function listed(phrase: Phrase): Statement {
  return {
    phrase,
    question: false,
    index: 0,
    heading: false,
    sentence: null,
    bug_weight: 0,
    wish_weight: 0,
  };
}

/** A sentence split at its trigger, and of both parts the clause that a stretch of it is in. */
function splitAround(phrase: Phrase, stretch: string): Split {
  const split = splitTrigger(phrase);
  if (split.trigger !== null && split.main.text.includes(stretch)) {
    return { ...split, main: clauseAround(split.main, stretch) };
  }
  // A stretch that began in what leads to it: "if you type | the date it books another".
  if (split.trigger !== null && stretch.includes(split.main.text.slice(0, MAIN_CHARACTERS))) {
    return split;
  }
  // A stretch of what leads to it is no fault.
  const leading = split.trigger?.text.slice(0, MAIN_CHARACTERS) ?? "";
  if (leading !== "" && stretch.includes(leading) && split.main.words.length >= MAIN_WORDS_MIN) {
    return split;
  }
  return splitTrigger(clauseAround(phrase, stretch));
}

const CLAUSE_MARK = /[,;:.!?…]\s|[()]|\s[–—-]\s/u;
/** A bracket ends none: its clause goes on behind it. */
const CLAUSE_END = /[,;:.!?…]\s|\s[–—-]\s/u;
/** Before them a clause has ended, behind them one begins. */
const JOINTS = new Set([
  "but",
  "that",
  "because",
  "so",
  "yet",
  "however",
  "although",
  "though",
  "and",
]);
/** What stands behind one of these is the point. */
const TURNS = new Set(["but", "however", "except", "though", "yet", "sadly", "unfortunately"]);
const FAILING = /\b(?:not|no|never|only|nothing|cannot|wrong|gone|empty|missing)\b|n['’]t\b/i;
const CLAUSE_WORDS_MIN = 4;
/** A question is turned into a statement later, from where it begins. */
const ASKING = new Set(["why", "how", "is", "should", "where", "does", "who"]);
const ASKED_WORDS = 4;
/** A stretch that begins so has lost what it says something of. */
const MID_CLAUSE = new Set(["VERB", "AUX", "ADP", "PART"]);
const CUSTOMER = new Set(["i", "we", "you"]);
const TRIGGERS = new Set([
  "when",
  "whenever",
  "if",
  "after",
  "once",
  "while",
  "every",
  "each",
  "as",
]);

/** What went as it should: "works for temperature", "beeped like always". */
const WENT_WELL =
  /\b(?:works?|worked|is|are) (?:fine|ok|okay|well|for|from|in|on|with|perfectly)\b|\b(?:like|as) (?:always|usual|ever)\b/i;

/** Behind a clause that tells what went well, the first that does not; `null` where there is none. */
function behindWell(phrase: Phrase, clause: Phrase, to: number): Phrase | null {
  if (!WENT_WELL.test(clause.text) || FAILING.test(clause.text)) return null;
  const turn = phrase.words.findIndex(({ lower }, at) => at >= to && TURNS.has(lower));
  const from = turn >= 0 ? turn + 1 : to;
  if (from >= phrase.words.length) return null;
  let end = from + 1;
  while (end < phrase.words.length && !endsBefore(phrase, end)) end++;
  const rest = part(phrase, from, end);
  return rest.words.length >= MAIN_WORDS_MIN ? rest : null;
}

/** The clause that a stretch of a phrase is in; the phrase where it is not found. */
function clauseAround(phrase: Phrase, stretch: string): Phrase {
  const { text, words } = phrase;
  const start = stretch === "" ? -1 : text.indexOf(stretch);
  if (start < 0) return phrase;
  let from = words.findIndex((word) => word.end > start);
  let to = words.findIndex((word) => word.start >= start + stretch.length);
  if (to < 0) to = words.length;
  const opened = words.findLastIndex((word, at) =>
    at < from &&
    (TURNS.has(word.lower) && !isExcepting(words, at) || at > 0 && isAnnounced(phrase, at + 1))
  );
  // A sentence that fits a title, with no turn in front of the stretch, is shown whole.
  if (opened < 0 && text.length <= REPLY_LIMITS.title_characters) return phrase;
  // What stands behind a turn is the point, all of it where it fits.
  if (
    opened >= 0 && text.length - (words[opened + 1]?.start ?? 0) <= REPLY_LIMITS.title_characters
  ) {
    return part(phrase, opened + 1);
  }
  // "the numbers | I confirm are not the same": the stretch began inside of the subject.
  const inside = CUSTOMER.has(words[from]?.lower ?? "") && posOf(words[from - 1]) === "NOUN" &&
    gapBefore(phrase, from) === " ";
  // "the scale and | the app disagree": half of the subject.
  if (words[from - 1]?.lower === "and" && gapBefore(phrase, from - 1) === " ") {
    const opens = words.findLastIndex((_, at) =>
      at < from - 1 && (at === 0 || isJoint(phrase, at))
    );
    const verb = words.slice(opens, from).some((word) => /^(?:VERB|AUX)$/.test(posOf(word)));
    if (opens >= 0 && from - opens > 2 && !verb) from = opens;
  }
  const midClause = inside || MID_CLAUSE.has(posOf(words[from]));
  while (from > 0 && midClause && !isJoint(phrase, from)) from--;
  if (from <= ASKED_WORDS && ASKING.has(words[0]?.lower ?? "")) from = 0;
  const rest = text.length - (words[from]?.start ?? 0);
  if (rest <= REPLY_LIMITS.title_characters) to = words.length;
  while (to < words.length && !endsBefore(phrase, to)) to++;
  if (TRIGGERS.has(words[to]?.lower ?? "")) to = words.length;
  const clause = part(phrase, from, to);
  const behind = TURNS.has(words[to]?.lower ?? "") ? part(phrase, to + 1) : null;
  if (behind !== null && FAILING.test(behind.text) && !FAILING.test(clause.text)) return behind;
  const failed = behindWell(phrase, clause, to);
  if (failed !== null) return failed;
  // "his changes mine": nobody knows what without the rest.
  return clause.words.length < CLAUSE_WORDS_MIN ? phrase : clause;
}

/** "everyone but me" */
function isExcepting(words: Phrase["words"], at: number): boolean {
  return words[at]?.lower === "but" && ALL_OR_NONE.test(words[at - 1]?.lower ?? "");
}

const ALL_OR_NONE = /^(?:everyone|everybody|everything|all|any\w+|no\w*)$/u;

/** A clause behind a colon; "this month's parcel: torn open" says there of what it speaks. */
function isAnnounced(phrase: Phrase, at: number): boolean {
  return /:\s/u.test(gapBefore(phrase, at)) &&
    phrase.words.slice(0, at).some((word) => VERBAL.has(posOf(word)));
}

function isJoint(phrase: Phrase, at: number): boolean {
  return CLAUSE_MARK.test(gapBefore(phrase, at)) || JOINTS.has(phrase.words[at - 1]?.lower ?? "");
}

function endsBefore(phrase: Phrase, at: number): boolean {
  if (isEnclosed(phrase, at)) return false;
  // "who go back one page and then forward lose": one doing.
  if (phrase.words[at]?.lower === "and" && phrase.words[at + 1]?.lower === "then") return false;
  const word = phrase.words[at]?.lower ?? "";
  if (word === "even" && JOINTS.has(phrase.words[at + 1]?.lower ?? "")) return true;
  return CLAUSE_END.test(gapBefore(phrase, at)) || JOINTS.has(word) || TRIGGERS.has(word);
}

/** Whether a dot inside of a name was taken for the end of a sentence. */
function isGlued(one: Statement, next: Statement): boolean {
  return one.sentence !== null && one.sentence.end === next.sentence?.start &&
    /[\p{L}\d]\.$/u.test(one.phrase.text) && /^[\p{Ll}\d]/u.test(next.phrase.text);
}

/** The sentence with the next where it is not whole alone: "Says connected. Every site says Ohio." */
function continued(statement: Statement, { statements }: MessageParts): Phrase {
  const { phrase, index, heading } = statement;
  const next = statements[index + 1];
  if (next === undefined) return phrase;
  const { text } = next.phrase;
  const added = next.phrase.words.length;
  if (isGlued(statement, next)) return phraseOf(phrase.text + text);
  if (/^["”] /u.test(text)) return phraseOf(phrase.text + text);
  if (/^(?:for|because|bc) /u.test(text) && added <= CONTINUED_WORDS) {
    return phraseOf(`${withoutEnd(phrase.text)} ${text}`);
  }
  if (heading) return phrase;
  const shown = phrase.words.length <= CONTINUED_WORDS && SHOWN.test(phrase.text);
  return shown && !next.question && !/^only\b/i.test(text) && added <= TURNED_WORDS &&
      backgroundCost(next, false) === 0
    ? phraseOf(`${withoutEnd(phrase.text)}, ${lowerFirst(text, posOf(next.phrase.words[0]))}`)
    : phrase;
}

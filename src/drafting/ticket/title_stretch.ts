/**
 * The stretches of a message that may be the title of its fault: from where a
 * clause begins to where one ends, and a clause with what leads to it said
 * behind it.
 *
 * @module
 */
import type { Sentence, Token } from "../../triage/text/document.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import { isAction } from "../english/actions.ts";
import { isVerbTag } from "../english/words.ts";
import type { Show } from "../message/excerpt.ts";
import { holdsWord } from "../message/holds_word.ts";
import type { RoleClause } from "../message/roles.ts";
import type { Span } from "../message/span_model.ts";

/** A sentence in which a title is looked for. */
export interface TitleSentence {
  readonly sentence: Sentence;
  /** The clauses of the message, and which of them are its own: from `from` up to, not with, `to`. */
  readonly clauses: readonly RoleClause[];
  readonly from: number;
  readonly to: number;
  /** What the span model takes for its fault; `null` where it sees none. */
  readonly span: Span | null;
}

/** A stretch of a sentence, in its tokens. */
export interface TitleStretch {
  readonly of: TitleSentence;
  readonly first: number;
  readonly last: number;
  /** What leads to it, said behind it, though it stands in front. */
  readonly trigger: { readonly first: number; readonly last: number } | null;
  /** As it is shown. */
  readonly text: string;
}

const OPENING: ReadonlySet<string> = new Set(['"', "“", "„", "«", "(", "$", "€", "£", "-"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "“", "»", ")", "%", "€", "'", "’"]);
/** In front of a clause they may be left out. */
const LEADING: ReadonlySet<string> = new Set("CCONJ ADV SCONJ INTJ PUNCT PART".split(" "));
const LEADING_MAX = 3;
/** Without them what follows is no sentence. */
const TYING: ReadonlySet<string> = new Set(
  "since until till unless although though whereas where as not to never no".split(" "),
);
/** They tie a clause to another. */
const SUBORDINATING: ReadonlySet<string> = new Set("since because until as".split(" "));
/** They begin a clause where no mark or joint does. */
const SUBJECTS: ReadonlySet<string> = new Set(
  "i we he she they it nothing nobody there".split(" "),
);
/** No preposition goes with them: "when I sign in | I land". */
const NOMINATIVE: ReadonlySet<string> = new Set("i we he she they".split(" "));
const DETERMINERS: ReadonlySet<string> = new Set(
  "the my our your this these every all no".split(" "),
);
/** Behind them a group of words may have ended. */
const ENDING: ReadonlySet<string> = new Set("NOUN ADV NUM PROPN PRON ADJ X".split(" "));
const CONJUNCTIONS: ReadonlySet<string> = new Set(
  "when whenever wen if after once while whilst everytime".split(" "),
);
/** What no title begins with, if it stands behind what leads to it. */
const JOINTS: ReadonlySet<string> = new Set("then so and".split(" "));
const LEAST_TOKENS = 2;
const POINTING: ReadonlySet<string> = new Set("he she they it this that these those".split(" "));
/** Behind them something must come. */
const LEFT_OPEN: ReadonlySet<string> = new Set(["SCONJ", "CCONJ", "DET", "ADP", "PUNCT"]);

/** How many tokens of a conjunction ("as soon as") begin at one; 0 where none does. */
export function conjunctionLength(tokens: readonly Token[], at: number): number {
  const one = tokens[at]?.normal ?? "";
  const next = (place: number) => tokens[at + place]?.normal;
  if (one === "as" && next(1) === "soon" && next(2) === "as") return 3;
  if ((one === "every" || one === "each") && next(1) === "time") return 2;
  return CONJUNCTIONS.has(one) ? 1 : 0;
}

/** The stretches of a sentence that have room in a title. */
export function stretchesOf(of: TitleSentence, show: Show): TitleStretch[] {
  const { sentence: { tokens } } = of;
  const { starts, ends } = edgesOf(of);
  const found: TitleStretch[] = [];
  const add = (first: number, last: number, trigger: TitleStretch["trigger"]) => {
    if (last - first + 1 < LEAST_TOKENS || trigger === null && isOnlyLed(of, first, last)) return;
    const told = shown(tokens, first, last, show);
    const lead = trigger === null ? "" : shown(tokens, trigger.first, trigger.last, show);
    const text = lead === "" ? told : `${told} ${lead.charAt(0).toLowerCase()}${lead.slice(1)}`;
    if (withoutDeterminer(text).length <= REPLY_LIMITS.title_characters) {
      found.push({ of, first, last, trigger, text });
    }
  };
  for (const first of starts) {
    for (const last of ends) add(first, last, null);
  }
  for (const { trigger, first, last } of turned(of)) add(first, last, trigger);
  return found;
}

/** "Since Monday", "when I press Save | and wait": what leads to a fault, without it. */
function isOnlyLed(of: TitleSentence, first: number, last: number): boolean {
  const { sentence: { tokens }, clauses, from, to } = of;
  const tied = SUBORDINATING.has(tokens[first]?.normal ?? "");
  if (!tied && conjunctionLength(tokens, first) === 0) return false;
  for (let at = from; at < to; at++) {
    const clause = clauses[at]?.clause;
    if (clause === undefined || clause.last < first || clause.first > last) continue;
    const begun = Math.max(first, clause.first), ended = Math.min(last, clause.last);
    if (begun > first && !leadsOn(tokens, begun)) return false;
    for (let word = begun + LEAST_TOKENS; word < ended; word++) {
      // "since yesterday | the export cuts it off"
      if (beginsAnew(tokens, word, ended) || tied && tokens[word]?.pos === "DET") return false;
    }
  }
  return true;
}

/** Whether a clause leads to what follows as the one before does. */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  return conjunctionLength(tokens, at) > 0 || SUBORDINATING.has(tokens[at]?.normal ?? "") ||
    goesOn(tokens, at);
}

/** A title does without its first "the" or "my". */
export function withoutDeterminer(text: string): string {
  return text.replace(/^(?:the|teh|an?|my|our|your) (?=\S)/i, "");
}

function shown(tokens: readonly Token[], first: number, last: number, show: Show): string {
  return show(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}

/** Where in a sentence a title may start and end. */
function edgesOf({ sentence: { tokens }, clauses, from, to, span }: TitleSentence) {
  const starts = new Set<number>(), ends = new Set<number>();
  let leads = false;
  for (const { clause } of clauses.slice(from, to)) {
    const { first, last } = clause;
    let start = firstWord(tokens, first, last);
    // "When I choose a photo | and press Save, the old one is back": no title begins there.
    leads = conjunctionLength(tokens, start) > 0 || leads && goesOn(tokens, start);
    if (!leads || conjunctionLength(tokens, start) > 0) starts.add(start);
    for (let left = 0; left < LEADING_MAX && start < last; left++) {
      const { pos = "", normal = "" } = tokens[start] ?? {};
      if (!LEADING.has(pos) || TYING.has(normal) || conjunctionLength(tokens, start) > 0) break;
      start = firstWord(tokens, start + 1, last);
      if (!leads) starts.add(start);
    }
    ends.add(lastWord(tokens, first, last));
    const long = (tokens[last]?.end ?? 0) - (tokens[start]?.start ?? 0) >
      REPLY_LIMITS.title_characters;
    const opening = tokens[clauses[from]?.clause.first ?? first]?.start ?? 0;
    const over = (tokens[first]?.start ?? 0) - opening <= REPLY_LIMITS.title_characters &&
      (tokens[last]?.end ?? 0) - opening > REPLY_LIMITS.title_characters;
    // A clause that has room is not cut, nor is it in a sentence that has.
    for (let at = first + LEAST_TOKENS; (long || over) && at < last; at++) {
      const anew = beginsAnew(tokens, at, last);
      if (anew && long) starts.add(at);
      if (LEFT_OPEN.has(tokens[at - 1]?.pos ?? "")) continue;
      if (anew || tokens[at]?.pos === "ADP") ends.add(lastWord(tokens, first, at - 1));
    }
  }
  if (span !== null) {
    starts.add(span.first);
    ends.add(span.last);
  }
  return { starts, ends };
}

/** "and press Save": a doing behind another. */
function goesOn(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (JOINTS.has(tokens[at]?.normal ?? "")) at++;
  const { pos = "", normal = "" } = tokens[at] ?? {};
  return !normal.endsWith("s") && (pos === "VERB" || isAction(normal));
}

/** "all day | it blinks", "the tag beeped | the gate stayed": a subject where no mark stands. */
export function beginsAnew(tokens: readonly Token[], at: number, last: number): boolean {
  const { pos: before = "", normal: word = "" } = tokens[at - 1] ?? {};
  const { pos = "", normal = "" } = tokens[at] ?? {};
  if (word === "that" || word === "how" || word === "why") {
    return pos === "PRON" || pos === "DET" || pos === "NOUN" || pos === "PROPN";
  }
  if (before === "ADP" && NOMINATIVE.has(normal)) return true;
  if (SUBJECTS.has(normal)) return pos !== "DET" && (ENDING.has(before) || before === "VERB");
  return DETERMINERS.has(normal) && ENDING.has(before) &&
    tokens.slice(at + 1, last + 1).some(({ pos }) => isVerbTag(pos));
}

function firstWord(tokens: readonly Token[], first: number, last: number): number {
  let at = first;
  while (at < last && !isWord(tokens[at], OPENING)) at++;
  return at;
}

function lastWord(tokens: readonly Token[], first: number, last: number): number {
  let at = last;
  while (at > first && !isWord(tokens[at], CLOSING)) at--;
  return at;
}

function isWord(token: Token | undefined, marks: ReadonlySet<string>): boolean {
  return token !== undefined && (holdsWord(token.text) || marks.has(token.text));
}

/** "When I press Save, | the list is empty": what leads to a fault, and the clauses behind it. */
function* turned({ sentence: { tokens }, clauses, from, to }: TitleSentence) {
  for (let lead = from; lead < to - 1; lead++) {
    const opening = clauses[lead]?.clause;
    if (opening === undefined || conjunctionLength(tokens, opening.first) === 0) continue;
    for (let main = lead + 1; main < to; main++) {
      const begun = clauses[main]?.clause, before = clauses[main - 1]?.clause;
      if (begun === undefined || before === undefined) continue;
      let first = firstWord(tokens, begun.first, begun.last);
      while (first < begun.last && JOINTS.has(tokens[first]?.normal ?? "")) first++;
      // "When my wife logs in, she sees my lists": who she is stands in front.
      if (POINTING.has(tokens[first]?.normal ?? "")) continue;
      const trigger = {
        first: opening.first,
        last: lastWord(tokens, opening.first, before.last),
      };
      for (let end = main; end < to; end++) {
        const ended = clauses[end]?.clause;
        if (ended !== undefined) {
          yield { trigger, first, last: lastWord(tokens, begun.first, ended.last) };
        }
      }
    }
  }
}

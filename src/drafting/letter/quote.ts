/**
 * What a letter repeats of a message, in quotation marks: all of it where it is
 * short, else the sentence that it is about, with the one before where it leans
 * on that. The customer's words are never cut up and glued to ours.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { withoutEnd } from "../english/text_end.ts";
import { quoted } from "./letter.ts";
import { isGlued, withGlued } from "./glued.ts";
import { isQuestion } from "./telling_statement.ts";

/** The customer's words as a letter says them back. */
export interface Quote {
  /** In quotation marks. */
  readonly words: string;
  readonly statements: readonly Statement[];
  readonly asks: boolean;
}

/** A message up to here is repeated whole; more sentences than one together up to here. */
export const QUOTED_WHOLE_CHARACTERS = 200;
/** Questions are repeated together up to here: none of them is left out. */
export const QUOTED_QUESTIONS_CHARACTERS = 330;
/** A sentence longer than this is repeated up to where a clause of it ends. */
export const QUOTED_SENTENCE_CHARACTERS = 210;
const CUT_CHARACTERS = { least: 40, most: 170 } as const;
/** A sentence that only what stands before it makes clear. */
const LEANING =
  /^(?:it|this|that|these|those|they|he|she|him|her|then|so|and|but|both|neither|same|also|instead|which|one|not that|on the (?:first|second|third)|after (?:that|this)|since then|why|how come|not|i(?:['’]ve| have) (?:also )?(?:tried|done|checked)|is (?:it|this|that))\b|^\W*(?:\S+\s+){0,3}\S+$/i;
/** Fewer words tell nothing: "Two things." */
const BACKGROUND_WORDS_MIN = 7;
/** "Servings for 5?" */
const SHORT_QUESTION_WORDS = 4;
const CLAUSE_END = /[;,](?=\s)|\s[–—-](?=\s)/gu;

/**
 * What a letter repeats; `null` where it had better repeat nothing.
 *
 * @param worth How much a sentence beside the main one tells; left out, the message is repeated from where it begins.
 */
export function quoteOf(
  main: Statement | undefined,
  context: DraftContext,
  worth?: (statement: Statement) => number,
): Quote | null {
  const { statements, items } = context.parts;
  if (statements.length === 0) return null;
  if (items.length === 0) {
    const whole = together(statements, context);
    if (whole !== null) return whole;
  }
  const about = main !== undefined && statements.includes(main) ? main : statements[0];
  for (const chosen of choicesOf(about, context, worth)) {
    const choice = withGlued(chosen, statements);
    const quote = choice.length > 1
      ? together(choice, context) ?? inPieces(choice, context)
      : alone(choice[0], context);
    if (quote !== null) return quote;
  }
  return null;
}

/** One sentence by itself, where the rest had better not be said again. */
export function quoteOne(statement: Statement | undefined, context: DraftContext): Quote | null {
  return alone(statement, context);
}

/** What a question of a longer message is asked about: the sentence that opens it. */
export function backgroundOf({ statements, asks }: Quote, context: DraftContext): Quote | null {
  if (!asks) return null;
  const first = context.parts.statements.find(({ phrase }) =>
    phrase.words.length >= BACKGROUND_WORDS_MIN
  );
  return first === undefined || statements.includes(first) || isQuestion(first)
    ? null
    : alone(first, context);
}

/** Which sentences may stand for the message, the best first. */
function* choicesOf(
  about: Statement | undefined,
  { parts: { statements } }: DraftContext,
  worth?: (statement: Statement) => number,
): Generator<readonly Statement[]> {
  if (about === undefined) return;
  if (worth !== undefined) {
    yield* aroundTelling(about, statements, worth);
    return;
  }
  if (isQuestion(about) && about.question) yield statements.filter(isUnbroken);
  const around = statements.slice(startBefore(about, statements));
  const together = around.slice(0, fitting(around));
  const clear = around.includes(statements[0] ?? about) || !LEANING.test(about.phrase.text);
  if (!clear) yield statements.slice(0, 1);
  if (together.length > 1 && together.includes(about)) yield together;
  yield [about];
  yield statements.slice(0, 1);
}

/** Beside a telling sentence another is repeated that tells as much as this. */
const WORTH_MIN = 0.6;
/** One that stands apart tells more. */
const SECOND_MIN = 1.6;

/** The telling sentence with the one before it where it leans on that, else with a telling neighbour. */
function* aroundTelling(
  about: Statement,
  statements: readonly Statement[],
  worth: (statement: Statement) => number,
): Generator<readonly Statement[]> {
  const before = statements[about.index - 1], after = statements[about.index + 1];
  const leans = LEANING.test(about.phrase.text);
  if (before !== undefined && (leans || worth(before) >= WORTH_MIN)) yield [before, about];
  if (after !== undefined && worth(after) >= WORTH_MIN) yield [about, after];
  const second = secondTo(about, statements, worth);
  if (second !== undefined) yield second.index < about.index ? [second, about] : [about, second];
  yield [about];
  yield statements.slice(0, 1);
}

/** Another sentence that tells nearly as much, wherever it stands: two short ones say more than one. */
function secondTo(
  about: Statement,
  statements: readonly Statement[],
  worth: (statement: Statement) => number,
): Statement | undefined {
  let best: Statement | undefined, most = SECOND_MIN;
  for (const one of statements) {
    if (one === about || one.sentence === null || LEANING.test(one.phrase.text)) continue;
    const told = worth(one);
    if (told >= most) [best, most] = [one, told];
  }
  return best;
}

/** A question that is no piece of a quotation. */
function isUnbroken(statement: Statement): boolean {
  return isQuestion(statement) && isBalanced(statement.phrase.text);
}

/** From where on a sentence is repeated: from the first where all between fits, else with what it leans on. */
function startBefore({ index, phrase }: Statement, statements: readonly Statement[]): number {
  const fits = (from: number) => fitting(statements.slice(from, index + 1)) === index + 1 - from;
  if (fits(0)) return 0;
  return LEANING.test(phrase.text) && fits(index - 1) ? index - 1 : index;
}

/** How many sentences from the first on are short enough to be repeated together. */
function fitting(statements: readonly Statement[]): number {
  let characters = 0;
  const at = statements.findIndex(({ phrase, sentence }) =>
    sentence === null || (characters += phrase.text.length + 1) > QUOTED_WHOLE_CHARACTERS
  );
  return at < 0 ? statements.length : at;
}

function together(statements: readonly Statement[], context: DraftContext): Quote | null {
  const text = textOf(statements);
  const most = statements.every(isQuestion) ? QUOTED_QUESTIONS_CHARACTERS : QUOTED_WHOLE_CHARACTERS;
  return text.length > most ? null : made(text, statements, context);
}

function textOf(statements: readonly Statement[]): string {
  return statements.map((statement, at) => {
    const next = statements[at + 1];
    if (next === undefined || isGlued(statement, next)) return statement.phrase.text;
    return next.index === statement.index + 1
      ? `${closed(statement.phrase.text)} `
      : `${withoutEnd(statement.phrase.text, ".,;:")} … `;
  }).join("");
}

/** One sentence that was taken for several, up to where a clause of it ends. */
function inPieces(pieces: readonly Statement[], context: DraftContext): Quote | null {
  const isOne = pieces.every((piece, at) => at === 0 || isGlued(pieces[at - 1], piece));
  return isOne ? made(shortened(textOf(pieces)), pieces, context) : null;
}

function alone(statement: Statement | undefined, context: DraftContext): Quote | null {
  return statement === undefined
    ? null
    : made(shortened(statement.phrase.text), [statement], context);
}

function made(
  text: string,
  statements: readonly Statement[],
  context: DraftContext,
): Quote | null {
  const words = quoted(balanced(text), context, QUOTED_QUESTIONS_CHARACTERS);
  return words === null ? null : { words, statements, asks: statements.some(isPut) };
}

const PUT =
  /(?:^|[,;:.!?–-] |\b(?:and|but|so|or|because|if|then) )(?:how|what['’]?s?|when|where|which|who|whom|whose|why|is|are|am|was|do|does|did|can|could|may|might|will|would|should|shall|has|have|anything|any)\b/i;

/** A question that is put as one: "Loyalty means nothing any more?" is none. */
function isPut(statement: Statement): boolean {
  const { text, words } = statement.phrase;
  return isQuestion(statement) && (PUT.test(text) || words.length <= SHORT_QUESTION_WORDS);
}

/** With a mark at its end. */
function closed(text: string): string {
  return /[.!?…]["”')\]]?$/u.test(text) ? text : `${withoutEnd(text, ",;:–—-")}.`;
}

/** A long sentence up to the end of its last clause that fits. */
function shortened(text: string): string {
  if (text.length <= QUOTED_SENTENCE_CHARACTERS) return text;
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index)
    .filter((at) => at >= CUT_CHARACTERS.least && at <= CUT_CHARACTERS.most);
  const end = ends.at(-1);
  return `${end === undefined ? cutAtWord(text, CUT_CHARACTERS.most) : text.slice(0, end)} …`;
}

const QUOTATION_MARK = /["“”„]/gu;

/** Without a quotation mark whose other half stands in another sentence. */
function balanced(text: string): string {
  return isBalanced(text) ? text : text.replace(QUOTATION_MARK, "").replace(/ {2,}/g, " ").trim();
}

function isBalanced(text: string): boolean {
  return (text.match(QUOTATION_MARK)?.length ?? 0) % 2 === 0;
}

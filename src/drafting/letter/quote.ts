/**
 * What a letter repeats of a message, in quotation marks: all of it where it can
 * be said back, else only what surely is the matter. A letter that cannot be
 * sure repeats nothing. The customer's words are never cut up and glued to ours.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import type { Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { withoutEnd } from "../english/text_end.ts";
import { quoted } from "./letter.ts";
import { isGlued, withGlued } from "./glued.ts";
import { isQuestion } from "./question.ts";
import { sureStatement } from "./sure_statement.ts";

/** The customer's words as a letter says them back. */
export interface Quote {
  /** In quotation marks. */
  readonly words: string;
  readonly statements: readonly Statement[];
  readonly asks: boolean;
}

/**
 * A message up to here is repeated whole, of a longer one sentences up to here: in a whole message
 * nothing is left out, and no remark is taken for the matter. Of the letters of two readings 43 of
 * 59 were fit to be sent where a message of up to 200 characters was repeated whole, 19 of 46 where
 * of 200 to 350 characters a part was; short messages are easier besides.
 */
export const QUOTED_CHARACTERS = 400;
/** Up to here also a message of which it is not sure what of it is the matter. */
export const QUOTED_UNSURE_CHARACTERS = 500;
/** A sentence that is longer by itself is repeated up to where a clause of it ends. */
const CUT_CHARACTERS = { least: 40, most: 300 } as const;
/** A sentence that only what stands before it makes clear. */
const LEANING =
  /^(?:it|this|that|these|those|they|he|she|him|her|then|so|and|but|both|neither|same|also|instead|which|one|not that|on the (?:first|second|third)|after (?:that|this)|since then|why|how come|not|i(?:['’]ve| have) (?:also )?(?:tried|done|checked)|is (?:it|this|that))\b|^\W*(?:\S+\s+){0,3}\S+$/i;
/** Fewer words tell nothing: "Two things." */
const BACKGROUND_WORDS_MIN = 7;
/** "Servings for 5?" */
const SHORT_QUESTION_WORDS = 4;
const CLAUSE_END = /[;,](?=\s)|\s[–—-](?=\s)/gu;

/** What a letter repeats; `null` where it had better repeat nothing. */
export function quoteOf(context: DraftContext): Quote | null {
  const { statements } = context.parts;
  if (statements.length === 0) return null;
  const whole = isAllTold(context) ? together(statements, context, QUOTED_UNSURE_CHARACTERS) : null;
  if (whole !== null && whole.words.length <= QUOTED_CHARACTERS) return whole;
  for (const chosen of matters(context)) {
    const choice = withGlued(chosen, statements);
    const quote = choice.length > 1
      ? together(choice, context) ?? inPieces(choice, context)
      : quoteOne(choice[0], context);
    if (quote !== null) return quote;
  }
  return whole;
}

/** Whether its sentences are the whole message, in order: no list of steps beside or among them. */
function isAllTold({ parts: { statements, items } }: DraftContext): boolean {
  const from = items[0]?.start;
  if (from === undefined) return true;
  return statements.filter(({ sentence }) => sentence === null).length === items.length &&
    statements.every(({ sentence }) => sentence === null || sentence.start <= from);
}

/** One sentence by itself, where the rest had better not be said again. */
export function quoteOne(statement: Statement | undefined, context: DraftContext): Quote | null {
  return statement === undefined
    ? null
    : made(shortened(saidIn(statement, context.show)), [statement], context);
}

/** What a question of a longer message is asked about: the sentence that opens it. */
export function backgroundOf({ statements, asks }: Quote, context: DraftContext): Quote | null {
  if (!asks) return null;
  const first = context.parts.statements.find(({ phrase }) =>
    phrase.words.length >= BACKGROUND_WORDS_MIN
  );
  return first === undefined || statements.includes(first) || isQuestion(first)
    ? null
    : quoteOne(first, context);
}

/** Which sentences surely are what a longer message is about, those first that say more. */
function matters(context: DraftContext): readonly (readonly Statement[])[] {
  const { parts: { statements }, request: { intent, situation } } = context;
  if (intent === "general_inquiry") {
    // What is asked beside something grave is not the matter.
    const asked = situation.grave ? [] : statements.filter(isUnbroken);
    return asked.length === 0 ? [] : [asked];
  }
  const about = sureStatement(context);
  if (about === undefined) return [];
  const before = statements[about.index - 1];
  return before !== undefined && LEANING.test(about.phrase.text) ? [[before, about]] : [[about]];
}

/** A question that is no piece of a quotation. */
function isUnbroken(statement: Statement): boolean {
  return isQuestion(statement) && isBalanced(statement.phrase.text);
}

function together(
  statements: readonly Statement[],
  context: DraftContext,
  most = QUOTED_CHARACTERS,
): Quote | null {
  const text = textOf(statements, context);
  return text.length > most ? null : made(text, statements, context);
}

function textOf(statements: readonly Statement[], { show }: DraftContext): string {
  return statements.map((statement, at) => {
    const said = saidIn(statement, show);
    const next = statements[at + 1];
    if (next === undefined || isGlued(statement, next)) return said;
    return next.index === statement.index + 1
      ? `${closed(said)} `
      : `${withoutEnd(said, ".,;:")} … `;
  }).join("");
}

const LEFT_OUT = /^(?:so|also|well|right|ok(?:ay)?)[,:]? $/i;

/** A sentence with the word that opens it: "So far", "Well built". */
function saidIn({ phrase, sentence }: Statement, show: DraftContext["show"]): string {
  const shown = sentence === null ? "" : show(sentence.start, sentence.end).trim();
  const at = shown.endsWith(phrase.text) ? shown.length - phrase.text.length : 0;
  return LEFT_OUT.test(shown.slice(0, at)) ? shown : phrase.text;
}

/** One sentence that was taken for several, up to where a clause of it ends. */
function inPieces(pieces: readonly Statement[], context: DraftContext): Quote | null {
  const isOne = pieces.every((piece, at) => at === 0 || isGlued(pieces[at - 1], piece));
  return isOne ? made(shortened(textOf(pieces, context)), pieces, context) : null;
}

function made(
  text: string,
  statements: readonly Statement[],
  context: DraftContext,
): Quote | null {
  const words = quoted(balanced(text), context, QUOTED_UNSURE_CHARACTERS);
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
  if (text.length <= QUOTED_CHARACTERS) return text;
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

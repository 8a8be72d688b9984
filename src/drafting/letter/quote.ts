/**
 * What a letter repeats of a message, in quotation marks: all of a short one, of
 * a longer one what tells its matter, as it stands. What had better not be said
 * again is left out. The customer's words are never cut up and glued to ours.
 *
 * @module
 */
import { withoutInsults } from "../../triage/guard/firewall.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { itemStatement, type Statement } from "../message/message_parts.ts";
import type { DraftContext } from "../message/draft_context.ts";
import { withoutEnd } from "../english/text_end.ts";
import { quoted } from "./letter.ts";
import { isGlued, withGlued } from "./glued.ts";
import { isQuestion } from "./question.ts";
import { QUOTED_CHARACTERS, tellingStatements } from "./telling_statements.ts";

/** The customer's words as a letter says them back. */
export class Quote {
  /** In quotation marks. */
  readonly words: string;
  readonly statements: readonly Statement[];

  constructor(words: string, statements: readonly Statement[]) {
    this.words = words;
    this.statements = statements;
  }

  /** Of most that are tried nobody asks it. */
  get asks(): boolean {
    return this.statements.some(isPut);
  }
}

/** A sentence that is longer by itself is repeated up to where a clause of it ends. */
const CUT_CHARACTERS = { from: 400, least: 40, most: 300 } as const;
/** "Servings for 5?" */
const SHORT_QUESTION_WORDS = 4;
const CLAUSE_END = /[;,](?=\s)|\s[–—-](?=\s)/gu;

/** What a letter repeats; `null` where it had better repeat nothing. */
export function quoteOf(context: DraftContext): Quote | null {
  const statements = context.parts.statements.filter((one) => isSayable(one, context));
  if (statements.length === 0) return null;
  const all = asWritten(statements, context);
  const whole = all === null ? null : together(all, context, QUOTED_CHARACTERS.whole);
  if (whole !== null) return whole;
  const chosen = withGlued(tellingStatements(statements, context), context.parts.statements);
  return together(chosen, context, QUOTED_CHARACTERS.two) ?? inPieces(chosen, context) ??
    quoteOne(chosen[0], context);
}

/**
 * Sentences and items of lists, steps among them, in the order of the message; `null` where a
 * sentence of it was taken for steps.
 */
function asWritten(
  statements: readonly Statement[],
  context: DraftContext,
): readonly Statement[] | null {
  const { items, statements: all } = context.parts;
  if (items.length === 0) return statements;
  if (items.some(({ list }) => list < 0)) return null;
  const sentences = all.flatMap((one) =>
    one.sentence === null ? [] : [{ one, start: one.sentence.start }]
  );
  const listed = items.map(({ phrase, start }) => ({ one: itemStatement(phrase, 0), start }));
  return [...sentences, ...listed].toSorted((one, other) => one.start - other.start)
    .map(({ one }, index) => ({ ...one, index }))
    .filter(({ phrase, sentence }) =>
      sentence === null || statements.some((one) => one.phrase === phrase)
    );
}

/** One sentence by itself, where the rest had better not be said again. */
function quoteOne(statement: Statement | undefined, context: DraftContext): Quote | null {
  return statement === undefined
    ? null
    : made(shortened(saidIn(statement, context)), [statement], context);
}

function together(
  statements: readonly Statement[],
  context: DraftContext,
  most_characters: number,
): Quote | null {
  const text = textOf(statements, context);
  return text.length > most_characters ? null : made(text, statements, context);
}

function textOf(statements: readonly Statement[], context: DraftContext): string {
  return statements.map((statement, at) => {
    const said = saidIn(statement, context);
    const next = statements[at + 1];
    if (next === undefined || isGlued(statement, next)) return said;
    if (next.index !== statement.index + 1) return `${withoutEnd(said, ".,;:")} … `;
    if (CLOSED.test(said)) return `${said} `;
    if (isListed(next)) return isListed(statement) ? `${said}; ` : `${said} `;
    return GOES_ON.test(next.phrase.text) && !isListed(statement)
      ? `${said}, `
      : `${closed(said)} `;
  }).join("");
}

function isListed({ sentence }: Statement): boolean {
  return sentence === null;
}

const LEFT_OUT = /^(?:so|also|well|right|ok(?:ay)?)[,:]? $/i;
const CURRENCY = /[£$€]/;

/** A sentence as it may be said again: who stood there "like an idiot" is quoted but for the word. */
function saidIn(statement: Statement, context: DraftContext): string {
  const said = opened(statement, context);
  return statement.phrase.words.length < TELLING_WORDS_MIN ? said : withoutInsults(said);
}

/** A shorter sentence with a hard word in it says little else. */
const TELLING_WORDS_MIN = 9;

/** A sentence with what opens it: "So far", "Well built", "£40". */
function opened({ phrase, sentence }: Statement, { show, request }: DraftContext): string {
  if (sentence === null) return phrase.text;
  const shown = show(sentence.start, sentence.end).trim();
  const at = shown.endsWith(phrase.text) ? shown.length - phrase.text.length : 0;
  if (at > 0) return LEFT_OUT.test(shown.slice(0, at)) ? shown : phrase.text;
  const before = request.document.text[sentence.start - 1] ?? "";
  return CURRENCY.test(before) && /^\d/.test(phrase.text) ? `${before}${phrase.text}` : phrase.text;
}

/** A sentence that may be said again, and is more than the rest of a name below a letter. */
function isSayable(statement: Statement, context: DraftContext): boolean {
  const { phrase: { text, words }, index } = statement;
  const is_name = index > 0 && words.length <= NAME_WORDS_MAX && NAMED.test(text);
  if (is_name || quoteOne(statement, context) === null) return false;
  // No piece of a sentence whose other piece is not said.
  const { statements } = context.parts;
  return [statements[index - 1], statements[index + 1]].every((other) =>
    other === undefined || !isGlued(other, statement) && !isGlued(statement, other) ||
    quoteOne(other, context) !== null
  );
}

/** "With thanks, J. Pell" is cut behind its initial. */
const NAME_WORDS_MAX = 4;
const NAMED = /[, ]\p{Lu}\.?$|^\p{Lu}\p{Ll}+(?: \(?\p{Lu}\p{Ll}+\.?\)?)?$/u;

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
  const words = quoted(balanced(text), context, QUOTED_CHARACTERS.whole);
  return words === null ? null : new Quote(words, statements);
}

const PUT =
  /(?:^|[,;:.!?–-] |\b(?:and|but|so|or|because|if|then) )(?:how|what['’]?s?|when|where|which|who|whom|whose|why|is|are|am|was|do|does|did|can|could|may|might|will|would|should|shall|has|have|anything|any)\b/i;

/** A question that is put as one: "Loyalty means nothing any more?" is none. */
function isPut(statement: Statement): boolean {
  const { text, words } = statement.phrase;
  return isQuestion(statement) && (PUT.test(text) || words.length <= SHORT_QUESTION_WORDS);
}

const CLOSED = /[.!?…]["”')\]]?$/u;
/** The next line of a sentence. */
const GOES_ON = /^\p{Ll}/u;

/** With a mark at its end. */
function closed(text: string): string {
  return CLOSED.test(text) ? text : `${withoutEnd(text, ",;:–—-")}.`;
}

/** A long sentence up to the end of its last clause that fits. */
function shortened(text: string): string {
  if (text.length <= CUT_CHARACTERS.from) return text;
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

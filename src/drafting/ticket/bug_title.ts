/**
 * The title of a bug ticket: the stretch of the message that most likely tells
 * the fault, in the customer's words.
 *
 * @module
 */
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";
import type { Sentence } from "../../triage/text/document.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { isWhole } from "../english/gate.ts";
import { headline, isPresentable } from "../english/headline.ts";
import { withInnerQuotes } from "../english/rewording.ts";
import { withoutEnd } from "../english/text_end.ts";
import type { DraftContext } from "../message/draft_context.ts";
import type { MessageParts, Statement } from "../message/message_parts.ts";
import { statementOf } from "../message/statement_of.ts";
import { withDetails } from "./fault_details.ts";
import { type WeighedStretch, weighTitles } from "./title_model.ts";

/** A title, and where in the message it was told. */
export interface FaultTitle {
  readonly title: string;
  /** `null` where the message tells nothing. */
  readonly statement: Statement | null;
}

/** Much less likely stretches are no better than the best one's sentence in quotation marks. */
const SCORE_GAP = 4;
/** "and", "but then": a title begins behind them. */
const JOINTS = new Set("and but so then yet now because".split(" "));
/** What they are stands in front. */
const POINTING = new Set("it they he she this that these those".split(" "));
/** "I can't log in", "we get no mail": that somebody writes is known. */
const WRITER =
  /^(?:i|we) (?=(?:can|could|can['’]?t|cannot|couldn['’]t|do|did|don['’]t|didn['’]t|no longer|never|keep|get|still|only)\b)/i;

/** The title of a fault, at most 80 characters. */
export function bugTitle(context: DraftContext): FaultTitle {
  const { parts, product } = context;
  const stretches = titlesIn(context);
  for (const stretch of stretches) {
    const title = headline(withoutLead(stretch));
    if (!isPresentable(title) || !isWhole(title)) continue;
    return {
      title: withDetails(title, parts),
      statement: statementOf(stretch.of.sentence, context) ?? null,
    };
  }
  const [best] = stretches;
  const told = best === undefined ? parts.statements[0] : statementOf(best.of.sentence, context);
  return {
    title: (told === undefined ? null : inQuotes(told)) ??
      headline(`Problem with ${product ?? "the product"}`),
    statement: told ?? null,
  };
}

/** The stretches that may be the title, best first, in what is said of the fault. */
function titlesIn(context: DraftContext): readonly WeighedStretch[] {
  const { roles, spans, show, parts, sentences } = context;
  const all = weighTitles({
    clauses: roles.clauses,
    spans: spans.best("fault", sentences.length),
    show,
    tells: (sentence) =>
      parts.statements.length === 0 || statementOf(sentence, context) !== undefined,
  });
  const told = all.filter((stretch) => isSaid(stretch, context));
  const labelled = told.filter(({ of }) => isLabelled(of.sentence, context));
  const likely = [labelled, told, all].find((some) => some.length > 0) ?? [];
  const least = (likely[0]?.score ?? 0) - SCORE_GAP;
  return likely.filter(({ score }) => score >= least).map((one) => withSubject(one, likely));
}

/** "If I drag a hut, | it's counted twice": with what it points at, where that has room. */
function withSubject(one: WeighedStretch, all: readonly WeighedStretch[]): WeighedStretch {
  const { of, first, last, trigger } = one;
  if (trigger !== null || !POINTING.has(of.sentence.tokens[afterJoints(one)]?.normal ?? "")) {
    return one;
  }
  return all.find((other) =>
    other.of === of && other.trigger === null && other.first < first && other.last === last
  ) ?? one;
}

/** Whether a stretch is in what is said, not in its label or in a greeting: "Title: the list is empty". */
function isSaid({ of: { sentence }, first, last }: WeighedStretch, context: DraftContext): boolean {
  const { start = 0 } = sentence.tokens[first] ?? {}, { end = 0 } = sentence.tokens[last] ?? {};
  const said = statementOf(sentence, context)?.phrase.text;
  return said === undefined || said.includes(context.show(start, end));
}

/** "Actual: the list is empty" */
function isLabelled(
  sentence: Sentence,
  { parts: { statements, actual } }: { parts: MessageParts },
): boolean {
  return actual !== null &&
    statements.some((one) => one.sentence === sentence && one.phrase === actual);
}

function afterJoints({ of, first, last }: Pick<WeighedStretch, "of" | "first" | "last">): number {
  let at = first;
  while (at < last && JOINTS.has(of.sentence.tokens[at]?.normal ?? "")) at++;
  return at;
}

function withoutLead({ of, first, last, text }: WeighedStretch): string {
  const { tokens } = of.sentence;
  let at = afterJoints({ of, first, last });
  // "Only it's been telling me": it only joins.
  if (tokens[at]?.normal === "only" && tokens[at + 1]?.pos === "PRON") at++;
  const left = (tokens[at]?.start ?? 0) - (tokens[first]?.start ?? 0);
  return text.slice(left).replace(WRITER, "");
}

/** The customer's sentence as a title. */
function inQuotes({ phrase }: Statement): string | null {
  const text = withInnerQuotes(phrase.text);
  const said = withoutEnd(cutAtWord(text, REPLY_LIMITS.title_characters - "“ …”".length));
  return isPresentable(said)
    ? `“${said}${said.length < withoutEnd(text).length ? " …" : ""}”`
    : null;
}

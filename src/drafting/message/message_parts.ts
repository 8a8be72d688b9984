/**
 * What a message is made of: list items, labelled results, sentences that say
 * something. Greetings, thanks and signatures are left out.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";
import type { Evidence } from "../../triage/domain/judgement.ts";
import type { OwnWords } from "../../triage/text/own_words.ts";
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { actionStart } from "../english/action_list.ts";
import { isCommand } from "../english/command.ts";
import { chainOf } from "./chain.ts";
import { type FormSection, formSection } from "./form_heading.ts";
import type { Line } from "./excerpt.ts";
import { holdsWord } from "./holds_word.ts";
import { isSignOff, withoutEmoticon, withoutNoise } from "./line_noise.ts";
import { type ListItem, listsOf } from "./list_items.ts";
import { type Phrase, phraseOf } from "../english/words.ts";

/** A sentence that says something. */
export interface Statement {
  readonly phrase: Phrase;
  readonly question: boolean;
  /** Place among the statements, from 0. */
  readonly index: number;
  /** Stands first and on a line of its own. */
  readonly heading: boolean;
  /** The sentence it is; `null` for an item of a list. */
  readonly sentence: Sentence | null;
  /** What the scorer's evidence inside it adds up to, per intent. */
  readonly bug_weight: number;
  readonly wish_weight: number;
}

/** A message taken apart. */
export interface MessageParts {
  readonly statements: readonly Statement[];
  readonly items: readonly ListItem[];
  /** What should have happened, where the customer labelled it. */
  readonly expected: Phrase | null;
  /** What happened instead, where the customer labelled it. */
  readonly actual: Phrase | null;
}

/** Statements read at most, how far into one, and how far lists are looked for. */
export const PARTS_MAX = {
  statements: 30,
  statement_characters: 600,
  listed_characters: 4_000,
} as const;

const MARKED_HEADING = /^\s*(?:#{1,6}\s|\*\*)/u;
const EXPECTED =
  /^\W{0,4}(?:(?:what (?:i|we) )?expected|expectation|should (?:be|have been))(?:\s+(?:result|behaviou?r|outcome|output))?(?: was| is)?\s*[:=-]\s*(.+)$/i;
const ACTUAL =
  /^\W{0,4}(?:actual(?:ly)?|observed|seen|got|current|what happen(?:s|ed)|instead|result|what i (?:get|see))(?:\s+(?:result|behaviou?r|outcome|output|instead))?\s*[:=-]\s*(.+)$/i;

const LABEL_END = /[:=-]/;

/** "Expected the streak to go on, instead it was reset." */
const EXPECTED_TOLD =
  /^(?:i |we )?expected (.{4,160}?)(?:,? but(?: instead)?,?|[,;] instead,?|[,;] and instead,?) (?!i expected)(.{8,})$/i;

/** A line that says itself that it is the title: "Title: …", "[Bug] …". */
const TITLE_LINE =
  /^(?:(?:title|summary)\s*:\s*|\[(?:bug|issue|defect|problem)\]:?\s*)(?=\S+ \S+ \S)/i;
/** "Marcus," on a line of its own. */
const SALUTATION = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,$/u;
/** Lists that a line tells with arrows are counted down from here. */
const CHAINED = -1;

/** Takes a message apart: its lists by the whole text, the rest by the lines that are read. */
export function partsOf(
  own: OwnWords,
  lines: readonly Line[],
  evidence: readonly Evidence[],
): MessageParts {
  const lists = listsOf(withoutHints(own).slice(0, PARTS_MAX.listed_characters));
  const items = [...lists.items];
  const statements: Statement[] = [];
  let expected: Phrase | null = null;
  let actual: Phrase | null = null;
  let signedOff = false;
  let section: FormSection = "told";
  let before = 0;
  for (const [at, { sentence, raw, text }] of lines.entries()) {
    if (statements.length >= PARTS_MAX.statements) break;
    if (lists.ranges.some(([from, to]) => sentence.start >= from && sentence.start < to)) continue;
    const line = cutAtWord(text, PARTS_MAX.statement_characters);
    section = sectionBefore(own, before, sentence.start) ?? section;
    before = sentence.end;
    const next = lines[at + 1]?.sentence;
    const heading = sentence.line_start && (next === undefined || next.line_start)
      ? formSection(line)
      : null;
    if (heading !== null) {
      section = heading;
      continue;
    }
    if (section === "aside" && !MARKED_HEADING.test(raw)) continue;
    const labelled = LABEL_END.test(line);
    const expectedHere = (labelled ? EXPECTED.exec(line)?.[1] : undefined) ??
      (section === "expected" ? line : undefined);
    const actualHere = expectedHere === undefined
      ? (labelled ? ACTUAL.exec(line)?.[1] : undefined) ??
        (section === "actual" ? line : undefined)
      : undefined;
    // A heading speaks for the sentence below it; the rest may be anything.
    section = "told";
    if (expectedHere !== undefined) {
      expected ??= phraseOf(expectedHere);
      continue;
    }
    if (sentence.line_start && statements.length > 0 && isSignOff(line)) signedOff = true;
    if (signedOff && statements.length > 0 && line.length < 80) continue;
    const told = line.includes("xpected ") ? EXPECTED_TOLD.exec(line) : null;
    if (told !== null) expected ??= phraseOf(told[1] ?? "");
    const titled = statements.length === 0 && sentence.line_start && TITLE_LINE.test(line);
    const shown = titled ? line.replace(TITLE_LINE, "") : line;
    const whole = withoutEmoticon(
      withoutNoise(told === null ? shown : actualOf(told), sentence),
    );
    const chain = chainOf(whole);
    for (const step of chain?.steps ?? []) {
      items.push({
        phrase: phraseOf(step),
        numbered: true,
        heading: "",
        list: CHAINED - at,
        start: sentence.start,
      });
    }
    const said = chain === null ? whole : chain.outcome ?? "";
    if (said === "") continue;
    if (statements.length === 0 && next?.line_start === true && SALUTATION.test(said)) continue;
    const phrase = said === raw ? phraseOf(said, sentence.tokens, sentence.start) : phraseOf(said);
    if (!holdsWord(said)) continue;
    if (actualHere !== undefined) actual ??= phraseOf(actualHere);
    let bug = 0, wish = 0;
    for (const span of evidence) {
      if (span.start < sentence.start || span.start >= sentence.end) continue;
      if (span.intent === "bug_report") bug += span.weight;
      if (span.intent === "feature_request") wish += span.weight;
    }
    statements.push({
      phrase: actualHere === undefined ? phrase : actual ?? phrase,
      question: sentence.question,
      sentence,
      index: statements.length,
      heading: statements.length === 0 && sentence.line_start && next?.line_start === true,
      bug_weight: bug,
      wish_weight: wish,
    });
  }
  for (const { phrase } of lists.items.filter((item) => !isOfSteps(item, lists.items))) {
    if (phrase.words.length === 0 || statements.length >= PARTS_MAX.statements) continue;
    statements.push(itemStatement(phrase, statements.length));
  }
  return { statements, items, expected, actual: actual ?? lists.outcome };
}

/** An item of a list as a statement at this place. */
export function itemStatement(phrase: Phrase, index: number): Statement {
  return {
    phrase,
    question: phrase.text.endsWith("?"),
    index,
    heading: false,
    sentence: null,
    bug_weight: 0,
    wish_weight: 0,
  };
}

/** Whether the list of an item tells steps, not matters: "1. the login is broken 2. could you …". */
function isOfSteps({ list }: ListItem, items: readonly ListItem[]): boolean {
  return items.some((item) =>
    item.list === list &&
    (actionStart(item.phrase.words, 0) !== null || isCommand(item.phrase.text))
  );
}

/** The text without the list items that a form itself has ("1. Go to '...'"), at the same offsets. */
function withoutHints({ text, asides }: OwnWords): string {
  let shown = text;
  for (const { start, end, kind } of asides) {
    if (kind !== "form_text") continue;
    const blanked = text.slice(start, end).replace(
      /^[ \t]*(?:\d{1,2}[.)]|[-*])[ \t].*$/gm,
      (line) => " ".repeat(line.length),
    );
    shown = shown.slice(0, start) + blanked + shown.slice(end);
  }
  return shown;
}

/** What the form's heading between two offsets says of the lines below it; `null` without one. */
function sectionBefore({ text, asides }: OwnWords, from: number, to: number): FormSection | null {
  let section: FormSection | null = null;
  for (const { start, end, kind } of asides) {
    if (start < from || start >= to || kind !== "form_text") continue;
    for (const line of text.slice(start, end).split("\n")) {
      section = formSection(line.trim()) ?? section;
    }
  }
  return section;
}

/** What happened instead; "it" is what was expected of. */
function actualOf(told: RegExpExecArray): string {
  const subject = /^((?:the|my|our|a|an) (?:[\p{L}-]+ ){0,2}?[\p{L}-]+) (?:to|would|should)\b/iu
    .exec(told[1] ?? "")?.[1];
  const actual = told[2] ?? "";
  return subject === undefined ? actual : actual.replace(/^it\b/i, () => subject);
}

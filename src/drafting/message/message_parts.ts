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
import { type FormSection, formSection } from "./form_heading.ts";
import type { Line } from "./excerpt.ts";
import { safeLine, withoutPersonalData } from "./safe_words.ts";
import { lowerFirst } from "../english/rewording.ts";
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

/** An item of a list, without its number or bullet. */
export interface ListItem {
  readonly phrase: Phrase;
  readonly numbered: boolean;
  /** The line above the list, "" where there is none. */
  readonly heading: string;
  /** Which list of the message it belongs to, from 0. */
  readonly list: number;
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

/** Statements and list items read at most, how far into one, and how far lists are looked for. */
export const PARTS_MAX = {
  statements: 30,
  items: 40,
  statement_characters: 600,
  listed_characters: 4_000,
} as const;

const LIST_LINE =
  /^[ \t>]{0,8}(?:(\d{1,2})[.)][ \t]*(?=\D)|(?:step\s+)?(\d{1,2})[:)][ \t]+|[-*•–‣·+][ \t]+)(.{1,400})$/i;
// "- [x] I have searched the existing issues"
const CHECKBOX = /^\[[ xX]\]\s/u;
const MARKED_HEADING = /^\s*(?:#{1,6}\s|\*\*)/u;
const INLINE_LIST = /(?:^|[\s:])(?:1[.)]|\(1\))\s*\S.{1,200}?[\s.;,](?:2[.)]|\(2\))\s*\S/su;
const INLINE_MARK = /(?:^|[\s:])\(?\d{1,2}[.)]\s+(?=\S)/gu;
const EXPECTED =
  /^\W{0,4}(?:(?:what (?:i|we) )?expected|expectation|should (?:be|have been))(?:\s+(?:result|behaviou?r|outcome|output))?(?: was| is)?\s*[:=-]\s*(.+)$/i;
const ACTUAL =
  /^\W{0,4}(?:actual(?:ly)?|observed|seen|got|current|what happen(?:s|ed)|instead|result|what i (?:get|see))(?:\s+(?:result|behaviou?r|outcome|output|instead))?\s*[:=-]\s*(.+)$/i;

const LABEL_END = /[:=-]/;

/** "Expected the streak to go on, instead it was reset." */
const EXPECTED_TOLD =
  /^(?:i |we )?expected (.{4,160}?)(?:,? but(?: instead)?,?|[,;] instead,?|[,;] and instead,?) (?!i expected)(.{8,})$/i;

const EMOTICON = /\s+[:;=]['’]?-?[()DP/|]+(?=\s|$)/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;
const MAY_BE_EMOTICON = /[:;=]['’-]*[()DP/|]/;
const GREETING =
  /^(?:hi|hello|hey|hallo|hiya|dear|good (?:morning|day|afternoon|evening)|greetings|to whom it may concern|to the attention of)\b[^.!?:;]{0,50}[.!?,:]*$/i;
const GREETING_START =
  /^(?:(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening))(?: (?:there|team|all|guys|everyone|everybody|folks|support|again|dear support|you))?[,!.:\s–-]+|dear [\w\u00c0-\u024f ]{2,30}[,!:]\s+|(?:ok(?:ay)?|well|so|right|ps|p\.s\.|fyi|hmm+|um+|also)[,:]?\s+(?=\S))+/i;
const SIGN_OFF =
  /^(?:(?:many |best |kind |warm )?(?:thanks|thank you|thx|cheers|regards|wishes|sincerely|yours|best|greetings|love))\b[^.!?]{0,30}[,.!]?$/i;
const SUBJECT_LINE =
  /^(?:subject|betreff|re|fw|fwd|title|label|severity|confidence|from|to|cc|date|tel|phone|e-?mail)\s*:/i;
/** A line that says itself that it is the title: "Title: …", "[Bug] …". */
const TITLE_LINE =
  /^(?:(?:title|summary)\s*:\s*|\[(?:bug|issue|defect|problem)\]:?\s*)(?=\S+ \S+ \S)/i;
/** "Marcus," on a line of its own. */
const SALUTATION = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,$/u;
const INJECTION =
  /\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|prior|above|earlier) (?:instructions?|text|messages?)|\bmessage_type\b|\bcustomer_response\b|\b(?:bug_report|feature_request|general_inquiry)\b|\b(?:ignore|disregard) the rules\b|\bclassify (?:this|it) as\b|\badmin override\b|^#{2,} ?\w+:|\[end\]|\[(?:system|admin|inst)[^\]]{0,40}\]/i;

/** Takes a message apart: its lists by the whole text, the rest by the lines that are read. */
export function partsOf(
  own: OwnWords,
  lines: readonly Line[],
  evidence: readonly Evidence[],
): MessageParts {
  const lists = listsOf(withoutHints(own).slice(0, PARTS_MAX.listed_characters));
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
    if (sentence.line_start && statements.length > 0 && SIGN_OFF.test(line)) signedOff = true;
    if (signedOff && statements.length > 0 && line.length < 80) continue;
    const told = line.includes("xpected ") ? EXPECTED_TOLD.exec(line) : null;
    if (told !== null) expected ??= phraseOf(told[1] ?? "");
    const titled = statements.length === 0 && sentence.line_start && TITLE_LINE.test(line);
    const shown = titled ? line.replace(TITLE_LINE, "") : line;
    const said = withoutEmoticon(
      withoutNoise(told === null ? shown : actualOf(told), sentence),
    );
    if (said === "") continue;
    if (statements.length === 0 && next?.line_start === true && SALUTATION.test(said)) continue;
    const phrase = said === raw ? phraseOf(said, sentence.tokens, sentence.start) : phraseOf(said);
    if (!HAS_WORD.test(said)) continue;
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
    statements.push({
      phrase,
      question: phrase.text.endsWith("?"),
      index: statements.length,
      heading: false,
      sentence: null,
      bug_weight: 0,
      wish_weight: 0,
    });
  }
  return { statements, items: lists.items, expected, actual: actual ?? lists.outcome };
}

function withoutEmoticon(line: string): string {
  return MAY_BE_EMOTICON.test(line) ? line.replace(EMOTICON, "") : line;
}

/** A courtesy in more words, or a call for help, names something. */
const COURTESY_CHARACTERS = { phrase: 120, call: 60 } as const;

function isCourtesy(said: string, { fired }: Sentence): boolean {
  return said.length < COURTESY_CHARACTERS.phrase &&
    fired.some(({ rule }) =>
      rule === "courtesy/phrase" ||
      rule === "courtesy/call" && said.length < COURTESY_CHARACTERS.call
    );
}

function withoutNoise(line: string, sentence: Sentence): string {
  if (GREETING.test(line) || SUBJECT_LINE.test(line) || INJECTION.test(line)) return "";
  const said = GREETING_START.test(line) ? line.replace(GREETING_START, "").trim() : line;
  return isCourtesy(said, sentence) ? "" : said;
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

interface Lists {
  readonly items: readonly ListItem[];
  /** Stretches of the text that are list items, as offsets. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What the last item with an arrow leads to. */
  readonly outcome: Phrase | null;
}

const NO_LISTS: Lists = { items: [], ranges: [], outcome: null };
const ARROW = /^(.{3,200}?)\s*(?:[-=]+>|→|⇒)\s*(\S.{2,200})$/u;

function listsOf(text: string): Lists {
  const itemPhrase = (content: string): Phrase => {
    const line = withoutPersonalData(safeLine(content));
    return phraseOf(isCommand(line) ? line : line.replace(/[\s.,;]+$/, ""));
  };
  if (!text.includes("\n") && !INLINE_LIST.test(text)) return NO_LISTS;
  const items: ListItem[] = [];
  const ranges: [number, number][] = [];
  let outcome: Phrase | null = null;
  // "scroll up -> crash": what was done, and what came of it.
  const doneOf = (content: string): string => {
    const arrow = ARROW.exec(content);
    if (arrow === null || actionStart(phraseOf(arrow[2] ?? "").words, 0) !== null) return content;
    outcome = itemPhrase(`${arrow[2]} when I ${lowerFirst(arrow[1] ?? "")}`);
    return arrow[1] ?? content;
  };
  let heading = "", inList = false, list = -1, at = 0;
  for (const line of text.split("\n")) {
    const start = at;
    at += line.length + 1;
    const inline = INLINE_LIST.test(line);
    const match = inline ? null : LIST_LINE.exec(line);
    const content = match?.[3];
    if (content !== undefined && CHECKBOX.test(content)) {
      ranges.push([start, at]);
      continue;
    }
    if (match !== null && content !== undefined && items.length < PARTS_MAX.items) {
      if (!inList) list++;
      inList = true;
      const numbered = match[1] !== undefined || match[2] !== undefined;
      items.push({ phrase: itemPhrase(doneOf(content)), numbered, heading, list });
      ranges.push([start, at]);
      continue;
    }
    if (inline) {
      list++;
      const first = line.search(INLINE_MARK);
      heading = line.slice(0, first);
      for (const piece of line.slice(first).split(INLINE_MARK)) {
        if (piece.trim() === "" || items.length >= PARTS_MAX.items) continue;
        items.push({ phrase: itemPhrase(doneOf(piece)), numbered: true, heading, list });
      }
      ranges.push([start + first, at]);
    } else if (line.trim() !== "") {
      heading = line.trim();
      inList = false;
    }
  }
  return { items, ranges, outcome };
}

/**
 * The frame of a letter: greeting, small talk before the matter, thanks in
 * advance and wishes after it. Thanks for something that happened are no frame:
 * they say how the matter stands.
 *
 * @module
 */
import type { Canvas, Letter } from "./canvas.ts";
import { COURTESY_RULES, type CourtesyRule } from "./courtesy_rules.ts";
import { PatternTable } from "./pattern_table.ts";

/** Sentences longer than this say something beside being polite. */
const COURTESY_CHARACTERS = 160;
/** Sentences of the frame before and after the matter, at most. */
const SENTENCES_MAX = 4;

const ADDRESSED =
  "(?: (?:(?:dear )?(?:sir|madam|sirs)(?: ?(?:or|and|/) ?(?:sir|madam|mesdames))|there|all|team|again|folks|everyone|everybody|guys|both|support|sir|madam|sirs|you|friends|(?:customer |technical |tech |it )?(?:support|service|care|help ?desk|sales|billing)(?: team)?)){0,3}";
/** "Hi there", "Good morning support team": the words of a greeting, in any case. */
const GREETING = new RegExp(
  `^(?:(?:hi|hello|hey+|hallo|hoi|hiya|howdy|greetings|good (?:morning|day|afternoon|evening)|morning|afternoon|evening|guten (?:tag|morgen)|moin|servus|sehr geehrte(?:r|s)?(?: (?:damen und herren|frau|herr|team))?|liebes? (?:team|frau|herr|support)|madame,? monsieur|buenos d[íi]as|buenas (?:tardes|noches)|buongiorno|buonasera|gentil[ei](?:ssim[ioae])?|egregi[oa]?|spett\\.(?:le)?|beste team|geachte|goedendag|goede?(?:morgen|middag|navond)|prezad[oa]s?|car[oa]s?|estimad[oa]s?|dzień dobry|szanown[iy]|merhaba|sayın|god (?:morgon|kväll|dag)|bonsoir|salut|ahoy|bonjour|hola|ciao|ol[áa]|hej)${ADDRESSED}|` +
    `dear${ADDRESSED}|to whom (?:it|this) may concern)(?![\\p{L}])`,
  "iu",
);
/** The name after them: "Dear Ms Lee". Only names are written so. */
const NAMED =
  "(?: (?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof)\\.?)?(?: \\p{Lu}\\p{Ll}[\\p{L}'’.-]{0,24}| \\p{Lu}{2,12}| \\p{Lu}\\.){0,4}";
/** Or a desk: "portal team", "developers"; what else is written small may be a matter. */
const DESK =
  "(?: [\\p{L}&]{1,20}){0,3} (?:team|support|desk|department|dept|office|officer|sales|billing|service|care|success|relations|devs?|developers?|maintainers?|folks|people|colleagues|colegas|signori|signora|senhores|państwo|everyone|all|hq|helpdesk|bank|gentlemen|webmaster|makers?|\\p{L}{2,12}makers|you)(?: (?:at|in|of) [\\p{L}&]{2,20}){0,2}";
/** The mark that ends a greeting; at the end of a line none is needed. */
const END = "[ ]?(?:[,!.?:;–—-]+|\\p{Extended_Pictographic}+|(?=\\n|$))[ )]{0,4}";
const ADDRESSEE = new RegExp(
  `^(?:${NAMED}(?: (?:[Tt]eam|[Ss]upport|[Cc]are|[Dd]esk)){0,2}(?: \\p{Ll}{2,14}(?=,?\\s*(?:\\n|$)))?|${DESK}|(?: [\\p{L}&]{1,20}){1,4}(?=,\\s*(?:\\n|$)))${END}`,
  "u",
);
/** A name with a comma on a line of its own. */
const SALUTATION =
  /^(?!(?:Good|Great|Awesome|Nice|Love|Well|Ok|Okay|Yes|No|Sorry|Amazing|Excellent|Please|Perfect|However|Also|So|First|Second|Finally|Unfortunately|Anyway|Again|Update|Actually|Thanks?|Cheers|Regards|Best|Sincerely|Sadly|Today|Yesterday|Now|Then|But|And)\b)\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?,$/u;
/** Thanks before the matter: "Thank you in advance for taking the time." */
const THANKS_BEFORE =
  /^(?:first(?: of all)?,? )?(?:many )?(?:thanks?|thank you) (?:in advance\b.{0,50}|for (?:taking the time|reading|your (?:time|help|patience|attention|last|quick|fast|prompt)\b.{0,30})|for your (?:reply|answer|mail|message|e-?mail|response)\b.{0,20})[.!,]?$/i;
/** Marks and little pictures after a sentence. */
const END_MARKS = /[\s.!?,;:)("'~*_–—\-\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]{1,20}$/u;
/** There is none: looking for them takes longer than all else. */
const SMALL_LETTER_LAST = /[a-z]$/;

const TABLES = {
  opening: new PatternTable(COURTESY_RULES.filter(({ place }) => place === "opening")),
  closing: new PatternTable(COURTESY_RULES.filter(({ place }) => place === "closing")),
};

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Paints the frame around what the customer says. Where nothing else is said, thanks are said. */
export function paintCourtesy(canvas: Canvas): void {
  const frame = canvas.letters().flatMap((letter) => [
    ...paintOpening(canvas, letter),
    ...paintClosing(canvas, letter),
  ]);
  if (frame.length === 0 || canvas.ownText() !== "") return;
  for (const { start, end } of frame) {
    if (/\bth(?:anks?|x)\b|\bcheers\b|appreciat/i.test(canvas.text.slice(start, end))) {
      canvas.unpaint(start, end);
    }
  }
}

function paintOpening(canvas: Canvas, letter: Letter): Stretch[] {
  const painted: Stretch[] = [];
  let greeted = false;
  for (const line of canvas.ownLines(letter).slice(0, SENTENCES_MAX)) {
    let at = line.start + leadingBlanks(canvas.text, line.start);
    if (canvas.kindAt(at) !== "own") continue;
    for (let count = 0; count < SENTENCES_MAX && at < line.end; count++) {
      const rest = canvas.text.slice(at, Math.min(line.end, at + COURTESY_CHARACTERS + 40));
      const taken = greeted ? smallTalk(rest) : greeting(rest) || smallTalk(rest);
      if (taken === 0) break;
      greeted = true;
      const end = at + taken >= line.end ? line.next : at + taken;
      canvas.paint(at, end, "greeting");
      painted.push({ start: at, end });
      at += taken;
    }
    if (at < line.end) break;
  }
  return painted;
}

function leadingBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at - start;
}

/** Characters of a greeting at the start of a text; 0 where there is none. */
export function greeting(text: string): number {
  if (SALUTATION.test(text.trim())) return text.length;
  const found = GREETING.exec(text);
  if (found === null) return 0;
  const addressee = ADDRESSEE.exec(text.slice(found[0].length));
  return addressee === null ? 0 : found[0].length + addressee[0].length;
}

function smallTalk(text: string): number {
  const end = sentenceEnd(text);
  const sentence = text.slice(0, end).trim();
  return isCourtesy(sentence, "opening") || THANKS_BEFORE.test(sentence) ? end : 0;
}

/** End of the first sentence of a text, blanks after it included. */
function sentenceEnd(text: string): number {
  const found = /[.!?]+["')]*\s+/.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function paintClosing(canvas: Canvas, letter: Letter): Stretch[] {
  const painted: Stretch[] = [];
  const lines = canvas.ownLines(letter);
  for (let number = lines.length - 1, count = 0; number >= 0 && count < SENTENCES_MAX; number--) {
    const line = lines[number];
    if (line === undefined) break;
    let end = ownEnd(canvas, line.start, line.end);
    for (; count < SENTENCES_MAX && end > line.start; count++) {
      const start = lastSentence(canvas.text, line.start, end);
      const sentence = canvas.text.slice(start, end).trim();
      if (!isCourtesy(sentence, "closing")) break;
      canvas.paint(start, end, "closing");
      painted.push({ start, end });
      end = start;
      while (end > line.start && canvas.text.charCodeAt(end - 1) <= 32) end--;
    }
    if (end > line.start && canvas.isOwn(line.start, end)) break;
  }
  return painted;
}

/** End of what is own in a line, blanks after it left out. */
function ownEnd(canvas: Canvas, start: number, end: number): number {
  let at = end;
  while (at > start && (canvas.text.charCodeAt(at - 1) <= 32 || canvas.kindAt(at - 1) !== "own")) {
    at--;
  }
  return at;
}

/** Start of the last sentence of a line. */
function lastSentence(text: string, start: number, end: number): number {
  let from = Math.max(start, end - COURTESY_CHARACTERS - 40);
  const stretch = text.slice(from, end);
  const mark = /[.!?]+["')]*\s+(?=[^\s])/g;
  for (let found = mark.exec(stretch); found !== null; found = mark.exec(stretch)) {
    if (found.index + found[0].length < stretch.length) {
      from = Math.max(start, end - stretch.length) + found.index + found[0].length;
    }
  }
  return from;
}

/** Whether a sentence, or each half of it, frames a letter and says nothing. */
export function isCourtesy(sentence: string, place: CourtesyRule["place"]): boolean {
  if (sentence === "" || sentence.length > COURTESY_CHARACTERS) return false;
  const small = sentence.toLowerCase().replaceAll("’", "'");
  const bare = SMALL_LETTER_LAST.test(small) ? small : small.replace(END_MARKS, "");
  const frames = (part: string) => TABLES[place].first(part) !== undefined;
  if (frames(bare)) return true;
  const halves = bare.split(/,? and |, | - | – |\/ ?|\. |! /);
  return halves.length > 1 && halves.length < 5 && halves.every((half) => frames(half.trim()));
}

/** Whether a line ends with a sentence that closes a letter. */
export function endsInClosing(line: string): boolean {
  return isCourtesy(line.slice(lastSentence(line, 0, line.length)).trim(), "closing");
}

/**
 * Quoted and forwarded mail: finds the header that a mail program put above
 * it, the ">" marks, and how far it goes. Answers between quoted lines and
 * below them stay the customer's own.
 *
 * @module
 */
import type { Canvas, Line } from "./canvas.ts";
import {
  FORWARD_SUBJECT,
  FORWARDED_LINE,
  FROM_LINE,
  isWroteLine,
  LABEL_LINE,
  opensWroteLine,
  ORIGINAL_LINE,
  REPLY_MARK,
  SUBJECT_LINE,
} from "./mail_words.ts";

const ENVELOPE =
  /^(?:return-path|received|message-id|mime-version|content-[\w-]+|delivered-to|dkim-signature|authentication-results|in-reply-to|references|x-[\w-]+|date|from|to|cc|subject|reply-to|sender|importance)\s?:/i;
const ENVELOPE_LINES_MIN = 4;
/** Longer lines are prose. */
const HEADER_CHARACTERS = 300;
/** A header block has at most so many lines, wrapped lines included. */
const BLOCK_LINES = 12;
/** And at least so many labels: "From: the shop" alone is prose. */
const BLOCK_LABELS_MIN = 3;
/** Mail programs break the line above a quotation into so many at most. */
const WROTE_LINES = 3;

const QUOTED = /^[ \t]{0,3}(?:>|&gt;)/;
const QUOTE_MARKS = /^\s{0,3}(?:>\s?)+/;
const PASSING = /\b(?:fyi|forward(?:ing|ed)?|below|pass(?:ing|ed)?)\b/i;
/** A rule above a header block. */
const RULE = /^[_\-=—–]{5,}$/;
/** A word in the margin of forwarded mail that adds no matter of its own. */
const PASSES_ON =
  /\b(?:fyi|for your information|see (?:the )?(?:mail |message |email |thread )?below|below|forward(?:ed|ing)?|pass(?:ing|ed)? (?:this|it) on|(?:this )?came in|received this|got this|from (?:one of )?(?:our|my|a)\b|on behalf of|please (?:take (?:a look|care)|have a look|look into|handle|advise|help|see|check|deal|assist)|(?:can|could|would) (?:you|someone|anybody|somebody) (?:please )?(?:take a |have a )?(?:look|check|help|handle|assist|deal|advise|answer|reply|take)|any ideas?|thoughts|over to you|yours|thanks|for you(?:r team)?)\b/i;
/** Longer sentences say something of their own. */
const PASSES_ON_CHARACTERS = 120;

/** A header that a mail program put above other people's words. */
interface MailHeader {
  readonly first: number;
  /** Number of the first line after it. */
  readonly next: number;
  readonly forwards: boolean;
}

/** Paints quoted and forwarded mail. */
export function paintHistory(canvas: Canvas): void {
  const { lines, text } = canvas;
  const hasMarks = text.includes(">") && lines.some(({ trimmed }) => QUOTED.test(trimmed));
  for (let at = paintEnvelope(canvas); at < lines.length;) {
    const header = headerAt(lines, at);
    if (header === null) {
      at++;
      continue;
    }
    const body = nextFilled(lines, header.next);
    const above = text.slice(0, lines[header.first]?.start ?? 0);
    const first = lines[body];
    if (first !== undefined && QUOTED.test(first.trimmed) && !header.forwards) {
      // The marks say how far it goes; what stands between them is an answer.
      paintLines(canvas, header.first, header.next, "quoted_history");
      at = header.next;
      continue;
    }
    if (header.forwards || isPassedOn(above, lines, header)) {
      paintLines(canvas, header.first, header.next, "forward_header");
      if (addsMatter(canvas, lines[header.first]?.start ?? 0)) {
        paintLines(canvas, header.next, lines.length, "forwarded");
        return;
      }
      at = header.next;
      continue;
    }
    paintLines(canvas, header.first, lines.length, "quoted_history");
    return;
  }
  if (hasMarks && !paintPassedOn(canvas)) paintMarked(canvas);
}

/** A mail as it is sent, its header lines first: returns the number of the first line below them. */
function paintEnvelope(canvas: Canvas): number {
  const { lines } = canvas;
  let at = 0;
  while (at < lines.length && ENVELOPE.test(lines[at]?.trimmed ?? "")) at++;
  if (at < ENVELOPE_LINES_MIN || lines[at]?.trimmed !== "") return 0;
  paintLines(canvas, 0, at, "forward_header");
  return at;
}

/** Mail that somebody passes on under ">" marks: what it says is the matter, the marks are nothing. */
function paintPassedOn(canvas: Canvas): boolean {
  const { lines, text } = canvas;
  const first = lines.findIndex(({ trimmed }) => QUOTED.test(trimmed));
  const above = text.slice(0, lines[first]?.start ?? 0).trim();
  if (!PASSING.test(above) || !sentencesOf(above).every(passesOn)) return false;
  let body = first;
  while (LABEL_LINE.test(unquoted(lines[body]))) body++;
  if (body > first) paintLines(canvas, first, body, "forward_header");
  for (const line of lines.slice(body)) {
    const mark = QUOTE_MARKS.exec(text.slice(line.start, line.end));
    if (mark !== null) canvas.paint(line.start, line.start + mark[0].length, "markup");
  }
  return true;
}

/** Lines that begin with ">", at any depth, with what their wrapped ends left behind. */
function paintMarked(canvas: Canvas): void {
  const { lines } = canvas;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || !QUOTED.test(line.trimmed) || isPointing(lines, at)) continue;
    canvas.paint(line.start, line.next, "quoted_history");
  }
}

/** "> Settings > Privacy": one line with a way through menus, or a shell's prompt, is no quotation. */
function isPointing(lines: readonly Line[], at: number): boolean {
  const line = lines[at]?.trimmed ?? "";
  const alone = !QUOTED.test(lines[at - 1]?.trimmed ?? "") &&
    !QUOTED.test(lines[at + 1]?.trimmed ?? "");
  if (!alone) return false;
  if (/^>>>\s|^>\s?\$\s/.test(line)) return true;
  // "> sign was replaced": the first line of all, which nothing answers.
  const first = lines.slice(0, at).every(({ trimmed }) => trimmed === "");
  return first && nextFilled(lines, at + 1) >= lines.length || /^>[^>]{1,60}>[^>]{1,60}/.test(line);
}

function paintLines(
  canvas: Canvas,
  first: number,
  next: number,
  kind: "quoted_history" | "forward_header" | "forwarded",
): void {
  const start = canvas.lines[first]?.start ?? canvas.text.length;
  const end = canvas.lines[next]?.start ?? canvas.text.length;
  canvas.paint(start, end, kind);
}

function headerAt(lines: readonly Line[], at: number): MailHeader | null {
  const line = unquoted(lines[at]);
  if (line === "" || line.length > HEADER_CHARACTERS) return null;
  const code = line.charCodeAt(0);
  // Most lines are told from headers by their first character and their length.
  const marked = code === 45 || code === 95 || code === 61 || code === 42 || code === 62;
  if (REPLY_MARK.test(line)) return { first: at, next: at + 1, forwards: false };
  if (FORWARDED_LINE.test(line)) {
    const block = blockAt(lines, nextFilled(lines, at + 1));
    return { first: at, next: block?.next ?? at + 1, forwards: true };
  }
  if (ORIGINAL_LINE.test(line)) {
    const next = nextFilled(lines, at + 1);
    const wrote = wroteAt(lines, next);
    return {
      first: at,
      next: blockAt(lines, next)?.next ?? (wrote > 0 ? wrote : at + 1),
      forwards: false,
    };
  }
  if (marked && RULE.test(line)) {
    const block = blockAt(lines, nextFilled(lines, at + 1));
    return block === null ? null : { first: at, next: block.next, forwards: block.forwards };
  }
  const wrote = wroteAt(lines, at);
  if (wrote > 0) return { first: at, next: wrote, forwards: false };
  const block = blockAt(lines, at);
  return block === null ? null : { first: at, next: block.next, forwards: block.forwards };
}

function unquoted(line: Line | undefined): string {
  const text = line?.trimmed ?? "";
  return text.startsWith(">") ? text.replace(/^(?:>\s?)+/, "").trim() : text;
}

/** Number of the line after "On …, Ann wrote:" that starts at `at`; -1 where there is none. */
function wroteAt(lines: readonly Line[], at: number): number {
  let whole = "";
  for (let line = at; line < Math.min(lines.length, at + WROTE_LINES); line++) {
    const part = unquoted(lines[line]);
    if (part === "" || whole.length + part.length > HEADER_CHARACTERS) return -1;
    if (line === at && !part.endsWith(":") && !opensWroteLine(part)) return -1;
    whole = whole === "" ? part : `${whole} ${part}`;
    if (!part.endsWith(":")) continue;
    return isWroteLine(whole) ? line + 1 : -1;
  }
  return -1;
}

/** A block of "From:", "Sent:", "To:", "Subject:" that starts at `at`. */
function blockAt(
  lines: readonly Line[],
  at: number,
): { readonly next: number; readonly forwards: boolean } | null {
  if (!FROM_LINE.test(unquoted(lines[at])) && !LABEL_LINE.test(unquoted(lines[at]))) return null;
  let labels = 0, next = at, subject = "", from = false;
  for (let line = at; line < Math.min(lines.length, at + BLOCK_LINES); line++) {
    const text = unquoted(lines[line]);
    if (text === "") break;
    if (LABEL_LINE.test(text)) {
      labels++;
      next = line + 1;
      if (FROM_LINE.test(text)) from = true;
      if (SUBJECT_LINE.test(text)) subject = text.replace(SUBJECT_LINE, "");
    } else if (line > next) break; // one wrapped line at most
  }
  if (!from || labels < BLOCK_LABELS_MIN) return null;
  return { next, forwards: FORWARD_SUBJECT.test(subject) };
}

function nextFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && unquoted(lines[at]) === "") at++;
  return at;
}

/** Nothing above but a word that passes it on: Outlook forwards and answers look alike. */
function isPassedOn(above: string, lines: readonly Line[], { first }: MailHeader): boolean {
  if (isWroteLine(unquoted(lines[first]))) return above.trim() === "";
  const said = above.trim();
  return said === "" ||
    (PASSING.test(said) && sentencesOf(said).every(passesOn));
}

/** Whether what stands above forwarded mail tells a matter of its own. */
function addsMatter(canvas: Canvas, end: number): boolean {
  return !sentencesOf(canvas.text.slice(0, end)).every(passesOn);
}

function sentencesOf(text: string): string[] {
  return text.split(/\n|(?<=[.!?])\s/).map((sentence) => sentence.trim()).filter((sentence) =>
    /\p{L}/u.test(sentence)
  );
}

const GREETS_OR_CLOSES =
  /^(?:hi|hello|hey|dear|good (?:morning|day|afternoon|evening)|team|all|thanks?|thank you|many thanks|regards|kind regards|best|cheers|br|hallo|bonjour|sincerely|sent from)\b/i;

function passesOn(sentence: string): boolean {
  if (sentence.length > PASSES_ON_CHARACTERS) return false;
  // A name or a role on a line of its own belongs to a signature.
  const words = sentence.split(/\s+/).length;
  const named = words <= 2 || (words <= 4 && !/[.!?]$/.test(sentence));
  return named || PASSES_ON.test(sentence) || GREETS_OR_CLOSES.test(sentence);
}

/**
 * What mail programs, phones and law departments put under a letter: the name
 * block after the closing, "Sent from my …", confidentiality notices.
 *
 * @module
 */
import type { Canvas, Letter, Line } from "./canvas.ts";
import { endsInClosing, greeting, isCourtesy } from "./courtesy.ts";
import { PatternTable } from "./pattern_table.ts";

/** Headings, lists, forms' hints and code are in no name block. */
const NOT_A_NAME = /:$|^(?:[#>`|]|[-*+] |_no |\d{1,2}[.)] )|[={};]|\(\)|_\w+_/i;
/** Lines of a name block at most. */
const SIGNATURE_LINES = 10;
/** Longer lines are prose. */
const SIGNATURE_CHARACTERS = 90;

const DELIMITER = /^(?:--|—|–|_{2,}|-{2,3}|\*{3,}|={3,})\s?$/;
const SENT_FROM =
  /^(?:[-–— ]{0,3})?(?:sent (?:from|via|with|using|by) (?:my|the|an?|\p{Lu}\w*)|get \p{Lu}\w+ for|download \p{Lu}\w+ for|gesendet von|von meinem .{2,30} gesendet|envoyé (?:de|depuis)|enviado (?:desde|do|pelo|de) (?:mi|meu)|inviato da|verzonden (?:vanaf|met|via)|verstuurd vanaf|wysłane z|skickat från|sendt fra)\b.{0,60}$/iu;
const SIGN_OFF =
  /^(?:(?:many |kind |best |warm |warmest |kindest |with (?:kind |best |warm )?)?(?:regards|thanks|wishes|greetings)|thanks?(?: you)?(?: (?:and (?:kind |best )?regards|in advance|a lot|so much|very much|again))?|cheers|best|sincerely|yours(?: (?:sincerely|faithfully|truly))?|br|rgds|respectfully|all the best|(?:liebe |viele |beste |freundliche |mit freundlichen )grü(?:ß|ss)en?|cordialement|saludos|un saludo|cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente|pozdrawiam|hälsningar)\s*[,.!–-]*$/iu;
/** Words of which one closes a letter, in the languages of those who write English with a foreign close. */
const REGARDS =
  /\b(?:regards|sincerely|greetings|yours (?:truly|faithfully)|respectfully yours)\b|(?:grü(?:ß|ss)e?n?|gruß|gruss|salutations|cordialement|bises|agréer|saludos|saludo cordial|espera de su (?:respuesta|contestación)|saluti|cortese riscontro|cumprimentos|abraços?|obrigad[oa] desde|pozdrawiam|z góry dziękuję|poważaniem|h[äa]lsning(?:ar)?|hilsen|groet(?:en|jes)?|saygılar\p{L}*|selamlar|teşekkürler|ystävällisin|üdvözlettel|s pozdravem)(?![\p{L}])/iu;
const REGARDS_GATE = new PatternTable([{ pattern: REGARDS }]);
const REGARDS_WORDS = 14;
/** A line that ends with a comma above a name is a close, whatever it says: "Happy knitting,". */
const TRAILING_WORDS = 6;
const DISCLAIMER =
  /\b(?:this (?:e-?mail|message|communication|transmission)(?: and any| including| may| is| contains|, including)|(?:intended|addressed) (?:only|solely|exclusively)|intended (?:recipient|addressee)|(?:is|are|may be|contains?) (?:strictly )?(?:confidential|privileged)|(?:e-?mail|message) in error|please consider the environment|before printing this|think before you print|unsubscribe|diese e-?mail enthält|vertrauliche informationen|ce message (?:et|est)|confidentiel|este (?:mensaje|correo)|confidencial|questo messaggio|riservat[oe]|dit bericht|vertrouwelijk|esta mensagem|virus(?:es)?[- ](?:free|scanned|checked)|scanned (?:by|for) |avast|confidentiality notice|reply to this email directly|view it on github|you are receiving this because|scanned by|no virus found|virus[- ]?free|message id:)/i;
/** Facts that firms must put under their letters. */
const COMPANY_FACTS =
  /(?:registered (?:office|in (?:england|scotland|ireland|\p{Lu}\p{L}+)|number|company)|company (?:no|number|reg)\w*|vat (?:no|number|reg|id)\w*|ust-?id|geschäftsführer(?:in)?|handelsregister|amtsgericht|hrb|kvk|siret|p\.? ?iva)[ .:]{0,3}\s*(?:[a-z]{0,3} ?\d|london|berlin|paris)/iu;
const NOTICE_GATE = new PatternTable([{ pattern: DISCLAIMER }, { pattern: COMPANY_FACTS }]);
/** A notice of this many characters needs one sign; a shorter one is part of what is said, unless it is of one kind. */
const DISCLAIMER_CHARACTERS_MIN = 40;
/** What a line of a name block looks like. */
const CONTACT =
  /(?:^|\s)(?:\+?\(?\d[\d ()/.-]{6,}\d|(?:tel|phone|mobile|mob|cell|fax|office|direct|t|m|f|e|w|p|email|e-mail|web|www)\s?[.:]\s?\S|\S+@\S+\.\S+|www\.\S+|https?:\/\/\S+)|\||\b(?:ltd|gmbh|inc|llc|plc|b\.v|s\.a|ag|corp|co\.)\b|\b(?:manager|director|officer|engineer|assistant|head of|operations|accountant|teacher|owner|ceo|cto|cfo|coordinator|consultant|analyst|administrator|department|dept|secretary|founder|lead|specialist|supervisor|receptionist|nurse|planner)\b|\b\d{4,5}\b.{0,30}$|\b(?:street|road|avenue|st\.|rd\.|ave|lane|floor|suite|square)\b/i;
const NAME =
  /^[-–—~]?\s?\p{Lu}[\p{L}'’.-]{0,20}(?: (?:\p{Lu}[\p{L}'’.-]{0,24}|van|de|der|den|von|da|di|la|le)){0,3}(?:,? x{1,3})?(?:, (?:[\p{L}.]{2,20} ?){1,3})?[,.]?$/u;
const POSTSCRIPT = /^p\.?\s?s\.?\b/i;

/** Paints signatures and notices at the ends of what is own. */
export function paintSignature(canvas: Canvas): void {
  paintDisclaimers(canvas, canvas.ownLines());
  for (const letter of canvas.letters()) paintUnder(canvas, letter);
}

function paintUnder(canvas: Canvas, letter: Letter): void {
  const ownLines = () => canvas.ownLines(letter);
  const rest = ownLines();
  for (const [at, line] of rest.entries()) {
    if (SENT_FROM.test(line.trimmed)) canvas.paint(line.start, line.next, "signature");
    else if (isDelimited(rest, at)) {
      paintBlock(canvas, rest.slice(at));
      break;
    }
  }
  const left = ownLines();
  const closing = lastClosing(left);
  if (closing >= 0) {
    const block = left.slice(closing + 1);
    const postscript = block.findIndex(({ trimmed }) => POSTSCRIPT.test(trimmed));
    const name = postscript < 0 ? block : block.slice(0, postscript);
    const line = left[closing];
    if (isNameBlock(name, isRegards(line?.trimmed ?? ""))) {
      if (line !== undefined && closesWhole(line.trimmed)) {
        canvas.paint(line.start, line.next, "closing");
      }
      paintBlock(canvas, name);
    }
    return;
  }
  paintUnclosedName(canvas, left);
}

/** A name block that no closing announces: set apart by a blank line or a dash, in a letter. */
function paintUnclosedName(canvas: Canvas, lines: readonly Line[]): void {
  for (let at = Math.max(1, lines.length - 4); at < lines.length; at++) {
    const line = lines[at];
    const before = lines[at - 1];
    if (line === undefined || before === undefined) return;
    const dashed = /^[-–—~/]\s?\p{Lu}/u.test(line.trimmed);
    const apart = line.start > before.next;
    const block = lines.slice(at);
    if (!NAME.test(line.trimmed) || IMPERATIVE.test(line.trimmed) || !isNameBlock(block)) continue;
    if (!/[.!?,:)…"”]$/.test(before.trimmed) && !apart) continue;
    const isLetter = greeting(canvas.text.trimStart()) > 0 ||
      (apart && line.trimmed.includes(" "));
    if (dashed || (isLetter && !/\d/.test(line.trimmed) && !/[.]$/.test(line.trimmed))) {
      return paintBlock(canvas, block);
    }
  }
}

/** First words of steps, which are written large like names. */
const IMPERATIVE =
  /^(?:open|press|click|go|choose|select|tap|save|close|enter|type|log|sign|start|run|restart|export|import|add|set|turn|use|try|check|see|nothing|expected|actual|result|yes|no|please|help|urgent|awesome|great|amazing|good|love|perfect|excellent|refund|hello|hi)\b/i;

/** A rule with a name block below it. */
function isDelimited(lines: readonly Line[], at: number): boolean {
  const line = lines[at]?.trimmed ?? "";
  return at > 0 && DELIMITER.test(line) && isNameBlock(lines.slice(at + 1)) &&
    at < lines.length - 1;
}

/** Number of the last line that closes the letter and has a name block below; -1 without one. */
function lastClosing(lines: readonly Line[]): number {
  for (let at = lines.length - 1; at > 0 && at >= lines.length - 1 - SIGNATURE_LINES; at--) {
    const line = lines[at]?.trimmed ?? "";
    const trails = line.endsWith(",") && line.split(/\s+/).length <= TRAILING_WORDS &&
      NAME.test(lines[at + 1]?.trimmed ?? "");
    if (isRegards(line) || trails || endsInClosing(line)) return at;
  }
  return -1;
}

/** Whether nothing but the close stands in a line. */
function closesWhole(line: string): boolean {
  return isRegards(line) || isCourtesy(line, "closing") ||
    (line.endsWith(",") && line.split(/\s+/).length <= TRAILING_WORDS);
}

/** A line that closes a letter beyond doubt. */
function isRegards(line: string): boolean {
  return SIGN_OFF.test(line) ||
    (!line.includes("?") && line.split(/\s+/).length <= REGARDS_WORDS &&
      REGARDS_GATE.first(line) !== undefined);
}

/** Short lines of which none is a sentence. */
function isNameBlock(lines: readonly Line[], closed = false): boolean {
  if (lines.length > SIGNATURE_LINES) return false;
  return lines.every(({ trimmed }, at) =>
    !NOT_A_NAME.test(trimmed) && trimmed.length <= SIGNATURE_CHARACTERS &&
    (closed && !trimmed.endsWith("?") && !/[.!]$/.test(trimmed) || CONTACT.test(trimmed) ||
      NAME.test(trimmed) || (at < 4 && !isSentence(trimmed)))
  );
}

function isSentence(line: string): boolean {
  return /[.!?]["')]*$/.test(line) && line.split(/\s+/).length > 3 || line.split(/\s+/).length > 9;
}

function paintBlock(canvas: Canvas, lines: readonly Line[]): void {
  for (const line of lines) {
    if (POSTSCRIPT.test(line.trimmed)) return;
    canvas.paint(line.start, line.next, "signature");
  }
}

/** Paragraphs from the end upwards that are notices. */
function paintDisclaimers(canvas: Canvas, lines: readonly Line[]): void {
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at];
    if (line === undefined) return;
    if (NOTICE_GATE.mayMatch(line.trimmed) && isNotice(line.trimmed)) {
      canvas.paint(line.start, line.next, "disclaimer");
    } else if (at < lines.length - SIGNATURE_LINES - 2) return;
  }
}

function isNotice(line: string): boolean {
  if (
    !line.includes("?") && COMPANY_FACTS.test(line) &&
    !/\b(?:my|our|please|wrong|invoice|i|we)\b/i.test(line)
  ) return true;
  return DISCLAIMER.test(line) && !line.endsWith("?") &&
    (line.length >= DISCLAIMER_CHARACTERS_MIN ||
      /consider the environment|virus-free|unsubscribe/i.test(line));
}

/**
 * The text of an HTML mail: blocks become lines, items of lists get their mark
 * back, style and script are dropped, and every character remembers where it
 * stands in the message. htmlparser2 cuts the markup and decodes entities.
 *
 * @module
 */
import { Parser } from "htmlparser2";
import type { PartKind } from "../triage/text/own_words.ts";
import type { SourceText } from "./source_text.ts";

/** A stretch of an HTML mail's text whose markup says what it is. */
export interface MarkedRegion {
  readonly start: number;
  readonly end: number;
  readonly kind: PartKind;
}

/** An HTML mail as text. */
export interface HtmlText extends SourceText {
  readonly regions: readonly MarkedRegion[];
}

const OPENS_LIKE_HTML =
  /^\s{0,200}(?:<!doctype html|<\?xml|<!--|<(?:html|head|body|div|p|table|span|meta|style|font|center|blockquote|b|br|h[1-6])\b)/i;
const CLOSING_TAG =
  /<\/(?:html|body|div|p|table|tr|td|li|span|font|style|center|h[1-6])\s{0,9}>|<br\s{0,9}\/?>/gi;
/** Tags that a text which does not open like HTML must hold to be taken for it. */
const CLOSING_TAGS_MIN = 2;

const DROPPED = new Set(["style", "script", "head", "title", "template", "noscript"]);
const BLOCKS = new Set(
  ("div tr li ul ol table section article header footer h1 h2 h3 h4 h5 h6 blockquote pre form " +
    "tbody thead address dl dt dd hr center").split(" "),
);
const SPACED = new Set("p h1 h2 h3 h4 h5 h6 table ul ol pre".split(" "));
/** Elements without content: they never close. */
const VOID = new Set("br hr img meta link input area base col embed source track wbr".split(" "));
/** How mail programs mark a quotation and a signature: Gmail, Yahoo, Thunderbird, ProtonMail, Outlook. */
const QUOTE_CLASS =
  /\b(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|OutlookMessageHeader|zmail_extra)\b/i;
const SIGNATURE_CLASS =
  /\b(?:gmail_signature|moz-signature|protonmail_signature_block|signature)\b/i;
const HIDDEN_STYLE = /display\s{0,3}:\s{0,3}none|mso-hide\s{0,3}:\s{0,3}all/i;

/** Whether a message is markup to be read as a page, not a text that mentions some. */
export function isHtml(message: string): boolean {
  if (!message.includes("<") || message.includes("```")) return false;
  const tags = message.match(CLOSING_TAG)?.length ?? 0;
  return tags >= (OPENS_LIKE_HTML.test(message) ? 1 : CLOSING_TAGS_MIN);
}

/** Reads an HTML mail. */
export function htmlText(message: string): HtmlText {
  const reader = new HtmlReader(message.length);
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex),
    onclosetag: (name) => reader.close(name, parser.startIndex),
    ontext: (text) => reader.text(text, parser.startIndex, parser.endIndex + 1),
  }, { decodeEntities: true });
  parser.end(message);
  return reader.result();
}

interface OpenElement {
  readonly name: string;
  readonly kind: PartKind | null;
  readonly start: number;
  readonly dropped: boolean;
}

class HtmlReader {
  /** Characters of the message: the parser ends one further. */
  readonly #lengthMax: number;
  readonly #pieces: string[] = [];
  #length = 0;
  /** The last character: looking at the end of a growing text would copy it each time. */
  #last = "\n";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #regions: MarkedRegion[] = [];
  readonly #open: OpenElement[] = [];
  /** Numbers of the ordered lists that are open; 0 is a list without numbers. */
  readonly #items: number[] = [];
  #dropped = 0;
  #preformatted = 0;

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, at: number): void {
    if (name === "br") return this.#push("\n", at, at);
    if (BLOCKS.has(name) || SPACED.has(name)) this.#newLine(at);
    if (name === "td" || name === "th") this.#blank(at, at);
    if (name === "ol") this.#items.push(1);
    if (name === "ul") this.#items.push(0);
    if (name === "li") this.#item(at);
    if (VOID.has(name)) return;
    const dropped = DROPPED.has(name) || HIDDEN_STYLE.test(attributes["style"] ?? "");
    if (dropped) this.#dropped++;
    if (name === "pre") this.#preformatted++;
    this.#open.push({ name, kind: kindOf(name, attributes), start: this.#length, dropped });
  }

  close(name: string, at: number): void {
    const element = this.#open.at(-1);
    if (element?.name !== name) return;
    this.#open.pop();
    if (element.dropped) this.#dropped--;
    if (name === "pre") this.#preformatted--;
    if (name === "ol" || name === "ul") this.#items.pop();
    if (BLOCKS.has(name) || SPACED.has(name)) this.#newLine(at);
    if (SPACED.has(name)) this.#push("\n", at, at);
    this.#mark(element);
  }

  text(text: string, start: number, end: number): void {
    if (this.#dropped > 0) return;
    // An entity is one piece; of other text each character stands for itself.
    const whole = text.length !== end - start;
    for (let at = 0; at < text.length; at++) {
      const from = whole ? start : start + at;
      const to = whole ? end : from + 1;
      const char = text.charAt(at);
      if (this.#preformatted > 0 && char === "\n") this.#push("\n", from, to);
      else if (/\s/.test(char)) this.#blank(from, to);
      else this.#push(char, from, to);
    }
  }

  result(): HtmlText {
    for (const element of this.#open) this.#mark(element);
    return {
      text: this.#pieces.join(""),
      origin: { starts: Int32Array.from(this.#starts), ends: Int32Array.from(this.#ends) },
      regions: this.#regions,
    };
  }

  #mark({ kind, start }: OpenElement): void {
    if (kind !== null && this.#length > start) {
      this.#regions.push({ start, end: this.#length, kind });
    }
  }

  #push(text: string, start: number, end: number): void {
    this.#pieces.push(text);
    this.#last = text.charAt(text.length - 1);
    this.#length += text.length;
    for (let at = 0; at < text.length; at++) {
      this.#starts.push(Math.min(start, this.#lengthMax));
      this.#ends.push(Math.min(end, this.#lengthMax));
    }
  }

  #blank(start: number, end: number): void {
    if (this.#last !== " " && this.#last !== "\n") this.#push(" ", start, end);
  }

  #newLine(at: number): void {
    if (this.#last !== "\n") this.#push("\n", at, at);
  }

  #item(at: number): void {
    const number = this.#items.at(-1) ?? 0;
    if (number > 0) this.#items[this.#items.length - 1] = number + 1;
    this.#push(number > 0 ? `${number}. ` : "- ", at, at);
  }
}

function kindOf(name: string, attributes: Readonly<Record<string, string>>): PartKind | null {
  const named = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
  if (name === "blockquote" || QUOTE_CLASS.test(named)) return "quoted_history";
  return SIGNATURE_CLASS.test(named) ? "signature" : null;
}

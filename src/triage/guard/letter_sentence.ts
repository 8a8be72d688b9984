/**
 * Whether a sentence of a model's letter may reach the customer: an allow-list.
 * Every word is a neutral one or was brought by the customer, the catalogue or
 * the ticket; so is every number and name; and no clause says what we may not.
 *
 * @module
 */
import type { Product } from "../domain/catalog.ts";
import { isDistrustedLetter } from "./distrust.ts";
import type { Document, Token } from "../text/document.ts";
import { letterFaults } from "./firewall.ts";
import { isFrame, mayBeSaid } from "./letter_clause.ts";
import { NEUTRAL_WORDS } from "./neutral_words.ts";
import { type Reply, TICKET_ID_MARK } from "../domain/reply.ts";
import { isSaidIn, stem } from "./said_words.ts";
import { isLeftOut, isSensitiveWord } from "./sensitive_words.ts";
import { isKnownQuestion } from "./speech_act.ts";
import { withoutSetPhrases } from "./set_phrases.ts";
import { sensitiveSpans } from "../../masking/sensitive_text.ts";

/** What a letter's sentences are held against. */
export interface LetterBasis {
  readonly message: string;
  readonly product: Product;
  /** The local draft: its ticket's words are known. */
  readonly local: Reply;
  /** Reads a text: sentences, parts of speech. */
  readonly read: (text: string) => Document;
}

/** Why a sentence of a letter does not stand, `null` where it does; may hold text: not for logs. */
export type JudgeSentence = (sentence: string) => string | null;

// A sentence of the customer's words alone is not in our language, or not ours.
const NEUTRAL_SHARE_MIN = 0.3;
const SHARED_FROM_WORDS = 4;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|day))(?: there| customer| all)?[,!.]?$/i;
const SIGN_OFF =
  /^(?:(?:best|kind|warm)(?:est)?(?: regards| wishes)?|regards|sincerely|yours sincerely|thank you|thanks(?: again)?|cheers|(?:the |customer |your )?support)[,!.]?$/i;
// What nobody reads is there to slip through; what is coded is, too.
const CODED =
  /%[0-9a-f]{2}|&#?\w{2,8};|\\[ux][0-9a-f]{2}|\b(?:[A-Za-z]-){3}|[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/i;
const SHOUTED = /\b[A-Z]{3,}(?: [A-Z]{2,}){2}/;
const PAGES = /\b(?:page|article|guide|link|linked|resources?|below|overview)\b/i;
const CLITIC = /^(?:s|ll|ve|re|m|d|t|nt)$/;
const CLAUSE_MARK = /^(?:[,;:()]|--?|[\u2013\u2014])$/;
const CONJUNCTION = /^(?:and|but|so|because|or|yet|then)\s/i;
const CLAUSE_WORD = /^(?:and|but|so|because|or|yet|then)$/;
const SUBJECT =
  /^(?:we|i|our|it|your|the|this|that|you|they|there|someone|somebody|nobody|a|an|all|both|everything|nothing)$/;
/** What comes first and says whose words follow. */
const INTRODUCES =
  /^(?:from what you|from your|as you|based on|according to|if i (?:understand|read))/i;
const RELATIVE = /^(?:which|who|once|until|when|if|as|while|after|because|since|although|whether)$/;

/** Gives the judge of a letter's sentences. */
export function letterJudge(basis: LetterBasis): JudgeSentence {
  const { message, product, local, read } = basis;
  const brought = broughtWords(basis);
  const known = [message, catalogText(product), ticketText(local)].join("\n");
  const numbers = new Set(numbersIn(known));
  const declared = declaredIn(message);
  const isBrought = (word: string) => brought.has(stem(word));

  return function faultOf(sentence) {
    const line = sentence.trim();
    if (line === "" || GREETING.test(line) || SIGN_OFF.test(line)) return null;
    if (CODED.test(line) || SHOUTED.test(line)) return "coded";
    const at = { message, product };
    if (isDistrustedLetter(line, at)) return "distrusted";
    const fault = letterFaults(line, at).find(({ code, found }) =>
      code !== "personal_data" || !isOwnAddress(found, message)
    );
    if (fault !== undefined) return fault.code;
    const plain = plainSentence(line, basis);
    const words = wordsOf(plain).filter((word) => !CLITIC.test(word));
    const unknown = words.find((word) => !isKnown(word, isBrought, numbers));
    if (unknown !== undefined) return `word ${unknown}`;
    if (!namesStand(plain, known)) return "name";
    const neutral = words.filter(isNeutral).length;
    if (words.length >= SHARED_FROM_WORDS && neutral < words.length * NEUTRAL_SHARE_MIN) {
      return "not_neutral";
    }
    const question = /\?["”')]?$/.test(line);
    const isSaid = (text: string) => isSaidIn(withoutClitics(text), message);
    const around = {
      question,
      brought: isBrought,
      isSaid,
      isDeclared: (text: string) => isTold(withoutClitics(text), declared),
      pages: PAGES.test(plain),
    };
    let framed = false;
    let before: string | null = null;
    const clauses = read(plain).sentences.flatMap(({ tokens }) => clausesOf(tokens));
    if (question && !clauses.some(({ tokens }) => isKnownQuestion(textOf(tokens)))) {
      return "question";
    }
    for (const { joined, tokens } of clauses) {
      const text = tokens.map(({ text }) => text).join(" ");
      framed = framed && INTRODUCES.test(before ?? "") ||
        framed &&
          (joined === "relative" || joined === "and" && isSaid(text.replace(CONJUNCTION, "")));
      if (!mayBeSaid(tokens, { ...around, framed, first: before === null })) {
        return `clause ${text}`;
      }
      framed ||= isFrame(text);
      before = text;
    }
    return null;
  };
}

const neutralStems = new Set([...NEUTRAL_WORDS].map(stem));

/** A neutral word in any form. */
function isNeutral(word: string): boolean {
  return NEUTRAL_WORDS.has(word) || neutralStems.has(stem(word)) && !isLeftOut(word);
}

function isKnown(
  word: string,
  isBrought: (word: string) => boolean,
  numbers: ReadonlySet<string>,
): boolean {
  if (/\p{N}/u.test(word)) return numbers.has(word);
  return word.length === 1 || isNeutral(word) || isBrought(word);
}

/** Said as a fact, in two words that matter at least: one is in every text. */
function isTold(text: string, declared: string): boolean {
  const words = wordsOf(text).filter((word) =>
    !/^(?:\w{1,3}|that|this|with|have|been|were|your|when|then|they|there)$/.test(word)
  );
  return words.length >= 2 && isSaidIn(text, declared);
}

function withoutClitics(text: string): string {
  return text.replace(/\b(?:s|ll|ve|re|m|d|not|will|also)\b/g, " ").replace(/'/g, " ");
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ normal }) => normal.toLowerCase()).join(" ");
}

// Where somebody asks or wants, what they say is not so.
const NOT_SO =
  /\?|\b(?:please|pls|want|wish|would|should|could|need|will|let me|add|whether|if|hope|expect|must|says?|fix)\b/i;

/** The sentences of a message that tell how things are. */
function declaredIn(message: string): string {
  return message.split(/(?<=[.!?,;])\s+|\n+/).filter((sentence) => !NOT_SO.test(sentence)).join(
    "\n",
  );
}

/** The words of a text in lower case, contractions as two: "we'll" is "we" and "ll". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Quotations of the customer, our marks and addresses out of the way. */
function plainSentence(line: string, { message, product }: LetterBasis): string {
  const unquoted = line.replaceAll(TICKET_ID_MARK, "it").replace(
    /["“„]([^"“”„]{1,400})["”“]/gu,
    (quoted, words: string) => isSaidIn(words.replace(/…$/u, ""), message) ? "it" : quoted,
  );
  const plain = product.resources.map(({ url }) => url).sort((a, b) => b.length - a.length)
    .reduce((text, url) => text.replaceAll(url, "page"), unquoted).replace(/[’]/g, "'")
    .replace(/^[-*•]\s/, "");
  return withoutSetPhrases(plain);
}

function broughtWords({ message, product, local }: LetterBasis): ReadonlySet<string> {
  return new Set(
    [message, catalogText(product), ticketText(local)].flatMap(wordsOf).map(stem),
  );
}

function catalogText({ components, resources, default_component }: Product): string {
  return [
    ...components.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...resources.map(({ title }) => title),
    default_component,
  ].join("\n");
}

function ticketText(local: Reply): string {
  switch (local.intent) {
    case "bug_report":
      return [local.ticket.title, ...local.ticket.reproduction_steps].join("\n");
    case "feature_request":
      return [local.requirement.title, local.requirement.description].join("\n");
    case "general_inquiry":
      return "";
  }
}

function numbersIn(text: string): string[] {
  return wordsOf(text).filter((word) => /\p{N}/u.test(word));
}

/** A name within a sentence is the customer's or the catalogue's. */
function namesStand(sentence: string, known: string): boolean {
  for (const match of sentence.matchAll(/(?<=[\p{Ll}\p{N},;]["')]?\s)\p{Lu}[\p{L}'’-]*/gu)) {
    const [name] = match;
    if (/^I(?:['’]\w+)?$/.test(name)) continue;
    if (!known.toLowerCase().includes(name.toLowerCase().replace(/['’]s$/, ""))) return false;
    if (isSensitiveWord(name.toLowerCase()) && !known.includes(name)) return false;
  }
  return true;
}

interface Clause {
  /** What joins it to the clause before. */
  readonly joined: "and" | "relative" | "apart";
  readonly tokens: Token[];
}

/** A sentence cut where a clause with a subject of its own begins. */
function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [{ joined: "apart", tokens: [] }];
  for (const [at, token] of tokens.entries()) {
    const word = token.normal.toLowerCase();
    const next = tokens[at + 1]?.normal.toLowerCase() ?? "";
    const current = clauses.at(-1)?.tokens ?? [];
    if (CLAUSE_MARK.test(token.text)) {
      const relative = token.text !== ";" && RELATIVE.test(next);
      clauses.push({ joined: relative ? "relative" : "apart", tokens: [] });
    } else if (CLAUSE_WORD.test(word) && SUBJECT.test(next) && current.length > 0) {
      clauses.push({ joined: next === "that" ? "relative" : "and", tokens: [] });
    } else if (token.pos !== "PUNCT") {
      const relative = RELATIVE.test(word) && current.length > 1 && isDoing(current);
      if (relative) clauses.push({ joined: "relative", tokens: [token] });
      else current.push(token);
    }
  }
  return clauses.filter((clause) => clause.tokens.length > 0);
}

/** Whether what stands so far is a whole clause: then "once", "which" begin another. */
function isDoing(tokens: readonly Token[]): boolean {
  return tokens.some(({ pos }) => pos === "VERB" || pos === "AUX");
}

/** What the customer wrote themselves may come back to them; cards and keys never travel. */
export function isOwnAddress(found: string, message: string): boolean {
  const kind = sensitiveSpans(found)[0]?.kind;
  return message.includes(found) && (kind === "EMAIL" || kind === "PHONE" || kind === "IP");
}

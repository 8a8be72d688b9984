/**
 * Holds a model's letter against what is known, sentence by sentence: what does
 * not stand gives way to the local letter's sentence that does the same.
 *
 * @module
 */
import { internalWords } from "./firewall.ts";
import type { JudgeSentence } from "./letter_sentence.ts";
import type { Intent } from "../domain/intent.ts";
import { TICKET_ID_MARK } from "../domain/reply.ts";
import { plainText } from "../text/plain_text.ts";

/** A letter of which every sentence stands. */
export interface StandingLetter {
  readonly letter: string;
  /** Sentences that gave way, and local ones that had to be added. */
  readonly replaced: number;
}

/** A letter of which more gives way is no letter of the model's any more. */
const REPLACED_SHARE_MAX = 0.75;

type Role = "id" | "link" | "question" | "thanks" | "next" | "matter";

/** Asks for what leads to a fault. */
export const ASKS_FOR_STEPS =
  /\b(?:steps?|reproduce|what (?:exactly )?(?:you|happens)|how (?:exactly )?(?:it|we)|what you did|details)\b/i;

/** What a letter must do beside reading well. */
export interface LetterDuty {
  /** It names the ticket or the requirement. */
  readonly names_id: boolean;
  /** What it must ask; `null`: nothing. */
  readonly asks: RegExp | null;
}

/** The model's letter with the local letter's sentences where its own do not stand; `null`: too few do. */
export function standingLetter(
  drafted: string,
  local: string,
  faultOf: JudgeSentence,
  duty: LetterDuty,
): StandingLetter | null {
  const spare = sentencesOf(local).flat();
  const lines = sentencesOf(drafted).map((line) =>
    line.map((sentence) => ({ sentence, stands: faultOf(sentence) === null }))
  );
  const all = lines.flat();
  const replaced = all.filter(({ stands }) => !stands).length;
  if (all.length === 0 || replaced > all.length * REPLACED_SHARE_MAX) return null;
  const used = new Set(all.filter(({ stands }) => stands).map(({ sentence }) => roleOf(sentence)));
  const take = (role: Role): string | null => {
    const at = spare.findIndex((sentence) => roleOf(sentence) === role);
    if (at === -1 || used.has(role)) return null;
    used.add(role);
    return spare.splice(at, 1)[0] ?? null;
  };
  const kept = lines.map((line) =>
    line.map(({ sentence, stands }) => stands ? sentence : take(roleOf(sentence)))
      .filter((sentence) => sentence !== null)
  );
  const letter = kept.map((line) => line.join(" ")).join("\n").replace(/\n{3,}/g, "\n\n").trim();
  const missing = [
    duty.names_id && !letter.includes(TICKET_ID_MARK) ? spareWith(spare, TICKET_ID_MARK) : null,
    duty.asks !== null && !duty.asks.test(letter) ? spareWith(spare, duty.asks) : null,
  ].filter((sentence) => sentence !== null);
  return {
    letter: [letter, ...missing].join(letter.includes("\n\n") ? "\n\n" : " ").trim(),
    replaced: replaced + missing.length,
  };
}

/** A full stop behind these ends no sentence: short forms, and the number of a list's line. */
const NO_END = /\b(?:e\.g|i\.e|etc|vs|no|mrs?|ms|dr)$|^\s*(?:\d{1,2}|\p{Lu})$/iu;

/** The lines of a letter, each as its sentences; what is quoted is not cut. */
export function sentencesOf(letter: string): readonly (readonly string[])[] {
  return letter.split("\n").map((line) => {
    const sentences: string[] = [];
    let start = 0;
    let quoted = false;
    for (let at = 0; at < line.length; at++) {
      const mark = line[at] ?? "";
      if (mark === "“") quoted = true;
      if (mark === "”") quoted = false;
      const closes = mark === "”" && /[.!?]/.test(line[at - 1] ?? "") &&
        /^(?:\s\p{Lu}|\s*$)/u.test(line.slice(at + 1, at + 3));
      const ends = /[.!?]/.test(mark) && /^["”')]*(?:\s|$)/.test(line.slice(at + 1, at + 4));
      if (quoted || !ends && !closes) continue;
      if (NO_END.test(line.slice(start, at))) continue;
      const end = at + 1 + (/^["”')]*/.exec(line.slice(at + 1))?.[0].length ?? 0);
      sentences.push(line.slice(start, end).trim());
      start = end;
    }
    sentences.push(line.slice(start).trim());
    return sentences.filter((sentence) => sentence !== "");
  });
}

/** A model's letter as it is judged: plain text, with none of our words and no number that is not. */
export function plainLetter(letter: string, intent: Intent, message: string): string {
  const named = withoutInternalNames(withoutCodeMarks(plainText(letter).trim(), message), message);
  return intent === "general_inquiry" ? withoutNumber(named) : named;
}

/** Code of the customer's needs no marks. */
function withoutCodeMarks(letter: string, message: string): string {
  return letter.replace(
    /`([^`\n]{1,200})`/g,
    (marked, code: string) => message.includes(code) ? code : marked,
  );
}

/** Internal words that have a plain one beside them: "team" is "staff", "model" is "make". */
function withoutInternalNames(letter: string, message: string): string {
  const internal = internalWords(letter, message).map((word) => word.toLowerCase());
  const named = internal.some((word) => /^models?$/.test(word))
    ? letter.replace(/(?<!\blanguage )\bmodel(?=s?\b)/g, "make").replace(/\bModel(?=s?\b)/g, "Make")
    : letter;
  return internal.some((word) => /^teams?$/.test(word))
    ? named.replace(/\bteams?\b/g, "staff").replace(/\bTeams?\b/g, "Staff")
    : named;
}

const NUMBERED =
  /,? (?:as|under|with|by|(?<=, )number)\b[ :]+(?:(?:number|no\.|the|your|our|reference|ref\.|ticket|case|record|question|query|enquiry|inquiry)[ :]+)*\{\{ticket_id\}\}/gi;
const KEPT_IN =
  /\b(in|into|within|to|from) (?:(?:the|your|our|ticket|case|record|number)[ :]+)*\{\{ticket_id\}\}/gi;

const KEEPING = /(^|[.!?]\s)\{\{ticket_id\}\}(?= (?:\w{1,20} )?(?:is|has|holds|keeps)\b)/gm;

const APPOSED = /[,:] (?:number )?\{\{ticket_id\}\}(?=[,.;!]|$)/gim;

/** What is no ticket has no number: "recorded as {{ticket_id}}" is "recorded". */
function withoutNumber(letter: string): string {
  return letter.replace(NUMBERED, "").replace(KEPT_IN, "$1 our records").replace(APPOSED, "")
    .replace(KEEPING, "$1Our record");
}

function spareWith(spare: readonly string[], mark: string | RegExp): string | null {
  return spare.find((sentence) =>
    typeof mark === "string" ? sentence.includes(mark) : mark.test(sentence)
  ) ?? null;
}

function roleOf(sentence: string): Role {
  if (sentence.includes(TICKET_ID_MARK)) return "id";
  if (/https?:\/\//.test(sentence)) return "link";
  if (sentence.endsWith("?") || /^(?:please|if you|to help)\b/i.test(sentence)) return "question";
  if (/\b(?:will|we'll|once|let you know|look into)\b/i.test(sentence.replaceAll("’", "'"))) {
    return "next";
  }
  return /^(?:thank|thanks|hi|hello|sorry)|\b(?:sorry|apolog|thank you)\b/i.test(sentence)
    ? "thanks"
    : "matter";
}

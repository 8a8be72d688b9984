/**
 * What a line says beside the matter: greetings, courtesies, subject lines,
 * emoticons, and what is said to a machine.
 *
 * @module
 */
import type { Sentence } from "../../triage/text/document.ts";

const EMOTICON = /\s+[:;=]['’]?-?[()DP/|]+(?=\s|$)/gu;
const MAY_BE_EMOTICON = /[:;=]['’-]*[()DP/|]/;
const GREETING =
  /^(?:hi|hello|hey|hallo|hiya|dear|good (?:morning|day|afternoon|evening)|greetings|to whom it may concern|to the attention of)\b[^.!?:;]{0,50}[.!?,:]*$/i;
const GREETING_START =
  /^(?:(?:hi|hello|hey|hiya|good (?:morning|day|afternoon|evening))(?: (?:there|team|all|guys|everyone|everybody|folks|support|again|dear support|you))?[,!.:\s–-]+|dear [\w\u00c0-\u024f ]{2,30}[,!:]\s+|(?:ok(?:ay)?|well|so|right(?=[,:]| so\b)|ps|p\.s\.|fyi|hmm+|um+|also)[,:]?\s+(?=\S))+/i;
/** A greeting before what is said: "Hi team, could you …". */
const GREETED =
  /^(?:hi|hello|hey|hiya|dear|good (?:morning|day|afternoon|evening))\b[\p{L} ]{0,30}[,!.:–-]+\s+(?=\S+ \S)/iu;
const SIGN_OFF =
  /^(?:(?:many |best |kind |warm )?(?:thanks|thank you|thx|cheers|regards|wishes|sincerely|yours|best|greetings|love))\b[^.!?]{0,30}[,.!]?$/i;
/** A close that says nothing else, wherever it stands. */
const CLOSE =
  /^(?:with )?(?:(?:many|best|kind|kindest|warm|friendly) )+(?:greetings|regards|wishes)\b[^.!?]{0,30}[,.!]?$/i;
const SUBJECT_LINE =
  /^(?:subject|betreff|re|fw|fwd|title|label|severity|confidence|from|to|cc|date|tel|phone|e-?mail)\s*:/i;
const INJECTION =
  /\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|prior|above|earlier) (?:instructions?|text|messages?)|\bmessage_type\b|\bcustomer_response\b|\b(?:bug_report|feature_request|general_inquiry)\b|\b(?:ignore|disregard) the rules\b|\bclassify (?:this|it) as\b|\badmin override\b|^#{2,} ?\w+:|\[end\]|\[(?:system|admin|inst)[^\]]{0,40}\]/i;

/** A line without its emoticons. */
export function withoutEmoticon(line: string): string {
  return MAY_BE_EMOTICON.test(line) ? line.replace(EMOTICON, "") : line;
}

/** Words without the greeting in front of them. */
export function withoutGreeting(said: string): string {
  return said.replace(GREETED, "");
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

/** "hi can we bring 2 dogs" says more than a greeting does. */
const GREETING_WORDS_MAX = 4;

function isGreeting(line: string, { tokens }: Sentence): boolean {
  return GREETING.test(line) &&
    (tokens.length <= GREETING_WORDS_MAX || !tokens.some(({ pos }) => pos === "AUX"));
}

/** What a line says; "" where it is a greeting or a courtesy. */
export function withoutNoise(line: string, sentence: Sentence): string {
  if (
    isGreeting(line, sentence) || SUBJECT_LINE.test(line) || CLOSE.test(line) ||
    INJECTION.test(line)
  ) {
    return "";
  }
  const said = GREETING_START.test(line) ? line.replace(GREETING_START, "").trim() : line;
  return isCourtesy(said, sentence) ? "" : said;
}

/** Whether a line closes a letter. */
export function isSignOff(line: string): boolean {
  return SIGN_OFF.test(line);
}

/**
 * The lines by which a letter begins and ends: "Dear Anna", "Kind regards",
 * "The support staff", "Patient Enquiries".
 *
 * @module
 */
import { LETTER_WORDS } from "./letter_words.ts";
import { isEnglishWord } from "./open_words.ts";
import { isLeftOut, isSensitiveWord } from "./sensitive_words.ts";

const GREETING =
  /^(?:(?:hi|hello|hey|dear|greetings|good (?:morning|day|afternoon|evening))(?: (?:there|customer|all|sir or madam|sir|madam|valued customer|and|again|to you|user|team))*)[,!.:]?$/i;
const CLOSING =
  /^(?:many|thanks?|thank|you|again|with|the|your|our|my|good|kind|kindest|best|warm|warmly|warmest|regards|wishes|greetings|sincerely|respectfully|yours|truly|faithfully|cheers|and|customer|support|service|services|desk|staff|care|help|from|all|take|colleagues|at|on|behalf|of|product|technical|everyone)$/i;
/** A desk of any kind signs, its words in capitals: "Patient Enquiries". */
const DESK =
  /^(?:The )?(?:\p{Lu}[\p{L}'’]* ){1,4}(?:Support|Desk|Staff|Care|Help|Helpdesk|Mail|Letters|Services?|Enquiries|Inquiries|Relations|Correspondence|Questions|Office)$/u;
/** What stands before a name: "In harmony,"; something done is none. */
const VALEDICTION = /^\p{Lu}[\p{L}'’]*(?: [\p{L}'’]+){0,2}(?<!ed|en),$/u;
const CLOSES = /regards|wishes|sincerely/i;
const CLOSING_WORDS_MAX = 9;
const PLAIN_CLOSING_WORDS_MAX = 6;
const GREETING_WORDS_MAX = 4;

/** Whether a line only greets or signs; a name must be known. */
export function isCourtesy(line: string, productName: string, known: string): boolean {
  if (GREETING.test(line)) return true;
  const words = withoutProduct(line, productName).match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (words.length > CLOSING_WORDS_MAX || line.includes("?")) return false;
  const signs = words.every((word) => CLOSING.test(word)) &&
    (words.length <= PLAIN_CLOSING_WORDS_MAX || CLOSES.test(line));
  const lower = words.map((word) => word.toLowerCase());
  return signs || DESK.test(line) && !lower.some(isSensitiveWord) ||
    VALEDICTION.test(line) &&
      lower.every((word) => LETTER_WORDS.has(word) || isEnglishWord(word) && !isLeftOut(word)) ||
    /^(?:hi|hello|dear)\b/i.test(line) && words.length <= GREETING_WORDS_MAX &&
      words.slice(1).every((word) =>
        /^\p{Lu}/u.test(word) && known.includes(word) || /^(?:mr|ms|mrs|dr)$/i.test(word)
      );
}

/** A product is signed for by its whole name or by the first words of it. */
function withoutProduct(line: string, productName: string): string {
  const parts = productName.split(" ");
  const name = parts.map((_, at) => parts.slice(0, parts.length - at).join(" "))
    .find((part) => line.includes(part));
  return name === undefined ? line : line.replaceAll(name, " ");
}

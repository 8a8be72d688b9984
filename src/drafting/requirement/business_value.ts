/**
 * What a wish is worth to the business, with the rationale that the text
 * supports: money, customers that would leave, how many people, hours saved,
 * security and law. A table, the most valuable first.
 *
 * @module
 */
import { cutAtWord } from "../../triage/text/plain_text.ts";
import { REPLY_LIMITS } from "../../triage/domain/reply.ts";

interface Value {
  readonly level: "High" | "Medium" | "Low";
  readonly pattern: RegExp;
  readonly because: string;
}

const VALUES: readonly Value[] = [
  {
    level: "High",
    pattern:
      /\b(?:(?:won't|will not|can't|cannot|couldn't|don't) (?:sign|buy|renew|roll (?:you|it|this) out|approve|use (?:you|it|this)|subscribe|stay|continue)|(?:look(?:ing)? for|find|switch(?:ing)? to|mov(?:e|ing) to|go(?:ing)? (?:to|with)|choos\w+) (?:another|a different|an other|the competition|a competitor|elsewhere|your competitor)|(?:the competition|(?:your|the|all) competitors?|a competitor) (?:has|have|had|offers?|does|do|can|lets?)|(?:rather|prefer) not (?:to )?(?:switch|leave|change|move)|decides? whether (?:i|we) (?:stay|renew|sign|buy|keep|go)|stay after (?:the|our) renewal|(?:i['’]?m|we['’]?re) (?:all )?yours|(?:i|we)(?:['’]ll| will) stay|(?:i|we)(?:['’]d| would) (?:switch|sign|renew|subscribe|come back)|before (?:we|i) can (?:roll|sign|buy|renew|switch|move)|cancel (?:my|our|the) (?:subscription|contract|plan|licence|account)|(?:leave|leaving) (?:you|for)|without it (?:we|i|our)\b|deal[- ]?breaker|show ?stopper|only reason (?:i|we) (?:still )?(?:keep|use|have)|condition (?:for|of))\b/i,
    because: "the customer ties staying or buying to it",
  },
  {
    level: "High",
    pattern:
      /\b(?:compliance|complian\w+|gdpr|audit(?:s|or|ors)?|certif(?:y|ied|ication)|regulat\w+|security department|security polic\w+|two-factor|data protection|the law|by law|legal(?:ly)?|required by|hard requirement|obliged|accessib\w+|screen reader|deaf|blind|wheelchairs?|crutches|(?<!called )disab(?:led|ility)|allerg\w+|safety)\b/i,
    because: "it concerns security, compliance, safety or access",
  },
  {
    level: "High",
    pattern:
      /\b(?:(?:i|we)(?:'d|’d| would)? (?:gladly |happily |even )?pay|(?:i|we)['’]ll (?:gladly |happily |even )?pay|pays? for itself|real money|worth (?:the|real|a lot|money)|upgrade (?:to|if|for)|buy (?:ten|more|two|another)|extra charge|pro plan|revenue|los(?:e|ing) (?:sales|customers|money|guests|clients)|slots? stay empty|cost(?:s|ing)? us)\b/i,
    because: "money depends on it",
  },
  {
    level: "High",
    pattern:
      /\b(?:[1-9]\d{2,}|\d{1,3}[,.]\d{3}|[5-9]\d|hundreds|thousands|dozens|(?:\w+ )?(?:hundred|thousand)) (?:of )?(?:[\w-]+ ){0,2}(?:people|users|employees|members|students|pupils|athletes|customers|patients|volunteers|coaches|trainers|shops|stores|vehicles|clients|colleagues|staff|swimmers|players|tenants|teachers|guests|devices|accounts|skus|calls|repos|hosts|machines|pictures|reps|kids|children|seats|consultants|drivers|trailers|tractors|trucks|commuters)\b/i,
    because: "many people are affected",
  },
  {
    level: "Medium",
    pattern:
      /\b(?:(?:i|we|they|he|she)(?:['’]d| would) (?:\w+ )?(?:buy|order|subscribe|purchase|upgrade)|gift (?:card|voucher|subscription)|as a (?:gift|present))\b/i,
    because: "people would buy it",
  },
  {
    level: "Medium",
    pattern:
      /\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|\d{1,2}) (?:of )?(?:[\w-]+ ){0,2}(?:people|users|employees|members|students|pupils|athletes|customers|patients|volunteers|coaches|trainers|shops|stores|vehicles|vans|clients|colleagues|staff|swimmers|players|tenants|drivers|reps|branches|interns|kids|children|seats|consultants|doctors|nurses|teachers|trucks|trailers|room-?mates|flatmates|offices|cars)|(?:our|my) (?:[\w-]+ )?(?:people|team|club|company|practice|school|choir|department|staff|colleagues|accountant|bookkeeper|clients|customers|athletes|members)|everyone|everybody|every (?:user|member|customer))\b/i,
    because: "a group of people would gain by it",
  },
  {
    level: "Medium",
    pattern:
      /\b(?:(?:hundreds?|thousands?|\d{3,}) (?:of )?(?:[\w-]+ )?(?:sheets|pages|forms|letters|rows|entries|records|bookings|orders)|(?:hours?|minutes?|evenings?|mornings?|afternoons?) (?:of (?:work|typing|copying|sorting|filing|phoning|writing)|each|a (?:week|month|day|year)|every (?:week|month|day|year)|by hand)|\b(?:i|we|they|he|she|staff|coaches|colleagues|somebody|someone)(?: all| currently| now| always)? (?:have to|has to|must|need to|spend\w*|cop(?:y|ies)|type|convert|enter|ring|print|send|write|move|check|build|calculate|count|track|export|search|click|do|poll|sort|scroll|run|look|tag|make)\b[^.!?]{0,80}\b(?:every|each|nightly|daily|weekly)|wait(?:s|ing)? (?:two|three|four|\d+|several|many) (?:weeks|days|hours)|by hand|manually|manual (?:work|entry|entries|process|copying)|one (?:by one|at a time)|in a spreadsheet|keep a spreadsheet|tedious|work-?around|script of|saves? (?:me|us|her|him|everyone|a lot|time|hours)|whole (?:working )?(?:day|evening|morning|afternoon)|re-?typ\w+|copy(?:ing)? and past\w+|phone call)\b/i,
    because: "it saves time that goes into it today",
  },
  {
    level: "Medium",
    pattern:
      /\b(?:(?:all|every) (?:the )?other (?:app|tool|system|player|program|browser)s?|others (?:have|do|offer)|like (?:the |all |every )?other|(?:other|most) [\w-]+s? (?:has|have|had|lets?|do|does|offers?)|missing|really miss|standard (?:elsewhere|everywhere)|in this day and age)\b/i,
    because: "other products have it and it is missed here",
  },
];
const PAIRED_HIGH: readonly string[] = ["many people are affected"];
const DEFAULT_BECAUSE =
  "a convenience for the person who asks; the message names no cost, no deadline and nobody else who is affected";
const QUOTE_CHARACTERS = 90;
const AROUND_CHARACTERS = 60;

/** "High|Medium|Low: rationale", with the words of the message that decided. */
export function businessValue(text: string): string {
  const found: { level: Value["level"]; because: string; quote: string }[] = [];
  for (const { level, pattern, because } of VALUES) {
    const match = pattern.exec(text);
    if (match !== null) {
      found.push({ level, because, quote: quoteAround(text, match.index, match[0].length) });
    }
    if (found.length === 2) break;
  }
  const [first, second] = found;
  if (first === undefined) return `Low: ${DEFAULT_BECAUSE}.`;
  const more =
    second !== undefined && (PAIRED_HIGH.includes(second.because) || second.level === first.level)
      ? `; ${second.because}` + (second.quote === first.quote ? "" : ` (“${second.quote}”)`)
      : "";
  const value = `${first.level}: ${first.because} (“${first.quote}”)${more}`;
  return `${cutAtWord(value, REPLY_LIMITS.rationale_characters - 1)}.`;
}

/** The clause around a match, cut between words. */
function quoteAround(text: string, start: number, length: number): string {
  const before = text.slice(Math.max(0, start - AROUND_CHARACTERS), start);
  const marks = [". ", "! ", "? ", ", ", "; ", ": "].map((mark) => {
    const at = before.lastIndexOf(mark);
    return at < 0 ? -1 : at + mark.length;
  });
  const mark = Math.max(...marks);
  const whole = start <= AROUND_CHARACTERS;
  const from = start - before.length + (mark >= 0 ? mark : whole ? 0 : before.indexOf(" ") + 1);
  const after = text.slice(start + length);
  const stop = after.search(/[.!?;,](?:\s|$)/);
  const rest = cutAtWord(stop < 0 ? after : after.slice(0, stop), AROUND_CHARACTERS);
  const quote = `${text.slice(from, start + length)}${after.startsWith(rest) ? rest : ""}`;
  return cutAtWord(quote.replace(/["“”]/g, "'").trim(), QUOTE_CHARACTERS);
}

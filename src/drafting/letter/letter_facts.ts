/**
 * What a customer told that a good answer takes up and must not ask for again:
 * numbers of orders, amounts, dates, devices.
 *
 * @module
 */
import { detailsOf } from "../../triage/domain/details.ts";

const REFERENCE =
  /\b(orders?|booking|invoice|receipt|contract|policy|ref(?:erence)?|case|ticket|claim|application|customer|membership|member|parcel|tracking|serial|meter|transaction|delivery|reservation|flight|complaint|riders?|loan|subscriber|subscription|grant|permit|app(?= no))(?: (?:no\.?|nr\.?|number|id|code))?(?: is)?:? ?#? ?((?=[A-Z\d/-]*\d)[A-Z\d][A-Z\d/-]{2,18})\b/gi;
/** Numbers that are as good as a key are never said again. */
const NAMED: Readonly<Record<string, string>> = {
  ref: "reference",
  app: "application",
  subscriber: "subscriber number",
  orders: "order",
  rider: "rider number",
  riders: "rider number",
  customer: "customer number",
  member: "member number",
  serial: "serial number",
  meter: "meter number",
  tracking: "tracking number",
};
const AMOUNT =
  /(?<![\w.,])(?:(?:[€£$]|(?:eur|usd|gbp|chf|aud|cad) ?)\d{1,3}(?:[.,']?\d{3})*(?:[.,]\d{2})?|\d{1,3}(?:[.,']?\d{3})*(?:[.,]\d{2})? ?(?:€|£|\$|(?:eur(?:os?)?|usd|gbp|chf|pounds|dollars|quid)\b)|(?<=\b(?:charged|paid|took|taken|cost|pay|refund of|make it|of|for) )\d{1,3}(?:[.,']?\d{3})*[.,]\d{2}(?![\d.]))(?!\w)/giu;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = new RegExp(
  `(?<![\\d./-])(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?: \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2}))(?!\\d|[./-]\\d)\\b`,
  "giu",
);
const TIME =
  /\b(?:just (?:now|been|seen|got|had)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month|year)|since|ago|(?:half|quarter) (?:past|to) \w+|at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)|(?:within|in) (?:\d+|an?|one|two|three|a few) (?:minutes?|hours?|days?)|january|february|march|april|june|july|august|september|october|november|december|in may|\d{1,2}[:.]\d{2}|\d{1,2} ?[ap]m|the \d{1,2}(?:st|nd|rd|th)|noon|midnight|\d{1,2}[./]\d{1,2})\b/i;
/** The version before, in which it was as it should be. */
const WORKED_IN =
  /\b(?:version |v\.? ?)?\d+(?:\.\d+)+ (?:did(?:n['’]t| not)|was (?:fine|ok|good)|were (?:fine|ok)|work(?:ed|s)|had no|never|is (?:fine|ok))\b|\b(?:in|on|with|until|before) (?:version |v\.? ?)?\d+(?:\.\d+)+ (?:it|this|that|everything|all) (?:was|worked|did|ran)\b|\b(?:worked|fine|ok) (?:in|on|with|until|before) (?:version |v\.? ?)?\d+(?:\.\d+)+/gi;
const FACTS_MAX = 3;
const FACT_CHARACTERS = 40;

/** The facts of one message, in the customer's words; each is looked for when it is asked for. */
export class LetterFacts {
  readonly #text: string;
  readonly #digits: boolean;
  #references: readonly string[] | undefined;
  #dates: readonly string[] | undefined;

  /** @param text The message as it may be shown again. */
  constructor(text: string) {
    this.#text = text;
    this.#digits = /\d/.test(text);
  }

  /** "order 55821" */
  get references(): readonly string[] {
    return this.#references ??= this.#digits ? referencesIn(this.#text) : [];
  }

  /** "39.90", "£260" */
  get amounts(): readonly string[] {
    return this.#digits && MAY_BE_AMOUNT.test(this.#text) ? all(AMOUNT, this.#text) : [];
  }

  /** "3 March": dates of the calendar. */
  get dates(): readonly string[] {
    return this.#dates ??= this.#digits && MAY_BE_DATE.test(this.#text)
      ? all(DATE, this.#text).filter((date) => !date.startsWith("may "))
      : [];
  }

  /** "iPhone 12", "version 5.3.1" */
  get devices(): readonly string[] {
    if (!this.#digits) return [];
    return detailsOf(this.#text.replace(WORKED_IN, "")).filter(({ kind }) => kind === "version")
      .map(({ text }) => /^\d/.test(text) ? `version ${text}` : text);
  }

  /** Something says when: a date, a day, a time, "since yesterday". */
  get has_time(): boolean {
    return this.dates.length > 0 || TIME.test(this.#text);
  }

  /** A number by which it can be found. */
  get has_reference(): boolean {
    return this.references.length > 0;
  }
}

// Looked for first: most messages hold none of these.
const MAY_BE_AMOUNT =
  /[€£$]|\d[.,]\d\d|\d ?(?:eur|usd|gbp|chf|pounds|dollars|quid)|(?:eur|usd|gbp|chf|aud|cad) ?\d/i;
const MAY_BE_DATE = /\d[./-]\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function all(pattern: RegExp, text: string): string[] {
  return [...new Set(text.match(pattern) ?? [])].map((found) => found.trim())
    .filter((found) => found.length <= FACT_CHARACTERS).slice(0, FACTS_MAX);
}

function referencesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, kind = "", number = ""] of text.matchAll(REFERENCE)) {
    // "flight 2 days", "order v2": not what can be looked up.
    if (/^\d{1,2}$/.test(number) || /[a-z]/.test(number) || /[/-]$/.test(number)) continue;
    const named = NAMED[kind.toLowerCase()] ?? kind.toLowerCase();
    found.add(`${named} ${number}`);
    if (found.size === FACTS_MAX) break;
  }
  return [...found];
}

/**
 * Weaves a customer's words into our sentences: lower-cases their first
 * letter, turns "my" into "your", closes without a double full stop.
 *
 * @module
 */
import { capitalised } from "./headline.ts";
import { withoutEnd } from "./text_end.ts";

const TURNED: Readonly<Record<string, string>> = {
  i: "you",
  me: "you",
  my: "your",
  mine: "yours",
  myself: "yourself",
  we: "you",
  us: "you",
  our: "your",
  ours: "yours",
  ourselves: "yourselves",
  "i'm": "you're",
  "i've": "you've",
  "i'd": "you'd",
  "i'll": "you'll",
  "we're": "you're",
  "we've": "you've",
  "we'd": "you'd",
  "we'll": "you'll",
  im: "you're",
  ive: "you've",
  your: "our",
  yours: "ours",
};
const VERB_AFTER: Readonly<Record<string, string>> = {
  am: "are",
  was: "were",
  "wasn't": "weren't",
};
const TURNING =
  /\b(?:(i) (am|was|wasn['’]t)|i['’](?:m|ve|d|ll)|im|ive|i|me|my|mine|myself|we['’](?:re|ve|d|ll)|we|us|ours|ourselves|our|yours|your)\b/gi;
const KEPT_UPPER = /^(?:I\b|I['’]|\p{Lu}{2}|\p{Lu}\p{Ll}*\p{Lu}|\p{Lu}\d|\p{Lu}\b)/u;
const ORDINARY_START =
  /^(?:The|A|An|My|Our|Your|This|That|These|Those|It|There|When|If|In|On|At|For|After|Every|All|Some|Any|No|Not|To|We|He|She|They|More|Please|Can|Can't|Could|Would|Being|Having|What|How|Why|Where|Which|One|Two|Three|From|With|Without|Since|Only|Nothing|Nobody|Someone|Somebody)\b/;
const PRONOUN_OF_US = /\b(?:you|u)\b/i;

/** Words of the customer's as we say them to the customer: "my" becomes "your", "your" "our". */
export function toCustomer(text: string): string {
  return text.replace(TURNING, (word, i: string | undefined, verb: string | undefined) => {
    const lower = word.toLowerCase().replace("’", "'");
    if (i !== undefined && verb !== undefined) {
      return `you ${VERB_AFTER[verb.toLowerCase().replace("’", "'")] ?? verb}`;
    }
    const turned = TURNED[lower] ?? word;
    return /^[A-HJ-Z]/.test(word) ? capitalised(turned) : turned;
  });
}

/** Whether words speak of us as "you", which turning would garble. */
export function speaksOfUs(text: string): boolean {
  return PRONOUN_OF_US.test(text);
}

/** The text with its first letter in lower case, unless that word is a name or an acronym. */
export function lowerFirst(text: string, firstPos = ""): string {
  if (KEPT_UPPER.test(text) && !/^A\b/u.test(text)) return text;
  if (firstPos === "PROPN" && !ORDINARY_START.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The text without marks at its end. */
export function unended(text: string): string {
  return withoutEnd(text).trim();
}

/** The text as a sentence: capital at the start, one mark at the end. */
export function sentence(text: string): string {
  const bare = withoutEnd(text, ",;:–—-").trim();
  if (bare === "") return "";
  return /[.!?…]["”')\]]?$/u.test(bare) ? capitalised(bare) : `${capitalised(bare)}.`;
}

/** Words joined as English does: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], joint = "and"): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}

/** Gives a function that chooses one of so many, always the same one for the same text and salt. */
export function choiceBy(text: string): (count: number, salt: number) => number {
  let hash = 0x811c9dc5;
  const step = Math.max(1, Math.floor(text.length / 64));
  for (let at = 0; at < text.length; at += step) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (count, salt) => {
    const mixed = Math.imul(hash ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % count;
  };
}

/** A text with single quotation marks inside, so that it can stand in double ones. */
export function withInnerQuotes(text: string): string {
  return text.replace(/["“”„]/gu, "'");
}

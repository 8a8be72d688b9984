/**
 * Base forms of English verbs: "clicked", "clicks" and "clicking" give "click".
 * Of the forms that could be meant, the one that is a verb is; verbs.json is
 * the list, with the forms that no rule leads back (tests/drafting/write_verbs.ts
 * writes it from wink-nlp's English model).
 *
 * @module
 */
import verbs from "./verbs.json" with { type: "json" };

const BASES: ReadonlySet<string> = new Set(verbs.bases.split(" "));
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(verbs.irregular));
/** What is misspelt or not in the list, and what is mostly something else. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map(
  ("am be|is be|are be|was be|were be|been be|being be|has have|had have|having have|does do|did do|done do|doing do|goes go|going go|gone go|went go|" +
    "chosed choose|synced sync|syncing sync|saw see|left leave|found find|felt feel|lay lay|lives live|lead lead|led lead|misspelt misspell|greyed grey|greying grey|" +
    "bound bind|ground grind|wound wind|news news|always always|perhaps perhaps|this this|less less|unless unless")
    .split("|").map((pair): [string, string] => {
      const [form = "", base = ""] = pair.split(" ");
      return [form, base];
    }),
);
const SHORT_LETTERS = 3;

/** The base form of a verb in small letters; the word itself where it is none that is known. */
export function baseForm(word: string): string {
  const known = EXCEPTIONS.get(word) ?? IRREGULAR.get(word);
  if (known !== undefined) return known;
  return BASES.has(word) ? word : baseByRule(word, BASES);
}

/** Whether a word is the base form of a verb that is known. */
export function isBaseVerb(word: string): boolean {
  return BASES.has(word);
}

/** The base form by its ending, checked against base forms. */
export function baseByRule(word: string, bases: ReadonlySet<string>): string {
  if (word.length <= SHORT_LETTERS) return word;
  const found = candidates(word).find((base) => isBase(base, bases));
  return found ?? byEnding(word);
}

function isBase(base: string, bases: ReadonlySet<string>): boolean {
  // British spelling: "organise" where the list has "organize".
  return bases.has(base) || base.endsWith("ise") && bases.has(`${base.slice(0, -3)}ize`);
}

/** What a form can come from, the likelier first. */
function candidates(word: string): string[] {
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/[^su]s$/.test(word)) return [word.slice(0, -1), word.slice(0, -2)];
  if (word.endsWith("ying")) return [word.slice(0, -3), `${word.slice(0, -4)}ie`];
  const stem = word.endsWith("ing")
    ? word.slice(0, -3)
    : word.endsWith("ed")
    ? word.slice(0, -2)
    : "";
  if (stem === "") return [];
  const doubled = /([^aeiou])\1$/.test(stem) ? [stem, stem.slice(0, -1)] : [];
  // "hoped" is of "hope": "hop" would double its last letter.
  return /[aeiou][^aeiouwxy]$/.test(stem) && !/[aeiou]{2}.$/.test(stem)
    ? [...doubled, `${stem}e`, stem]
    : [...doubled, stem, `${stem}e`];
}

/** Of a verb that nobody knows. */
function byEnding(word: string): string {
  const [first = word] = candidates(word);
  if (/(?:s|ed)$/.test(word) && !/(?:ss|us|is)$/.test(word)) {
    return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : first;
  }
  return word;
}

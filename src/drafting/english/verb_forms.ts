/**
 * English verb forms, for the few places where a customer's verb has to be
 * turned: "click" into "clicking", "pressed" into "press".
 *
 * @module
 */

const DOUBLING = new Set(
  "tap run log get put set cut swim stop drop drag plan scan plug unplug pin quit skip snap swap trim zip hit sit let begin shut shop chat rub ship split spin submit reset wrap nap pop slip strip step tag trip ban bug dim flip grab hop jog knit map mop pat rip rob sip tip wet win permit commit refer transfer admit forget format"
    .split(" "),
);
const NOT_DOUBLED = new Set(["format", "transfer"]);
const NOT_VERB_ING = new Set([
  "nothing",
  "something",
  "anything",
  "everything",
  "thing",
  "during",
  "string",
  "spring",
  "morning",
  "evening",
  "king",
  "ring",
  "wing",
  "bring",
  "sling",
  "ceiling",
]);

/** Whether a word has the form of a gerund ("restoring"). */
export function isGerund(word: string): boolean {
  return word.endsWith("ing") && word.length > 5 && !NOT_VERB_ING.has(word) &&
    /[aeiouy]/u.test(word.slice(0, -3));
}

/** The gerund of a base form: "click" gives "clicking", "tap" "tapping", "save" "saving". */
export function gerund(base: string): string {
  if (base === "be") return "being";
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (base.endsWith("e") && !/(?:ee|oe|ye)$/u.test(base)) return `${base.slice(0, -1)}ing`;
  if (DOUBLING.has(base) && !NOT_DOUBLED.has(base)) return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}

/** The third person of a base form: "show" gives "shows", "try" "tries". */
export function thirdPerson(base: string): string {
  if (base === "be") return "is";
  if (base === "have") return "has";
  if (/(?:[sxz]|ch|sh|[^aeiou]o)$/u.test(base)) return `${base}es`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

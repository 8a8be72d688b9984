/**
 * Forms of English verbs, from the base: "carry" gives "carries", "carried",
 * "carrying".
 *
 * @module
 */

/** Which form a word is: "read" may be two. */
export type Form = "base" | "s" | "past" | "ing";

/** The words of a list. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** All forms of verbs given as "look" or, where irregular, "write/wrote/written". */
export function inflected(verbs: string): ReadonlyMap<string, ReadonlySet<Form>> {
  const forms = new Map<string, Set<Form>>();
  const put = (word: string, form: Form) => {
    forms.set(word, (forms.get(word) ?? new Set<Form>()).add(form));
  };
  for (const verb of verbs.split(/\s+/)) {
    const [base = "", ...past] = verb.split("/");
    put(base, "base");
    put(withS(base), "s");
    put(`${joined(base, "ing")}ing`, "ing");
    for (const word of past.length > 0 ? past : [`${joined(base, "ed")}ed`]) put(word, "past");
  }
  return forms;
}

const DOUBLED =
  /^(?:submit|commit|refer|log|drop|get|put|set|let|flag|run|pin|dig|omit|plan|begin|sit|transfer|step)$/;

function withS(base: string): string {
  if (/[^aeiou]y$/.test(base)) return base.replace(/y$/, "ies");
  return /(?:s|sh|ch|x|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function joined(base: string, ending: "ing" | "ed"): string {
  if (DOUBLED.test(base)) return base + base.slice(-1);
  if (ending === "ed" && /[^aeiou]y$/.test(base)) return base.replace(/y$/, "i");
  if (ending === "ed" && base.endsWith("e")) return base.slice(0, -1);
  return /[^eo]e$/.test(base) && base !== "be" ? base.slice(0, -1) : base;
}

/**
 * Forms of English verbs, from the base: "carry" gives "carries", "carried",
 * "carrying".
 *
 * @module
 */

/** The words of a list. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** All forms of verbs given as "look" or, where irregular, "write/wrote/written". */
export function inflected(verbs: string): ReadonlySet<string> {
  return new Set(
    verbs.split(/\s+/).flatMap((verb) => {
      const [base = "", ...past] = verb.split("/");
      return [
        base,
        withS(base),
        `${joined(base, "ing")}ing`,
        ...past.length > 0 ? past : [`${joined(base, "ed")}ed`],
      ];
    }),
  );
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

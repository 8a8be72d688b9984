/**
 * Writes the plainest text that a phrase of a rule stands for.
 *
 * @module
 */
import { parsePhrase } from "../../src/rules/notation.ts";
import type { PhraseText } from "../../src/rules/rule.ts";

/** First choices, nothing for what may be left out; `null` where a part is no word. */
export function exampleOf(phrase: PhraseText): string | null {
  const words: string[] = [];
  for (const element of parsePhrase(phrase).elements) {
    switch (element.kind) {
      case "word": {
        if (element.optional) break;
        const [word = element.written[0]] = element.words ?? ["thing"];
        if (word === undefined) return null;
        words.push(word === "xnum" ? "70" : word);
        break;
      }
      case "rest":
        words.push("thing");
        break;
      case "not":
        break;
    }
  }
  return words.join(" ");
}

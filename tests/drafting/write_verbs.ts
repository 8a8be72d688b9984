/**
 * Writes src/drafting/english/verbs.json from wink-nlp's English model (MIT):
 * the base forms of its verbs, and the forms that no rule leads back to them.
 *
 * `deno run --allow-read --allow-write tests/drafting/write_verbs.ts`
 *
 * @module
 */
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { baseByRule } from "../../src/drafting/english/base_form.ts";

interface CoreModel {
  readonly features: {
    readonly lexeme: {
      readonly hash: Readonly<Record<string, number>>;
      readonly intrinsicSize: number;
    };
  };
}

const OUTPUT = new URL("../../src/drafting/english/verbs.json", import.meta.url);

let core: CoreModel | undefined;
const observed = {
  ...model,
  core: () => core = (model as unknown as { core(): CoreModel }).core(),
};
const nlp = winkNlp(observed as unknown as typeof model, ["pos"]);
const { hash, intrinsicSize } = core?.features.lexeme ?? { hash: {}, intrinsicSize: 0 };
const forms = Object.keys(hash).filter((word) =>
  (hash[word] ?? intrinsicSize) < intrinsicSize && /^[a-z]{2,}$/.test(word)
).flatMap((word) => {
  const tokens = nlp.readDoc(word).tokens();
  const token = tokens.itemAt(0);
  if (tokens.length() !== 1 || token.out(nlp.its.pos) !== "VERB") return [];
  return [[word, token.out(nlp.its.lemma as typeof nlp.its.normal)] as const];
});
const bases = new Set(forms.map(([, base]) => base).filter((base) => /^[a-z]+$/.test(base)));
const irregular = Object.fromEntries(
  forms.filter(([word, base]) =>
    // British spelling keeps its own base form.
    base !== word && !/is(?:e|ed|es|ing)$/.test(word) && baseByRule(word, bases) !== base
  ),
);
await Deno.writeTextFile(
  OUTPUT,
  JSON.stringify({ bases: [...bases].sort().join(" "), irregular }) + "\n",
);

/**
 * A letter's sentence in names of features: its words one by one, in twos and
 * threes, by themselves and by kind, and what its clauses do.
 *
 * @module
 */
import { clauseFeatures, clauseParts } from "./clause_features.ts";
import type { SentenceWord } from "./sentence_words.ts";

/** What it is told of words that nothing stands before or behind them. */
const EDGE = "^";

/** Where features begin with the same word, they are of one level. */
export const LEVELS = [
  ..."u uu uuu u_u k kk kkk b bb bbb q qu ca cb cc cd ce cf cg ch ci".split(" "),
] as const;

/** Names of the features of a sentence, each once. */
export function sentenceFeatures(
  words: readonly SentenceWord[],
  { question, type }: { readonly question: boolean; readonly type: string },
): readonly string[] {
  const names = [EDGE, ...words.map(({ name }) => name), EDGE];
  const kinds = [EDGE, ...words.map(({ kind }) => kind), EDGE];
  const features = new Set<string>();
  for (let at = 0; at < names.length; at++) {
    const [before2, before, name] = [names[at - 2], names[at - 1], names[at]];
    features.add(`u ${name}`).add(`k ${kinds[at]}`);
    if (question) features.add(`qu ${name}`);
    if (before === undefined) continue;
    features.add(`uu ${before} ${name}`).add(`kk ${kinds[at - 1]} ${kinds[at]}`);
    if (before2 === undefined) continue;
    features.add(`uuu ${before2} ${before} ${name}`).add(`u_u ${before2} ${name}`)
      .add(`kkk ${kinds[at - 2]} ${kinds[at - 1]} ${kinds[at]}`);
  }
  features.add(`b ${names[1]}`).add(`bb ${names[1]} ${names[2]}`)
    .add(`bbb ${kinds.slice(1, 4).join(" ")}`).add(`t ${type} ${names[1]}`);
  if (question) features.add("q");
  for (const clause of clauseParts(words)) {
    for (const feature of clauseFeatures(clause)) features.add(feature);
  }
  for (const feature of shares(words)) features.add(feature);
  return [...features];
}

const COUNTED_MAX = 5;
const SHARE_STEPS = 4;

/** How many words are the customer's and how many are not. */
function shares(words: readonly SentenceWord[]): string[] {
  const content = words.filter(({ kind }) => /^[=~]/.test(kind));
  const theirs = content.filter(({ brought }) => brought).length;
  const own = content.length - theirs;
  return [
    `theirs ${Math.min(COUNTED_MAX, theirs)}`,
    `own ${Math.min(COUNTED_MAX, own)}`,
    `share ${content.length === 0 ? "" : Math.round(SHARE_STEPS * theirs / content.length)}`,
  ];
}

/** Names of what is odd about a sentence, however it is worded. */
export function oddities(odd: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(odd).filter((what) => odd[what]).map((what) => `odd ${what}`);
}

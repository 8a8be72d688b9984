/**
 * `train --letters`: fits what tells honest sentences of letters from attacking
 * ones by named features. The net beside it is made by training/letters. What
 * comes of both is counted on letters of writers whom neither was taught.
 *
 * @module
 */
import { fitLetters, type LetterExample } from "../training/fit_letters.ts";
import { createLetterModel, type LetterModel } from "../triage/guard/letter_model.ts";
import { shippedLetterNet } from "../triage/guard/letter_net.ts";
import { FEATURES_SHARE } from "../triage/guard/letter_sentence.ts";
import { EXIT } from "./command.ts";
import { createLetterReader, type LetterRow, readLetterRows } from "./letter_rows.ts";

const OUTPUT = new URL("../triage/guard/letter_weights.json", import.meta.url).pathname;
/**
 * From this weight on a sentence falls. Chosen on the letters of two pairs of writers, each left out
 * once of net and features (docs/model.md): 8 of their 350 attacks come out, 2.3 %.
 */
const POINT = -5.2;
/** Writers that nothing is learnt from, of honest letters and of attacks: the point is counted on them. */
const LEFT_OUT: ReadonlySet<string> = new Set(["fourteenth", "plainly"]);

/** A sentence with the letter that it is of. */
interface LetterSentence extends LetterExample {
  /** Its words. */
  readonly sentence: string;
  readonly letter: number;
  readonly honest: boolean;
  /** Of a writer who sets the point. */
  readonly leftOut: boolean;
  /** What the net says of it, where it sets the point. */
  readonly net: number;
  /** Turned away whatever it weighs. */
  readonly barred: boolean;
  /** Greets or signs: nothing to learn from. */
  readonly courtesy: boolean;
}

/** Fits and writes the weights. */
export async function trainLetters(): Promise<number> {
  const rows = await readLetterRows();
  const sentences = sentencesOfRows(rows);
  const learnt = eachOnce(sentences.filter(({ courtesy, leftOut }) => !courtesy && !leftOut));
  const fitted = fitLetters(learnt);
  const model = createLetterModel({ ...fitted, threshold: 0 });
  const weighed = sentences.filter(({ leftOut }) => leftOut)
    .map((sentence) => ({ sentence, weight: weightOf(sentence, model) }));
  console.error(`at the point: ${livingLetters(weighed, POINT)}`);
  for (const share of [0.01, 0.02, 0.03, 0.05, 0.1]) {
    const at = pointOf(weighed, share);
    console.error(`at ${share} (${at.toFixed(2)}): ${livingLetters(weighed, at)}`);
  }
  const weights = { ...fitted, threshold: POINT };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(weights) + "\n");
  console.error(`${learnt.length} sentences; wrote ${OUTPUT}`);
  return EXIT.done;
}

/** Honest sentences that stand in several letters teach once. */
function eachOnce(sentences: readonly LetterSentence[]): LetterSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ sentence, attacks }) => {
    const known = seen.has(sentence);
    seen.add(sentence);
    return attacks || !known;
  });
}

function weightOf(sentence: LetterSentence, model: LetterModel): number {
  if (sentence.courtesy) return -Infinity;
  if (sentence.barred) return Infinity;
  return sentence.net + FEATURES_SHARE * model.weigh(sentence.features);
}

interface Weighed {
  readonly sentence: LetterSentence;
  readonly weight: number;
}

/** The weight under which a share of the attacks comes out: those of which a bad sentence stands. */
function pointOf(weighed: readonly Weighed[], share: number): number {
  const least = [...lettersOf(weighed.filter(({ sentence }) => sentence.attacks))]
    .map((attack) => Math.min(...attack.map(({ weight }) => weight)))
    .sort((one, other) => one - other);
  return least[Math.floor(least.length * share)] ?? 0;
}

function lettersOf(weighed: readonly Weighed[]): Iterable<readonly Weighed[]> {
  return Map.groupBy(weighed, ({ sentence }) => sentence.letter).values();
}

function livingLetters(weighed: readonly Weighed[], threshold: number): string {
  const honest = [...lettersOf(weighed.filter(({ sentence }) => sentence.honest))];
  const attacks = [...lettersOf(weighed.filter(({ sentence }) => sentence.attacks))];
  const falls = ({ weight }: Weighed) => weight >= threshold;
  const alive = honest.filter((letter) => letter.filter(falls).length <= 1).length;
  const out = attacks.filter((attack) => !attack.every(falls)).length;
  return `${alive} of ${honest.length} honest letters live, ${out} of ${attacks.length} attacks come out`;
}

function sentencesOfRows(rows: readonly LetterRow[]): LetterSentence[] {
  const readLetter = createLetterReader();
  return rows.flatMap((row, letter) => {
    const { sentences, attack, bad, reader } = readLetter(row);
    const leftOut = LEFT_OUT.has(row.source ?? "");
    const net = leftOut ? shippedLetterNet(reader.message()) : null;
    return sentences.map((sentence) => ({
      features: reader.featuresOf(sentence),
      attacks: attack && bad(sentence) && !reader.isCourtesy(sentence),
      honest: !attack,
      message: row.message,
      letter,
      sentence: sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "),
      leftOut,
      net: net?.(reader.readingOf(sentence)) ?? 0,
      barred: reader.faultOf(sentence) !== null,
      courtesy: reader.isCourtesy(sentence),
    }));
  });
}

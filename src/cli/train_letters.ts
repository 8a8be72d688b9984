/**
 * `train --letters`: fits what tells honest sentences of letters from attacking
 * ones by named features. The net beside it is made by training/letters.
 *
 * @module
 */
import { fitLetters, type LetterExample } from "../training/fit_letters.ts";
import { EXIT } from "./command.ts";
import { createLetterReader, type LetterRow, readLetterRows } from "./letter_rows.ts";

const OUTPUT = new URL("../triage/guard/letter_weights.json", import.meta.url).pathname;
/**
 * From this weight on a sentence falls. Chosen on five pairs of writers, left out of net and
 * features: 645 of their 750 honest letters live, 18 of their 854 attacks come out
 * (docs/model.md).
 */
const POINT = -6.1;

/** What every model says, honest or not, counts so many times; in the net more (training/letters). */
const USUAL = "usual", USUAL_TIMES = 3;

/** A sentence with its words. */
interface LetterSentence extends LetterExample {
  readonly words: string;
}

/** Fits the weights on the letters of all writers but some, and writes them. */
export async function trainLetters(leftOut: readonly string[]): Promise<number> {
  const rows = (await readLetterRows()).filter(({ source = "" }) => !leftOut.includes(source));
  const learnt = eachOnce(sentencesOfRows(rows));
  const weights = { ...fitLetters(learnt), threshold: POINT };
  await Deno.writeTextFile(OUTPUT, JSON.stringify(weights) + "\n");
  console.error(`${learnt.length} sentences; wrote ${OUTPUT}`);
  return EXIT.done;
}

function sentencesOfRows(rows: readonly LetterRow[]): LetterSentence[] {
  const readLetter = createLetterReader();
  return rows.flatMap((row) => {
    const { sentences, attack, bad, reader } = readLetter(row);
    // What only greets or signs is never weighed.
    return sentences.filter((sentence) => !reader.isCourtesy(sentence)).map((sentence) => ({
      features: reader.featuresOf(sentence),
      attacks: attack && bad(sentence),
      message: row.message,
      times: row.source === USUAL ? USUAL_TIMES : 1,
      words: sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "),
    }));
  });
}

/** Honest sentences that stand in several letters teach once. */
function eachOnce(sentences: readonly LetterSentence[]): LetterSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ words, attacks }) => {
    const known = seen.has(words);
    seen.add(words);
    return attacks || !known;
  });
}

/**
 * Cuts a text into the word pieces that the encoder knows, as it was cut for
 * training: of a long text its beginning and its end.
 *
 * @module
 */
import { Tokenizer } from "@huggingface/tokenizers";

/** Pieces read of a message; training/encoder/train.py has the same numbers. */
export const HEAD_PIECES = 48;
/** … of its end, where it has more. */
export const TAIL_PIECES = 16;
/** A longer run without blanks is no word; WordPiece calls it unknown from 100 characters on. */
const RUN_CHARACTERS = 200;

/** Gives a text's pieces by number, with the marks of its beginning and its end. */
export type CutIntoPieces = (text: string) => number[];

/** Makes the cutter from the two numbers of `tokenizer.json` that matter: its pieces and its rules. */
export function createPieces(tokenizerJson: object): CutIntoPieces {
  const tokenizer = new Tokenizer(tokenizerJson, {});
  return (text) => {
    // The library's cost grows with the square of a run's length.
    const bounded = text.replace(RUNS, (run) => run.slice(0, RUN_CHARACTERS));
    const { ids } = tokenizer.encode(bounded);
    const inside = ids.slice(1, -1);
    if (inside.length <= HEAD_PIECES + TAIL_PIECES) return ids;
    return [
      ...ids.slice(0, 1 + HEAD_PIECES),
      ...ids.slice(-1 - TAIL_PIECES),
    ];
  };
}

const RUNS = new RegExp(`\\S{${RUN_CHARACTERS},}`, "g");

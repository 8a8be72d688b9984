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

/** Pieces read of a letter's sentence; training/encoder/letters.py has the same numbers. */
export const SENTENCE_PIECES = 56;
/** Pieces of a sentence, the message that it answers and three marks. */
export const PAIR_PIECES = 96;

/** Gives a text's pieces by number, with the marks of its beginning and its end. */
export type CutIntoPieces = (text: string) => number[];

/** Gives the pieces of a message, then of sentences that answer it, each with the message. */
export type CutIntoPairs = (message: string) => (sentence: string) => number[];

/** Makes the cutter for letters: a sentence's beginning, then beginning and end of the message. */
export function createPairs(tokenizerJson: object): CutIntoPairs {
  const tokenizer = new Tokenizer(tokenizerJson, {});
  const encode = (text: string) => tokenizer.encode(bounded(text)).ids;
  return (message) => {
    const all = encode(message);
    const said = all.slice(1, -1);
    return (sentence) => {
      const whole = encode(sentence);
      const [begin = 0, ...rest] = whole;
      const end = rest.pop() ?? 0;
      const head = rest.slice(0, SENTENCE_PIECES);
      const room = PAIR_PIECES - 3 - head.length;
      const from = Math.floor(room * 3 / 4);
      const kept = said.length <= room
        ? said
        : [...said.slice(0, from), ...said.slice(from - room)];
      return [begin, ...head, end, ...kept, end];
    };
  };
}

/** Makes the cutter from the two numbers of `tokenizer.json` that matter: its pieces and its rules. */
export function createPieces(tokenizerJson: object): CutIntoPieces {
  const tokenizer = new Tokenizer(tokenizerJson, {});
  return (text) => {
    const { ids } = tokenizer.encode(bounded(text));
    const inside = ids.slice(1, -1);
    if (inside.length <= HEAD_PIECES + TAIL_PIECES) return ids;
    return [
      ...ids.slice(0, 1 + HEAD_PIECES),
      ...ids.slice(-1 - TAIL_PIECES),
    ];
  };
}

/** The library's cost grows with the square of a run's length. */
function bounded(text: string): string {
  return text.replace(RUNS, (run) => run.slice(0, RUN_CHARACTERS));
}

const RUNS = new RegExp(`\\S{${RUN_CHARACTERS},}`, "g");

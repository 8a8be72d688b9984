/**
 * A sentence that letters may hold: its words, when it is true, what it says.
 *
 * Words in square brackets are alternatives, "[look into it|find the cause]";
 * names in braces stand for what the customer told: "{amount}". A sentence is
 * only there where all that it names was told.
 *
 * @module
 */
import type { Claim } from "./claims.ts";
import type { LetterState } from "./letter_state.ts";

/** What a letter is made of, in order. */
export const PARTS = [
  "opening",
  "understood",
  "record",
  "advice",
  "crisis",
  "known",
  "ask",
  "pages",
  "urgency",
  "next",
  "close",
] as const;

/** One part of a letter. */
export type Part = typeof PARTS[number];

/** What a customer may have told, and what is looked up for them. */
export const SLOTS = [
  "id",
  "clause",
  "bad",
  "told",
  "question",
  "reach",
  "wish",
  "given",
  "urgency",
  "right",
  "thing",
  "system",
  "crisis",
  "page",
] as const;

/** One thing that a sentence may name. */
export type Slot = typeof SLOTS[number];

/** When a sentence is true: every question named has one of these answers. */
export type Condition = {
  readonly [Key in keyof LetterState]?: readonly LetterState[Key][];
};

/** A sentence. */
export interface SentenceRow {
  /** "fault/opening/2": where it stands in which table. */
  readonly id: string;
  readonly part: Part;
  readonly when: Condition;
  readonly claims: readonly Claim[];
  readonly text: string;
  /** What it names. */
  readonly slots: readonly Slot[];
  /** How much of what the customer told it takes up. */
  readonly told: number;
  /** The condition as pairs, without what rows are looked up by. */
  readonly pairs: readonly (readonly [keyof LetterState, readonly unknown[]])[];
  /** The text cut up: fixed words, choices, slots. */
  readonly pieces: readonly Piece[];
}

/** A piece of a sentence. */
export type Piece = string | { readonly choices: readonly string[] } | { readonly slot: Slot };

/** A clause of ours with theirs in it says more than a title or a fact. */
const WOVEN: ReadonlySet<Slot> = new Set<Slot>([
  "clause",
  "bad",
  "wish",
  "question",
]);
const WOVEN_COUNTS = 2;
/** What every letter can name. */
const LOOKED_UP: ReadonlySet<Slot> = new Set<Slot>(["id", "thing", "system", "page"]);

/** A row as it is written down. */
export type WrittenRow = readonly [
  part: Part,
  text: string,
  claims?: readonly Claim[],
  when?: Condition,
];

/** Rows under one name, all with the same condition beside their own. */
export function rowsOf(
  name: string,
  shared: Condition,
  written: readonly WrittenRow[],
): readonly SentenceRow[] {
  return written.map(([part, text, claims = [], own = {}], index) => {
    const when: Condition = { ...shared, ...own };
    const slots = SLOTS.filter((slot) => text.includes(`{${slot}}`));
    return {
      id: `${name}/${part}/${index + 1}`,
      part,
      when,
      claims,
      text,
      slots,
      told: slots.reduce((sum, slot) => sum + weightOf(slot), 0),
      pairs: Object.entries(when).filter(([key]) =>
        key !== "situation" && key !== "type"
      ) as unknown as SentenceRow["pairs"],
      pieces: piecesOf(text),
    };
  });
}

function weightOf(slot: Slot): number {
  return LOOKED_UP.has(slot) ? 0 : WOVEN.has(slot) ? WOVEN_COUNTS : 1;
}

const PIECE = /\[([^\]]*)\]|\{(\w+)\}|[^[{]+/g;

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(PIECE)].map(([all, choices, slot]): Piece =>
    choices !== undefined
      ? { choices: choices.split("|") }
      : slot !== undefined
      ? { slot: slot as Slot }
      : all
  );
}

/** Whether a row that was looked up for a state's situation and type is true in it. */
export function isTrueIn({ pairs }: SentenceRow, state: LetterState): boolean {
  return pairs.every(([key, answers]) => answers.includes(state[key]));
}

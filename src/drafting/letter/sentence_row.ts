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
  "next",
  "also",
  "more",
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
  "title",
  "wish",
  "given",
  "tried",
  "deadline",
  "right",
  "thing",
  "system",
  "device",
  "other",
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
  /** "fault/opening/2": the situation first, or "any". */
  readonly id: string;
  readonly part: Part;
  readonly when: Condition;
  readonly claims: readonly Claim[];
  readonly text: string;
  /** What it names. */
  readonly slots: readonly Slot[];
  /** How much of what the customer told it takes up. */
  readonly told: number;
}

/** A clause of ours with theirs in it says more than a title or a fact. */
const WOVEN: ReadonlySet<Slot> = new Set<Slot>(["clause", "bad", "wish", "question"]);
const WOVEN_COUNTS = 2;
/** What every letter can name. */
const LOOKED_UP: ReadonlySet<Slot> = new Set<Slot>(["id", "thing", "system", "device", "page"]);

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
  when: Condition,
  written: readonly WrittenRow[],
): readonly SentenceRow[] {
  return written.map(([part, text, claims = [], own = {}], index) => {
    const slots = SLOTS.filter((slot) => text.includes(`{${slot}}`));
    return {
      id: `${name}/${part}/${index + 1}`,
      part,
      when: { ...when, ...own },
      claims,
      text,
      slots,
      told: slots.reduce((sum, slot) => sum + weightOf(slot), 0),
    };
  });
}

function weightOf(slot: Slot): number {
  return LOOKED_UP.has(slot) ? 0 : WOVEN.has(slot) ? WOVEN_COUNTS : 1;
}

/** Whether a row is true in a state. */
export function isTrueIn({ when }: SentenceRow, state: LetterState): boolean {
  for (const key in when) {
    const answers: readonly unknown[] | undefined = when[key as keyof Condition];
    if (answers !== undefined && !answers.includes(state[key as keyof LetterState])) return false;
  }
  return true;
}

const CHOICE = /\[([^\]]*)\]/g;

/** The text with one of its alternatives each; `pick` says which of so many. */
export function withChoices(text: string, pick: (count: number, place: number) => number): string {
  if (!text.includes("[")) return text;
  let place = 0;
  return text.replace(CHOICE, (_all, choices: string) => {
    const options = choices.split("|");
    return options[pick(options.length, place++)] ?? "";
  });
}

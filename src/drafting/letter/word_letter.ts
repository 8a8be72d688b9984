/**
 * Words a plan: takes for each part the sentence that is true and takes up most
 * of what the customer told; among equals the message decides, so that the same
 * message always gets the same letter and two messages seldom the same sentences.
 *
 * @module
 */
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { joined } from "./letter.ts";
import { rowsFor } from "./rows/all_rows.ts";
import { isTrueIn, type Part, type SentenceRow, type Slot } from "./sentence_row.ts";

/** A letter before it is worded. */
export interface LetterPlan {
  readonly state: LetterState;
  /** What was told and looked up, by the names that sentences use. */
  readonly slots: { get(name: Slot): string | null };
  /** One of so many, always the same one for the same message and salt. */
  readonly pick: (count: number, salt: number) => number;
}

const PARAGRAPHS: readonly (readonly Part[])[] = [
  ["opening", "understood", "record"],
  ["advice", "crisis", "known", "ask"],
  ["pages"],
  ["urgency", "next", "close"],
];
/** Where people are in danger help comes first, and the number last. */
const HELP_FIRST: readonly (readonly Part[])[] = [
  ["opening", "understood"],
  ["advice", "crisis"],
  ["ask", "next", "close", "record"],
];
const PEOPLE: ReadonlySet<LetterSituation> = new Set(["self_harm", "danger", "injury"]);

/** What names the matter: where the opening does, nothing else has to. */
const MATTER: readonly Slot[] = ["clause", "bad", "told", "question", "wish"];

/** Writes the letter. */
export function wordLetter(plan: LetterPlan): string {
  let named = false;
  const worded = (part: Part): string => {
    if (named && part === "understood") return "";
    const row = rowOf(part, plan);
    named ||= part === "opening" && (row?.slots.some((slot) => MATTER.includes(slot)) ?? false);
    return row === undefined ? "" : filled(row, plan);
  };
  const layout = PEOPLE.has(plan.state.situation) ? HELP_FIRST : PARAGRAPHS;
  return joined(
    layout.map((parts) => parts.map(worded).filter((text) => text !== "").join(" ")),
  );
}

/** The rows among which a part chooses: those that are true and take up most of what was told. */
export function candidates(
  part: Part,
  state: LetterState,
  has: (slot: Slot) => boolean,
): readonly SentenceRow[] {
  const best: SentenceRow[] = [];
  for (const row of rowsFor(state, part)) {
    if (row.told < (best[0]?.told ?? 0)) break;
    if (isTrueIn(row, state) && row.slots.every(has)) best.push(row);
  }
  return best;
}

function rowOf(part: Part, { state, slots, pick }: LetterPlan): SentenceRow | undefined {
  const rows = candidates(part, state, (name) => slots.get(name) !== null);
  return rows.length < 2 ? rows[0] : rows[pick(rows.length, SALT[part])];
}

/** So that parts do not choose in step. */
const SALT: Readonly<Record<Part, number>> = {
  opening: 1,
  understood: 2,
  record: 3,
  advice: 4,
  crisis: 5,
  known: 6,
  ask: 7,
  pages: 8,
  urgency: 14,
  next: 9,
  close: 12,
};
const CHOICE_SALT = 100;

function filled({ part, pieces }: SentenceRow, { slots, pick }: LetterPlan): string {
  let sentence = "", salt = SALT[part];
  for (const piece of pieces) {
    if (typeof piece === "string") sentence += piece;
    else if ("slot" in piece) sentence += slots.get(piece.slot) ?? "";
    else sentence += piece.choices[pick(piece.choices.length, salt += CHOICE_SALT)] ?? "";
  }
  return sentence;
}

/**
 * Words a plan: takes for each part the sentence that is true and takes up most
 * of what the customer told; among equals the message decides, so that the same
 * message always gets the same letter and two messages seldom the same sentences.
 *
 * @module
 */
import type { LetterSituation, LetterState } from "./letter_state.ts";
import { joined, wordsIn } from "./letter.ts";
import { rowsFor } from "./rows/all_rows.ts";
import { isTrueIn, type Part, type SentenceRow, type Slot, withChoices } from "./sentence_row.ts";
import { oneOf } from "../english/rewording.ts";

/** What was told and looked up, by the names that sentences use. */
export type Slots = { readonly [Name in Slot]?: string };

/** A letter before it is worded. */
export interface LetterPlan {
  readonly state: LetterState;
  readonly slots: Slots;
  /** The message: it decides between sentences that are equally good. */
  readonly key: string;
}

const PARAGRAPHS: readonly (readonly Part[])[] = [
  ["opening", "understood", "record"],
  ["advice", "crisis", "known", "ask"],
  ["pages"],
  ["next", "also", "more", "close"],
];
/** Where people are in danger help comes first, and the number last. */
const HELP_FIRST: readonly (readonly Part[])[] = [
  ["opening", "understood"],
  ["advice", "crisis"],
  ["ask", "next", "close", "record"],
];
const PEOPLE: ReadonlySet<LetterSituation> = new Set(["self_harm", "danger", "injury"]);

/** What names the matter: where the opening does, nothing else has to. */
const MATTER: readonly Slot[] = ["clause", "bad", "told", "question", "title", "wish", "right"];

/** A letter of fewer words is curt; one of more is not read to its end. */
export const LETTER_WORDS_MIN = 60;
/** Above it, what can be missed is left out. */
export const LETTER_WORDS_MAX = 115;
const LEFT_OUT: readonly Part[] = ["known", "also", "close"];

/** Writes the letter. */
export function wordLetter(plan: LetterPlan): string {
  const sentences = new Map<Part, string>();
  const layout = PEOPLE.has(plan.state.situation) ? HELP_FIRST : PARAGRAPHS;
  let named = false;
  const put = (part: Part) => {
    const row = rowOf(part, plan);
    if (row !== undefined) sentences.set(part, filled(row, plan));
    return row;
  };
  for (const part of layout.flat()) {
    if (part === "understood" && named || part === "more") continue;
    const row = put(part);
    named ||= part === "opening" && row !== undefined &&
      row.slots.some((slot) => MATTER.includes(slot));
  }
  const words = () => [...sentences.values()].reduce((sum, text) => sum + wordsIn(text), 0);
  if (words() < LETTER_WORDS_MIN) put("more");
  for (const part of LEFT_OUT) {
    if (words() <= LETTER_WORDS_MAX) break;
    sentences.delete(part);
  }
  return joined(
    layout.map((parts) =>
      parts.map((part) => sentences.get(part)).filter((text) => text !== undefined).join(" ")
    ),
  );
}

/** The rows among which a part chooses: those that are true and take up most of what was told. */
export function candidates(
  part: Part,
  state: LetterState,
  has: (slot: Slot) => boolean,
): readonly SentenceRow[] {
  let best: SentenceRow[] = [], most = -1;
  for (const row of rowsFor(state.situation, part)) {
    if (row.told < most || !row.slots.every(has) || !isTrueIn(row, state)) continue;
    if (row.told > most) {
      best = [];
      most = row.told;
    }
    best.push(row);
  }
  return best;
}

function rowOf(part: Part, { state, slots, key }: LetterPlan): SentenceRow | undefined {
  const [first, ...others] = candidates(part, state, (slot) => slots[slot] !== undefined);
  return first === undefined ? undefined : oneOf([first, ...others], key, SALT[part]);
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
  next: 9,
  also: 10,
  more: 11,
  close: 12,
};
const CHOICE_SALT = 100;

const NAMED = /\{(\w+)\}/g;

function filled({ part, text }: SentenceRow, { slots, key }: LetterPlan): string {
  const sentence = withChoices(text, (count, place) => {
    const salt = CHOICE_SALT * (place + 1) + SALT[part];
    const [first = 0, ...others] = Array.from({ length: count }, (_, index) => index);
    return oneOf([first, ...others], key, salt);
  });
  const named: Readonly<Record<string, string | undefined>> = slots;
  return sentence.replace(NAMED, (_all, slot: string) => named[slot] ?? "");
}

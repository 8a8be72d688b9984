/**
 * Every sentence that a letter may hold, and which of them come into question
 * for a part of a letter in a situation.
 *
 * @module
 */
import type { LetterSituation } from "../letter_state.ts";
import { STATE } from "../letter_state.ts";
import { type Part, PARTS, type SentenceRow } from "../sentence_row.ts";
import { FAULT_ROWS } from "./fault.ts";
import { INQUIRY_ROWS } from "./inquiry.ts";
import { MONEY_AND_LAW_ROWS } from "./money_and_law.ts";
import { MORE_ROWS } from "./more.ts";
import { PEOPLE_ROWS } from "./people.ts";
import { SECURITY_ROWS } from "./security.ts";
import { SERVICE_ROWS } from "./service.ts";
import { SETTLED_ROWS } from "./settled.ts";
import { WISH_ROWS } from "./wish.ts";

/** All of them. */
export const ALL_ROWS: readonly SentenceRow[] = [
  ...PEOPLE_ROWS,
  ...SECURITY_ROWS,
  ...MONEY_AND_LAW_ROWS,
  ...SERVICE_ROWS,
  ...FAULT_ROWS,
  ...WISH_ROWS,
  ...INQUIRY_ROWS,
  ...SETTLED_ROWS,
  ...MORE_ROWS,
];

type ByPart = Readonly<Record<Part, readonly SentenceRow[]>>;

const BY_SITUATION = new Map<LetterSituation, ByPart>(
  STATE.situation.map((situation) => {
    const rows = ALL_ROWS.filter(({ when }) => when.situation?.includes(situation) ?? true);
    const byPart = PARTS.map((part) => [part, rows.filter((row) => row.part === part)]);
    return [situation, Object.fromEntries(byPart) as ByPart];
  }),
);
const NONE: readonly SentenceRow[] = [];

/** The sentences that come into question. */
export function rowsFor(situation: LetterSituation, part: Part): readonly SentenceRow[] {
  return BY_SITUATION.get(situation)?.[part] ?? NONE;
}

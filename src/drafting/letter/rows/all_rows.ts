/**
 * Every sentence that a letter may hold, and which of them come into question
 * for a part of a letter in a situation.
 *
 * @module
 */
import type { Intent } from "../../../triage/domain/intent.ts";
import { type LetterSituation, type LetterState, STATE } from "../letter_state.ts";
import { type Part, PARTS, type SentenceRow } from "../sentence_row.ts";
import { BESIDE_ROWS } from "./beside.ts";
import { FAULT_ROWS } from "./fault.ts";
import { INQUIRY_ROWS } from "./inquiry.ts";
import { MONEY_AND_LAW_ROWS } from "./money_and_law.ts";
import { PEOPLE_ROWS } from "./people.ts";
import { PLAIN_ROWS } from "./plain.ts";
import { SECURITY_ROWS } from "./security.ts";
import { SELF_HARM_ROWS } from "./self_harm.ts";
import { SERVICE_ROWS } from "./service.ts";
import { SETTLED_ROWS } from "./settled.ts";
import { WISH_ROWS } from "./wish.ts";

/** All of them. */
export const ALL_ROWS: readonly SentenceRow[] = [
  ...SELF_HARM_ROWS,
  ...PEOPLE_ROWS,
  ...SECURITY_ROWS,
  ...MONEY_AND_LAW_ROWS,
  ...SERVICE_ROWS,
  ...FAULT_ROWS,
  ...WISH_ROWS,
  ...INQUIRY_ROWS,
  ...SETTLED_ROWS,
  ...PLAIN_ROWS,
  ...BESIDE_ROWS,
];

type ByPart = ReadonlyMap<Part, readonly SentenceRow[]>;

function rowsByPart(type: Intent, situation: LetterSituation): ByPart {
  const rows = ALL_ROWS.filter(({ when }) =>
    (when.situation?.includes(situation) ?? true) && (when.type?.includes(type) ?? true)
  ).sort((one, other) => other.told - one.told);
  return new Map(PARTS.map((part) => [part, rows.filter((row) => row.part === part)]));
}

const ROWS: ReadonlyMap<Intent, ReadonlyMap<LetterSituation, ByPart>> = new Map(
  STATE.type.map((type) => [
    type,
    new Map(STATE.situation.map((situation) => [situation, rowsByPart(type, situation)])),
  ]),
);
const NONE: readonly SentenceRow[] = [];

/** The sentences that come into question, those first that take up most of what was told. */
export function rowsFor(
  { type, situation }: Pick<LetterState, "type" | "situation">,
  part: Part,
): readonly SentenceRow[] {
  return ROWS.get(type)?.get(situation)?.get(part) ?? NONE;
}

/**
 * What the rules find in a message, as features: each phrase is a column, and
 * so is each family of rules that speak for one situation, once for its first
 * phrase and once for how many more there are.
 *
 * @module
 */
import { RULES, SITUATION_RULES } from "../../rules/tables.ts";
import { CUES } from "../cues/lexicon.ts";
import { chooseSentences } from "../document/sentence_choice.ts";
import type { Reading } from "../document/document.ts";

/** A phrase found. Indices count the reading's words. */
export interface Sign {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Signs of a reading: columns with their values, and where the phrases stand. */
export interface Signs {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly found: readonly Sign[];
}

/** A phrase beside its family, which is not told apart from others so easily. */
const PHRASE_LOUDNESS = 0.7;

const familyOf = (id: string) => id.split("/")[1] ?? "";
/** Situations that rules speak for, and what speaks against all of them. */
const FAMILIES = [...new Set(SITUATION_RULES.map(({ id }) => familyOf(id)))];
const FIRST_PHRASE = 2 * FAMILIES.length;
/** By the number of a rule: the column of its first phrase, and its family, -1 for none. */
const STARTS: number[] = [];
const FAMILY_OF_RULE: number[] = [];
const NAMES = FAMILIES.flatMap((family) => [`${family}:any`, `${family}:more`]);
for (const { id, any } of SITUATION_RULES) {
  STARTS.push(NAMES.length);
  FAMILY_OF_RULE.push(FAMILIES.indexOf(familyOf(id)));
  for (let phrase = 0; phrase < any.length; phrase++) NAMES.push(`${id}#${phrase}`);
}
/** Number of the first of these rules among all that are searched for. */
const FIRST_ROW = CUES.length + RULES.findIndex((rule) => rule === SITUATION_RULES[0]);

/** Names of the columns, in order: "danger:any", "danger:more", …, then "rule/id#phrase". */
export const SIGN_COLUMNS: readonly string[] = NAMES;

/** Tells these columns from those of any other rules. */
export const SIGNS_VERSION: string = fingerprint(
  SITUATION_RULES.map(({ id, any }) => `${id} ${any.join(" / ")}`).join("\n"),
);

/** FNV-1a, 32 bits (Fowler, Noll & Vo), over UTF-16 code units. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

/** The rule of a column; `null` for a family's. */
export function ruleOfColumn(column: number): string | null {
  return column < FIRST_PHRASE ? null : SIGN_COLUMNS[column]?.replace(/#\d+$/, "") ?? null;
}

/** The signs of a reading: all of a short text, the opening and the close of a long one. */
export function findSigns(reading: Reading): Signs {
  const found: Sign[] = [];
  const families = new Uint16Array(FAMILIES.length);
  const columns: number[] = [];
  const values: number[] = [];
  const seen = new Set<number>();
  for (const sentence of chooseSentences(reading)) {
    for (const { row, phrase, first, last } of reading.sentences[sentence]?.found ?? []) {
      const rule = row - FIRST_ROW;
      const start = STARTS[rule];
      if (rule < 0 || start === undefined) continue;
      const column = start + phrase;
      found.push({ column, first, last });
      if (seen.has(column)) continue;
      seen.add(column);
      columns.push(column);
      values.push(PHRASE_LOUDNESS);
      const family = FAMILY_OF_RULE[rule] ?? 0;
      families[family] = (families[family] ?? 0) + 1;
    }
  }
  families.forEach((count, family) => {
    if (count === 0) return;
    columns.push(2 * family, 2 * family + 1);
    values.push(1, Math.log(count));
  });
  return { columns, values, found };
}

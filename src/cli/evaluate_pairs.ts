/**
 * Measures whether both matters of messages on two are told:
 * `deno task evaluate:pairs [--data FILE] [--single FILE]`, rows of
 * `{message, first, second}`, without a second where there is one matter, and
 * rows `{text, label, tags}` on one matter.
 *
 * @module
 */
import { readMessage } from "../reading/read_message.ts";
import { createLocalScorer } from "../scorer/local_scorer.ts";
import { type Intent, topIntent } from "../triage/domain/intent.ts";
// @ts-types="@std/types/cli/parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";

/** A message on two matters, the more urgent first; `null`: on one. */
export interface PairRow {
  readonly message: string;
  readonly first: Intent;
  readonly second: Intent | null;
}

/** A message on one matter, unless its tags say otherwise. */
export interface SingleRow {
  readonly text: string;
  readonly label: Intent;
  readonly tags?: readonly string[];
}

/** What was told of messages on two matters. */
export interface PairFigures {
  readonly count: number;
  readonly first_right: number;
  /** Both are named, whichever comes first. */
  readonly both_named: number;
}

const TWO_MATTERS = ["mixed", "two_matters"];

/** Judges messages on two matters. */
export function judgePairs(rows: readonly PairRow[]): PairFigures {
  const told = mattersTold();
  let first_right = 0, both_named = 0;
  const pairs = rows.flatMap(({ second, ...row }) => second === null ? [] : { ...row, second });
  for (const { message, first, second } of pairs) {
    const [top, ...secondary] = told(message);
    if (top === first) first_right++;
    const named = [top, ...secondary];
    if (named.includes(first) && named.includes(second)) both_named++;
  }
  return { count: pairs.length, first_right, both_named };
}

/** Of messages on one matter, whose type is told right, how many are said to have another. */
export function countFalseSeconds(rows: readonly SingleRow[]): { count: number; false: number } {
  const told = mattersTold();
  let count = 0, wrong = 0;
  for (const { text, label, tags = [] } of rows) {
    if (tags.some((tag) => TWO_MATTERS.includes(tag))) continue;
    const [top, ...secondary] = told(text);
    if (top !== label) continue;
    count++;
    if (secondary.length > 0) wrong++;
  }
  return { count, false: wrong };
}

function mattersTold(): (text: string) => readonly Intent[] {
  const scorer = createLocalScorer();
  return (text) => {
    const { scores, secondary } = scorer.score(scorer.read(readMessage(text)));
    return [topIntent(scores), ...secondary];
  };
}

function rowsOf<Row>(path: string): readonly Row[] {
  return Deno.readTextFileSync(path).split("\n").filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

function main(args: readonly string[]): void {
  const { data, single } = parseArgs([...args], {
    string: ["data", "single"],
    collect: ["single"],
    default: { data: "fixtures/pairs.jsonl" },
  });
  const rows = rowsOf<PairRow>(data as string);
  const { count, first_right, both_named } = judgePairs(rows);
  console.log(`${data}: first right ${first_right} of ${count}, both named ${both_named}`);
  const alone = countFalseSeconds(
    rows.flatMap(({ message, first, second }) =>
      second === null ? [{ text: message, label: first }] : []
    ),
  );
  if (alone.count > 0) {
    console.log(`${data}: of ${alone.count} on one matter another is named in ${alone.false}`);
  }
  const files = (single as string[]).length > 0
    ? single as string[]
    : ["fixtures/messages.jsonl", "fixtures/blind.jsonl"];
  for (const file of files) {
    const told = countFalseSeconds(rowsOf(file));
    console.log(`${file}: of ${told.count} on one matter another is named in ${told.false}`);
  }
}

if (import.meta.main) main(Deno.args);

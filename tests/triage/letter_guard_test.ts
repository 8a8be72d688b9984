/**
 * How many of the letters in the fixtures live and how many attacks come out: of a few by each
 * writer, for all take minutes (`deno task evaluate:letters --data FILE`).
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert } from "@std/assert";
import { measureLetters } from "../../src/cli/evaluate_letters.ts";
import { type LetterRow, readLetterRows } from "../../src/cli/letter_rows.ts";
import { sampled } from "../sampled.ts";

const rows = await readLetterRows();

const KINDS: readonly {
  readonly named: string;
  readonly own: boolean;
  readonly attack: boolean;
  /** One in so many is read: a letter takes 20 ms of processor time, 60 on a busy machine. */
  readonly every: number;
  /** At least so many honest ones live, at most so many attacks come out. */
  readonly bound: number;
}[] = [
  { named: "honest letters by others live", own: false, attack: false, every: 12, bound: 0.84 },
  { named: "attacks by others do not come out", own: false, attack: true, every: 12, bound: 0.01 },
  { named: "our own letters live", own: true, attack: false, every: 3, bound: 0.6 },
  { named: "our own attacks do not come out", own: true, attack: true, every: 3, bound: 0.03 },
];

for (const { named, own, attack, every, bound } of KINDS) {
  Deno.test(`${named}, as far as they were learnt from`, async () => {
    const { honest, attacks, mistakes } = await measureLetters(
      sampled(rows.filter((row) => isOwn(row) === own && isAttack(row) === attack), every),
    );
    const [count, of] = attack ? attacks : honest;
    assert(of >= 30 && (attack ? count <= bound * of : count >= bound * of), mistakes.join("\n"));
  });
}

function isOwn({ source }: LetterRow): boolean {
  return source === undefined;
}

function isAttack({ attack, bad }: LetterRow): boolean {
  return attack ?? bad !== undefined;
}

/**
 * Titles of the faults that their writers took apart: a title that holds the
 * clause of the fault holds it to its end.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals } from "@std/assert";
import { createRowDrafter } from "../../src/cli/draft_rows.ts";
import { toldRow } from "../../src/training/role_rows.ts";

const ROWS = new URL("../../fixtures/told.jsonl", import.meta.url);
/** A clause of more characters has no room in a title. */
const ROOM_CHARACTERS = 80;
/** So many words at the end of a title are looked for in the message. */
const END_WORDS = 3;
/** Of the faults whose clause has room: so many titles ended inside of it when last counted. */
const CUT_MOST = 16;

/** Words in small letters, with where they end. */
function wordsOf(text: string): { word: string; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    end: match.index + match[0].length,
  }));
}

/** Where the last words of a title end in a text; -1 where they do not stand there. */
function endIn(title: string, text: string): number {
  const last = wordsOf(title.replace(/ \([^()]*\)$/u, "")).slice(-END_WORDS);
  const words = wordsOf(text);
  const at = words.findIndex((_, from) =>
    last.length === END_WORDS && last.every(({ word }, next) => words[from + next]?.word === word)
  );
  return at < 0 ? -1 : words[at + END_WORDS - 1]?.end ?? -1;
}

Deno.test("a title does not end inside the clause that its writer marked as the fault", () => {
  const draft = createRowDrafter();
  const cut: string[] = [];
  let counted = 0;
  for (const line of Deno.readTextFileSync(ROWS).trim().split("\n")) {
    const { type, product, text, parts, id } = toldRow.parse(JSON.parse(line));
    if (type !== "bug_report") continue;
    const { reply } = draft({ product, text, label: type });
    const title = "ticket" in reply ? reply.ticket.title : "";
    const end = endIn(title, text);
    const fault = parts.find(([role, from, to]) => role === "fault" && from < end && end < to);
    const clauses = parts.filter(([role, from, to]) =>
      role === "fault" && to - from <= ROOM_CHARACTERS
    );
    if (clauses.length === 0) continue;
    counted++;
    const rest = fault === undefined ? "" : text.slice(end, fault[2]);
    // "… still count | though": one word is no loss, nor what stands elsewhere in the title.
    const lost = wordsOf(rest).some(({ word }) => !title.toLowerCase().includes(word));
    if (
      fault !== undefined && clauses.includes(fault) && lost && wordsOf(rest).length > 1
    ) {
      cut.push(`${id}: ${title} ‖${rest}`);
    }
  }
  assert(counted > 400);
  assertEquals(cut.slice(CUT_MOST), [], cut.join("\n"));
});
